/** The sessions themselves, as cards or table: choosing, keyboard, context menu, and what can be done with the chosen ones. */
import { useCallback, useEffect, useMemo, useRef, useState, type HTMLAttributes, type KeyboardEvent, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { SessionRow } from '../../shared/engine-api.ts';
import { appStore, openReplay } from '../app/app-store.ts';
import { useCommands } from '../app/commands.ts';
import { useStatus } from '../app/status-bar.tsx';
import { useEngine } from '../engine/engine-context.tsx';
import { formatBytes, formatClock, formatCount } from '../ui/format.ts';
import { ContextMenu, type MenuItem } from '../ui/menu.tsx';
import { useWords } from '../words/words.ts';
import { DeleteDialog, ExportDialog, RenameDialog } from './dialogs.tsx';
import { moveToBin, restore, setFavourite } from './library-actions.ts';
import { NotesDialog } from './notes-dialog.tsx';
import { choose, NOTHING, settle, type Selection } from './selection.ts';
import { SessionGrid } from './session-grid.tsx';
import type { SessionList } from './session-list.ts';
import { SessionTable } from './session-table.tsx';
import styles from './library.module.css';

const SHOWN = 'library-shown';

export interface SessionsProps {
  readonly total: number;
  readonly rows: ReadonlyMap<number, SessionRow>;
  readonly selection: Selection;
  readonly scroller: HTMLDivElement;
  /** Indices in sight, `to` exclusive. */
  readonly onShow: (from: number, to: number) => void;
  /** How far the up and down arrows go. */
  readonly onColumns: (columns: number) => void;
  readonly itemProps: (index: number) => HTMLAttributes<HTMLDivElement> & Readonly<Record<`data-${string}`, unknown>>;
}

export function Sessions({ list, total, inBin }: { readonly list: SessionList; readonly total: number; readonly inBin: boolean }) {
  const client = useEngine();
  const { tags } = useWords().notes;
  const rows = useStore(list.store, (state) => state.rows);
  const view = useStore(appStore, (state) => state.libraryView);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const columns = useRef(1);
  const [made, setSelection] = useState<Selection>(NOTHING);
  const [dialog, setDialog] = useState<'rename' | 'notes' | 'export' | 'delete' | null>(null);
  const idAt = useCallback((index: number) => list.store.getState().rows.get(index)?.id, [list]);
  const selection = useMemo(() => settle(made, (index) => rows.get(index)?.id), [made, rows]);
  const chosen = useMemo(() => [...rows.values()].filter(({ id }) => selection.ids.has(id)), [rows, selection.ids]);
  const ids = [...selection.ids];
  const [only] = chosen;
  useShownMark(rows.size > 0);

  const totalMs = chosen.reduce((sum, row) => sum + row.durationMs, 0);
  const totalBytes = chosen.reduce((sum, row) => sum + row.libraryBytes, 0);
  useStatus([
    ...(ids.length === 0
      ? []
      : [
          `${formatCount(ids.length)} selected${chosen.length === ids.length ? `: ${formatClock(totalMs)}, ${formatBytes(totalBytes)}` : ''}`,
        ]),
    'Drop files anywhere to import',
  ]);

  const open = useCallback((row: SessionRow) => {
    if (row.deletedAt === null) openReplay(row.id, row);
  }, []);
  const bin = (): void => {
    setSelection(NOTHING);
    void moveToBin(client, ids);
  };
  const bringBack = (): void => {
    setSelection(NOTHING);
    void restore(client, ids);
  };
  const allFavourites = chosen.length > 0 && chosen.every((row) => row.favourite);
  const someChosen = (): boolean => ids.length > 0;
  // What is not whole yet has nothing to be exported.
  const canExport = ids.length === 1 && only !== undefined && only.status !== 'live' && only.status !== 'importing' && !inBin;

  useCommands([
    {
      id: 'library.open',
      title: 'Open the chosen session',
      icon: 'play',
      run: () => only !== undefined && open(only),
      when: () => ids.length === 1 && !inBin,
    },
    {
      id: 'library.rename',
      title: 'Rename the chosen session',
      icon: 'pencil',
      keys: 'F2',
      run: () => setDialog('rename'),
      when: () => ids.length === 1 && only !== undefined && !inBin,
    },
    {
      id: 'library.export',
      title: 'Export the chosen session…',
      icon: 'download',
      keys: '$mod+e',
      run: () => setDialog('export'),
      when: () => canExport,
    },
    {
      id: 'library.favourite',
      title: allFavourites ? 'Remove from favourites' : 'Add to favourites',
      icon: 'star',
      run: () => void setFavourite(client, chosen, !allFavourites),
      when: () => someChosen() && !inBin,
    },
    {
      id: 'library.notes',
      title: tags.edit,
      icon: 'tag',
      keys: 't',
      run: () => setDialog('notes'),
      when: () => someChosen() && !inBin,
    },
    { id: 'library.bin', title: 'Move to the bin', icon: 'trash-2', keys: 'Delete', run: bin, when: () => someChosen() && !inBin },
    { id: 'library.restore', title: 'Restore from the bin', icon: 'undo-2', run: bringBack, when: () => someChosen() && inBin },
    {
      id: 'library.purge',
      title: 'Delete for good',
      icon: 'trash-2',
      keys: 'Shift+Delete',
      run: () => setDialog('delete'),
      when: () => someChosen() && inBin,
    },
    {
      id: 'library.all',
      title: 'Choose all sessions',
      icon: 'check',
      keys: '$mod+a',
      run: () =>
        void list.allIds().then(
          (all) => setSelection((before) => ({ ...before, ids: new Set(all) })),
          () => undefined,
        ),
      when: () => total > 0,
    },
  ]);

  const menu: readonly MenuItem[] = inBin
    ? [
        { id: 'restore', label: 'Restore', icon: 'undo-2', run: bringBack },
        { id: 'purge', label: 'Delete for good', icon: 'trash-2', danger: true, separated: true, run: () => setDialog('delete') },
      ]
    : [
        { id: 'open', label: 'Open', icon: 'play', hint: 'Enter', disabled: ids.length !== 1, run: () => only !== undefined && open(only) },
        { id: 'rename', label: 'Rename', icon: 'pencil', hint: 'F2', disabled: ids.length !== 1, run: () => setDialog('rename') },
        {
          id: 'favourite',
          label: allFavourites ? 'Remove from favourites' : 'Add to favourites',
          icon: 'star',
          run: () => void setFavourite(client, chosen, !allFavourites),
        },
        { id: 'notes', label: tags.edit, icon: 'tag', hint: 'T', run: () => setDialog('notes') },
        { id: 'export', label: 'Export…', icon: 'download', disabled: !canExport, run: () => setDialog('export') },
        { id: 'bin', label: 'Move to the bin', icon: 'trash-2', hint: 'Del', danger: true, separated: true, run: bin },
      ];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller) return;
    if (event.key === 'Enter' && only !== undefined) return open(only);
    if (event.key === 'Escape') return setSelection(NOTHING);
    const to = target(event.key, selection.focus, columns.current, total);
    if (to === null) return;
    event.preventDefault();
    setSelection((before) => choose(before, to, { toggle: event.key === ' ', range: event.shiftKey }, idAt));
  };
  const onContextMenu = (event: MouseEvent): void => {
    const index = indexOf(event.target);
    const id = index === null ? undefined : idAt(index);
    if (index === null || id === undefined) event.preventDefault();
    else if (!selection.ids.has(id)) setSelection((before) => choose(before, index, { toggle: false, range: false }, idAt));
  };

  const props: Omit<SessionsProps, 'scroller'> = {
    total,
    rows,
    selection,
    onShow: list.show,
    onColumns: useCallback((count) => {
      columns.current = count;
    }, []),
    itemProps: (index) => {
      const row = rows.get(index);
      return {
        id: `session-${index}`,
        role: 'option',
        'aria-selected': row !== undefined && selection.ids.has(row.id),
        'aria-posinset': index + 1,
        'aria-setsize': total,
        'data-index': index,
        'data-focus': index === selection.focus,
        onClick: (event) => {
          const action = row === undefined ? undefined : actionAt(event.target);
          if (row !== undefined && action === 'open') open(row);
          else if (row !== undefined && action === 'favourite') void setFavourite(client, [row], !row.favourite);
          else setSelection((before) => choose(before, index, { toggle: event.ctrlKey || event.metaKey, range: event.shiftKey }, idAt));
        },
        onDoubleClick: (event) => row !== undefined && actionAt(event.target) === undefined && open(row),
      };
    },
  };

  return (
    <>
      <ContextMenu items={menu}>
        <div
          ref={setScroller}
          className={styles.sessions}
          data-view={view}
          role="listbox"
          aria-label="Sessions"
          aria-multiselectable="true"
          aria-activedescendant={selection.focus >= 0 ? `session-${selection.focus}` : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onContextMenuCapture={onContextMenu}
          onClick={(event) => {
            if (indexOf(event.target) === null) setSelection(NOTHING);
          }}
        >
          {scroller !== null &&
            (view === 'cards' ? <SessionGrid {...props} scroller={scroller} /> : <SessionTable {...props} scroller={scroller} />)}
        </div>
      </ContextMenu>
      {dialog === 'rename' && only !== undefined && <RenameDialog row={only} onClose={() => setDialog(null)} />}
      {dialog === 'notes' && chosen.length > 0 && <NotesDialog rows={chosen} onClose={() => setDialog(null)} />}
      {dialog === 'export' && only !== undefined && <ExportDialog row={only} onClose={() => setDialog(null)} />}
      {dialog === 'delete' && (
        <DeleteDialog
          ids={ids}
          onClose={(deleted) => {
            setDialog(null);
            if (deleted) setSelection(NOTHING);
          }}
        />
      )}
    </>
  );
}

/** Notes once per window when sessions were first painted, for whoever measures how long a start takes. */
function useShownMark(isShown: boolean): void {
  useEffect(() => {
    if (!isShown || performance.getEntriesByName(SHOWN).length > 0) return;
    requestAnimationFrame(() => setTimeout(() => performance.mark(SHOWN)));
  }, [isShown]);
}

/** The pointer's shortcuts on a card. */
function actionAt(target: EventTarget): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-action]')?.dataset['action'] : undefined;
}

function indexOf(target: EventTarget): number | null {
  const index = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset['index'] : undefined;
  return index === undefined ? null : Number(index);
}

/** Where a key leads from `focus`; null when it leads nowhere. */
function target(key: string, focus: number, columns: number, total: number): number | null {
  if (total === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return total - 1;
  if (key === ' ') return Math.max(0, focus);
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns, PageUp: -columns * 3, PageDown: columns * 3 }[key];
  if (step === undefined) return null;
  return focus < 0 ? 0 : Math.min(total - 1, Math.max(0, focus + step));
}
