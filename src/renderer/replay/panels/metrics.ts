/** Scores at t: how often something happened to or by an entity up to t, by binary search in its own list of moments. */
import type { MetricProfile } from '../../../shared/games/profile.ts';
import { EVENT_TYPES } from '../../../shared/session/event-types.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';

/** Moments (ms) per entity of one metric, ascending: those of entity e are t[starts[e]] … t[starts[e + 1] - 1]. */
interface Moments {
  readonly starts: Int32Array;
  readonly t: Int32Array;
}

export class Metrics {
  readonly #playback: Playback;
  readonly #moments = new Map<string, Moments>();
  #counted: LoadedSession | null = null;

  constructor(playback: Playback) {
    this.#playback = playback;
  }

  /** The metric's value for an entity at t; null when it is not known. */
  at(metric: MetricProfile, entity: number, t: number): number | null {
    if ('channel' in metric.from) {
      const value = this.#playback.value(entity, metric.from.channel);
      return typeof value === 'number' ? value : null;
    }
    this.#count();
    const moments = this.#moments.get(metric.id);
    if (moments === undefined) return null;
    const start = moments.starts[entity] ?? 0;
    let low = start;
    let high = moments.starts[entity + 1] ?? start;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((moments.t[middle] ?? 0) <= t) low = middle + 1;
      else high = middle;
    }
    return low - start;
  }

  /** Anew when there are other events, or when somebody is known better: a session that is being recorded grows. */
  #count(): void {
    const { session } = this.#playback;
    if (session.events === this.#counted?.events && session.entities === this.#counted.entities) return;
    this.#counted = session;
    for (const metric of session.profile.metrics) {
      if ('event' in metric.from) this.#moments.set(metric.id, momentsOf(session, metric.from));
    }
  }
}

function momentsOf(session: LoadedSession, from: Extract<MetricProfile['from'], { event: unknown }>): Moments {
  const { events, entities } = session;
  const codes = new Set(from.event.map((type) => EVENT_TYPES.indexOf(type)));
  const who = from.as === 'actor' ? events.actor : events.target;
  const counts = (seq: number): boolean =>
    codes.has(events.type[seq] ?? -1) && (who[seq] ?? 0) !== 0 && !(from.without === 'friendly' && isFriendly(session, seq));

  const starts = new Int32Array(entities.length + 1);
  for (let seq = 0; seq < events.count; seq++) if (counts(seq)) starts[(who[seq] ?? 0) + 1]! += 1;
  for (let entity = 1; entity < starts.length; entity++) starts[entity]! += starts[entity - 1]!;
  const next = starts.slice();
  const t = new Int32Array(starts.at(-1) ?? 0);
  for (let seq = 0; seq < events.count; seq++) {
    if (!counts(seq)) continue;
    const entity = who[seq] ?? 0;
    t[next[entity]!++] = events.t[seq] ?? 0;
  }
  return { starts, t };
}

/** Same known team on both ends, and not oneself. */
export function isFriendly({ events, entities }: Pick<LoadedSession, 'events' | 'entities'>, seq: number): boolean {
  const actor = entities[events.actor[seq] ?? 0];
  const target = entities[events.target[seq] ?? 0];
  return (
    actor !== undefined &&
    target !== undefined &&
    actor.id !== 0 &&
    target.id !== 0 &&
    actor.id !== target.id &&
    actor.team !== null &&
    actor.team === target.team
  );
}
