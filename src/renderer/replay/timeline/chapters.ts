/** Chapters of a session: its rounds or matches and the breaks between them, from the events that begin and end them; else the contacts of its fight. */
import { eventCode } from '../../../shared/session/event-types.ts';
import type { Words } from '../../words/words.ts';
import type { EventTable } from '../playback/types.ts';
import { findContacts } from './contacts.ts';

export interface Chapter {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** A break is drawn quieter. */
  readonly quiet: boolean;
}

/** Breaks shorter than this are not shown, ms. */
const SHORTEST_BREAK = 1_000;

type Labels = Words['timeline']['chapters'];

/** Empty when nothing begins or ends in the session and nobody fights. */
export function buildChapters(events: EventTable, durationMs: number, labels: Labels): readonly Chapter[] {
  const named = (parts: readonly Span[], label: (number: number) => string): Chapter[] =>
    parts.map((span, i) => ({ ...span, label: label(i + 1), quiet: false }));
  const rounds = spans(events, eventCode('round_start'), eventCode('round_end'), durationMs);
  if (rounds.length > 0) return withBreaks(named(rounds, labels.round), durationMs, labels);
  const matches = spans(events, eventCode('match_start'), eventCode('match_end'), durationMs);
  if (matches.length > 1) return withBreaks(named(matches, labels.match), durationMs, labels);
  // One match says less than what happened in it.
  const contacts = findContacts(events);
  if (contacts.length > 1) return withBreaks(named(contacts, labels.contact), durationMs, { ...labels, break: labels.lull });
  return withBreaks(
    named(matches, () => labels.onlyMatch),
    durationMs,
    labels,
  );
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spans(events: EventTable, start: number, end: number, durationMs: number): Span[] {
  const found: Span[] = [];
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

function withBreaks(
  chapters: readonly Chapter[],
  durationMs: number,
  labels: Pick<Labels, 'before' | 'break' | 'after'>,
): readonly Chapter[] {
  if (chapters.length === 0) return [];
  const all: Chapter[] = [];
  let at = 0;
  for (const chapter of chapters) {
    if (chapter.from - at >= SHORTEST_BREAK)
      all.push({ label: all.length === 0 ? labels.before : labels.break, from: at, to: chapter.from, quiet: true });
    all.push(chapter);
    at = chapter.to;
  }
  if (durationMs - at >= SHORTEST_BREAK) all.push({ label: labels.after, from: at, to: durationMs, quiet: true });
  return all;
}
