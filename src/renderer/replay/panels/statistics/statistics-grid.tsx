/** A grid of counted values: heads sort, rows lead to their moment, place or player, only what is visible is drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { teamVariable } from '../../../ui/team-colours.ts';
import { useWords } from '../../../words/words.ts';
import { useReplay, useView } from '../../replay-context.tsx';
import { sortedRows, type Grid, type GridColumn, type GridSort } from './grid-model.ts';
import styles from './statistics.module.css';

const ROW = 26;
/** A first column of names grows to this, px: numbers stay near. */
const WIDEST = 240;

/** `t`: ms, Infinity for the total; `now`: the playhead, for the row that was passed last. */
export function StatisticsGrid({
  grid,
  label,
  t,
  now,
}: {
  readonly grid: Grid;
  readonly label: string;
  readonly t: number;
  readonly now: number;
}) {
  const { playback, view } = useReplay();
  const [chosenSort, setSort] = useState<GridSort | null>(null);
  const sort = chosenSort ?? grid.sort;
  const [chosen, setChosen] = useState(-1);
  const selected = useView((v) => v.selected);
  const column = grid.columns.find(({ id }) => id === sort?.column);
  // The order of moments is the same at any t: only how many there are changes.
  const sortT = grid.moves ? t : Number.POSITIVE_INFINITY;
  const sorted = useMemo(
    () => (column === undefined || sort === null ? null : sortedRows(grid, column, sort.order, sortT)),
    [grid, column, sort, sortT],
  );
  const there = grid.rowsAt(t);
  const rows = useMemo(
    () => (sorted === null || there === grid.count ? sorted : sorted.filter((row) => row < there)),
    [sorted, there, grid],
  );
  const rowAt = (index: number): number => rows?.[index] ?? index;
  const passed = grid.moves ? -1 : grid.rowsAt(now) - 1;

  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: there, getScrollElement: () => scroll.current, estimateSize: () => ROW, overscan: 12 });
  // A list of moments runs along with the session unless the person is reading elsewhere in it.
  const { nothingYet } = useWords().panels.statistics;
  const reading = useRef(false);
  useEffect(() => {
    if (sorted === null && passed >= 0 && !reading.current) virtual.scrollToIndex(Math.min(passed, there - 1), { align: 'center' });
  }, [sorted, passed, there, virtual]);

  const go = (row: number): void => {
    setChosen(row);
    const link = grid.link(row);
    if (link === null) return;
    const state = view.getState();
    if (link.entity !== 0) state.select(link.entity);
    if (link.t !== null) playback.clock.seek(link.t);
    if (link.place !== null && state.camera !== 'follow') state.lookAtPlace(link.place);
  };
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: -there, End: there }[event.key];
    if (step === undefined || there === 0 || event.target !== event.currentTarget) return;
    event.preventDefault();
    reading.current = false;
    const at = rows === null ? chosen : rows.indexOf(chosen);
    const index = Math.max(0, Math.min(there - 1, at + step));
    go(rowAt(index));
    virtual.scrollToIndex(index);
  };
  const turn = ({ id, firstOrder }: GridColumn): void => {
    const other = firstOrder === 'ascending' ? 'descending' : 'ascending';
    // First one way, then the other, then as it comes.
    setSort(sort?.column !== id ? { column: id, order: firstOrder } : sort.order === firstOrder ? { column: id, order: other } : null);
  };

  const template = grid.columns
    .map(({ width, numeric }, i) => (i === 0 && !numeric ? `minmax(${width}px, ${WIDEST}px)` : `${width}px`))
    .join(' ');
  const width = grid.columns.reduce((sum, column) => sum + column.width, 0);
  const isCurrent = (row: number): boolean =>
    row === passed ||
    (row === chosen && grid.link(row) === null) ||
    (grid.moves && selected !== null && grid.link(row)?.entity === selected);
  return (
    <div
      ref={scroll}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={there + 1}
      tabIndex={0}
      onKeyDown={keys}
      onWheel={() => (reading.current = true)}
      onPointerLeave={() => (reading.current = false)}
    >
      <div className={styles.heads} role="row" style={{ gridTemplateColumns: template, minWidth: width }}>
        {grid.columns.map((head) => (
          <Head key={head.id} column={head} order={sort?.column === head.id ? sort.order : null} onTurn={turn} />
        ))}
      </div>
      <div className={styles.rows} role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {virtual.getVirtualItems().map((item) => (
          <Row
            key={item.key}
            grid={grid}
            row={rowAt(item.index)}
            index={item.index}
            t={grid.moves ? t : 0}
            start={item.start}
            template={template}
            current={isCurrent(rowAt(item.index))}
            onGo={go}
          />
        ))}
      </div>
      {there === 0 && <p className={styles.empty}>{nothingYet}</p>}
    </div>
  );
}

function Head({
  column,
  order,
  onTurn,
}: {
  readonly column: GridColumn;
  readonly order: GridSort['order'] | null;
  readonly onTurn: (column: GridColumn) => void;
}) {
  const says = useWords().panels.statistics;
  return (
    <div role="columnheader" aria-sort={order ?? 'none'} className={styles.head} data-numeric={column.numeric}>
      <button type="button" onClick={() => onTurn(column)} title={says.sortBy(column.label)}>
        <span>{column.label}</span>
        {order !== null && <Icon name={order === 'ascending' ? 'arrow-up' : 'arrow-down'} size={14} />}
      </button>
    </div>
  );
}

const Row = memo(function Row({
  grid,
  row,
  index,
  t,
  start,
  template,
  current,
  onGo,
}: {
  readonly grid: Grid;
  readonly row: number;
  readonly index: number;
  readonly t: number;
  /** px within the rows. */
  readonly start: number;
  readonly template: string;
  readonly current: boolean;
  readonly onGo: (row: number) => void;
}) {
  const { profile } = useReplay().playback.session;
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={current}
      style={{ transform: `translateY(${start}px)`, height: ROW, gridTemplateColumns: template }}
      data-link={grid.link(row) !== null}
      onClick={() => onGo(row)}
    >
      {grid.columns.map((column) => {
        const value = column.value(row, t);
        const words = column.words(value);
        const team = column.team?.(row);
        const colour = team === undefined || team === null ? undefined : profile.teams.find(({ id }) => id === team)?.colour;
        return (
          <span
            key={column.id}
            role="gridcell"
            className={styles.cell}
            data-numeric={column.numeric}
            data-nothing={column.numeric && (value === 0 || value === null)}
            title={column.numeric ? undefined : words}
            style={colour === undefined ? undefined : { color: teamVariable(colour) }}
          >
            {words}
          </span>
        );
      })}
    </div>
  );
});
