/** What was drawn on the map: areas, lines, icons, and what flies as one of them. Words are written by the label layer. Per frame only what changed is touched. */
import * as THREE from 'three';
import type { Playback } from '../playback/types.ts';
import type { GroundHeight } from './ground-height.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import { AreaBatch, IconBatch } from './marker-batches.ts';
import { frameCell, glyphCell, isDirected } from './marker-glyphs.ts';
import { markerSign, readMarkerShape, type MarkerShape } from './marker-shape.ts';
import { colour, mix, parseColour, type Colour, type Palette } from './palette.ts';
import { projectPoint } from './projector.ts';
import type { SceneFrame } from './scene.ts';

/** Half the side of an icon of scale 1, CSS pixels. */
const ICON_PX = 13;
const [SMALLEST_SCALE, LARGEST_SCALE] = [0.5, 2.5] as const;
const LINE_PX = 2.6;
/** Metres of a line that are straight on a relief, and how many pieces a side of it has at most. */
const PIECE = 30;
const MOST_PIECES = 128;
const WHITE = colour(255, 255, 255);
const DARK = colour(9, 11, 13);
/** Colours made for a light map are lightened until they stand out from the dark ground: the least of 0.3 r + 0.59 g + 0.11 b. */
const LEAST_LIGHT = 105;
/** Where the values of a marker lie in what was seen of it. */
const SEEN = 5;

export interface MarkerText {
  x: number;
  /** NaN on the ground. */
  y: number;
  z: number;
  readonly text: string;
  readonly colour: Colour;
  readonly alpha: number;
  /** Between the place and the words, CSS pixels. */
  readonly gap: number;
}

interface Look {
  readonly shape: MarkerShape;
  readonly colour: Colour;
  readonly cell: number;
  readonly frame: number;
  readonly isDirected: boolean;
}

export class MarkerLayer {
  readonly object = new THREE.Group();
  /** The first `textCount` are to be written now. */
  readonly texts: MarkerText[] = [];
  textCount = 0;
  /** Markers that were written anew in the last update. */
  touched = 0;
  readonly #areas: AreaBatch;
  readonly #icons: IconBatch;
  readonly #lines: LineBatch;
  readonly #playback: Playback;
  readonly #palette: Palette;
  #ids = new Int32Array(0);
  #flies = new Uint8Array(0);
  /** By entity: string index of its shape. */
  #shapes = new Int32Array(0);
  /** By marker: what is drawn, string index (0 for nothing), and x, y, z, heading, team of it. */
  #shown = new Int32Array(0);
  #seen = new Float32Array(0);
  #words: (MarkerText | null)[] = [];
  #hasLine = new Uint8Array(0);
  readonly #looks = new Map<number, Look | null>();
  /** What the last update looked at: another choice of layers or side means to begin anew. */
  #view: unknown[] = [];
  #relief: GroundHeight['relief'] = null;
  #wordsChanged = false;
  readonly #spot = new Float32Array(2);
  #linesChanged = false;

  /** `atlas`: the signs, see marker-glyphs.ts. */
  constructor(uniforms: ScreenUniforms, playback: Playback, palette: Palette, atlas: THREE.Texture) {
    this.#areas = new AreaBatch(uniforms, 9);
    this.#lines = new LineBatch(uniforms, 256, 10);
    this.#lines.commit();
    this.#icons = new IconBatch(uniforms, atlas, 30);
    this.#playback = playback;
    this.#palette = palette;
    this.object.add(this.#areas.object, this.#lines.object, this.#icons.object);
    this.grow();
  }

  /** Finds the markers among the entities that are known now. */
  grow(): void {
    const { entities } = this.#playback.session;
    const drawn = entities.filter(({ id, kind }) => id !== 0 && (kind === 'marker' || kind === 'projectile'));
    if (this.#shapes.length < this.#playback.state.exists.length) this.#shapes = new Int32Array(this.#playback.state.exists.length);
    if (drawn.length === this.#ids.length) return;
    this.#ids = Int32Array.from(drawn, ({ id }) => id);
    this.#flies = Uint8Array.from(drawn, ({ kind }) => (kind === 'projectile' ? 1 : 0));
    const count = drawn.length;
    // A live session draws something every other moment: there is room for more.
    const room = Math.max(64, 2 ** Math.ceil(Math.log2(count + 1)));
    if (room > this.#shown.length) {
      this.#shown = new Int32Array(room);
      this.#seen = new Float32Array(room * SEEN);
      this.#hasLine = new Uint8Array(room);
      this.#areas.resize(room);
      this.#icons.resize(room);
    }
    while (this.#words.length < room) this.#words.push(null);
    this.#view = [];
  }

  update(frame: SceneFrame): void {
    const { layers, markerSide } = frame.view;
    this.touched = 0;
    this.object.visible = layers.markers || layers.projectiles;
    this.textCount = 0;
    if (!this.object.visible) {
      this.#view = [];
      return;
    }
    const { groundHeight } = frame.entities;
    const { relief } = groundHeight;
    if (relief !== this.#relief) {
      this.#relief = relief;
      this.#areas.relief = relief;
      this.#view = [];
      this.#linesChanged = true;
    }
    // Without relief areas and lines lie at height 0 of their own objects: that the ground's height follows the camera does not rebuild them.
    for (const object of [this.#areas.object, this.#lines.object]) {
      object.position.y = relief === null ? frame.ground : 0;
      object.updateMatrixWorld();
    }
    this.#icons.ground = frame.ground;
    const isKnown = this.#playback.latest('shape', this.#shapes);
    const anew = this.#begin(layers.markers, layers.projectiles, markerSide);
    if (isKnown || anew) this.#look(frame, anew);
    if (this.#linesChanged) this.#drawLines(groundHeight);
    if (this.#wordsChanged) this.#gatherWords();
    this.#areas.commit();
    this.#icons.commit();
    this.textCount = layers.markers && layers.markerNames ? this.texts.length : 0;
  }

  /** EntityId of the sign nearest to a point of the screen (CSS pixels) that it lies on, 0 for none. Areas and lines are picked at their middle. */
  markerAt({ matrix, width, height, entities }: SceneFrame, x: number, y: number): number {
    if (!this.object.visible) return 0;
    let best = 0;
    let nearest = Infinity;
    for (let n = 0; n < this.#ids.length; n++) {
      const look = this.#shown[n] === 0 ? null : this.#lookOf(this.#shown[n] as number);
      if (look === null || look.shape.alpha <= 0) continue;
      const at = n * SEEN;
      const [placeX, placeZ] = look.shape.points[Math.floor((look.shape.points.length - 1) / 2)] ?? [
        this.#seen[at] as number,
        this.#seen[at + 2] as number,
      ];
      const { groundHeight } = entities;
      const placeY =
        this.#flies[n] === 1 ? groundHeight.lift(placeX, this.#seen[at + 1] as number, placeZ) : groundHeight.drawn(placeX, placeZ, 0);
      if (!projectPoint(matrix, width, height, placeX, placeY, placeZ, this.#spot)) continue;
      const off = Math.hypot((this.#spot[0] as number) - x, (this.#spot[1] as number) - y);
      if (off >= nearest || off > iconRadius(look.shape)) continue;
      best = this.#ids[n] as number;
      nearest = off;
    }
    return best;
  }

  #begin(...view: unknown[]): boolean {
    if (view.every((value, i) => value === this.#view[i]) && this.#view.length > 0) return false;
    this.#view = view;
    return true;
  }

  /** Whose markers changed. */
  #look(frame: SceneFrame, anew: boolean): void {
    const { state, view } = frame;
    const { exists, position, heading } = state;
    const { teams } = this.#playback.session.profile;
    const side = view.markerSide === null ? -1 : teams.findIndex(({ id }) => id === view.markerSide);
    const { markers, projectiles } = view.layers;
    const seen = this.#seen;
    for (let n = 0; n < this.#ids.length; n++) {
      const id = this.#ids[n] as number;
      const flies = this.#flies[n] === 1;
      const team = state.team[id] as number;
      const isWanted = exists[id] === 1 && (flies ? projectiles : markers) && (side < 0 || team < 0 || team === side);
      const shape = isWanted ? (this.#shapes[id] as number) : 0;
      const before = this.#shown[n] as number;
      if (shape === 0 && before === 0 && !anew) continue;
      const at = n * SEEN;
      const x = position[id * 3] as number;
      const y = position[id * 3 + 1] as number;
      const z = position[id * 3 + 2] as number;
      const turn = heading[id] as number;
      if (
        shape === before &&
        !anew &&
        x === seen[at] &&
        y === seen[at + 1] &&
        z === seen[at + 2] &&
        Object.is(turn, seen[at + 3]) &&
        team === seen[at + 4]
      )
        continue;
      seen[at] = x;
      seen[at + 1] = y;
      seen[at + 2] = z;
      seen[at + 3] = turn;
      seen[at + 4] = team;
      this.#shown[n] = shape;
      this.#draw(
        frame.entities.groundHeight,
        n,
        shape === 0 || !Number.isFinite(x) || !Number.isFinite(z) ? null : this.#lookOf(shape),
        shape !== before || anew,
      );
    }
  }

  /** `isOther`: more than its place is another. */
  #draw(ground: GroundHeight, n: number, look: Look | null, isOther: boolean): void {
    this.touched++;
    const at = n * SEEN;
    const x = this.#seen[at] as number;
    const z = this.#seen[at + 2] as number;
    const turn = this.#seen[at + 3] as number;
    const y = this.#flies[n] === 1 ? ground.lift(x, this.#seen[at + 1] as number, z) : ground.drawn(x, z, Number.NaN);
    const shape = look?.shape;
    const kind = look === null || look.shape.alpha <= 0 ? null : look.shape.kind;
    if (isOther) {
      const isLine = kind === 'polyline' ? 1 : 0;
      if (isLine === 1 || this.#hasLine[n] === 1) this.#linesChanged = true;
      this.#hasLine[n] = isLine;
      this.#write(ground, n, look, x, y, z);
    } else this.#moveWords(n, x, y, z);
    if (look !== null && shape !== undefined && (kind === 'ellipse' || kind === 'rectangle')) {
      const heading = Number.isFinite(turn) ? turn : 0;
      this.#areas.put(n, x, z, heading, shape.size[0], shape.size[1], kind === 'ellipse', shape.brush, look.colour, shape.alpha);
    } else this.#areas.clear(n);
    if (look !== null && shape !== undefined && kind === 'icon') {
      const heading = look.isDirected && Number.isFinite(turn) ? turn : Number.NaN;
      this.#icons.put(n, x, y, z, look.cell, look.frame, iconRadius(shape), heading, look.colour, shape.alpha);
    } else this.#icons.clear(n);
  }

  #write(ground: GroundHeight, n: number, look: Look | null, x: number, y: number, z: number): void {
    const { shape, colour } = look ?? {};
    const text = shape?.text ?? '';
    const isWritten = shape !== undefined && colour !== undefined && text !== '' && shape.alpha > 0 && this.#flies[n] === 0;
    if (!isWritten && this.#words[n] === null) return;
    const gap = shape?.kind === 'icon' ? iconRadius(shape) * 0.8 : 4;
    // A line is named at its middle.
    const [wordX, wordZ] = shape?.points[Math.floor((shape.points.length - 1) / 2)] ?? [x, z];
    this.#words[n] = isWritten
      ? {
          x: wordX,
          y: shape.kind === 'polyline' ? ground.drawn(wordX, wordZ, Number.NaN) : y,
          z: wordZ,
          text,
          colour,
          alpha: shape.alpha,
          gap,
        }
      : null;
    this.#wordsChanged = true;
  }

  #moveWords(n: number, x: number, y: number, z: number): void {
    const words = this.#words[n];
    if (words === null || words === undefined || this.#hasLine[n] === 1) return;
    words.x = x;
    words.y = y;
    words.z = z;
  }

  #gatherWords(): void {
    this.#wordsChanged = false;
    this.texts.length = 0;
    for (const words of this.#words) if (words !== null) this.texts.push(words);
  }

  /** Lines change seldom: all of them anew. A dark rim lies under each. */
  #drawLines(ground: GroundHeight): void {
    this.#linesChanged = false;
    this.#lines.clear();
    for (let n = 0; n < this.#ids.length; n++) {
      const look = this.#hasLine[n] === 1 ? this.#lookOf(this.#shown[n] as number) : null;
      if (look === null) continue;
      this.#drawLine(ground, look.shape, DARK, LINE_PX + 2, 0.6);
      this.#drawLine(ground, look.shape, look.colour, LINE_PX, 1);
    }
    this.#lines.commit();
  }

  /** Over a relief in short pieces. */
  #drawLine(ground: GroundHeight, { points, alpha }: MarkerShape, tint: Colour, width: number, strength: number): void {
    const a = alpha * strength;
    for (let i = 0; i + 1 < points.length; i++) {
      const [ax, az] = points[i] as readonly [number, number];
      const [bx, bz] = points[i + 1] as readonly [number, number];
      const pieces = this.#relief === null ? 1 : Math.min(MOST_PIECES, Math.ceil(Math.hypot(bx - ax, bz - az) / PIECE) || 1);
      let [x, z] = [ax, az];
      let y = ground.drawn(x, z, 0);
      for (let n = 1; n <= pieces; n++) {
        const toX = ax + ((bx - ax) * n) / pieces;
        const toZ = az + ((bz - az) * n) / pieces;
        const toY = ground.drawn(toX, toZ, 0);
        this.#lines.add(x, y, z, toX, toY, toZ, tint, a, a, width, width, 0, 0);
        [x, y, z] = [toX, toY, toZ];
      }
    }
  }

  /** By string index. */
  #lookOf(index: number): Look | null {
    let look = this.#looks.get(index);
    if (look === undefined) {
      const { strings, info, profile } = this.#playback.session;
      const shape = readMarkerShape(strings[index] ?? '', info.space);
      const sign = markerSign(profile.markers, shape?.icon ?? '');
      look =
        shape === null
          ? null
          : {
              shape,
              colour: this.#legible(shape.colour),
              cell: glyphCell(sign.glyph),
              frame: frameCell(sign.frame),
              isDirected: isDirected(sign.glyph),
            };
      this.#looks.set(index, look);
    }
    return look;
  }

  #legible(text: string): Colour {
    const own = parseColour(text);
    if (own === null) return this.#palette.t2;
    const light = 0.3 * own.r + 0.59 * own.g + 0.11 * own.b;
    return light >= LEAST_LIGHT ? own : mix(own, WHITE, (LEAST_LIGHT - light) / (255 - light));
  }

  dispose(): void {
    this.#areas.dispose();
    this.#lines.dispose();
    this.#icons.dispose();
  }
}

function iconRadius({ size }: MarkerShape): number {
  const scale = Math.max(size[0], size[1]) || 1;
  return ICON_PX * Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, scale));
}
