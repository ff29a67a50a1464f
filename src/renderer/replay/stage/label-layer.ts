/** Names, crew numbers, grid references and distances, on one 2D canvas over the picture. Who gets a label, in which order, and how it looks. */
import type { WorldProfile } from '../../../shared/games/profile.ts';
import { EVENT_IMPORTANCE } from '../../../shared/session/event-types.ts';
import { eventWords } from '../panels/event-words.ts';
import type { Playback } from '../playback/types.ts';
import type { Callouts } from './callouts.ts';
import { LIFE_DEAD, SHAPE_DISC, SHAPE_HULL, SHAPE_NONE } from './entity-picture.ts';
import { KILL_MS, LABEL_MS, LINE_KILL, type EventLines } from './event-lines.ts';
import { firstAtOrAfter } from './event-search.ts';
import { gridReference, metres, visibleStep } from './grid-reference.ts';
import { LabelPlacer } from './label-placement.ts';
import type { MarkerLayer, MarkerText } from './marker-layer.ts';
import { mix, type Colour, type Palette } from './palette.ts';
import { projectPoint } from './projector.ts';
import type { SceneFrame } from './scene.ts';
import { TextRuns, type TextLook, type TextRun } from './text-runs.ts';

const PLATE = 'rgb(13 15 17 / 0.72)';
const CHOSEN_PLATE = 'rgb(13 15 17 / 0.88)';
/** Ranks, most important first. */
const CHOSEN = 0;
const HOVERED = 1;
const ACTOR = 2;
const EVENT = 3;
const HUMAN = 4;
const OTHER = 5;
const NOBODY = 9;
const MOST_CANDIDATES = 72;
/** A smaller hull has no room for the number, CSS pixels. */
const SMALLEST_FOR_CREW = 6.4;
/** Cells in which glyphs are looked up, and the room that one takes, CSS pixels. */
const CELL = 12;
const GLYPH = 4;
const MOST_DETAILS = 64;
/** Words beside markers that are on the screen at once, and for how many a place is looked for in a frame. */
const MOST_MARKERS = 48;
const MOST_MARKERS_TRIED = 160;
/** Where along a kill line its words may stand: in the middle, or nearer to the target when there is no room. */
const WEAPON_PLACES = [0.5, 0.7, 0.85] as const;
/** Between a callout and the middle of what it is about, CSS pixels. */
const CALLOUT_GAP = 9;
const REFERENCE_SPAN = 7;
/** Metres between the lengths written beside an arena's floor. */
const LENGTH_STEP = 20;
const REFERENCE_PX = 76;
const REFERENCE_APART = 150;
/** A label that stands counts as this much nearer: two that fight for one place do not take turns. */
const STANDING = 0.8;

export interface Reserved {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class LabelLayer {
  readonly canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  readonly #playback: Playback;
  readonly #palette: Palette;
  #placer = new LabelPlacer(0);
  #rank = new Uint8Array(0);
  readonly #key = new Float32Array(MOST_CANDIDATES);
  readonly #candidate = new Int32Array(MOST_CANDIDATES);
  readonly #point = new Float32Array(2);
  readonly #looks: ReadonlyMap<Colour, TextLook>;
  readonly #chosenLooks: ReadonlyMap<Colour, TextLook>;
  readonly #strong: ReadonlyMap<Colour, Colour>;
  readonly #weapon: TextLook;
  readonly #place: TextLook;
  readonly #references = new Map<number, string>();
  /** By seq: what the event list says below the kill's line. */
  readonly #details = new Map<number, string>();
  readonly #onWords: () => void;
  readonly #markerLooks = new Map<Colour, TextLook>();
  readonly #hull: WorldProfile['boxes'][number] | undefined;
  #names: (string | null)[] = [];
  #namesAt = Number.NaN;
  #runs = new TextRuns(1);
  #ratio = 1;
  #cells = new Uint8Array(0);
  #columns = 0;
  #reserved: readonly Reserved[] = [];
  readonly #crewLook: TextLook;

  /** `onWords`: words have come that a frame already drawn lacks. */
  constructor(playback: Playback, palette: Palette, onWords: () => void) {
    const context = this.canvas.getContext('2d');
    if (context === null) throw new Error('no 2D canvas');
    this.#context = context;
    this.#playback = playback;
    this.#palette = palette;
    this.#onWords = onWords;
    const { entities, profile } = playback.session;
    this.#hull = profile.world.boxes.find((box) => box.role === 'hull');
    this.grow(entities.length);
    const family = palette.fontFamily;
    const look = (ink: Colour): TextLook => ({
      font: `500 12px ${family}`,
      ink,
      plate: PLATE,
      rim: false,
      border: null,
      height: 18,
      padding: 5,
    });
    const chosen = (ink: Colour): TextLook => ({
      font: `600 13px ${family}`,
      ink,
      plate: CHOSEN_PLATE,
      rim: false,
      border: palette.accent.css,
      height: 20,
      padding: 6,
    });
    const inks = [...Object.values(palette.teamText), ...Object.values(palette.team), palette.t1];
    this.#looks = new Map(inks.map((ink) => [ink, look(ink)]));
    this.#chosenLooks = new Map(inks.map((ink) => [ink, chosen(mix(ink, palette.t1, 0.5))]));
    this.#strong = new Map(Object.values(palette.teamText).map((text, i) => [text, Object.values(palette.team)[i] ?? text]));
    this.#weapon = { ...look(palette.t1), font: `500 11.5px ${family}` };
    this.#place = { font: `400 11px ${family}`, ink: palette.t3, plate: null, rim: true, border: null, height: 15, padding: 3 };
    this.#crewLook = { font: `700 10px ${family}`, ink: palette.bg, plate: null, rim: false, border: null, height: 13, padding: 1 };
  }

  /** Makes room for so many entities. */
  grow(count: number): void {
    if (count <= this.#rank.length) return;
    this.#placer = new LabelPlacer(count);
    this.#rank = new Uint8Array(count);
    this.#names = Array.from({ length: count }, () => null);
  }

  /** True when a label waits to change: draw again soon. */
  get waiting(): boolean {
    return this.#placer.waiting;
  }

  resize(width: number, height: number, ratio: number): void {
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    if (ratio !== this.#ratio) this.#runs = new TextRuns(ratio);
    this.#ratio = ratio;
  }

  /** Rectangles that labels keep out of, CSS pixels. */
  reserve(rectangles: readonly Reserved[]): void {
    this.#reserved = rectangles;
  }

  /** After the fonts have come. */
  refresh(): void {
    this.#runs.clear();
  }

  update(frame: SceneFrame, lines: EventLines, markers: MarkerLayer, callouts: Callouts, target: number): void {
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.#placer.begin(frame.width, frame.height, frame.now);
    for (const { x, y, width, height } of this.#reserved) this.#placer.reserve(x, y, width, height);
    this.#rankEverybody(frame, lines, target);
    const count = this.#choose(frame);
    this.#reserveGlyphs(frame, count);
    this.#crew(frame);
    this.#callouts(frame, callouts);
    for (let n = 0; n < count; n++) this.#label(frame, this.#candidate[n] as number, target);
    if (frame.view.layers.kills) this.#weapons(frame, lines);
    if (frame.view.layers.markers) this.#markers(frame, markers);
    if (!frame.view.layers.grid) return;
    const { world } = this.#playback.session.profile;
    if (world.kind === 'arena') this.#lengths(frame);
    else this.#ground(frame);
  }

  #rankEverybody(frame: SceneFrame, lines: EventLines, target: number): void {
    const { entities, state, view } = frame;
    const rank = this.#rank;
    const { labels } = view.layers;
    for (let i = 1; i < entities.count; i++) {
      rank[i] = NOBODY;
      if (labels === 'none' || entities.shape[i] === SHAPE_NONE || state.life[i] === LIFE_DEAD) continue;
      if (entities.humans[i] !== 0) rank[i] = HUMAN;
      else if (labels === 'all' && (entities.isPerson[i] === 1 || entities.isVehicle[i] === 1)) rank[i] = OTHER;
    }
    if (labels !== 'none') {
      const { events } = this.#playback.session;
      for (
        let i = firstAtOrAfter(events.t, events.count, frame.t - LABEL_MS);
        i < events.count && (events.t[i] as number) <= frame.t;
        i++
      ) {
        if ((EVENT_IMPORTANCE[events.type[i] as number] ?? 0) < 2) continue;
        this.#raise(frame, events.actor[i] as number, EVENT);
        this.#raise(frame, events.target[i] as number, EVENT);
      }
      if (lines.latest >= 0) {
        this.#raise(frame, events.actor[lines.latest] as number, ACTOR);
        if (target !== 0) this.#raise(frame, target, ACTOR);
      }
      const led = view.lead?.subjectsAt?.(frame.t);
      if (led !== undefined) for (const entity of led) this.#raise(frame, entity, ACTOR);
    }
    if (view.hovered !== null) this.#raise(frame, view.hovered, HOVERED);
    if (view.selected !== null) this.#raise(frame, view.selected, CHOSEN);
  }

  #raise(frame: SceneFrame, entity: number, to: number): void {
    if (entity <= 0) return;
    const shown = frame.entities.shown(frame.state, entity);
    if (frame.entities.shape[shown] === SHAPE_NONE) return;
    // AI is named only when chosen or hovered, or when it takes part in the event of the moment.
    if (to === EVENT && frame.entities.humans[shown] === 0) return;
    if ((this.#rank[shown] as number) > to) this.#rank[shown] = to;
  }

  /** The most important ones, in order, by insertion into a list of fixed size. */
  #choose(frame: SceneFrame): number {
    const { projected, count } = frame.entities;
    let found = 0;
    for (let i = 1; i < count; i++) {
      const rank = this.#rank[i] as number;
      if (rank === NOBODY || !((projected.radius[i] as number) > 0)) continue;
      const near = (projected.depth[i] as number) * (this.#placer.isShown(i) ? STANDING : 1);
      const key = rank * 1e6 + near;
      if (found === MOST_CANDIDATES && key >= (this.#key[found - 1] as number)) continue;
      let at = found === MOST_CANDIDATES ? found - 1 : found++;
      while (at > 0 && (this.#key[at - 1] as number) > key) {
        this.#key[at] = this.#key[at - 1] as number;
        this.#candidate[at] = this.#candidate[at - 1] as number;
        at--;
      }
      this.#key[at] = key;
      this.#candidate[at] = i;
    }
    return found;
  }

  /** Labels leave the glyphs of named things free. */
  #reserveGlyphs(frame: SceneFrame, count: number): void {
    const { projected } = frame.entities;
    for (let n = 0; n < count; n++) {
      const i = this.#candidate[n] as number;
      const radius = (projected.radius[i] as number) * 0.85;
      this.#placer.reserve((projected.x[i] as number) - radius, (projected.y[i] as number) - radius, radius * 2, radius * 2);
    }
  }

  #label(frame: SceneFrame, i: number, target: number): void {
    const { projected } = frame.entities;
    const rank = this.#rank[i] as number;
    const ink = frame.entities.textColour(i);
    const strong = rank === ACTOR && i === target ? (this.#strong.get(ink) ?? ink) : ink;
    const look =
      (rank === CHOSEN
        ? this.#chosenLooks.get(ink)
        : this.#looks.get(frame.entities.shape[i] === SHAPE_DISC ? this.#palette.t1 : strong)) ?? this.#place;
    const run = this.#runs.get(
      look,
      this.#name(frame, rank === CHOSEN ? (frame.view.selected ?? i) : rank === HOVERED ? (frame.view.hovered ?? i) : i),
    );
    const grown = rank === CHOSEN || i === target ? 4 : 0;
    const radius = (projected.radius[i] as number) * (frame.entities.shape[i] === SHAPE_HULL ? 1.25 : 1) + grown;
    if (this.#placer.place(i, projected.x[i] as number, projected.y[i] as number, radius, run.width, run.height, rank <= HOVERED))
      this.#copy(run.image, this.#placer.x, this.#placer.y);
  }

  /** What it is called now: a name channel is asked again when time has moved. */
  #name(frame: SceneFrame, i: number): string {
    if (this.#namesAt !== frame.t) {
      this.#names.fill(null);
      this.#namesAt = frame.t;
    }
    const known = this.#names[i];
    if (known !== null && known !== undefined) return known;
    const now = this.#playback.value(i, 'name');
    const name = typeof now === 'string' && now !== '' ? now : (this.#playback.session.entities[i]?.name ?? '');
    this.#names[i] = name;
    return name;
  }

  /** Bitmaps land on whole device pixels: anything else would blur them. */
  #copy(image: HTMLCanvasElement, x: number, y: number): void {
    this.#context.drawImage(image, Math.round(x * this.#ratio), Math.round(y * this.#ratio));
  }

  #crew(frame: SceneFrame): void {
    const { entities } = frame;
    for (let i = 1; i < entities.count; i++) {
      const aboard = entities.crew[i] as number;
      if (aboard === 0 || entities.shape[i] !== SHAPE_HULL || frame.state.life[i] === LIFE_DEAD) continue;
      if ((entities.projected.radius[i] as number) < SMALLEST_FOR_CREW) continue;
      const run = this.#runs.get(this.#crewLook, DIGITS[aboard] ?? '9+');
      this.#copy(run.image, (entities.projected.x[i] as number) - run.width / 2, (entities.projected.y[i] as number) - run.height / 2);
    }
  }

  /** Beside their places, on the left where that is free. */
  #callouts(frame: SceneFrame, { count, place, text }: Callouts): void {
    for (let n = 0; n < count; n++) {
      const at = n * 3;
      const isSeen = projectPoint(
        frame.matrix,
        frame.width,
        frame.height,
        place[at] as number,
        place[at + 1] as number,
        place[at + 2] as number,
        this.#point,
      );
      if (!isSeen) continue;
      const run = this.#runs.get(this.#weapon, text[n] ?? '');
      const top = (this.#point[1] as number) - run.height - CALLOUT_GAP;
      const middle = this.#point[0] as number;
      const left = middle - run.width - CALLOUT_GAP;
      const free = this.#placer.isFree(left, top, run.width, run.height) ? left : middle + CALLOUT_GAP;
      this.#placer.reserve(free, top, run.width, run.height);
      this.#copy(run.image, free, top);
    }
  }

  /** Weapon and distance beside the newest kill lines, in the words of the event list. */
  #weapons(frame: SceneFrame, lines: EventLines): void {
    const { events } = this.#playback.session;
    for (let n = lines.count - 1, shown = 0; n >= 0 && shown < 3; n--) {
      if (lines.kind[n] !== LINE_KILL) continue;
      const seq = lines.seq[n] as number;
      if (frame.t - (events.t[seq] as number) > KILL_MS * 0.8) continue;
      const at = n * 6;
      const { ends } = lines;
      const ax = ends[at] as number;
      const az = ends[at + 2] as number;
      const bx = ends[at + 3] as number;
      const bz = ends[at + 5] as number;
      const ya = ends[at + 1] as number;
      const yb = ends[at + 4] as number;
      const detail = this.#detail(seq);
      if (detail === '') continue;
      const run = this.#runs.get(this.#weapon, detail);
      shown++;
      for (const along of WEAPON_PLACES) {
        const y = (Number.isFinite(ya) ? ya + (yb - ya) * along : frame.ground) + 0.9;
        if (!projectPoint(frame.matrix, frame.width, frame.height, ax + (bx - ax) * along, y, az + (bz - az) * along, this.#point))
          continue;
        const x = (this.#point[0] as number) - run.width / 2;
        const top = (this.#point[1] as number) - run.height / 2;
        if (x < 0 || top < 0 || x + run.width > frame.width || top + run.height > frame.height) continue;
        if (!this.#placer.isFree(x, top, run.width, run.height)) continue;
        this.#placer.reserve(x, top, run.width, run.height);
        this.#copy(run.image, x, top);
        break;
      }
    }
  }

  /** What is known without the payload, until that has come. */
  #detail(seq: number): string {
    const known = this.#details.get(seq);
    if (known !== undefined) return known;
    const { session } = this.#playback;
    if (this.#details.size >= MOST_DETAILS) this.#details.clear();
    const now = eventWords(session, seq, null).detail;
    this.#details.set(seq, now);
    void session.eventData(seq).then((data) => {
      const detail = eventWords(session, seq, data).detail;
      if (detail === now) return;
      this.#details.set(seq, detail);
      this.#onWords();
    });
    return now;
  }

  /** As many as there is room for, and no more than can be read. */
  #markers(frame: SceneFrame, markers: MarkerLayer): void {
    const context = this.#context;
    for (let n = 0, tried = 0, written = 0; n < markers.textCount && tried < MOST_MARKERS_TRIED && written < MOST_MARKERS; n++) {
      const marker = markers.texts[n] as MarkerText;
      const height = Number.isNaN(marker.y) ? frame.entities.groundHeight.drawn(marker.x, marker.z, frame.ground) : marker.y;
      if (!projectPoint(frame.matrix, frame.width, frame.height, marker.x, height, marker.z, this.#point)) continue;
      const x = this.#point[0] as number;
      const y = this.#point[1] as number;
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
      tried++;
      const run = this.#runs.get(this.#markerLook(marker.colour), marker.text);
      const left = x - run.width / 2;
      const top = y - run.height - marker.gap;
      if (!this.#placer.isFree(left, top, run.width, run.height)) continue;
      this.#placer.reserve(left, top, run.width, run.height);
      written++;
      context.globalAlpha = marker.alpha;
      this.#copy(run.image, left, top);
      context.globalAlpha = 1;
    }
  }

  #markerLook(colour: Colour): TextLook {
    let look = this.#markerLooks.get(colour);
    if (look === undefined) {
      look = { ...this.#weapon, ink: mix(colour, this.#palette.t1, 0.4) };
      this.#markerLooks.set(colour, look);
    }
    return look;
  }

  /** Metres from the middle, along the side of an arena's floor that is nearest to the camera. */
  #lengths(frame: SceneFrame): void {
    const { world } = this.#playback.session.profile;
    const box = this.#hull;
    if (box === undefined || world.grid.reference === 'none') return;
    const long = box.max[2] - box.min[2] >= box.max[0] - box.min[0] ? 2 : 0;
    const across = 2 - long;
    const { position } = frame.camera;
    const eye = across === 0 ? position.x : position.z;
    const near = eye > ((box.min[across] ?? 0) + (box.max[across] ?? 0)) / 2 ? (box.max[across] ?? 0) : (box.min[across] ?? 0);
    const middle = ((box.min[long] ?? 0) + (box.max[long] ?? 0)) / 2;
    const half = ((box.max[long] ?? 0) - (box.min[long] ?? 0)) / 2;
    for (let along = -Math.floor(half / LENGTH_STEP) * LENGTH_STEP; along <= half - 2; along += LENGTH_STEP) {
      const x = long === 0 ? middle + along : near;
      const z = long === 0 ? near : middle + along;
      if (!projectPoint(frame.matrix, frame.width, frame.height, x, frame.ground, z, this.#point)) continue;
      const run = this.#runs.get(this.#place, this.#reference(Math.abs(along), 0, 1, 'metres'));
      const left = (this.#point[0] as number) - run.width / 2;
      const top = (this.#point[1] as number) + 2;
      if (this.#placer.isFree(left, top, run.width, run.height)) this.#copy(run.image, left, top);
    }
  }

  /** References at the corners of the grid squares, fainter with distance. */
  #ground(frame: SceneFrame): void {
    const { world } = this.#playback.session.profile;
    if (world.grid.reference === 'none') return;
    const perPixel = (2 * frame.focusDistance * Math.tan((frame.camera.fov * Math.PI) / 360)) / frame.height;
    const step = visibleStep(world.grid.steps, perPixel, REFERENCE_PX);
    if (step <= 0) return;
    // Not at every corner where they are close: every second or fifth.
    const apart = REFERENCE_APART / (step / perPixel);
    const every = apart <= 1 ? 1 : apart <= 2 ? 2 : apart <= 5 ? 5 : 10;
    const middleX = Math.round(frame.focus.x / step / every) * every;
    const middleZ = Math.round(frame.focus.z / step / every) * every;
    this.#markGlyphs(frame);
    const context = this.#context;
    for (let i = -REFERENCE_SPAN; i <= REFERENCE_SPAN; i++) {
      for (let j = -REFERENCE_SPAN; j <= REFERENCE_SPAN; j++) {
        const x = (middleX + i * every) * step;
        const z = (middleZ + j * every) * step;
        const height = frame.entities.groundHeight.drawn(x, z, frame.ground);
        if (!projectPoint(frame.matrix, frame.width, frame.height, x, height, z, this.#point)) continue;
        const px = this.#point[0] as number;
        const py = this.#point[1] as number;
        if (px < -40 || py < -10 || px > frame.width || py > frame.height) continue;
        const away = Math.hypot(x - frame.camera.position.x, height - frame.camera.position.y, z - frame.camera.position.z);
        const alpha = 0.8 * Math.min(1, Math.max(0, 2.2 - away / frame.focusDistance));
        if (alpha < 0.12) continue;
        const run = this.#runs.get(this.#place, this.#reference(middleX + i * every, middleZ + j * every, step, world.grid.reference));
        if (!this.#placer.isFree(px + 2, py - run.height, run.width, run.height) || this.#hidesGlyph(px + 2, py - run.height, run))
          continue;
        this.#placer.reserve(px + 2, py - run.height, run.width, run.height);
        context.globalAlpha = alpha;
        this.#copy(run.image, px + 2, py - run.height);
      }
    }
    context.globalAlpha = 1;
  }

  /** Marks which cells of the screen hold a glyph. Names may lie over the glyphs of others; words on the ground never do. */
  #markGlyphs(frame: SceneFrame): void {
    const { projected, count } = frame.entities;
    this.#columns = Math.ceil(frame.width / CELL);
    const cells = this.#columns * Math.ceil(frame.height / CELL);
    if (this.#cells.length < cells) this.#cells = new Uint8Array(cells);
    this.#cells.fill(0);
    for (let i = 1; i < count; i++) {
      const x = projected.x[i] as number;
      const y = projected.y[i] as number;
      if (!((projected.radius[i] as number) > 0) || x < 0 || y < 0 || x >= frame.width || y >= frame.height) continue;
      this.#cells[Math.floor(y / CELL) * this.#columns + Math.floor(x / CELL)] = 1;
    }
  }

  #hidesGlyph(left: number, top: number, { width, height }: TextRun): boolean {
    const right = Math.min(this.#columns - 1, Math.floor((left + width + GLYPH) / CELL));
    for (let row = Math.max(0, Math.floor((top - GLYPH) / CELL)); row <= Math.floor((top + height + GLYPH) / CELL); row++)
      for (let column = Math.max(0, Math.floor((left - GLYPH) / CELL)); column <= right; column++)
        if (this.#cells[row * this.#columns + column] === 1) return true;
    return false;
  }

  #reference(i: number, j: number, step: number, style: 'arma' | 'metres' | 'none'): string {
    const key = ((i + 40_000) * 80_000 + j + 40_000) * 16 + Math.round(Math.log10(step) * 3);
    let text = this.#references.get(key);
    if (text === undefined) {
      text =
        style === 'arma'
          ? gridReference(i * step, j * step, step)
          : j === 0
            ? metres(i * step)
            : `${metres(i * step)}, ${metres(j * step)}`;
      if (this.#references.size > 2000) this.#references.clear();
      this.#references.set(key, text);
    }
    return text;
  }
}

const DIGITS = ['', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
