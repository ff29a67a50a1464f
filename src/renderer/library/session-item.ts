/** What cards and rows of the list of sessions have in common. */
import type { HTMLAttributes } from 'react';
import type { SessionRow } from '../../shared/engine-api.ts';
import { desktop } from '../app/desktop.ts';
import { isWhole } from './chosen.ts';
import type { Selection } from './selection.ts';

export interface SessionsProps {
  readonly total: number;
  readonly rows: ReadonlyMap<number, SessionRow>;
  readonly selection: Selection;
  readonly scroller: HTMLDivElement;
  /** Indices in sight, `to` exclusive. */
  readonly onShow: (from: number, to: number) => void;
  /** How far the up and down arrows go. */
  readonly onColumns: (columns: number) => void;
}

/** What makes a card or a row an item of the list; changes only with what it says. */
export function itemProps(
  index: number,
  row: SessionRow | undefined,
  { total, isChosen, isFocus }: { readonly total: number; readonly isChosen: boolean; readonly isFocus: boolean },
): HTMLAttributes<HTMLDivElement> & Readonly<Record<`data-${string}`, unknown>> {
  return {
    id: `session-${index}`,
    role: 'option',
    'aria-selected': isChosen,
    'aria-posinset': index + 1,
    'aria-setsize': total,
    'data-index': index,
    'data-focus': isFocus,
    draggable: desktop !== null && row !== undefined && isWhole(row),
  };
}
