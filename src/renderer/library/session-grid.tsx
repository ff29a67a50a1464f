/** All sessions of the query as cards; only those in sight exist. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SessionRow } from '../../shared/engine-api.ts';
import { PICTURE_HEIGHT, SessionCard } from './session-card.tsx';
import { itemProps, type SessionsProps } from './session-item.ts';
import { useNow } from './use-now.ts';
import styles from './library.module.css';

const LEAST_WIDTH = 276;
const GAP = 14;
const PADDING = 20;
const CARD_HEIGHT = PICTURE_HEIGHT + 86;

export function SessionGrid({ total, rows, selection, onShow, onColumns, scroller }: SessionsProps) {
  const now = useNow();
  const inside = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = inside.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    setWidth(element.clientWidth);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  const cardWidth = (width - GAP * (columns - 1)) / columns;
  const virtual = useVirtualizer({
    count: Math.ceil(total / columns),
    getScrollElement: () => scroller,
    estimateSize: () => CARD_HEIGHT + GAP,
    overscan: 2,
    paddingEnd: PADDING,
  });
  const items = virtual.getVirtualItems();
  const from = (items[0]?.index ?? 0) * columns;
  const to = Math.min(total, ((items.at(-1)?.index ?? 0) + 1) * columns);
  useEffect(() => onShow(from, to), [onShow, from, to]);
  useEffect(() => onColumns(columns), [onColumns, columns]);
  useEffect(() => {
    if (selection.focus >= 0) virtual.scrollToIndex(Math.floor(selection.focus / columns));
  }, [virtual, selection.focus, columns]);
  return (
    <div ref={inside} className={styles.virtual} style={{ height: virtual.getTotalSize() }}>
      {width > 0 &&
        items.map((item) => (
          <div
            key={item.key}
            className={styles.gridRow}
            style={{
              transform: `translateY(${item.start}px)`,
              height: CARD_HEIGHT,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {Array.from({ length: Math.min(columns, total - item.index * columns) }, (_, column) => {
              const index = item.index * columns + column;
              const row = rows.get(index);
              return (
                <Cell
                  key={index}
                  index={index}
                  row={row}
                  total={total}
                  isChosen={row !== undefined && selection.ids.has(row.id)}
                  isFocus={index === selection.focus}
                  width={cardWidth}
                  now={now}
                />
              );
            })}
          </div>
        ))}
    </div>
  );
}

interface CellProps {
  readonly index: number;
  readonly row: SessionRow | undefined;
  readonly total: number;
  readonly isChosen: boolean;
  readonly isFocus: boolean;
  readonly width: number;
  readonly now: number;
}

const Cell = memo(function Cell({ index, row, width, now, ...state }: CellProps) {
  return (
    <div className={styles.card} {...itemProps(index, row, state)}>
      {row === undefined ? <div className={styles.picture} /> : <SessionCard key={row.id} row={row} width={width} now={now} />}
    </div>
  );
});
