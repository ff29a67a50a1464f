/** Chapters of a session: its rounds and the breaks between them, or the match as a whole, from the events that begin and end them. */
import { eventCode } from '../../../shared/session/event-types.ts';
import type { EventTable } from '../playback/types.ts';

export interface Chapter {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** A break is drawn quieter. */
  readonly quiet: boolean;
}

/** Breaks shorter than this are not shown, ms. */
const SHORTEST_BREAK = 1_000;

/** Empty when nothing begins or ends in the session. */
export function buildChapters(events: EventTable, durationMs: number): readonly Chapter[] {
  const rounds = spans(events, eventCode('round_start'), eventCode('round_end'), durationMs);
  if (rounds.length > 0)
    return withBreaks(
      rounds.map((span, i) => ({ ...span, label: `Round ${i + 1}`, quiet: false })),
      durationMs,
    );
  const matches = spans(events, eventCode('match_start'), eventCode('match_end'), durationMs);
  const name = (i: number): string => (matches.length === 1 ? 'Match' : `Match ${i + 1}`);
  return withBreaks(
    matches.map((span, i) => ({ ...span, label: name(i), quiet: false })),
    durationMs,
  );
}

function spans(events: EventTable, start: number, end: number, durationMs: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let open: number | null = null;
  const close = (to: number): void => {
    if (open !== null && to > open) found.push({ from: open, to });
    open = null;
  };
  for (let seq = 0; seq < events.count; seq++) {
    const type = events.type[seq];
    const t = events.t[seq] as number;
    if (type === start) {
      close(t);
      open = t;
    } else if (type === end) {
      // An end without a beginning: it was under way when the recording began.
      if (open === null && found.length === 0) open = 0;
      close(t);
    }
  }
  close(durationMs);
  return found;
}

function withBreaks(chapters: readonly Chapter[], durationMs: number): readonly Chapter[] {
  if (chapters.length === 0) return [];
  const all: Chapter[] = [];
  let at = 0;
  for (const chapter of chapters) {
    if (chapter.from - at >= SHORTEST_BREAK)
      all.push({ label: all.length === 0 ? 'Before' : 'Break', from: at, to: chapter.from, quiet: true });
    all.push(chapter);
    at = chapter.to;
  }
  if (durationMs - at >= SHORTEST_BREAK) all.push({ label: 'After', from: at, to: durationMs, quiet: true });
  return all;
}
