/** The visible span of the timeline: moments to pixels and back, zoom, pan, and where the ruler's ticks lie. All times in ms, all widths in CSS pixels. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The shortest span that can be shown, ms. */
const MIN_SPAN = 200;

export function timeToX(t: number, span: Span, width: number): number {
  return ((t - span.from) / (span.to - span.from)) * width;
}

export function xToTime(x: number, span: Span, width: number): number {
  return span.from + (x / width) * (span.to - span.from);
}

/** The visible span of a session; null is the whole of it. */
export function visibleSpan(zoom: Span | null, durationMs: number): Span {
  return zoom ?? { from: 0, to: Math.max(durationMs, 1) };
}

/** Within the session, at least MIN_SPAN long; null when it is the whole session. */
export function clampSpan(span: Span, durationMs: number): Span | null {
  const length = Math.max(MIN_SPAN, span.to - span.from);
  if (length >= durationMs) return null;
  const from = Math.min(durationMs - length, Math.max(0, span.from));
  return { from, to: from + length };
}

/** Makes the span `factor` times as long and keeps the moment `t` where it is on the screen. */
export function zoomAt(span: Span, t: number, factor: number, durationMs: number): Span | null {
  const length = span.to - span.from;
  const wanted = Math.min(Math.max(length * factor, MIN_SPAN), Math.max(durationMs, MIN_SPAN));
  const share = (t - span.from) / length;
  const from = t - share * wanted;
  return clampSpan({ from, to: from + wanted }, durationMs);
}

export function pan(span: Span, byMs: number, durationMs: number): Span | null {
  return clampSpan({ from: span.from + byMs, to: span.to + byMs }, durationMs);
}

/** Moves the span when t has left it, so that t lies a tenth from the edge it came in by (`forward`: the left one); null when nothing has to move. */
export function followSpan(span: Span, t: number, forward: boolean, durationMs: number): Span | null {
  if (t >= span.from && t <= span.to) return null;
  const length = span.to - span.from;
  const from = forward ? t - length * 0.1 : t - length * 0.9;
  return clampSpan({ from, to: from + length }, durationMs);
}

const STEPS: readonly number[] = [
  10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000,
  7_200_000, 14_400_000,
];

/** Time between two labels, so that each has at least `minPx` of room. */
export function tickStep(span: Span, width: number, minPx: number): number {
  const atLeast = ((span.to - span.from) * minPx) / Math.max(width, 1);
  return STEPS.find((step) => step >= atLeast) ?? Math.ceil(atLeast / 14_400_000) * 14_400_000;
}

/** "0:47:10" for steps of seconds and more, "0:47:10.5" below. Sessions under an hour do without the hour. */
export function tickLabel(t: number, step: number, durationMs: number): string {
  const seconds = Math.floor(t / 1000);
  const h = Math.floor(seconds / 3600);
  const m = Math.floor(seconds / 60) % 60;
  const s = String(seconds % 60).padStart(2, '0');
  const decimals = step >= 1000 ? 0 : step >= 100 ? 1 : 2;
  const fraction = decimals === 0 ? '' : `.${String(Math.floor((t % 1000) / 10 ** (3 - decimals))).padStart(decimals, '0')}`;
  return durationMs >= 3_600_000 ? `${h}:${String(m).padStart(2, '0')}:${s}${fraction}` : `${h * 60 + m}:${s}${fraction}`;
}
