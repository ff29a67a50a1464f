/** Highlights of a session: what one person did in one go, weighed by importance; the best ones, in order of time. */
import { EVENT_IMPORTANCE, eventCode, type EventType } from '../../../shared/session/event-types.ts';
import type { EventTable } from '../playback/types.ts';

export interface Highlight {
  /** What is played, ms. */
  readonly from: number;
  readonly to: number;
  /** seq of its weightiest event. */
  readonly lead: number;
  /** Events that count for it. */
  readonly count: number;
  readonly score: number;
}

/** Played before the first event and after the last one, ms. */
const LEAD_MS = 5_000;
const TAIL_MS = 3_000;
/** Events of one highlight follow each other within this, and it is not longer than that, ms. */
const GAP_MS = 6_000;
const LONGEST_MS = 20_000;
const MOST = 24;
const WEIGHTS = [0, 1, 3, 9] as const;
/** With fewer than these, small things count too. */
const FEWEST = 4;
/** For each further event of importance 3 that the same person did: a streak is worth more than its parts. */
const STREAK = 4;
/** They say how the match stands and who is there, not what somebody did. */
const BOARD: readonly EventType[] = [
  'match_start',
  'match_end',
  'round_start',
  'round_end',
  'score',
  'pause',
  'resume',
  'join',
  'leave',
  'team_change',
  'chat',
  'note',
];
const BOARD_CODES: ReadonlySet<number> = new Set(BOARD.map(eventCode));

interface Group {
  readonly seqs: number[];
  readonly first: number;
  last: number;
}

/** None overlaps another. */
export function findHighlights(events: EventTable, durationMs: number): readonly Highlight[] {
  const notable = groups(events, 2);
  const best = (notable.length >= FEWEST ? notable : groups(events, 1))
    .map((group) => weigh(events, group, durationMs))
    .toSorted((a, b) => b.score - a.score || a.from - b.from);
  const chosen: Highlight[] = [];
  for (const candidate of best) {
    if (chosen.length === MOST) break;
    if (chosen.every(({ from, to }) => candidate.to <= from || candidate.from >= to)) chosen.push(candidate);
  }
  return chosen.toSorted((a, b) => a.from - b.from);
}

function groups(events: EventTable, importance: number): readonly Group[] {
  const all: Group[] = [];
  /** By who did it, or whom it befell. */
  const open = new Map<number, Group>();
  for (let seq = 0; seq < events.count; seq++) {
    const type = events.type[seq] as number;
    if ((EVENT_IMPORTANCE[type] ?? 0) < importance || BOARD_CODES.has(type)) continue;
    const t = events.t[seq] as number;
    const who = events.actor[seq] === 0 ? (events.target[seq] ?? 0) : (events.actor[seq] ?? 0);
    let group = open.get(who);
    if (group === undefined || t - group.last > GAP_MS || t - group.first > LONGEST_MS) {
      group = { seqs: [], first: t, last: t };
      open.set(who, group);
      all.push(group);
    }
    group.seqs.push(seq);
    group.last = t;
  }
  return all;
}

function weigh(events: EventTable, { seqs, last }: Group, durationMs: number): Highlight {
  const importance = (seq: number): number => EVENT_IMPORTANCE[events.type[seq] as number] ?? 0;
  const weight = (seq: number): number => WEIGHTS[importance(seq) as 0 | 1 | 2 | 3];
  const deeds = new Map<number, number>();
  for (const seq of seqs) {
    const actor = events.actor[seq] ?? 0;
    if (actor !== 0 && importance(seq) === 3) deeds.set(actor, (deeds.get(actor) ?? 0) + 1);
  }
  const streaks = [...deeds.values()].reduce((sum, count) => sum + (count - 1) * STREAK, 0);
  const first = seqs[0] ?? 0;
  return {
    from: Math.max(0, (events.t[first] as number) - LEAD_MS),
    to: Math.min(durationMs, last + TAIL_MS),
    lead: seqs.reduce((best, seq) => (weight(seq) > weight(best) ? seq : best), first),
    count: seqs.length,
    score: seqs.reduce((sum, seq) => sum + weight(seq), streaks),
  };
}
