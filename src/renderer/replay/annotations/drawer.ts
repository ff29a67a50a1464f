/** Draws with the pointer, or with the arrow keys, onto the stage: takes the first button from the camera while a tool is in hand. */
import { type AnnotationOf, MOST_POINTS } from '../../../shared/annotations.ts';
import { words } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import type { DrawingPlane } from '../stage/drawing-plane.ts';
import type { Stage } from '../stage/stage.ts';
import { simplify } from './drawing-shape.ts';
import type { Annotations } from './store.ts';

type Drawing = AnnotationOf<'drawing'>;
type Point = [number, number, number];

const FADE_MS = 600;
/** What is shorter on the screen is a slip of the hand, CSS pixels. */
const SHORTEST = 6;
/** Between points of a freehand line, and to the first corner of a zone that closes it. */
const STEP = 3;
const CLOSES = 12;
const KEY_STEP = 10;
const KEY_LEAP = 50;

export class Drawer {
  readonly #stage: Stage;
  readonly #element: HTMLElement;
  readonly #playback: Playback;
  readonly #annotations: Annotations;
  readonly #abort = new AbortController();
  #plane: DrawingPlane | null = null;
  /** Where the draft began and where it is now, CSS pixels. */
  #from = { x: 0, y: 0 };
  #at = { x: 0, y: 0 };

  /** `element`: the stage's, whose pointer and keys are taken until `dispose`. */
  constructor(stage: Stage, element: HTMLElement, playback: Playback, annotations: Annotations) {
    this.#stage = stage;
    this.#element = element;
    this.#playback = playback;
    this.#annotations = annotations;
    element.dataset['drawing'] = '';
    const { signal } = this.#abort;
    const first = { capture: true, signal };
    element.addEventListener('pointerdown', (event) => this.#onDown(event), first);
    element.addEventListener('pointermove', (event) => this.#onMove(event), first);
    element.addEventListener('pointerup', (event) => this.#onUp(event), first);
    element.addEventListener('pointercancel', () => this.cancel(), first);
    element.addEventListener('keydown', (event) => this.#onKey(event), first);
    // Nobody is chosen and nobody followed by drawing over them.
    for (const type of ['click', 'dblclick'] as const) element.addEventListener(type, (event) => event.stopPropagation(), first);
  }

  /** Forgets what is being drawn; false when nothing was. */
  cancel(): boolean {
    const { desk } = this.#annotations;
    if (desk.getState().draft === null) return false;
    desk.setState({ draft: null });
    return true;
  }

  /** Keeps the zone that is being drawn. */
  close(): void {
    const { draft } = this.#annotations.desk.getState();
    if (draft?.shape !== 'zone') return;
    const corners = draft.points.slice(0, -1); // the last one still moves with the pointer
    if (corners.length >= 3) this.#keep({ ...draft, points: corners });
    else this.cancel();
  }

  dispose(): void {
    this.cancel();
    this.#annotations.desk.setState({ cursor: null });
    delete this.#element.dataset['drawing'];
    this.#abort.abort();
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    this.#element.focus({ preventScroll: true });
    this.#element.setPointerCapture(event.pointerId);
    this.#down(this.#placeOf(event));
  }

  #onMove(event: PointerEvent): void {
    if (this.#annotations.desk.getState().cursor !== null) this.#annotations.desk.setState({ cursor: null });
    if (this.#annotations.desk.getState().draft === null) return;
    event.stopPropagation();
    this.#move(this.#placeOf(event));
  }

  #onUp(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    this.#move(this.#placeOf(event));
    this.#up();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { cursor, draft, tool } = this.#annotations.desk.getState();
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    const { clientWidth, clientHeight } = this.#element;
    const here = cursor ?? { x: clientWidth / 2, y: clientHeight / 2 };
    if (way !== undefined) {
      const step = event.shiftKey ? KEY_LEAP : KEY_STEP;
      const x = Math.min(clientWidth, Math.max(0, here.x + (way[0] ?? 0) * step));
      const y = Math.min(clientHeight, Math.max(0, here.y + (way[1] ?? 0) * step));
      this.#annotations.desk.setState({ cursor: { x, y } });
      if (draft !== null) this.#move({ x, y });
    } else if (draft === null) this.#down(here);
    else if (tool !== 'zone') this.#up();
    else if (cursor === null || Math.hypot(here.x - this.#from.x, here.y - this.#from.y) < STEP) this.close();
    else this.#down(here);
  }

  #down(at: { x: number; y: number }): void {
    const { tool, draft, colour, seconds } = this.#annotations.desk.getState();
    if (tool === null) return;
    if (tool === 'eraser') return this.#erase(at);
    if (draft === null) this.#plane = this.#stage.drawingPlane();
    const point = this.#pointAt(at);
    if (point === null) return;
    if (draft !== null) {
      const isClosing = draft.points.length > 3 && this.#isNearFirst(draft, at);
      this.#from = at;
      if (isClosing) this.close();
      else
        this.#annotations.desk.setState({ draft: { ...draft, points: [...draft.points.slice(0, -1), point, point].slice(-MOST_POINTS) } });
      return;
    }
    this.#from = at;
    this.#at = at;
    const t0 = Math.floor(this.#playback.clock.t);
    const { x, y, z } = this.#plane?.normal ?? { x: 0, y: 1, z: 0 };
    const begun: Drawing = {
      id: crypto.randomUUID(),
      kind: 'drawing',
      shape: tool,
      points: [point, point],
      normal: [x, y, z],
      t0,
      t1: seconds === null ? null : t0 + seconds * 1000,
      fadeMs: FADE_MS,
      colour,
    };
    this.#annotations.desk.setState({ draft: begun });
  }

  #move(at: { x: number; y: number }): void {
    const { draft } = this.#annotations.desk.getState();
    if (draft === null) return;
    const point = this.#pointAt(at);
    if (point === null) return;
    const moved = Math.hypot(at.x - this.#at.x, at.y - this.#at.y);
    if (draft.shape === 'freehand') {
      if (moved < STEP || draft.points.length >= MOST_POINTS) return;
      this.#annotations.desk.setState({ draft: { ...draft, points: [...draft.points, point] } });
    } else {
      this.#annotations.desk.setState({ draft: { ...draft, points: [...draft.points.slice(0, -1), point] } });
    }
    this.#at = at;
  }

  #up(): void {
    const { draft } = this.#annotations.desk.getState();
    if (draft === null || draft.shape === 'zone') return; // a zone goes on corner by corner
    const isSlip = draft.points.length < 3 && Math.hypot(this.#at.x - this.#from.x, this.#at.y - this.#from.y) < SHORTEST;
    if (isSlip) this.cancel();
    else
      this.#keep(draft.shape === 'freehand' ? { ...draft, points: simplify(draft.points, this.#metresPerPixel(draft)) as Point[] } : draft);
  }

  #keep(drawing: Drawing): void {
    const { desk } = this.#annotations;
    const says = words().notes;
    // Shown by the store from the same moment on.
    void this.#annotations.put([drawing], says.said.drew[drawing.shape], true);
    desk.setState({ draft: null });
  }

  #erase({ x, y }: { x: number; y: number }): void {
    const id = this.#stage.drawingAt(x, y);
    const drawing = this.#annotations.store.getState().drawing.find((other) => other.id === id);
    const says = words().notes;
    if (drawing !== undefined) void this.#annotations.remove([drawing.id], says.said.erased[drawing.shape], true);
  }

  /** About a pixel of the way that was drawn. */
  #metresPerPixel({ points }: Drawing): number {
    const [first] = points;
    const last = points.at(-1);
    if (first === undefined || last === undefined) return 0;
    const pixels = Math.max(SHORTEST, Math.hypot(this.#at.x - this.#from.x, this.#at.y - this.#from.y));
    return Math.hypot(last[0] - first[0], last[1] - first[1], last[2] - first[2]) / pixels;
  }

  #isNearFirst({ points }: Drawing, at: { x: number; y: number }): boolean {
    const [first] = points;
    const here = this.#pointAt(at);
    const beside = this.#pointAt({ x: at.x + CLOSES, y: at.y });
    if (first === undefined || here === null || beside === null) return false;
    const reach = Math.hypot(beside[0] - here[0], beside[1] - here[1], beside[2] - here[2]);
    return Math.hypot(first[0] - here[0], first[1] - here[1], first[2] - here[2]) < reach;
  }

  #pointAt({ x, y }: { x: number; y: number }): Point | null {
    return this.#plane === null ? null : this.#stage.placeOn(this.#plane, x, y);
  }

  #placeOf(event: MouseEvent): { x: number; y: number } {
    const { left, top } = this.#element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}
