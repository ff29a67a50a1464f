/** The tables of an operation, and what counts for whom: by side, soldier, group, weapon and distance. */
import type { StatisticsSection } from '../../../../../shared/statistics.ts';
import { TableBuilder, type ColumnPlan } from '../../../statistics/table-builder.ts';
import type { ForcesState } from './forces-state.ts';

const KILLS = { id: 'kills', label: 'Kills', higherIsBetter: true } as const;
const VEHICLES = { id: 'vehicles', label: 'Vehicles', higherIsBetter: true } as const;
const LOSSES = { id: 'losses', label: 'Losses', higherIsBetter: false } as const;
const TEAM_KILLS = { id: 'teamKills', label: 'Team kills', higherIsBetter: false } as const;
const SHOTS = { id: 'shots', label: 'Shots' } as const;
const HITS = { id: 'hits', label: 'Hits' } as const;
const LONGEST = { id: 'longest', label: 'Longest kill', unit: 'm', start: null, higherIsBetter: true } as const;
const RATIO = {
  id: 'ratio',
  label: 'K/L',
  format: 'decimal',
  start: null,
  higherIsBetter: true,
  derived: { kind: 'ratio', of: 'kills', by: 'losses' },
} as const satisfies ColumnPlan;

const ABOUT =
  'Kills of soldiers and destroyed vehicles of other sides; team kills are apart. A loss counts even when nobody knows the killer.';

/** Lower edges in metres. */
const BANDS = [0, 50, 100, 200, 300, 500, 800, 1200] as const;

function bandOf(metres: number): string {
  if (Number.isNaN(metres)) return 'unknown';
  const i = BANDS.findLastIndex((edge) => edge <= metres);
  const next = BANDS[i + 1];
  return next === undefined ? `${BANDS[i]} m and more` : `${BANDS[i]} to ${next} m`;
}

export class Tables {
  readonly sides = new TableBuilder({ id: 'sides', title: 'Sides', about: ABOUT, rowLabel: 'Side' }, [
    { id: 'fielded', label: 'Fielded' },
    { id: 'standing', label: 'Standing' },
    KILLS,
    LOSSES,
    RATIO,
    TEAM_KILLS,
    { ...VEHICLES, label: 'Vehicles destroyed' },
    { id: 'vehiclesLost', label: 'Vehicles lost', higherIsBetter: false },
    SHOTS,
    HITS,
  ]);
  readonly #soldiers = new TableBuilder({ id: 'soldiers', title: 'Soldiers', about: ABOUT, rowLabel: 'Soldier' }, [
    KILLS,
    LOSSES,
    RATIO,
    TEAM_KILLS,
    VEHICLES,
    LONGEST,
    SHOTS,
    HITS,
  ]);
  readonly #groups = new TableBuilder(
    { id: 'groups', title: 'Groups', about: 'As for soldiers, by the group that each was in at the time.', rowLabel: 'Group' },
    [KILLS, LOSSES, RATIO, TEAM_KILLS, VEHICLES, SHOTS, HITS],
  );
  readonly #weapons = new TableBuilder(
    { id: 'weapons', title: 'Weapons', about: 'What kills, destroyed vehicles and hits were made with.', rowLabel: 'Weapon' },
    [
      KILLS,
      VEHICLES,
      TEAM_KILLS,
      HITS,
      LONGEST,
      { id: 'metres', label: '', hidden: true },
      { id: 'measured', label: '', hidden: true },
      { id: 'average', label: 'Average', unit: 'm', start: null, derived: { kind: 'ratio', of: 'metres', by: 'measured' } },
    ],
  );
  readonly #distances = new TableBuilder(
    {
      id: 'distances',
      title: 'Distances',
      about: 'Kills, destroyed vehicles and team kills by the distance that the game tells.',
      rowLabel: 'Distance',
      ordered: true,
    },
    [KILLS, VEHICLES, TEAM_KILLS],
  );
  readonly #forces: ForcesState;
  #bandsListed = false;

  constructor(forces: ForcesState) {
    this.#forces = forces;
  }

  loss(entity: number, t: number): void {
    const side = this.#side(entity);
    if (!this.#forces.isSoldier(entity)) {
      if (side !== null) this.sides.add(side, 'vehiclesLost', t);
      return;
    }
    if (side !== null) this.sides.add(side, 'losses', t);
    this.#soldiers.add(this.#soldiers.entity(entity), 'losses', t);
    const group = this.#group(entity);
    if (group !== null) this.#groups.add(group, 'losses', t);
  }

  /** `metres`: NaN when unknown. */
  kill(killer: number, victim: number, friendly: boolean, weapon: string, metres: number, t: number): void {
    const column = friendly ? 'teamKills' : this.#forces.isSoldier(victim) ? 'kills' : 'vehicles';
    const side = this.#side(killer);
    if (side !== null) this.sides.add(side, column, t);
    const soldier = this.#soldiers.entity(killer);
    this.#soldiers.add(soldier, column, t);
    const group = this.#group(killer);
    if (group !== null) this.#groups.add(group, column, t);
    const arm = this.#weapons.row({ kind: 'text', text: weapon || 'unknown', team: null });
    this.#weapons.add(arm, column, t);
    this.#listBands();
    this.#distances.add(this.#distances.row({ kind: 'text', text: bandOf(metres), team: null }), column, t);
    if (column !== 'kills') return;
    this.#soldiers.most(soldier, 'longest', t, metres);
    this.#weapons.most(arm, 'longest', t, metres);
    if (Number.isNaN(metres)) return;
    this.#weapons.add(arm, 'metres', t, metres);
    this.#weapons.add(arm, 'measured', t);
  }

  hit(actor: number, weapon: string, t: number): void {
    this.#did(actor, 'hits', t);
    this.#weapons.add(this.#weapons.row({ kind: 'text', text: weapon || 'unknown', team: null }), 'hits', t);
  }

  shot(actor: number, t: number): void {
    this.#did(actor, 'shots', t);
  }

  sections(): readonly (StatisticsSection | null)[] {
    return [this.sides, this.#soldiers, this.#groups, this.#weapons, this.#distances].map((table) => table.section());
  }

  #did(actor: number, column: 'shots' | 'hits', t: number): void {
    this.#soldiers.add(this.#soldiers.entity(actor), column, t);
    const side = this.#side(actor);
    if (side !== null) this.sides.add(side, column, t);
    const group = this.#group(actor);
    if (group !== null) this.#groups.add(group, column, t);
  }

  #side(entity: number): number | null {
    const team = this.#forces.team(entity);
    return team === '' ? null : this.sides.row({ kind: 'team', team });
  }

  #group(entity: number): number | null {
    const text = this.#forces.group(entity);
    return text === '' ? null : this.#groups.row({ kind: 'text', text, team: this.#forces.team(entity) || null });
  }

  /** All bands, from near to far, whatever the order of the kills. */
  #listBands(): void {
    if (this.#bandsListed) return;
    this.#bandsListed = true;
    for (const edge of BANDS) this.#distances.row({ kind: 'text', text: bandOf(edge), team: null });
  }
}
