/** The library: filters at the left; search, imports and sessions at the right. */
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { SessionFilter } from '../../shared/engine-api.ts';
import { appStore } from '../app/app-store.ts';
import { useCommands } from '../app/commands.ts';
import { useConnection, useEngineState } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { FilterColumn } from './filter-column.tsx';
import { ImportStrips } from './import-strips.tsx';
import { useImportActions, useImports } from './imports.ts';
import { hasRemotes, RemoteDialog } from './remote-dialog.tsx';
import { worldName } from './session-words.ts';
import { Sessions } from './sessions.tsx';
import { Toolbar } from './toolbar.tsx';
import { useLibrary, type Library } from './use-library.ts';
import { spanFilter, type SpanId } from './when-filter.ts';
import styles from './library.module.css';

export function LibraryPage() {
  const library = useLibrary();
  const { list, counts } = library;
  const imports = useImportActions();
  const [filter, setFilter] = useState<SessionFilter>({});
  const [search, setSearch] = useState('');
  const [span, setSpan] = useState<SpanId | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(search.trim());
  const { total, failure, query } = useStore(list.store);
  const engine = useEngineState();
  const [asksServer, setAsksServer] = useState(false);

  useEffect(() => {
    const { query } = list.store.getState();
    const next = { ...filter, ...(wanted === '' ? {} : { search: wanted }), ...(span === null ? {} : spanFilter(span, Date.now())) };
    if (JSON.stringify(next) !== JSON.stringify(query.filter)) list.ask({ filter: next, sort: appStore.getState().librarySort });
  }, [list, filter, wanted, span]);

  const open = (): void => void imports.choose({ openWhenDone: true });
  const add = (): void => void imports.choose({ openWhenDone: false });
  useCommands([
    { id: 'library.search', title: 'Search sessions', icon: 'search', keys: '$mod+f', run: () => searchField.current?.select() },
    { id: 'library.openFile', title: 'Open file', icon: 'folder-open', keys: '$mod+o', run: open },
    { id: 'library.import', title: 'Import files', icon: 'plus', keys: '$mod+i', run: add },
    ...(hasRemotes ? [{ id: 'library.server', title: 'Import from a server…', icon: 'download', run: () => setAsksServer(true) }] : []),
  ]);

  const clear = (): void => {
    setFilter({});
    setSearch('');
    setSpan(null);
  };
  const all = counts === null ? null : filter.bin === true ? counts.stats.binned : counts.stats.sessions;
  return (
    <div className={styles.page}>
      <FilterColumn counts={counts} filter={filter} onFilter={setFilter} />
      <div className={styles.main}>
        <h1 className={styles.unseen}>Library</h1>
        <Toolbar
          search={search}
          searchField={searchField}
          span={span}
          world={filter.world === undefined ? null : worldName(filter.game ?? '', filter.world)}
          shown={total}
          all={all}
          onSearch={setSearch}
          onSpan={setSpan}
          onWorld={() => setFilter((before) => (before.game === undefined ? {} : { game: before.game }))}
          onOpen={open}
          onImport={add}
          onServer={hasRemotes ? () => setAsksServer(true) : null}
        />
        {asksServer && <RemoteDialog onClose={() => setAsksServer(false)} />}
        {engine.state === 'stopped' && <EngineStopped reason={engine.reason} />}
        {failure !== null && (
          <div className={styles.failure} role="alert">
            <span>{failure}</span>
            <Button size="small" kind="outline" onClick={() => list.refresh()}>
              Ask again
            </Button>
          </div>
        )}
        <ImportStrips />
        {total === null && engine.state !== 'stopped' && failure === null && <Waiting />}
        {total === 0 && (
          <Empty library={library} filtered={all !== 0 || filter.bin === true} inBin={filter.bin === true && all === 0} onClear={clear} />
        )}
        {total !== null && total > 0 && <Sessions key={JSON.stringify(query)} list={list} total={total} inBin={filter.bin === true} />}
      </div>
    </div>
  );
}

function EngineStopped({ reason }: { readonly reason: string }) {
  const connection = useConnection();
  return (
    <div className={styles.failure} role="alert">
      <span>Engine stopped. {reason}</span>
      <Button size="small" kind="outline" onClick={() => void connection.start()}>
        Start again
      </Button>
    </div>
  );
}

/** What is quick shows nothing of its waiting. */
const PATIENCE = 200;

function Waiting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!long) return null;
  return (
    <div className={styles.waiting} role="status" aria-label="Reading the library">
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
  const importing = useImports((state) => state.items.length > 0);
  if (inBin || filtered) {
    return (
      <div className={styles.empty}>
        <p>{inBin ? 'The bin is empty.' : 'No session answers to these filters.'}</p>
        <Button kind="outline" onClick={onClear}>
          Show all sessions
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.empty} data-testid="no-sessions">
      <h2>No sessions yet.</h2>
      <p>Drop a recording anywhere, or try a sample.</p>
      <div className={styles.samples}>
        {(library.hello?.games ?? []).map((game) => (
          <Button key={game.id} kind="outline" icon="play" disabled={importing} onClick={() => imports.addSample(game)}>
            {game.name} sample
          </Button>
        ))}
      </div>
      {library.hello !== null && (
        <p className={styles.quiet}>
          Reads{' '}
          {[...new Set(library.hello.games.flatMap(({ formats }) => formats.flatMap(({ extensions }) => extensions)))]
            .map((e) => (e.startsWith('.') ? e : `.${e}`))
            .join(', ')}
        </p>
      )}
    </div>
  );
}
