/** All sessions of the query as a table; only the rows in sight exist. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect } from 'react';
import { useStore } from 'zustand';
import type { SessionRow } from '../../shared/engine-api.ts';
import { appStore, type AppState } from '../app/app-store.ts';
import { formatBytes, formatClock, formatCount, formatDateTime, formatWhen, DASH } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords, type Words } from '../words/words.ts';
import { Found, SessionResult, Tags } from './session-card.tsx';
import { itemProps, type SessionsProps } from './session-item.ts';
import { gameName, worldName } from './session-words.ts';
import { useNow } from './use-now.ts';
import styles from './library.module.css';

const ROW_HEIGHT = 28;

const COLUMNS: readonly {
  readonly id: keyof Words['library']['table'];
  readonly sort?: AppState['librarySort'];
  readonly right?: boolean;
}[] = [
  { id: 'title', sort: 'title' },
  { id: 'game' },
  { id: 'map' },
  { id: 'result' },
  { id: 'players', right: true },
  { id: 'length', sort: 'longest', right: true },
  { id: 'size', right: true },
  { id: 'warnings', right: true },
  { id: 'when', sort: 'newest', right: true },
];

export function SessionTable({ total, rows, selection, onShow, onColumns, scroller }: SessionsProps) {
  const now = useNow();
  const says = useWords().library.table;
  const sort = useStore(appStore, (state) => state.librarySort);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? 0) + 1;
  useEffect(() => onShow(from, Math.min(total, to)), [onShow, from, to, total]);
  useEffect(() => onColumns(1), [onColumns]);
  useEffect(() => {
    if (selection.focus >= 0) virtual.scrollToIndex(selection.focus);
  }, [virtual, selection.focus]);
  return (
    <div className={styles.table}>
      <div className={styles.tableHead}>
        {COLUMNS.map(({ id, sort: by, right }) =>
          by === undefined ? (
            <span key={id} data-right={right}>
              {says[id]}
            </span>
          ) : (
            <button
              key={id}
              type="button"
              data-right={right}
              aria-pressed={sort === by || (by === 'newest' && sort === 'oldest')}
              onClick={() => appStore.setState({ librarySort: by === 'newest' && sort === 'newest' ? 'oldest' : by })}
            >
              {says[id]}
              {(sort === by || (by === 'newest' && sort === 'oldest')) && (
                <Icon name={sort === 'oldest' || sort === 'title' ? 'arrow-up' : 'arrow-down'} size={14} />
              )}
            </button>
          ),
        )}
      </div>
      <div className={styles.virtual} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows.get(item.index);
          return (
            <Row
              key={item.key}
              index={item.index}
              start={item.start}
              row={row}
              total={total}
              isChosen={row !== undefined && selection.ids.has(row.id)}
              isFocus={item.index === selection.focus}
              now={now}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  /** px within the list. */
  readonly start: number;
  readonly row: SessionRow | undefined;
  readonly total: number;
  readonly isChosen: boolean;
  readonly isFocus: boolean;
  readonly now: number;
}

const Row = memo(function Row({ index, start, row, now, ...state }: RowProps) {
  const says = useWords().library.card;
  return (
    <div className={styles.tableRow} style={{ transform: `translateY(${start}px)` }} {...itemProps(index, row, state)}>
      {row !== undefined && (
        <>
          <span className={styles.title}>
            {row.favourite && <Icon name="star" size={14} filled />}
            <span title={row.title}>{row.title}</span>
            {row.favourite && <span className={styles.unseen}>{says.favourite}</span>}
            {row.found !== undefined && row.found.length > 0 && <Found names={row.found} />}
            <Tags of={row} />
          </span>
          <span>{gameName(row.game)}</span>
          <span>{worldName(row.game, row.world)}</span>
          <SessionResult row={row} />
          <span data-right="true">{formatCount(row.players)}</span>
          <span data-right="true">{formatClock(row.durationMs)}</span>
          <span data-right="true">{formatBytes(row.originalBytes)}</span>
          <span data-right="true">{row.warnings === 0 ? DASH : formatCount(row.warnings)}</span>
          <span data-right="true" title={formatDateTime(row.startedAt ?? row.importedAt)}>
            {formatWhen(row.startedAt ?? row.importedAt, now)}
          </span>
        </>
      )}
    </div>
  );
});
