/** The roster as a flat list of rows: teams, their groups, their people, then vehicles. Who belongs where follows the state at t. */
import type { Playback } from '../playback/types.ts';

export type RosterRow =
  | {
      readonly kind: 'team';
      readonly key: string;
      readonly team: number;
      readonly label: string;
      readonly here: number;
      readonly total: number;
      readonly open: boolean;
    }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly team: number;
      readonly label: string;
      readonly here: number;
      readonly total: number;
      readonly open: boolean;
    }
  | { readonly kind: 'entity'; readonly key: string; readonly team: number; readonly entity: number };

/** Members by team and group; teams in the profile's order, the unknown team (-1) last. Built once per session: nobody's row jumps about while time runs. */
export interface RosterGroups {
  readonly teams: readonly {
    readonly team: number;
    readonly label: string;
    readonly groups: readonly { readonly label: string; readonly members: readonly number[] }[];
  }[];
}

const LISTED = new Set(['player', 'ai', 'vehicle']);

export function rosterGroups({ session }: Playback): RosterGroups {
  const { profile, entities } = session;
  const order = new Map(profile.teams.map((team, index) => [team.id, index]));
  const byTeam = new Map<number, Map<string, number[]>>();
  for (const entity of entities) {
    if (entity.id === 0 || !LISTED.has(entity.kind)) continue;
    const team = order.get(entity.team ?? '') ?? -1;
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
      label: profile.teams[team]?.label ?? 'No team',
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

/** `closed` holds the keys of the teams and groups that the person folded away. */
export function rosterRows({ teams }: RosterGroups, playback: Playback, closed: ReadonlySet<string>, needle: string): RosterRow[] {
  const { exists, life } = playback.state;
  const { entities } = playback.session;
  const here = (id: number): boolean => exists[id] === 1 && life[id] !== 3;
  const wanted = (id: number): boolean => needle === '' || (entities[id]?.name.toLowerCase().includes(needle) ?? false);
  const rows: RosterRow[] = [];
  for (const { team, label, groups } of teams) {
    const listed = groups
      .map((group) => ({ label: group.label, members: group.members.filter(wanted) }))
      .filter((group) => group.members.length > 0);
    const members = listed.flatMap((group) => group.members);
    if (members.length === 0) continue;
    const teamKey = `t${team}`;
    const teamOpen = needle !== '' || !closed.has(teamKey);
    const people = members.filter((id) => entities[id]?.kind !== 'vehicle');
    rows.push({ kind: 'team', key: teamKey, team, label, here: people.filter(here).length, total: people.length, open: teamOpen });
    if (!teamOpen) continue;
    for (const group of listed) {
      const groupKey = `${teamKey}/${group.label}`;
      const groupOpen = needle !== '' || !closed.has(groupKey);
      if (group.label !== '')
        rows.push({
          kind: 'group',
          key: groupKey,
          team,
          label: group.label,
          here: group.members.filter(here).length,
          total: group.members.length,
          open: groupOpen,
        });
      if (groupOpen) for (const entity of group.members) rows.push({ kind: 'entity', key: `e${entity}`, team, entity });
    }
  }
  return rows;
}
