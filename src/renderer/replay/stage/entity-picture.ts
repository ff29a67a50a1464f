/** Which entities are drawn in this frame, as what, and where on the screen. Filled once per frame; glyphs, labels, picking and the minimap read it. */
import type { GameProfile, Glyph } from '../../../shared/games/profile.ts';
import { LIFE } from '../../../shared/session/model.ts';
import type { FrameState, LoadedSession } from '../playback/types.ts';
import type { Layers } from '../replay-view.ts';
import { GroundHeight } from './ground-height.ts';
import type { Colour, Palette } from './palette.ts';
import { createProjected, projectEntity, type Matrix } from './projector.ts';

/** Glyph codes are indices into this list. */
const SHAPES = ['none', 'drop', 'hollow-drop', 'hull', 'disc', 'dot', 'square'] as const satisfies readonly Glyph[];
export const SHAPE_NONE = 0;
export const SHAPE_DROP = 1;
export const SHAPE_HOLLOW = 2;
export const SHAPE_HULL = 3;
export const SHAPE_DISC = 4;

export const LIFE_DEAD = LIFE.indexOf('dead');
export const LIFE_UNKNOWN = LIFE.indexOf('unknown');
export const LIFE_UNCONSCIOUS = LIFE.indexOf('unconscious');

export class EntityPicture {
  count = 0;
  projected = createProjected(0);
  /** Index into SHAPES, 0 when not drawn in this frame (absent, aboard, layer off). Holds for things beyond the edge of the screen too. */
  shape = new Uint8Array(0);
  /** People aboard. */
  crew = new Uint8Array(0);
  /** Humans aboard a vehicle, or 1 for a human. */
  humans = new Uint8Array(0);
  /** Team index, -1 for none; a vehicle without a team of its own has that of its crew. */
  side = new Int8Array(0);
  /** Where it is drawn, metres: heights that the recording lacks are filled in, and what sits in a vehicle is where the vehicle is. 3 per entity. */
  place = new Float32Array(0);
  readonly groundHeight = new GroundHeight();
  isPerson = new Uint8Array(0);
  isVehicle = new Uint8Array(0);
  /** Of shells, rockets and grenades: 1, or 2 for those that say how they are drawn, which the marker layer does. */
  flies = new Uint8Array(0);
  bodyHeight = new Float32Array(0);
  /** How much of it is drawn as a figure and no longer as a glyph, 0 to 1. */
  figure = new Float32Array(0);
  readonly #profile: GameProfile;
  #ownShape = new Uint8Array(0);
  #knowsHumans = false;
  readonly #teamColours: readonly Colour[];
  readonly #teamText: readonly Colour[];
  readonly #noTeam: Colour;
  readonly #noTeamText: Colour;
  readonly #disc: Colour;

  constructor(session: LoadedSession, palette: Palette) {
    const { profile } = session;
    this.#profile = profile;
    this.#teamColours = profile.teams.map((team) => palette.team[team.colour]);
    this.#teamText = profile.teams.map((team) => palette.teamText[team.colour]);
    this.#noTeam = palette.team.none;
    this.#noTeamText = palette.teamText.none;
    this.#disc = palette.t1;
    this.grow(session, session.entities.length);
  }

  /** Takes in who has come to a session that is being recorded. `room`: entities that a FrameState has room for. */
  grow({ entities, info }: LoadedSession, room: number): void {
    this.count = entities.length;
    this.#knowsHumans = info.channels.some((channel) => channel.name === 'human');
    if (room > this.shape.length) this.#allocate(room);
    for (let i = 1; i < this.count; i++) {
      const entity = entities[i];
      if (entity === undefined) continue;
      const kind = this.#profile.kinds[entity.kind];
      this.isPerson[i] = entity.kind === 'player' || entity.kind === 'ai' ? 1 : 0;
      this.isVehicle[i] = entity.kind === 'vehicle' ? 1 : 0;
      this.flies[i] = entity.kind !== 'projectile' ? 0 : info.channels.some(({ name }) => name === 'shape') ? 2 : 1;
      this.bodyHeight[i] = kind.height;
      this.#ownShape[i] = Math.max(0, SHAPES.indexOf(kind.glyph));
    }
  }

  #allocate(room: number): void {
    this.projected = createProjected(room);
    this.shape = new Uint8Array(room);
    this.figure = new Float32Array(room);
    this.crew = new Uint8Array(room);
    this.humans = new Uint8Array(room);
    this.side = new Int8Array(room);
    this.place = new Float32Array(room * 3);
    this.isPerson = new Uint8Array(room);
    this.isVehicle = new Uint8Array(room);
    this.flies = new Uint8Array(room);
    this.bodyHeight = new Float32Array(room);
    this.#ownShape = new Uint8Array(room);
  }

  colour(entity: number): Colour {
    if (this.shape[entity] === SHAPE_DISC) return this.#disc;
    return this.#teamColours[this.side[entity] as number] ?? this.#noTeam;
  }

  textColour(entity: number): Colour {
    return this.#teamText[this.side[entity] as number] ?? this.#noTeamText;
  }

  /** The entity that stands for it on the stage: the vehicle for its crew, else itself. */
  shown(state: FrameState, entity: number): number {
    if (this.isPerson[entity] === 0) return entity;
    const parent = state.parent[entity] as number;
    return parent > 0 && this.isVehicle[parent] === 1 && state.exists[parent] === 1 ? parent : entity;
  }

  /** Who is drawn, as what, and where in the world. */
  gather(state: FrameState, layers: Layers): void {
    const { exists, position, human } = state;
    const { shape, crew, humans, place, isPerson, isVehicle, groundHeight } = this;
    const playerShape = SHAPES.indexOf(this.#profile.kinds.player.glyph);
    const aiShape = SHAPES.indexOf(this.#profile.kinds.ai.glyph);
    crew.fill(0);
    humans.fill(0);
    this.side.set(state.team);
    let people = 0;
    for (let i = 1; i < this.count; i++) {
      shape[i] = SHAPE_NONE;
      if (exists[i] === 0) continue;
      const x = position[i * 3] as number;
      const z = position[i * 3 + 2] as number;
      if (!Number.isFinite(x) || !Number.isFinite(z)) continue;
      const isHuman = human[i] === 1 || (!this.#knowsHumans && this.#ownShape[i] === playerShape) ? 1 : 0;
      const aboard = this.shown(state, i);
      if (aboard !== i) {
        if (state.life[i] !== LIFE_DEAD) {
          crew[aboard] = (crew[aboard] as number) + 1;
          humans[aboard] = (humans[aboard] as number) + isHuman;
          if ((this.side[aboard] as number) < 0) this.side[aboard] = state.team[i] as number;
        }
        continue;
      }
      if (isPerson[i] === 1) {
        people++;
        humans[i] = isHuman;
        if (isHuman === 1) shape[i] = playerShape;
        else if (layers.ai || this.#ownShape[i] !== aiShape) shape[i] = this.#knowsHumans ? aiShape : (this.#ownShape[i] as number);
      } else if (isVehicle[i] === 1 ? layers.vehicles : layers.projectiles || this.flies[i] === 0) shape[i] = this.#ownShape[i] as number;
    }
    groundHeight.begin(people);
    for (let i = 1; i < this.count; i++) {
      if (exists[i] === 0) continue;
      const y = position[i * 3 + 1] as number;
      if (isPerson[i] === 1 && (state.parent[i] as number) === 0)
        groundHeight.stand(position[i * 3] as number, y, position[i * 3 + 2] as number);
      else if (isPerson[i] === 1 || isVehicle[i] === 1) groundHeight.over(y);
    }
    for (let i = 1; i < this.count; i++) {
      if (exists[i] === 0) continue;
      const from = this.shown(state, i) * 3;
      const to = i * 3;
      const x = position[from] as number;
      const y = position[from + 1] as number;
      const z = position[from + 2] as number;
      place[to] = x;
      place[to + 1] = groundHeight.lift(x, y, z);
      place[to + 2] = z;
    }
  }

  /** Where on the screen. */
  project(state: FrameState, matrix: Matrix, width: number, height: number, focusDistance: number): void {
    const { shape, place, projected } = this;
    for (let i = 1; i < this.count; i++) {
      if (shape[i] === SHAPE_NONE) {
        projected.radius[i] = 0;
        continue;
      }
      const at = i * 3;
      // A body's middle, so that the glyph is on the body and not at its feet.
      const y = (place[at + 1] as number) + (this.bodyHeight[i] as number) * 0.5;
      projectEntity(
        matrix,
        width,
        height,
        focusDistance,
        projected,
        i,
        place[at] as number,
        y,
        place[at + 2] as number,
        state.heading[i] as number,
      );
    }
  }
}
