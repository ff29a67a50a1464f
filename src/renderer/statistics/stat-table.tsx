/** A table of counted things: heads sort, rows may lead somewhere, small bars beside the first numbers. */
import { useMemo, useRef, useState } from 'react';
import type { CareerStat } from '../../shared/career.ts';
import { useSize } from '../replay/timeline/use-surface.ts';
import { formatCount } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.ts';
import { BalanceBar, ShareBar } from './bars.tsx';
import { sortRows, type TableSort } from './sort-rows.ts';
import { statWords } from './stat-words.ts';
import styles from './table.module.css';

export interface StatTableRow {
  readonly key: string;
  readonly label: string;
  /** Quiet, behind the label. */
  readonly note?: string;
  /** CSS colour of the label. */
  readonly colour?: string;
  /** Null where the row leads nowhere. */
  readonly href: string | null;
  readonly values: readonly (number | null)[];
}

export interface StatTableProps {
  readonly label: string;
  readonly rowLabel: string;
  readonly columns: readonly CareerStat[];
  readonly rows: readonly StatTableRow[];
  readonly bar?: 'share' | 'balance';
  /** So many rows; all when left out. */
  readonly most?: number;
  /** Columns that have no room are left out, instead of scrolled to. */
  readonly isNarrow?: boolean;
}

/** px of a column, and of what stands before the numbers. */
const COLUMN = 66;
const BEFORE = { name: 148, bar: 88 } as const;

export function StatTable({ label, rowLabel, columns, rows, bar, most = rows.length, isNarrow = false }: StatTableProps) {
  const says = useWords().statistics.table;
  const [sort, setSort] = useState<TableSort>({ column: 0, order: 'descending' });
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const room = Math.floor((width - BEFORE.name - (bar === undefined ? 0 : BEFORE.bar)) / COLUMN);
  const seen = isNarrow && width > 0 ? columns.slice(0, Math.max(2, room)) : columns;
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort]);
  const shown = sorted.slice(0, most);
  const greatest = useMemo(() => scaleOf(rows, bar), [rows, bar]);
  const turn = (column: number): void => {
    const first = columns[column]?.higherIsBetter === false ? 'ascending' : 'descending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    setSort((before) => ({ column, order: before.column === column && before.order === first ? other : first }));
  };
  if (rows.length === 0) return <p className={styles.none}>{says.none}</p>;
  // Where two numbers are weighed against each other the bar stands behind both.
  const barAfter = bar === 'balance' ? 1 : 0;
  return (
    <div ref={box} className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{rowLabel}</th>
            {seen.map((column, i) => (
              <Head key={column.id} column={column} index={i} sort={sort} onTurn={turn} bar={i === barAfter ? bar : undefined} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key}>
              <th scope="row" title={row.label}>
                <span className={styles.label} style={row.colour === undefined ? undefined : { color: row.colour }}>
                  {row.href === null ? row.label : <a href={row.href}>{row.label}</a>}
                  {row.note !== undefined && <span className={styles.note}>{row.note}</span>}
                </span>
              </th>
              {seen.map((column, i) => (
                <Cell key={column.id} column={column} row={row} index={i} bar={i === barAfter ? bar : undefined} greatest={greatest} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly column: CareerStat;
  readonly index: number;
  readonly bar: StatTableProps['bar'] | undefined;
}

function Head({ column, index, sort, onTurn, bar }: CellProps & { readonly sort: TableSort; readonly onTurn: (column: number) => void }) {
  const says = useWords().statistics.table;
  const order = sort.column === index ? sort.order : null;
  return (
    <>
      <th scope="col" aria-sort={order ?? 'none'} data-numeric="true" title={column.about}>
        <button type="button" onClick={() => onTurn(index)}>
          {order !== null && index > 0 && <Icon name={order === 'ascending' ? 'arrow-up' : 'arrow-down'} size={14} />}
          {column.short}
        </button>
      </th>
      {bar !== undefined && (
        <th scope="col" className={styles.barHead}>
          {bar === 'balance' ? says.balance : <span className={styles.unseen}>{column.label}</span>}
        </th>
      )}
    </>
  );
}

function Cell({ column, row, index, bar, greatest }: CellProps & { readonly row: StatTableRow; readonly greatest: number }) {
  const value = row.values[index] ?? null;
  return (
    <>
      <td data-first={index === 0} data-nothing={value === null || value === 0}>
        {statWords(value, column)}
      </td>
      {bar === 'share' && (
        <td className={styles.bar}>
          <ShareBar share={greatest === 0 ? 0 : (value ?? 0) / greatest} />
        </td>
      )}
      {bar === 'balance' && (
        <td className={styles.bar}>
          <BalanceBar balance={greatest === 0 ? 0 : balanceOf(row) / greatest} />
        </td>
      )}
    </>
  );
}

function balanceOf({ values: [own, theirs] }: StatTableRow): number {
  return (own ?? 0) - (theirs ?? 0);
}

/** What a full bar stands for. */
function scaleOf(rows: readonly StatTableRow[], bar: StatTableProps['bar']): number {
  return Math.max(0, ...rows.map((row) => (bar === 'balance' ? Math.abs(balanceOf(row)) : (row.values[0] ?? 0))));
}

/** "All 17" beside the title of a table that shows only its first rows; nothing when it shows all. */
export function MoreRows({
  count,
  most,
  isAll,
  onAll,
}: {
  readonly count: number;
  readonly most: number;
  readonly isAll: boolean;
  readonly onAll: (all: boolean) => void;
}) {
  const says = useWords().statistics.table;
  if (count <= most) return null;
  return (
    <button type="button" className={styles.more} aria-expanded={isAll} onClick={() => onAll(!isAll)}>
      {isAll ? says.fewer : says.all(formatCount(count))}
    </button>
  );
}
