/** Turns the pointer into seeking, range selection and zooming. Knows rows and times, no DOM beyond the coordinates it is given. */
import { eventAt, rangeEdgeAt } from './hit.ts';
import { markAt, NO_MARKS, type Marks } from './marks.ts';
import { rowAt, type Row } from './rows.ts';
import { clampSpan, pan, xToTime, zoomAt, type Span } from './time-scale.ts';

export interface GestureView {
  readonly rows: readonly Row[];
  readonly span: Span;
  readonly width: number;
  readonly durationMs: number;
  readonly inPoint: number | null;
  readonly outPoint: number | null;
  readonly marks: Marks;
}

export interface GestureTarget {
  seek(t: number): void;
  goToEvent(seq: number): void;
  setRange(inPoint: number | null, outPoint: number | null): void;
  setZoom(span: Span | null): void;
}

/** The pointer must move this far before a press on a lane becomes a range, px. */
const DRAG_PX = 4;
/** Zoom per pixel of wheel. */
const WHEEL_ZOOM = 1.0018;

type Drag =
  | { readonly kind: 'scrub' }
  | { readonly kind: 'strip' }
  | { readonly kind: 'edge'; readonly edge: 'in' | 'out' }
  | { readonly kind: 'lane'; readonly row: Row; readonly startX: number; readonly startT: number; ranging: boolean };

export class TimelineGestures {
  readonly #target: GestureTarget;
  #view: GestureView = { rows: [], span: { from: 0, to: 1 }, width: 1, durationMs: 1, inPoint: null, outPoint: null, marks: NO_MARKS };
  #drag: Drag | null = null;

  constructor(target: GestureTarget) {
    this.#target = target;
  }

  get dragging(): boolean {
    return this.#drag !== null;
  }

  /** What is on the screen now. */
  look(view: GestureView): void {
    this.#view = view;
  }

  down(x: number, y: number): void {
    const view = this.#view;
    const row = rowAt(view.rows, y);
    if (row === null) return;
    const mark = markAt(view.marks, row, x, view.span, view.width);
    if (mark !== null) {
      this.#target.seek(mark.t);
      return;
    }
    const edge = row.kind === 'lane' || row.kind === 'graph' ? rangeEdgeAt(x, view.inPoint, view.outPoint, view.span, view.width) : null;
    if (edge !== null) this.#drag = { kind: 'edge', edge };
    else if (row.kind === 'strip') this.#drag = { kind: 'strip' };
    else if (row.kind === 'ruler' || row.kind === 'chapters') this.#drag = { kind: 'scrub' };
    else this.#drag = { kind: 'lane', row, startX: x, startT: this.#timeAt(x, view), ranging: false };
    if (this.#drag.kind === 'scrub' || this.#drag.kind === 'strip') this.move(x);
  }

  move(x: number): void {
    const drag = this.#drag;
    if (drag === null) return;
    const view = this.#view;
    const t = this.#timeAt(x, view);
    switch (drag.kind) {
      case 'scrub':
        this.#target.seek(t);
        return;
      case 'strip':
        this.#moveWindow(x, view);
        return;
      case 'edge':
        if (drag.edge === 'in') this.#target.setRange(Math.min(t, view.outPoint ?? view.durationMs), view.outPoint);
        else this.#target.setRange(view.inPoint, Math.max(t, view.inPoint ?? 0));
        return;
      case 'lane':
        if (Math.abs(x - drag.startX) >= DRAG_PX) drag.ranging = true;
        if (drag.ranging) this.#target.setRange(Math.min(drag.startT, t), Math.max(drag.startT, t));
    }
  }

  up(x: number): void {
    const drag = this.#drag;
    this.#drag = null;
    if (drag?.kind !== 'lane' || drag.ranging) return;
    const view = this.#view;
    const seq = drag.row.lane === null ? null : eventAt(drag.row.lane, x, view.span, view.width);
    if (seq === null) this.#target.seek(this.#timeAt(x, view));
    else this.#target.goToEvent(seq);
  }

  cancel(): void {
    this.#drag = null;
  }

  /** Deltas in px; sideways movement and Shift pan. */
  wheel(x: number, deltaX: number, deltaY: number, shift: boolean): void {
    const { span, width, durationMs } = this.#view;
    const sideways = shift ? deltaX + deltaY : Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : 0;
    if (sideways !== 0) this.#target.setZoom(pan(span, (sideways / width) * (span.to - span.from), durationMs));
    else this.#target.setZoom(zoomAt(span, xToTime(x, span, width), WHEEL_ZOOM ** deltaY, durationMs));
  }

  cursor(x: number, y: number): string {
    const view = this.#view;
    const row = rowAt(view.rows, y);
    if (row === null) return 'default';
    if (markAt(view.marks, row, x, view.span, view.width) !== null) return 'pointer';
    if (row.kind === 'lane' || row.kind === 'graph') {
      if (rangeEdgeAt(x, view.inPoint, view.outPoint, view.span, view.width) !== null) return 'ew-resize';
      return row.lane !== null && eventAt(row.lane, x, view.span, view.width) !== null ? 'pointer' : 'default';
    }
    return row.kind === 'ruler' ? 'ew-resize' : 'default';
  }

  #timeAt(x: number, { span, width, durationMs }: GestureView): number {
    return Math.min(durationMs, Math.max(0, xToTime(x, span, width)));
  }

  /** On the whole-session strip: the zoom window comes to the pointer; without one the playhead does. */
  #moveWindow(x: number, { span, width, durationMs }: GestureView): void {
    const t = Math.min(durationMs, Math.max(0, (x / width) * durationMs));
    const length = span.to - span.from;
    if (length >= durationMs) this.#target.seek(t);
    else this.#target.setZoom(clampSpan({ from: t - length / 2, to: t + length / 2 }, durationMs));
  }
}
