/**
 * Cuts of a session that is being recorded, for what is newer than its plan: nothing is known of what comes, so a cut answers what has just happened. What was decided
 * up to a moment does not depend on anything after it. Pure; where the camera stands is found when the shot is on (`live-shot.ts`).
 */
import { EVENT_IMPORTANCE } from '../../../shared/session/event-types.ts';
import type { EntityKind } from '../../../shared/session/model.ts';
import { firstAtOrAfter } from '../stage/event-search.ts';
import type { Cut } from './cut-list.ts';
import { AFTER_MS, MOST_CUTS, RATE_MS } from './partition.ts';
import type { DirectorEvents } from './planner.ts';

const IMPORTANT = 3;
/** So long a shot is at least: without knowing what comes one would else have used up the cuts of a minute in its first half. */
const SHORTEST_MS = RATE_MS / MOST_CUTS + 1;
/** What could not be cut to for so long is over, ms. */
const TOO_LATE_MS = 3_000;
/** A shot because of an event lasts so long when nothing else happens; then somebody who does something is looked for so often, ms. */
const STAYS_MS = 6_000;
const QUIET_MS = 9_000;
/** What somebody does counts for so long, ms. */
const BUSY_MS = 8_000;
/** A person needs so much, in importance, to be worth a shot of their own. */
const LEAST_BUSY = 1;
const NO_KEYS = new Float32Array(0);

/** Whether a cut goes along with whoever it is on, instead of a way that was planned. */
export function isLive({ keys }: Cut): boolean {
  return keys.length === 0;
}

/** From `from` to Infinity without gaps, by the events up to `until`. `kinds`: by EntityId. `disc`: what everybody plays with, 0 when there is none. */
export function liveCuts(
  events: DirectorEvents,
  kinds: readonly EntityKind[],
  disc: number,
  from: number,
  until: number,
  fov: number,
): readonly Cut[] {
  const { count, t, type, actor, target } = events;
  const isPerson = (entity: number): boolean => kinds[entity] === 'player' || kinds[entity] === 'ai';
  const cuts: Cut[] = [];
  /** From when on a quiet shot may follow. */
  let free = from;
  let waiting: { readonly at: number; readonly people: readonly number[]; readonly seq: number } | null = null;

  /** The first moment at which one may cut again. */
  const earliest = (): number => (cuts.at(-1)?.from ?? -Infinity) + SHORTEST_MS;
  const cut = (at: number, subjects: readonly number[], event: number): void => {
    const last = cuts.at(-1);
    if (last !== undefined) cuts[cuts.length - 1] = { ...last, to: at };
    const kind = subjects.length === 0 ? 'wide' : subjects.length === 2 ? 'two' : 'follow';
    cuts.push({ from: at, to: Infinity, kind, subjects, event, preset: null, fov, open: Infinity, keys: NO_KEYS });
  };
  /** Whoever has done most lately; the disc, or nobody in particular, when nobody has. */
  const busiest = (at: number): readonly number[] => {
    if (disc > 0) return [disc];
    const done = new Map<number, number>();
    for (let seq = firstAtOrAfter(t, count, at - BUSY_MS); seq < count && (t[seq] as number) <= at; seq++) {
      const one = actor[seq] as number;
      if (isPerson(one)) done.set(one, (done.get(one) ?? 0) + (EVENT_IMPORTANCE[type[seq] as number] ?? 0));
    }
    const [most] = [...done].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
    return most !== undefined && most[1] >= LEAST_BUSY ? [most[0]] : [];
  };
  /** Decides everything that lies before `now`. */
  const decideUntil = (now: number): void => {
    for (;;) {
      if (waiting !== null && waiting.at <= now) {
        cut(waiting.at, waiting.people, waiting.seq);
        free = waiting.at + STAYS_MS;
        waiting = null;
      }
      const at = Math.max(free, cuts.length === 0 ? from : earliest());
      if (at > now || (waiting !== null && waiting.at <= at)) return;
      const subjects = busiest(at);
      const last = cuts.at(-1);
      if (last === undefined || last.subjects.length !== subjects.length || last.subjects.some((one, i) => one !== subjects[i]))
        cut(at, subjects, -1);
      free = at + QUIET_MS;
    }
  };

  for (let seq = firstAtOrAfter(t, count, from); seq < count; seq++) {
    const now = t[seq] as number;
    if (now > until) break;
    if ((EVENT_IMPORTANCE[type[seq] as number] ?? 0) < IMPORTANT) continue;
    const people = [...new Set([actor[seq] as number, target[seq] as number])].filter(isPerson);
    if (people.length === 0) continue;
    decideUntil(now);
    const last = cuts.at(-1);
    if (last !== undefined && people.every((one) => last.subjects.includes(one))) {
      free = Math.max(free, now + AFTER_MS);
      continue;
    }
    const at = Math.max(now, earliest());
    // Of those that wait for their turn the newest is shown.
    if (at - now <= TOO_LATE_MS) waiting = { at, people, seq };
  }
  decideUntil(until);
  return cuts;
}
