/** What can be done with the sessions that are chosen. Pure. */
import type { SessionRow } from '../../shared/engine-api.ts';

/** Whole ones can be opened, exported and counted; what is being made cannot. */
export function isWhole({ status, deletedAt }: Pick<SessionRow, 'status' | 'deletedAt'>): boolean {
  return status !== 'live' && status !== 'importing' && deletedAt === null;
}

/** The newest of several sessions of one place, and the others: what a heatmap counts together. Null when they are not of one place. */
export function heatOf(rows: readonly SessionRow[]): { readonly first: SessionRow; readonly others: readonly string[] } | null {
  const [first, ...others] = rows.toSorted((a, b) => (b.startedAt ?? b.importedAt).localeCompare(a.startedAt ?? a.importedAt));
  if (first === undefined || !rows.every((row) => isWhole(row) && row.game === first.game && row.world === first.world)) return null;
  return { first, others: others.map(({ id }) => id) };
}
