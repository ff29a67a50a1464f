/** What people draw on the stage, as thick lines in the world with a dark edge, and pins where comments are about a place. */
import type * as THREE from 'three';
import type { AnnotationOf } from '../../../shared/annotations.ts';
import { annotationColour } from '../annotations/colours.ts';
import { distanceTo, drawingLines } from '../annotations/drawing-shape.ts';
import type { Relief } from '../ground/relief.ts';
import type { LoadedSession } from '../playback/types.ts';
import type { Callouts } from './callouts.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import { colour, type Colour, type Palette, parseColour } from './palette.ts';
import { projectPoint } from './projector.ts';
import type { SceneFrame } from './scene.ts';

type Drawing = AnnotationOf<'drawing'>;
type Comment = AnnotationOf<'comment'>;

/** CSS pixels. */
const WIDTH = 3.4;
const EDGE = 2.6;
const HIT = 9;
/** Over the ground, so that lines do not flicker in it; metres. */
const LIFT = 0.15;
/** A comment's pin is there from so long before its moment until so long after it, ms. */
const PIN_BEFORE = 1500;
const PIN_AFTER = 8000;
/** Of the distance to what the camera looks at. */
const PIN_HEIGHT = 0.05;
const MOST_WORDS = 48;

/** What of the annotations a stage shows. */
export interface StageDrawings {
  readonly drawings: readonly Drawing[];
  readonly comments: readonly Comment[];
  /** What is being drawn now. */
  readonly draft: Drawing | null;
}

interface Shape {
  readonly drawing: Drawing;
  readonly tint: Colour;
  /** drawingLines, as it was drawn, and as it lies on the ground. */
  readonly lines: Float32Array;
  readonly lying: Float32Array;
}

interface Pin {
  readonly comment: Comment;
  readonly words: string;
  /** EntityId of whom it is about, 0 for nobody. */
  readonly entity: number;
}

export class DrawingLayer {
  readonly object: THREE.Object3D;
  readonly #lines: LineBatch;
  readonly #dark: Colour = colour(9, 11, 13);
  readonly #accent: Colour;
  #shown: StageDrawings = { drawings: [], comments: [], draft: null };
  #shapes: readonly Shape[] = [];
  #alphas = new Float32Array(0);
  #pins: readonly Pin[] = [];
  #relief: Relief | null = null;
  /** Something of what is drawn is another. */
  #stale = true;

  constructor(uniforms: ScreenUniforms, palette: Palette) {
    this.#lines = new LineBatch(uniforms, 256, 30);
    this.object = this.#lines.object;
    this.#accent = palette.accent;
  }

  get shown(): StageDrawings {
    return this.#shown;
  }

  set(shown: StageDrawings, { entities }: LoadedSession): void {
    if (shown.drawings !== this.#shown.drawings || shown.draft !== this.#shown.draft) {
      const before = new Map(this.#shapes.map((shape) => [shape.drawing, shape]));
      const all = shown.draft === null ? shown.drawings : [...shown.drawings, shown.draft];
      this.#shapes = all.map((drawing) => before.get(drawing) ?? shapeOf(drawing));
      this.#alphas = new Float32Array(all.length);
      this.#relief = null;
    }
    this.#pins = shown.comments
      .filter(({ place, entity }) => place !== null || entity !== null)
      .map((comment) => ({
        comment,
        words: comment.text.length > MOST_WORDS ? `${comment.text.slice(0, MOST_WORDS)}…` : comment.text,
        entity:
          comment.entity === null
            ? 0
            : Math.max(
                0,
                entities.findIndex((e) => e.id !== 0 && e.nativeId === comment.entity),
              ),
      }));
    this.#shown = shown;
    this.#stale = true;
  }

  update(frame: SceneFrame, callouts: Callouts): void {
    const { relief } = frame.entities.groundHeight;
    if (relief !== this.#relief) this.#lay(frame, relief);
    for (let i = 0; i < this.#shapes.length; i++) {
      const shape = this.#shapes[i] as Shape;
      const alpha = shape.drawing === this.#shown.draft ? 1 : alphaAt(shape.drawing, frame.t);
      if (alpha !== this.#alphas[i]) this.#stale = true;
      this.#alphas[i] = alpha;
    }
    let pinned = false;
    for (const { comment } of this.#pins) pinned ||= isNear(comment.t, frame.t);
    if (!this.#stale && !pinned) return;
    this.#stale = pinned; // a pin that goes leaves its lines
    this.#lines.clear();
    for (let i = 0; i < this.#shapes.length; i++) this.#draw(this.#shapes[i] as Shape, this.#alphas[i] as number);
    for (const pin of this.#pins) if (isNear(pin.comment.t, frame.t)) this.#pin(frame, pin, callouts);
    this.#lines.commit();
  }

  /** Id of the visible drawing nearest to a point of the picture (CSS pixels), null when none is near. */
  at(frame: SceneFrame, x: number, y: number): string | null {
    const point = new Float32Array(2);
    const project = (px: number, py: number, pz: number): readonly [number, number] =>
      projectPoint(frame.matrix, frame.width, frame.height, px, py, pz, point)
        ? [point[0] as number, point[1] as number]
        : [Number.NaN, Number.NaN];
    let nearest = HIT;
    let found: string | null = null;
    for (const [i, { drawing, lying }] of this.#shapes.entries()) {
      if (this.#alphas[i] === 0 || drawing === this.#shown.draft) continue;
      const distance = distanceTo(lying, x, y, project);
      if (distance > nearest) continue;
      nearest = distance;
      found = drawing.id;
    }
    return found;
  }

  /** Puts the lines onto the relief, where there is one. */
  #lay(frame: SceneFrame, relief: Relief | null): void {
    this.#relief = relief;
    this.#stale = true;
    for (const { lines, lying } of this.#shapes) {
      lying.set(lines);
      if (relief === null) continue;
      for (let i = 0; i < lying.length; i += 3)
        lying[i + 1] = frame.entities.groundHeight.drawn(lines[i] as number, lines[i + 2] as number, frame.ground) + LIFT;
    }
  }

  #draw({ lying, tint }: Shape, alpha: number): void {
    if (alpha <= 0) return;
    for (let i = 0; i < lying.length; i += 6) this.#line(lying, i, this.#dark, alpha * 0.75, WIDTH + EDGE);
    for (let i = 0; i < lying.length; i += 6) this.#line(lying, i, tint, alpha, WIDTH);
  }

  #line(at: Float32Array, i: number, tint: Colour, alpha: number, width: number): void {
    this.#lines.add(
      at[i] as number,
      at[i + 1] as number,
      at[i + 2] as number,
      at[i + 3] as number,
      at[i + 4] as number,
      at[i + 5] as number,
      tint,
      alpha,
      alpha,
      width,
      width,
      0,
      0,
    );
  }

  #pin(frame: SceneFrame, { comment, words, entity }: Pin, callouts: Callouts): void {
    let x = comment.place?.[0] ?? Number.NaN;
    let y = comment.place?.[1] ?? Number.NaN;
    let z = comment.place?.[2] ?? Number.NaN;
    if (entity > 0 && frame.state.exists[entity] === 1) {
      const { place } = frame.entities;
      x = place[entity * 3] as number;
      y = place[entity * 3 + 1] as number;
      z = place[entity * 3 + 2] as number;
    }
    if (Number.isNaN(x)) return;
    const top = y + frame.focusDistance * PIN_HEIGHT;
    this.#lines.add(x, y, z, x, top, z, this.#dark, 0.75, 0.75, 4, 4, 0, 0);
    this.#lines.add(x, y, z, x, top, z, this.#accent, 1, 1, 2, 2, 0, 0);
    callouts.add(x, top, z, words);
  }

  dispose(): void {
    this.#lines.dispose();
  }
}

function shapeOf(drawing: Drawing): Shape {
  const lines = drawingLines(drawing);
  const tint = parseColour(annotationColour(drawing.colour)) ?? colour(255, 255, 255);
  return { drawing, tint, lines, lying: lines.slice() };
}

/** 1 while it is seen, then less until it is gone. */
export function alphaAt({ t0, t1, fadeMs }: Pick<Drawing, 't0' | 't1' | 'fadeMs'>, t: number): number {
  if (t < t0) return 0;
  if (t1 === null || t <= t1) return 1;
  return fadeMs === 0 ? 0 : Math.max(0, 1 - (t - t1) / fadeMs);
}

function isNear(at: number, t: number): boolean {
  return t >= at - PIN_BEFORE && t <= at + PIN_AFTER;
}
