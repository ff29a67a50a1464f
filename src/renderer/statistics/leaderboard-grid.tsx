/** The rows of a leaderboard: only those in sight exist. Arrow keys walk them, Enter opens one, Space marks it. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CareerStat, LeaderboardRow } from '../../shared/career.ts';
import { formatCount } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.ts';
import { statWords } from './stat-words.ts';
import styles from './grid.module.css';

const ROW = 28;
const WIDTH = { mark: 36, rank: 60, name: 190, stat: 92 } as const;

export interface LeaderboardGridProps {
  readonly columns: readonly CareerStat[];
  /** CareerStat.id */
  readonly sorted: string;
  readonly worst: boolean;
  readonly total: number;
  readonly rows: ReadonlyMap<number, LeaderboardRow>;
  readonly marked: ReadonlyMap<string, string>;
  readonly onShow: (from: number, to: number) => void;
  readonly onSort: (stat: string) => void;
  readonly onMark: (row: LeaderboardRow) => void;
  readonly onOpen: (row: LeaderboardRow) => void;
}

export function LeaderboardGrid({ columns, sorted, worst, total, rows, marked, onShow, onSort, onMark, onOpen }: LeaderboardGridProps) {
  const says = useWords().statistics.board;
  const scroll = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState(-1);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = Math.min(total, (items.at(-1)?.index ?? 0) + 1);
  useEffect(() => onShow(from, to), [onShow, from, to]);
  const at = Math.min(focus, total - 1);
  const template = `${WIDTH.mark}px ${WIDTH.rank}px minmax(${WIDTH.name}px, 320px) repeat(${columns.length}, minmax(${WIDTH.stat}px, 140px)) 1fr`;
  const width = WIDTH.mark + WIDTH.rank + WIDTH.name + columns.length * WIDTH.stat;

  const keys = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const row = rows.get(at);
    if (event.key === 'Enter' && row !== undefined) return onOpen(row);
    if (event.key === ' ' && row !== undefined) {
      event.preventDefault();
      return onMark(row);
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -total, End: total }[event.key];
    if (step === undefined) return undefined;
    event.preventDefault();
    const next = Math.max(0, Math.min(total - 1, at + step));
    setFocus(next);
    return virtual.scrollToIndex(next);
  };
  return (
    <div
      ref={scroll}
      className={styles.grid}
      role="grid"
      aria-label={says.title}
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-activedescendant={at >= 0 ? `board-${at}` : undefined}
      tabIndex={0}
      onKeyDown={keys}
    >
      <div className={styles.heads} role="row" style={{ gridTemplateColumns: template, minWidth: width }}>
        <span role="columnheader">
          <span className={styles.unseen}>{says.mark}</span>
        </span>
        <span role="columnheader" data-numeric="true">
          {says.rank}
        </span>
        <span role="columnheader">{says.player}</span>
        {columns.map(({ id, short, label, about }) => (
          <div key={id} role="columnheader" aria-sort={id !== sorted ? 'none' : worst ? 'ascending' : 'descending'} data-numeric="true">
            <button type="button" title={`${label}. ${about}`} onClick={() => onSort(id)}>
              {id === sorted && <Icon name={worst ? 'arrow-up' : 'arrow-down'} size={14} />}
              <span>{short}</span>
              {short !== label && <span className={styles.unseen}>, {label}</span>}
            </button>
          </div>
        ))}
      </div>
      <div className={styles.rows} role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {items.map((item) => (
          <Row
            key={item.key}
            row={rows.get(item.index)}
            index={item.index}
            start={item.start}
            template={template}
            columns={columns}
            sorted={sorted}
            isFocused={item.index === at}
            isMarked={marked.has(rows.get(item.index)?.player.id ?? '')}
            onMark={onMark}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps extends Pick<LeaderboardGridProps, 'columns' | 'sorted' | 'onMark' | 'onOpen'> {
  /** Missing until it has come. */
  readonly row: LeaderboardRow | undefined;
  readonly index: number;
  /** px */
  readonly start: number;
  readonly template: string;
  readonly isFocused: boolean;
  readonly isMarked: boolean;
}

const Row = memo(
  function Row({ row, index, start, template, columns, sorted, isFocused, isMarked, onMark, onOpen }: RowProps) {
    const says = useWords().statistics.board;
    return (
      <div
        id={`board-${index}`}
        className={styles.row}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={isMarked}
        data-focus={isFocused}
        style={{ transform: `translateY(${start}px)`, height: ROW, gridTemplateColumns: template }}
        onClick={() => row !== undefined && onOpen(row)}
      >
        {row !== undefined && (
          <>
            <span role="gridcell" className={styles.mark}>
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={`${says.mark}: ${row.player.name}`}
                checked={isMarked}
                onClick={(event) => event.stopPropagation()}
                onChange={() => onMark(row)}
              />
            </span>
            <span role="gridcell" data-numeric="true" className={styles.rank}>
              {formatCount(row.rank)}
            </span>
            <span role="gridcell" className={styles.name} title={row.player.name}>
              {row.player.name}
              {row.player.bot && <span className={styles.bot}>{says.bot}</span>}
            </span>
            {columns.map((column, i) => {
              const value = row.values[i] ?? null;
              return (
                <span
                  key={column.id}
                  role="gridcell"
                  data-numeric="true"
                  data-sorted={column.id === sorted}
                  data-nothing={value === null || value === 0}
                >
                  {statWords(value, column)}
                </span>
              );
            })}
          </>
        )}
      </div>
    );
  },
  // Rows are other objects whenever what they lead to is another.
  (a, b) =>
    a.row === b.row &&
    a.index === b.index &&
    a.start === b.start &&
    a.template === b.template &&
    a.columns === b.columns &&
    a.sorted === b.sorted &&
    a.isFocused === b.isFocused &&
    a.isMarked === b.isMarked,
);
