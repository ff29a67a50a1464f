/** Where things happened in a match, for heatmaps over many. */
import type { SessionPoints } from '../../../career/rows.ts';
import { METRES_PER_UNIT } from '../session/channels.ts';

interface Growing extends SessionPoints {
  readonly t: number[];
  readonly position: number[];
  readonly entity: number[];
  readonly weapon: string[];
  readonly team: string[];
}

export class MatchPoints {
  readonly #kinds = new Map<string, Growing>();

  /** `place`: inches; nothing is added when it is not known. */
  add(kind: string, t: number, place: ArrayLike<number> | null | undefined, entity: number, weapon: string, team: string): void {
    if (place === null || place === undefined || entity > 0xffff) return;
    const [x, y, z] = [place[0] as number, place[1] as number, place[2] as number];
    if (Number.isNaN(x + y + z)) return;
    let points = this.#kinds.get(kind);
    if (points === undefined) this.#kinds.set(kind, (points = { kind, t: [], position: [], entity: [], weapon: [], team: [] }));
    points.t.push(t);
    points.position.push(x * METRES_PER_UNIT, z * METRES_PER_UNIT, -y * METRES_PER_UNIT);
    points.entity.push(entity);
    points.weapon.push(weapon);
    points.team.push(team);
  }

  all(): readonly SessionPoints[] {
    return [...this.#kinds.values()];
  }
}
