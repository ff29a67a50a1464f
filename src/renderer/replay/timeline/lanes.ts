/** Sorts the events of a session into the lanes of its profile: what is drawn in which row, and for how long. */
import type { GameProfile, LaneProfile, TeamColour } from '../../../shared/games/profile.ts';
import { EVENT_IMPORTANCE, eventCode } from '../../../shared/session/event-types.ts';
import type { EntityInfo } from '../../../shared/session/model.ts';
import type { EventTable } from '../playback/types.ts';

export interface Lane {
  readonly id: string;
  readonly label: string;
  /** Set when the lane belongs to one team. */
  readonly team: TeamColour | null;
  readonly mark: LaneProfile['mark'];
  /** Events of the lane in order of t. */
  readonly seqs: Int32Array;
  readonly t: Int32Array;
  /** End of each range, ms; null when the marks are moments. */
  readonly ends: Int32Array | null;
  /** Index into the profile's teams of each event's actor (its target when it has no actor), -1 for none. */
  readonly teams: Int8Array;
  /** 0 to 3. */
  readonly importance: Uint8Array;
}

export interface LaneSource {
  readonly profile: GameProfile;
  readonly entities: readonly EntityInfo[];
  readonly events: EventTable;
  readonly durationMs: number;
}

/** A range that nothing ends is shown for at most this share of the session. */
const OPEN_RANGE = 1 / 60;

export function buildLanes(source: LaneSource): readonly Lane[] {
  const teamOf = entityTeams(source);
  return source.profile.lanes.flatMap((lane) => {
    const codes = new Set(lane.types.map(eventCode));
    const seqs: number[] = [];
    const teams: number[] = [];
    for (let seq = 0; seq < source.events.count; seq++) {
      if (!codes.has(source.events.type[seq] as number)) continue;
      seqs.push(seq);
      const actor = source.events.actor[seq] as number;
      teams.push(teamOf[actor > 0 ? actor : (source.events.target[seq] as number)] ?? -1);
    }
    if (seqs.length === 0) return [];
    if (lane.split === 'none') return [toLane(source, lane, lane.id, lane.label, null, seqs, teams)];
    return source.profile.teams.flatMap((team, index) => {
      const own = seqs.filter((_, i) => teams[i] === index);
      if (own.length === 0) return [];
      return [
        toLane(
          source,
          lane,
          `${lane.id}:${team.id}`,
          lane.label.replace('{team}', team.label),
          team.colour,
          own,
          own.map(() => index),
        ),
      ];
    });
  });
}

/** Index into the profile's teams by EntityId, -1 for none. */
export function entityTeams(source: Pick<LaneSource, 'profile' | 'entities'>): Int8Array {
  const index = new Map(source.profile.teams.map((team, i) => [team.id, i]));
  return Int8Array.from(source.entities, (entity) => (entity.team === null ? -1 : (index.get(entity.team) ?? -1)));
}

function toLane(
  source: LaneSource,
  profile: LaneProfile,
  id: string,
  label: string,
  team: TeamColour | null,
  seqs: readonly number[],
  teams: readonly number[],
): Lane {
  const t = Int32Array.from(seqs, (seq) => source.events.t[seq] as number);
  return {
    id,
    label,
    team,
    mark: profile.mark,
    seqs: Int32Array.from(seqs),
    t,
    ends: profile.mark === 'range' ? rangeEnds(source, seqs, t) : null,
    teams: Int8Array.from(teams),
    importance: Uint8Array.from(seqs, (seq) => EVENT_IMPORTANCE[source.events.type[seq] as number] ?? 0),
  };
}

/** A range lasts until the next event of its lane. Where ranges are somebody's, an event of nobody only ends the one before. */
function rangeEnds({ events, durationMs }: LaneSource, seqs: readonly number[], t: Int32Array): Int32Array {
  const longest = Math.max(durationMs * OPEN_RANGE, 2_000);
  const isOwned = seqs.map((seq) => events.actor[seq] !== 0);
  const someOwned = isOwned.includes(true);
  return Int32Array.from(t, (start, i) => (someOwned && isOwned[i] === false ? start : Math.min(t[i + 1] ?? durationMs, start + longest)));
}

/** Index of the lane's event that is nearest to t, -1 when it has none. */
export function nearestIndex(times: Int32Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((times[mid] as number) >= t) high = mid;
    else low = mid + 1;
  }
  if (low === times.length) return low - 1;
  if (low === 0) return 0;
  return (times[low] as number) - t < t - (times[low - 1] as number) ? low : low - 1;
}
