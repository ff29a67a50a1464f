/** The roster as a flat list of rows: teams, their groups, their people, then vehicles. What they show is read from the state at t. */
import type { GameProfile } from '../../../shared/games/profile.ts';
import type { EntityInfo } from '../../../shared/session/model.ts';
import { words } from '../../words/words.ts';
import type { FrameState } from '../playback/types.ts';

export type RosterRow =
  | {
      readonly kind: 'team' | 'group';
      readonly key: string;
      readonly team: number;
      readonly label: string;
      /** Those whom the row counts. */
      readonly members: readonly number[];
      readonly open: boolean;
    }
  | { readonly kind: 'entity'; readonly key: string; readonly team: number; readonly entity: number };

/** Members by team and group; teams in the profile's order, the unknown team (-1) last. Rows stay where they are unless somebody changes sides. */
export interface RosterGroups {
  readonly teams: readonly {
    readonly team: number;
    readonly label: string;
    readonly groups: readonly { readonly label: string; readonly members: readonly number[] }[];
  }[];
}

const LISTED = new Set(['player', 'ai', 'vehicle']);

/** `teamOf`: by EntityId, index into the profile's teams, -1 for none. */
export function rosterGroups(profile: GameProfile, entities: readonly EntityInfo[], teamOf: ArrayLike<number>): RosterGroups {
  const byTeam = new Map<number, Map<string, number[]>>();
  for (const entity of entities) {
    if (entity.id === 0 || !LISTED.has(entity.kind)) continue;
    const team = teamOf[entity.id] ?? -1;
    const label = entity.kind === 'vehicle' ? profile.kinds.vehicle.plural : profile.roster.groups ? (entity.group ?? '') : '';
    const groups = byTeam.get(team) ?? new Map<string, number[]>();
    byTeam.set(team, groups);
    const members = groups.get(label) ?? [];
    groups.set(label, members);
    members.push(entity.id);
  }
  const rank = (team: number): number => (team === -1 ? profile.teams.length : team);
  const vehicles = profile.kinds.vehicle.plural;
  const teams = [...byTeam]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([team, groups]) => ({
      team,
      label: profile.teams[team]?.label ?? words().panels.roster.noTeam,
      groups: [...groups]
        .map(([label, members]) => ({ label, members: members.toSorted((a, b) => personRank(a) - personRank(b) || a - b) }))
        // Groups with people first, then the larger; vehicles last.
        .toSorted(
          (a, b) =>
            Number(a.label === vehicles) - Number(b.label === vehicles) ||
            people(b.members) - people(a.members) ||
            a.label.localeCompare(b.label, undefined, { numeric: true }),
        ),
    }));
  return { teams };

  function personRank(id: number): number {
    return entities[id]?.kind === 'player' ? 0 : 1;
  }
  function people(members: readonly number[]): number {
    return members.reduce((sum, id) => sum + (entities[id]?.kind === 'player' ? 1 : 0), 0);
  }
}

/** How many of them are here and alive. */
export function countHere(members: readonly number[], { exists, life }: FrameState): number {
  let here = 0;
  for (const id of members) if (exists[id] === 1 && life[id] !== 3) here++;
  return here;
}

/** `closed` holds the keys of the teams and groups that the person folded away. */
export function rosterRows(
  { teams }: RosterGroups,
  entities: readonly EntityInfo[],
  closed: ReadonlySet<string>,
  needle: string,
): RosterRow[] {
  const wanted = (id: number): boolean => needle === '' || (entities[id]?.name.toLowerCase().includes(needle) ?? false);
  const rows: RosterRow[] = [];
  for (const { team, label, groups } of teams) {
    const listed = groups
      .map((group) => ({ label: group.label, members: group.members.filter(wanted) }))
      .filter((group) => group.members.length > 0);
    if (listed.length === 0) continue;
    const teamKey = `t${team}`;
    const teamOpen = needle !== '' || !closed.has(teamKey);
    const people = listed.flatMap((group) => group.members).filter((id) => entities[id]?.kind !== 'vehicle');
    rows.push({ kind: 'team', key: teamKey, team, label, members: people, open: teamOpen });
    if (!teamOpen) continue;
    for (const group of listed) {
      const groupKey = `${teamKey}/${group.label}`;
      const groupOpen = needle !== '' || !closed.has(groupKey);
      if (group.label !== '')
        rows.push({ kind: 'group', key: groupKey, team, label: group.label, members: group.members, open: groupOpen });
      if (groupOpen) for (const entity of group.members) rows.push({ kind: 'entity', key: `e${entity}`, team, entity });
    }
  }
  return rows;
}
