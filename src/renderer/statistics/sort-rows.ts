/** The order of a table's rows by one of its columns: unknown values last, equal ones as they come. */
export interface TableSort {
  readonly column: number;
  readonly order: 'ascending' | 'descending';
}

export function sortRows<T extends { readonly values: readonly (number | null)[] }>(
  rows: readonly T[],
  { column, order }: TableSort,
): readonly T[] {
  const sign = order === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [left, right] = [a.values[column] ?? null, b.values[column] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
