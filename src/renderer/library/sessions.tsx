/** The sessions themselves, as cards or table: choosing, keyboard, context menu, and what can be done with the chosen ones. */
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useStore } from 'zustand';
import type { SessionRow } from '../../shared/engine-api.ts';
import { appStore, describeTab, go, openReplay, openWindow } from '../app/app-store.ts';
import { keysLabel, useCommands } from '../app/commands.ts';
import { desktop } from '../app/desktop.ts';
import { MOST_HEAT_SESSIONS, START } from '../app/route.ts';
import { soon } from '../app/soon.ts';
import { useStatus } from '../app/status-bar.tsx';
import { useEngine } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { formatBytes, formatClock, formatCount } from '../ui/format.ts';
import { ContextMenu, type MenuItem } from '../ui/menu.tsx';
import { useWords } from '../words/words.ts';
import { heatOf, isWhole } from './chosen.ts';
import { dragOut } from './drag-out.ts';
import { exportSessions, SHARED } from './export-session.ts';
import { moveToBin, restore, setFavourite } from './library-actions.ts';
import { choose, hasGaps, NOTHING, settle, type Selection } from './selection.ts';
import { SessionGrid } from './session-grid.tsx';
import type { SessionsProps } from './session-item.ts';
import type { SessionList } from './session-list.ts';
import { SessionTable } from './session-table.tsx';
import styles from './library.module.css';

const dialogs = () => import('./dialogs.tsx');
const RenameDialog = lazy(async () => ({ default: (await dialogs()).RenameDialog }));
const ExportDialog = lazy(async () => ({ default: (await dialogs()).ExportDialog }));
const DeleteDialog = lazy(async () => ({ default: (await dialogs()).DeleteDialog }));
const notesDialog = () => import('./notes-dialog.tsx');
const NotesDialog = lazy(async () => ({ default: (await notesDialog()).NotesDialog }));
for (const load of [dialogs, notesDialog]) soon(load);

/** More windows than these at once are a slip. */
const MOST_WINDOWS = 6;
const SHOWN = 'library-shown';

export function Sessions({ list, total, inBin }: { readonly list: SessionList; readonly total: number; readonly inBin: boolean }) {
  const client = useEngine();
  const says = useWords();
  const { commands, list: words, menu: labels } = says.library;
  const { tags } = says.notes;
  const known = useStore(list.store, (state) => state.known);
  const rows = useStore(list.store, (state) => state.rows);
  const view = useStore(appStore, (state) => state.libraryView);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const columns = useRef(1);
  const [made, setSelection] = useState<Selection>(NOTHING);
  const [dialog, setDialog] = useState<'rename' | 'notes' | 'export' | 'delete' | null>(null);
  const idAt = useCallback((index: number) => list.store.getState().rows.get(index)?.id, [list]);
  const selection = useMemo(() => settle(made, (index) => rows.get(index)?.id), [made, rows]);
  const chosen = useMemo(() => [...selection.ids].flatMap((id) => known.get(id) ?? []), [known, selection.ids]);
  const ids = [...selection.ids];
  const generation = useStore(list.store, (state) => state.generation);
  const sync = useEffectEvent(() => {
    const { rows: loaded } = list.store.getState();
    const inSight = new Set([...loaded.values()].map(({ id }) => id));
    // What is chosen out of sight is asked anew with the rest.
    if ([...made.ids].some((id) => !inSight.has(id))) list.load(0, total).catch(() => undefined);
  });
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another generation: the list begins anew
  useEffect(() => sync(), [generation]);
  const [only] = chosen;
  useShownMark(rows.size > 0);

  const totalMs = chosen.reduce((sum, row) => sum + row.durationMs, 0);
  const totalBytes = chosen.reduce((sum, row) => sum + row.libraryBytes, 0);
  useStatus([
    ...(ids.length === 0
      ? []
      : [
          chosen.length === ids.length
            ? words.selectedOf(formatCount(ids.length), formatClock(totalMs), formatBytes(totalBytes))
            : words.selected(formatCount(ids.length)),
        ]),
    words.drop,
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
  const canExport = chosen.length > 0 && chosen.every(isWhole);
  const heat = inBin ? null : heatOf(chosen);
  const canHeat = heat !== null && heat.others.length < MOST_HEAT_SESSIONS;
  const openHeat = (): void => {
    if (heat === null || !canHeat) return;
    const { first, others } = heat;
    go({ place: 'replay', sessionId: first.id, moment: { ...START, heat: others } });
    describeTab(first.id, first);
  };
  const openWindows = (): void => {
    for (const { id } of chosen) openWindow(id);
  };
  const canOpenWindows =
    chosen.length > 0 && chosen.length <= MOST_WINDOWS && !inBin && chosen.every(({ status }) => status !== 'importing');
  const share = (): void => void exportSessions(client, chosen, SHARED);
  const favourite = (): void => void setFavourite(client, chosen, !allFavourites);
  /** Rows that were passed over and are not there yet are fetched first. */
  const chooseAt = (index: number, how: { readonly toggle: boolean; readonly range: boolean }): void => {
    const take = (at: typeof idAt): void => setSelection((before) => choose(before, index, how, at));
    if (!how.range || selection.anchor < 0 || !hasGaps(selection, index, idAt)) return take(idAt);
    const from = Math.min(selection.anchor, index);
    void list.load(from, Math.max(selection.anchor, index) + 1).then(
      (between) => take((i) => between[i - from] ?? idAt(i)),
      () => undefined, // the list says what is wrong
    );
  };

  useCommands([
    {
      id: 'library.open',
      title: commands.open,
      icon: 'play',
      run: () => only !== undefined && open(only),
      when: () => ids.length === 1 && !inBin,
    },
    {
      id: 'library.window',
      title: commands.window,
      icon: 'app-window',
      keys: 'Shift+Enter',
      run: openWindows,
      when: () => canOpenWindows,
    },
    { id: 'library.heat', title: commands.heat, icon: 'flame', keys: 'h', run: openHeat, when: () => canHeat },
    { id: 'library.share', title: commands.share, icon: 'upload', keys: '$mod+Shift+e', run: share, when: () => canExport },
    {
      id: 'library.rename',
      title: commands.rename,
      icon: 'pencil',
      keys: 'F2',
      run: () => setDialog('rename'),
      when: () => ids.length === 1 && only !== undefined && !inBin,
    },
    {
      id: 'library.export',
      title: commands.export,
      icon: 'download',
      keys: '$mod+e',
      run: () => setDialog('export'),
      when: () => canExport,
    },
    {
      id: 'library.favourite',
      title: allFavourites ? commands.notFavourite : commands.favourite,
      icon: 'star',
      keys: 's',
      run: favourite,
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
    { id: 'library.bin', title: commands.bin, icon: 'trash-2', keys: 'Delete', run: bin, when: () => someChosen() && !inBin },
    { id: 'library.restore', title: commands.restore, icon: 'undo-2', run: bringBack, when: () => someChosen() && inBin },
    {
      id: 'library.purge',
      title: commands.purge,
      icon: 'trash-2',
      keys: 'Shift+Delete',
      run: () => setDialog('delete'),
      when: () => someChosen() && inBin,
    },
    {
      id: 'library.all',
      title: commands.all,
      icon: 'check',
      keys: '$mod+a',
      run: () =>
        void list.load(0, total).then(
          (all) => setSelection((before) => ({ ...before, ids: new Set(all) })),
          () => undefined,
        ),
      when: () => total > 0,
    },
  ]);

  const menu: readonly MenuItem[] = inBin
    ? [
        { id: 'restore', label: labels.restore, icon: 'undo-2', run: bringBack },
        { id: 'purge', label: commands.purge, icon: 'trash-2', danger: true, separated: true, run: () => setDialog('delete') },
      ]
    : [
        {
          id: 'open',
          label: labels.open,
          icon: 'play',
          hint: keysLabel('Enter'),
          disabled: ids.length !== 1,
          run: () => only !== undefined && open(only),
        },
        {
          id: 'window',
          label: labels.window,
          icon: 'app-window',
          hint: keysLabel('Shift+Enter'),
          disabled: !canOpenWindows,
          run: openWindows,
        },
        { id: 'heat', label: labels.heat, icon: 'flame', hint: keysLabel('h'), disabled: !canHeat, run: openHeat },
        { id: 'rename', label: labels.rename, icon: 'pencil', hint: 'F2', disabled: ids.length !== 1, run: () => setDialog('rename') },
        {
          id: 'favourite',
          label: allFavourites ? commands.notFavourite : commands.favourite,
          icon: 'star',
          hint: keysLabel('s'),
          run: favourite,
        },
        { id: 'notes', label: tags.edit, icon: 'tag', hint: keysLabel('t'), run: () => setDialog('notes') },
        {
          id: 'export',
          label: labels.export,
          icon: 'download',
          hint: keysLabel('$mod+e'),
          disabled: !canExport,
          run: () => setDialog('export'),
        },
        { id: 'share', label: labels.share, icon: 'upload', hint: keysLabel('$mod+Shift+e'), disabled: !canExport, run: share },
        { id: 'bin', label: commands.bin, icon: 'trash-2', hint: keysLabel('Delete'), danger: true, separated: true, run: bin },
      ];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller) return;
    if (event.key === 'Enter' && !event.shiftKey && only !== undefined) return open(only);
    if (event.key === 'Escape') return setSelection(NOTHING);
    const to = target(event.key, selection.focus, columns.current, total);
    if (to === null) return;
    event.preventDefault();
    chooseAt(to, { toggle: event.key === ' ', range: event.shiftKey });
  };
  const onContextMenu = (event: MouseEvent): void => {
    const index = indexOf(event.target);
    const id = index === null ? undefined : idAt(index);
    if (index === null || id === undefined) event.preventDefault();
    else if (!selection.ids.has(id)) chooseAt(index, { toggle: false, range: false });
  };

  const props: Omit<SessionsProps, 'scroller'> = {
    total,
    rows,
    selection,
    onShow: list.show,
    onColumns: useCallback((count) => {
      columns.current = count;
    }, []),
  };
  /** The list acts for its items: a fast scroll makes very many of them. */
  const rowAt = (target: EventTarget): { readonly index: number; readonly row: SessionRow | undefined } | null => {
    const index = indexOf(target);
    return index === null ? null : { index, row: rows.get(index) };
  };
  const onClick = (event: MouseEvent): void => {
    const at = rowAt(event.target);
    if (at === null) return setSelection(NOTHING);
    const { index, row } = at;
    const action = row === undefined ? undefined : actionAt(event.target);
    if (row !== undefined && action === 'open') open(row);
    else if (row !== undefined && action === 'favourite') void setFavourite(client, [row], !row.favourite);
    else chooseAt(index, { toggle: event.ctrlKey || event.metaKey, range: event.shiftKey });
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const row = rowAt(event.target)?.row;
    if (row !== undefined && actionAt(event.target) === undefined) open(row);
  };
  const onDragStart = (event: DragEvent): void => {
    event.preventDefault(); // the system's own drag follows
    const row = rowAt(event.target)?.row;
    if (desktop === null || row === undefined) return;
    void dragOut(client, desktop, selection.ids.has(row.id) ? chosen.filter(isWhole) : [row]);
  };

  return (
    <>
      <ContextMenu items={menu}>
        <div
          ref={setScroller}
          className={styles.sessions}
          data-view={view}
          role="listbox"
          aria-label={words.name}
          aria-multiselectable="true"
          aria-activedescendant={selection.focus >= 0 ? `session-${selection.focus}` : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onContextMenuCapture={onContextMenu}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
          onDragStart={onDragStart}
        >
          {scroller !== null &&
            (view === 'cards' ? <SessionGrid {...props} scroller={scroller} /> : <SessionTable {...props} scroller={scroller} />)}
        </div>
      </ContextMenu>
      {ids.length > 1 && (
        <div className={styles.chosen} role="toolbar" aria-label={words.chosen}>
          <span>{words.selected(formatCount(ids.length))}</span>
          <span className={styles.spring} />
          {inBin ? (
            <Button size="small" kind="outline" icon="undo-2" onClick={bringBack}>
              {labels.restore}
            </Button>
          ) : (
            <>
              <Button
                size="small"
                kind="outline"
                icon="flame"
                disabled={!canHeat}
                title={heat === null ? words.places : canHeat ? undefined : words.many(formatCount(MOST_HEAT_SESSIONS))}
                onClick={openHeat}
              >
                {labels.heat}
              </Button>
              <Button size="small" kind="outline" icon="download" disabled={!canExport} onClick={() => setDialog('export')}>
                {labels.export}
              </Button>
              <Button size="small" kind="outline" icon="tag" disabled={chosen.length === 0} onClick={() => setDialog('notes')}>
                {tags.edit}
              </Button>
              <Button size="small" kind="outline" icon="trash-2" onClick={bin}>
                {commands.bin}
              </Button>
            </>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {dialog === 'rename' && only !== undefined && <RenameDialog row={only} onClose={() => setDialog(null)} />}
        {dialog === 'notes' && chosen.length > 0 && <NotesDialog rows={chosen} onClose={() => setDialog(null)} />}
        {dialog === 'export' && canExport && <ExportDialog rows={chosen} onClose={() => setDialog(null)} />}
        {dialog === 'delete' && (
          <DeleteDialog
            ids={ids}
            onClose={(deleted) => {
              setDialog(null);
              if (deleted) setSelection(NOTHING);
            }}
          />
        )}
      </Suspense>
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
