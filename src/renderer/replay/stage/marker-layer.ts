/** What was drawn on the map: outlines of areas, lines, and the places of icons and texts, which the label layer writes. */
import type * as THREE from 'three';
import type { Playback } from '../playback/types.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import { readMarkerShape, type MarkerShape } from './marker-shape.ts';
import { parseColour, type Colour, type Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

/** Pieces of an ellipse, every other one drawn. */
const CIRCLE = 96;

export interface MarkerText {
  x: number;
  z: number;
  text: string;
  colour: Colour;
  /** An icon has a sign of its own under its text. */
  icon: boolean;
  alpha: number;
}

export class MarkerLayer {
  readonly object: THREE.Object3D;
  /** The first `textCount` are this frame's. */
  readonly texts: MarkerText[] = [];
  textCount = 0;
  readonly #lines: LineBatch;
  readonly #playback: Playback;
  readonly #palette: Palette;
  #ids = new Int32Array(0);
  /** As last built: text, and x, z, heading, team of each marker. */
  #jsons: (string | null)[] = [];
  #seen = new Float32Array(0);
  #stale = true;
  readonly #shapes = new Map<string, MarkerShape | null>();
  readonly #colours = new Map<string, Colour | null>();

  constructor(uniforms: ScreenUniforms, playback: Playback, palette: Palette) {
    this.#lines = new LineBatch(uniforms, 256, 10);
    this.#playback = playback;
    this.#palette = palette;
    this.object = this.#lines.object;
    this.grow();
  }

  /** Finds the markers among the entities that are known now. */
  grow(): void {
    const markers = this.#playback.session.entities.filter((entity) => entity.id !== 0 && entity.kind === 'marker');
    if (markers.length === this.#ids.length) return;
    this.#ids = Int32Array.from(markers, ({ id }) => id);
    this.#jsons = markers.map(() => null);
    this.#seen = new Float32Array(markers.length * 4);
  }

  update(frame: SceneFrame): void {
    const { markers } = frame.view.layers;
    // Outlines lie at height 0 of their own object: that the ground's height follows the camera does not rebuild them.
    this.object.position.y = frame.ground;
    this.object.updateMatrixWorld();
    if (!markers) {
      this.textCount = 0;
      this.object.visible = false;
      this.#stale = true;
      return;
    }
    if (!this.#changed(frame)) return;
    this.#lines.clear();
    this.textCount = 0;
    for (let n = 0; n < this.#ids.length; n++)
      if (this.#jsons[n] !== null) this.#marker(frame, this.#ids[n] as number, this.#jsons[n] as string);
    this.#lines.commit();
    this.#stale = false;
  }

  /** Markers change rarely: what was built stands until one does. */
  #changed({ state, entities }: SceneFrame): boolean {
    let changed = this.#stale;
    for (let n = 0; n < this.#ids.length; n++) {
      const id = this.#ids[n] as number;
      const value = state.exists[id] === 1 ? this.#playback.value(id, 'shape') : null;
      const json = typeof value === 'string' ? value : null;
      const at = n * 4;
      const seen = this.#seen;
      if (json !== this.#jsons[n]) changed = true;
      this.#jsons[n] = json;
      if (json === null) continue;
      const x = state.position[id * 3] as number;
      const z = state.position[id * 3 + 2] as number;
      const heading = state.heading[id] as number;
      const side = entities.side[id] as number;
      if (x !== seen[at] || z !== seen[at + 1] || !Object.is(heading, seen[at + 2]) || side !== seen[at + 3]) changed = true;
      seen[at] = x;
      seen[at + 1] = z;
      seen[at + 2] = heading;
      seen[at + 3] = side;
    }
    return changed;
  }

  #marker(frame: SceneFrame, id: number, json: string): void {
    const shape = this.#shape(json);
    if (shape === null || shape.alpha <= 0) return;
    const { position, heading } = frame.state;
    const x = position[id * 3] as number;
    const z = position[id * 3 + 2] as number;
    const y = 0;
    const colour = this.#colour(frame, id, shape.colour);
    const turn = heading[id] as number;
    const sin = Number.isFinite(turn) ? Math.sin(turn) : 0;
    const cos = Number.isFinite(turn) ? Math.cos(turn) : 1;
    const [a, b] = shape.size;
    switch (shape.kind) {
      case 'ellipse':
        for (let i = 0; i < CIRCLE; i++) {
          const from = (i / CIRCLE) * 2 * Math.PI;
          const to = ((i + 1) / CIRCLE) * 2 * Math.PI;
          this.#side(
            x,
            y,
            z,
            sin,
            cos,
            Math.cos(from) * a,
            Math.sin(from) * b,
            Math.cos(to) * a,
            Math.sin(to) * b,
            colour,
            shape.alpha,
            i % 2 === 0,
          );
        }
        break;
      case 'rectangle':
        this.#side(x, y, z, sin, cos, -a, -b, a, -b, colour, shape.alpha, true);
        this.#side(x, y, z, sin, cos, a, -b, a, b, colour, shape.alpha, true);
        this.#side(x, y, z, sin, cos, a, b, -a, b, colour, shape.alpha, true);
        this.#side(x, y, z, sin, cos, -a, b, -a, -b, colour, shape.alpha, true);
        break;
      case 'polyline':
        for (let i = 0; i + 1 < shape.points.length; i++) {
          const from = shape.points[i];
          const to = shape.points[i + 1];
          if (from !== undefined && to !== undefined)
            this.#lines.add(from[0], y, from[1], to[0], y, to[1], colour, shape.alpha, shape.alpha, 2, 2, 0, 0);
        }
        break;
      case 'icon':
        break;
    }
    if (shape.text !== '' || shape.kind === 'icon') this.#write(x, z, shape, colour);
  }

  /** One side of an outline, given across and ahead of the marker's middle; dashed ones leave every other piece out. */
  #side(
    x: number,
    y: number,
    z: number,
    sin: number,
    cos: number,
    ax: number,
    az: number,
    bx: number,
    bz: number,
    colour: Colour,
    alpha: number,
    drawn: boolean,
  ): void {
    if (!drawn) return;
    this.#lines.add(
      x + ax * cos - az * sin,
      y,
      z + ax * sin + az * cos,
      x + bx * cos - bz * sin,
      y,
      z + bx * sin + bz * cos,
      colour,
      alpha * 0.9,
      alpha * 0.9,
      1.6,
      1.6,
      0,
      0,
    );
  }

  #write(x: number, z: number, shape: MarkerShape, colour: Colour): void {
    let text = this.texts[this.textCount];
    if (text === undefined) {
      text = { x, z, text: '', colour, icon: false, alpha: 1 };
      this.texts.push(text);
    }
    text.x = x;
    text.z = z;
    text.text = shape.text;
    text.colour = colour;
    text.icon = shape.kind === 'icon';
    text.alpha = shape.alpha;
    this.textCount++;
  }

  #shape(json: string): MarkerShape | null {
    let shape = this.#shapes.get(json);
    if (shape === undefined) {
      shape = readMarkerShape(json, this.#playback.session.info.space);
      this.#shapes.set(json, shape);
    }
    return shape;
  }

  /** The team's own colour where it has one: it is the one that stays apart from the others. */
  #colour(frame: SceneFrame, id: number, text: string): Colour {
    if ((frame.entities.side[id] as number) >= 0) return frame.entities.colour(id);
    let colour = this.#colours.get(text);
    if (colour === undefined) {
      const own = parseColour(text);
      // Colours made for a light map would vanish on the dark ground.
      colour = own === null || own.r + own.g + own.b < 200 ? null : own;
      this.#colours.set(text, colour);
    }
    return colour ?? this.#palette.t2;
  }

  dispose(): void {
    this.#lines.dispose();
  }
}
