/** The batch as a grid of rows, one of them current; only the rows in sight exist. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useWords } from '../words/words.ts';
import type { ConvertItem } from './convert-item.ts';
import { ConvertRow } from './convert-row.tsx';
import styles from './convert.module.css';

const ROW_HEIGHT = 52;

export interface ConvertListProps {
  readonly items: readonly ConvertItem[];
  readonly current: number | null;
  readonly onCurrent: (key: number) => void;
}

export function ConvertList({ items, current, onCurrent }: ConvertListProps) {
  const says = useWords().convert.list;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 6,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const at = items.findIndex(({ key }) => key === current);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [virtual, at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller) return;
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, PageUp: at - page, PageDown: at + page, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const item = items[Math.min(items.length - 1, Math.max(0, to))];
    if (item !== undefined) onCurrent(item.key);
  };

  return (
    <div
      ref={setScroller}
      className={styles.list}
      role="grid"
      aria-label={says.name}
      aria-rowcount={items.length + 1}
      aria-activedescendant={at >= 0 ? `convert-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        <span role="columnheader">{says.file}</span>
        <span role="columnheader">{says.becomes}</span>
        <span role="columnheader">{says.progress}</span>
        <span role="columnheader" className={styles.unseen}>
          {says.actions}
        </span>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <ConvertRow key={key} item={item} index={index} top={start} current={index === at} onCurrent={onCurrent} />
          );
        })}
      </div>
    </div>
  );
}
