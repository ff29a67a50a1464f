/** What a page's main thread did, from the browser's own trace: CPU time of our code, of the browser's drawing for us, and of the longest task. */
import type { Page } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs; `tdur` is CPU time, absent where the system does not tell. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface Traced {
  /** All in ms of CPU. Own: scripts, without the layouts that they force. */
  readonly ownMs: number;
  /** Styles, layout, paint and the like: what the browser does for what we changed, with or without a script that waits for it. */
  readonly drawingMs: number;
  readonly longestMs: number;
  /** Of one task: its scripts, without the layouts that they force. */
  readonly longestOwnMs: number;
  /** Tasks over 50 ms. */
  readonly long: number;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
const OWN = new Set([
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'FireAnimationFrame',
  'TimerFire',
  'EventDispatch',
  'v8.callFunction',
]);
const DRAWING = new Set(['UpdateLayoutTree', 'RecalculateStyles', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit', 'HitTest']);
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const LONG_MS = 50;

/** Of what the page does during `work`. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Traced> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
  return summary(mainThread(traceEvents));
}

/** Complete events of the renderer's main thread that did most, in order. */
function mainThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const names = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const byThread = names.map(({ pid, tid }) => events.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid));
  const [busiest] = byThread.toSorted((a, b) => b.length - a.length);
  if (busiest === undefined) throw new Error('the trace has no main thread of a page');
  return busiest.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

function summary(events: readonly TraceEvent[]): Traced {
  const tasks = outermost(events, TASKS);
  const scripts = outermost(events, OWN);
  const drawing = outermost(events, DRAWING);
  const forced = drawing.filter((event) => scripts.some(({ ts, dur = 0 }) => event.ts >= ts && event.ts < ts + dur));
  return {
    ownMs: sum(scripts) - sum(forced),
    drawingMs: sum(drawing),
    longestMs: Math.max(0, ...tasks.map(cpuMs)),
    longestOwnMs: Math.max(0, ...tasks.map((task) => sum(within(scripts, task)) - sum(within(forced, task)))),
    long: tasks.filter((task) => cpuMs(task) > LONG_MS).length,
  };
}

function within(events: readonly TraceEvent[], { ts, dur = 0 }: TraceEvent): readonly TraceEvent[] {
  return events.filter((event) => event.ts >= ts && event.ts < ts + dur);
}

/** Those that lie in no other of them. */
function outermost(events: readonly TraceEvent[], names: ReadonlySet<string>): readonly TraceEvent[] {
  let end = -Infinity;
  return events.filter(({ name, ts, dur = 0 }) => {
    if (ts < end || !names.has(name)) return false;
    end = ts + dur;
    return true;
  });
}

function sum(events: readonly TraceEvent[]): number {
  return events.reduce((total, event) => total + cpuMs(event), 0);
}

function cpuMs({ tdur, dur = 0 }: TraceEvent): number {
  return (tdur ?? dur) / 1000;
}
