/** All sessions of the query as a table; only the rows in sight exist. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { appStore, type AppState } from '../app/app-store.ts';
import { formatBytes, formatClock, formatCount, formatDateTime, formatWhen, DASH } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { SessionResult, Tags } from './session-card.tsx';
import { gameName, worldName } from './session-words.ts';
import type { SessionsProps } from './sessions.tsx';
import { useNow } from './use-now.ts';
import styles from './library.module.css';

const ROW_HEIGHT = 28;

const COLUMNS: readonly { readonly label: string; readonly sort?: AppState['librarySort']; readonly right?: boolean }[] = [
  { label: 'Title', sort: 'title' },
  { label: 'Game' },
  { label: 'Map' },
  { label: 'Result' },
  { label: 'Players', right: true },
  { label: 'Length', sort: 'longest', right: true },
  { label: 'Size', right: true },
  { label: 'Warnings', right: true },
  { label: 'When', sort: 'newest', right: true },
];

export function SessionTable({ total, rows, selection, onShow, onColumns, itemProps, scroller }: SessionsProps) {
  const now = useNow();
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
        {COLUMNS.map(({ label, sort: by, right }) =>
          by === undefined ? (
            <span key={label} data-right={right}>
              {label}
            </span>
          ) : (
            <button
              key={label}
              type="button"
              data-right={right}
              aria-pressed={sort === by || (by === 'newest' && sort === 'oldest')}
              onClick={() => appStore.setState({ librarySort: by === 'newest' && sort === 'newest' ? 'oldest' : by })}
            >
              {label}
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
            <div key={item.key} className={styles.tableRow} style={{ transform: `translateY(${item.start}px)` }} {...itemProps(item.index)}>
              {row !== undefined && (
                <>
                  <span className={styles.title}>
                    {row.favourite && <Icon name="star" size={14} filled />}
                    <span title={row.title}>{row.title}</span>
                    {row.favourite && <span className={styles.unseen}>, favourite</span>}
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
        })}
      </div>
    </div>
  );
}
