/** The library: filters at the left; search, imports and sessions at the right. */
import { lazy, Suspense, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { PROFILES } from '../../shared/games/profiles.ts';
import { appStore } from '../app/app-store.ts';
import { useCommands } from '../app/commands.ts';
import { useConnection, useEngineState } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words.ts';
import { ExportStrips } from './export-strips.tsx';
import { FilterColumn } from './filter-column.tsx';
import { clearFilters, filterStore, isFiltered, queryFilter, setFilters } from './filters.ts';
import { ImportStrips } from './import-strips.tsx';
import { useImportActions, useImports } from './imports.ts';
import { worldName } from './session-words.ts';
import { Sessions } from './sessions.tsx';
import { Toolbar } from './toolbar.tsx';
import { useLibrary, type Library } from './use-library.ts';
import { usePeopleFound } from './use-people-found.ts';
import styles from './library.module.css';

const RemoteDialog = lazy(async () => ({ default: (await import('./remote-dialog.tsx')).RemoteDialog }));
/** Whether there is anything to fetch from. */
const hasRemotes = Object.values(PROFILES).some(({ remote }) => remote !== undefined);

export function LibraryPage() {
  const library = useLibrary();
  const { list, counts } = library;
  const imports = useImportActions();
  const words = useWords().library;
  const filters = useStore(filterStore);
  const wanted = useDeferredValue(filters);
  const { filter } = filters;
  const searchField = useRef<HTMLInputElement>(null);
  const { total, failure, query } = useStore(list.store);
  const people = usePeopleFound(query.filter, total);
  const engine = useEngineState();
  const [asksServer, setAsksServer] = useState(false);

  useEffect(() => {
    const { query } = list.store.getState();
    const next = queryFilter(wanted, Date.now());
    if (JSON.stringify(next) !== JSON.stringify(query.filter)) list.ask({ filter: next, sort: appStore.getState().librarySort });
  }, [list, wanted]);

  const open = (): void => void imports.choose({ openWhenDone: true });
  const add = (): void => void imports.choose({ openWhenDone: false });
  const says = words.commands;
  useCommands([
    { id: 'library.search', title: says.search, icon: 'search', keys: '$mod+f', run: () => searchField.current?.select() },
    { id: 'library.openFile', title: says.openFile, icon: 'folder-open', keys: '$mod+o', run: open },
    { id: 'library.import', title: says.import, icon: 'plus', keys: '$mod+i', run: add },
    { id: 'library.clear', title: says.clear, icon: 'library', run: clearFilters, when: () => isFiltered(filterStore.getState()) },
    ...(hasRemotes ? [{ id: 'library.server', title: says.server, icon: 'download', run: () => setAsksServer(true) }] : []),
  ]);

  const all = counts === null ? null : filter.bin === true ? counts.stats.binned : counts.stats.sessions;
  return (
    <div className={styles.page}>
      <FilterColumn counts={counts} filter={filter} onFilter={(chosen) => setFilters({ filter: chosen })} />
      <div className={styles.main}>
        <h1 className={styles.unseen}>{words.title}</h1>
        <Toolbar
          filters={filters}
          searchField={searchField}
          people={people}
          world={filter.world === undefined ? null : worldName(filter.game ?? '', filter.world)}
          shown={total}
          all={all}
          onOpen={open}
          onImport={add}
          onServer={hasRemotes ? () => setAsksServer(true) : null}
        />
        <Suspense fallback={null}>{asksServer && <RemoteDialog onClose={() => setAsksServer(false)} />}</Suspense>
        {engine.state === 'stopped' && <EngineStopped reason={engine.reason} />}
        {failure !== null && (
          <div className={styles.failure} role="alert">
            <span>{failure}</span>
            <Button size="small" kind="outline" onClick={() => list.refresh()}>
              {words.list.again}
            </Button>
          </div>
        )}
        <ImportStrips />
        <ExportStrips />
        {total === null && engine.state !== 'stopped' && failure === null && <Waiting />}
        {total === 0 && (
          <Empty
            library={library}
            filtered={all !== 0 || filter.bin === true}
            inBin={filter.bin === true && all === 0}
            onClear={clearFilters}
          />
        )}
        {total !== null && total > 0 && <Sessions key={JSON.stringify(query)} list={list} total={total} inBin={filter.bin === true} />}
      </div>
    </div>
  );
}

function EngineStopped({ reason }: { readonly reason: string }) {
  const connection = useConnection();
  const says = useWords().library.list;
  return (
    <div className={styles.failure} role="alert">
      <span>{says.stopped(reason)}</span>
      <Button size="small" kind="outline" onClick={() => void connection.start()}>
        {says.start}
      </Button>
    </div>
  );
}

/** What is quick shows nothing of its waiting. */
const PATIENCE = 200;

function Waiting() {
  const says = useWords().library.list;
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!long) return null;
  return (
    <div className={styles.waiting} role="status" aria-label={says.reading}>
      {Array.from({ length: 8 }, (_, i) => (
        <div key={i} className={styles.card}>
          <div className={styles.picture} />
        </div>
      ))}
    </div>
  );
}

interface EmptyProps {
  readonly library: Library;
  readonly filtered: boolean;
  readonly inBin: boolean;
  readonly onClear: () => void;
}

function Empty({ library, filtered, inBin, onClear }: EmptyProps) {
  const imports = useImportActions();
  const says = useWords().library.empty;
  const importing = useImports((state) => state.items.length > 0);
  if (inBin || filtered) {
    return (
      <div className={styles.empty}>
        <p>{inBin ? says.bin : says.filtered}</p>
        <Button kind="outline" onClick={onClear}>
          {says.showAll}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.empty} data-testid="no-sessions">
      <h2>{says.title}</h2>
      <p>{says.about}</p>
      <div className={styles.samples}>
        {(library.hello?.games ?? []).map((game) => (
          <Button key={game.id} kind="outline" icon="play" disabled={importing} onClick={() => imports.addSample(game)}>
            {says.sample(game.name)}
          </Button>
        ))}
      </div>
      {library.hello !== null && (
        <p className={styles.quiet}>
          {says.reads(
            [...new Set(library.hello.games.flatMap(({ formats }) => formats.flatMap(({ extensions }) => extensions)))]
              .map((e) => (e.startsWith('.') ? e : `.${e}`))
              .join(', '),
          )}
        </p>
      )}
    </div>
  );
}
