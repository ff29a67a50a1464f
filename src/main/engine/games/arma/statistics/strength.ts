/** Forces per side over time: soldiers who are recorded at the moment and alive or unconscious. */
import type { ChartSection } from '../../../../../shared/statistics.ts';
import { Points } from '../../../statistics/points.ts';
import type { ForcesState } from './forces-state.ts';

export class Strength {
  /** By side. */
  readonly #lines = new Map<string, { standing: number; readonly points: Points; readonly fielded: Points }>();
  /** Side that each standing soldier is counted for, by EntityId. */
  readonly #counted: (string | undefined)[] = [];
  /** Side that each soldier was first counted for. */
  readonly #fielded: (string | undefined)[] = [];

  /** Something of a soldier may have changed at t. */
  update(forces: ForcesState, entity: number, t: number): void {
    if (!forces.isSoldier(entity)) return;
    const side = forces.team(entity);
    const now = side !== '' && forces.stands(entity) ? side : undefined;
    const before = this.#counted[entity];
    if (now === before) return;
    this.#counted[entity] = now;
    if (before !== undefined) this.#change(before, t, -1);
    if (now === undefined) return;
    this.#change(now, t, 1);
    if (this.#fielded[entity] !== undefined) return;
    this.#fielded[entity] = now;
    const fielded = this.#lines.get(now)?.fielded;
    fielded?.put(t, (fielded.last ?? 0) + 1);
  }

  /** By side: standing at t, and how many soldiers stood for it so far. */
  sides(): ReadonlyMap<string, { readonly points: Points; readonly fielded: Points }> {
    return this.#lines;
  }

  /** Null when there was nobody. */
  section(): ChartSection | null {
    if (this.#lines.size === 0) return null;
    return {
      kind: 'chart',
      id: 'strength',
      title: 'Forces over time',
      about: 'Soldiers of each side who are recorded at the moment and alive or unconscious.',
      unit: '',
      format: 'whole',
      lines: [...this.#lines].map(([side, { points }]) => ({ label: side, team: side, t: points.times(), value: points.values() })),
    };
  }

  #change(side: string, t: number, by: 1 | -1): void {
    let line = this.#lines.get(side);
    if (line === undefined) this.#lines.set(side, (line = { standing: 0, points: new Points(), fielded: new Points() }));
    line.standing += by;
    line.points.put(t, line.standing);
  }
}
