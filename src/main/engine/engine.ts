/** Puts the engine together: one library, its imports and exports, and the answers to every method of the API. */
import { basename } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import type { EngineClient, Results } from '../../shared/engine-api.ts';
import { Exporter, type Download } from './export/exporter.ts';
import { RefusedInput, type GameAdapter } from './game-adapter.ts';
import { ADAPTERS, gameName } from './games/registry.ts';
import { Handles, type MintedFile } from './import/handles.ts';
import { FileImports } from './import/import-files.ts';
import type { ImportReport } from './import/import-messages.ts';
import { Importer } from './import/importer.ts';
import { Library } from './library/library.ts';
import { verifyLibrary, type VerifyReport } from './library/verify.ts';
import { Connection, MissingError, type ApiHandlers } from './transport/connection.ts';
import { directClient } from './transport/direct-client.ts';
import type { Wire } from './transport/wire.ts';

export interface EngineOptions {
  readonly libraryDir: string;
  /** True in the desktop app: there are dialogs, and no downloads. */
  readonly desktop: boolean;
  /** Where `serve` listens, for the lock; absent when nothing does. */
  readonly port?: number;
  readonly adapters?: readonly GameAdapter[];
  /** The module that each import's thread runs; knows the same adapters. */
  readonly importWorker?: URL;
}

export interface Engine {
  /** Calls without a wire, for the command line. */
  readonly client: EngineClient;
  /** Folder for uploads that are on their way; emptied at each start. */
  readonly tmpDir: string;
  /** Answers one page until it goes. */
  connect(wire: Wire): void;
  /** Lets pages name a file or folder by a random handle; `handle` when somebody else has drawn it. */
  mint(file: Omit<MintedFile, 'name'> & { readonly name?: string }, handle?: string): string;
  /** An export that waits for its one download; null when there is none (any more). */
  takeDownload(id: string): Download | null;
  /** Checks everything that is stored. `onProgress`: sessions and originals done, of all. */
  verify(onProgress: (done: number, total: number) => void): Promise<VerifyReport>;
  /** Reads a session's original again with today's adapters; all sessions of it are replaced, keeping id, own title and favourite. */
  reread(id: string, signal: AbortSignal, onReport: (report: ImportReport) => void): Promise<ImportReport>;
  /** Ends connections, imports and threads, and gives the library free. */
  close(): Promise<void>;
}

const IMPORT_WORKER = new URL('./import/import-worker.ts', import.meta.url);

/** Rejects with RefusedInput, one sentence, when the library cannot be opened. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { adapters = ADAPTERS, importWorker = IMPORT_WORKER } = options;
  const library = await Library.open(options.libraryDir, options.port ?? null);
  const handles = new Handles();
  const importer = new Importer(library, importWorker);
  const extensions = adapters.flatMap((adapter) => adapter.formats.flatMap((format) => format.extensions));
  const imports = new FileImports(importer, handles, extensions);
  const exporter = new Exporter(library);
  const connections = new Set<Connection>();

  const handlers: ApiHandlers = {
    hello: () => Promise.resolve(hello(options, adapters)),
    'sessions.list': (params) => library.read('list', params),
    'sessions.get': async ({ id }) => found(await library.read('session', { id })),
    'sessions.overview': async ({ id }) => found(await library.read('overview', { id })),
    'sessions.update': async (params) => {
      if (!(await library.write('updateSession', params))) throw missing();
      library.announce([params.id]);
      return null;
    },
    'sessions.delete': async (params) => {
      library.announce(await library.write('binSessions', params));
      return null;
    },
    'sessions.restore': async (params) => {
      library.announce(await library.write('restoreSessions', params));
      return null;
    },
    'sessions.purge': async (params) => {
      library.announce(await library.write('purgeSessions', params));
      library.settleSoon();
      return null;
    },
    'library.stats': () => library.read('stats', {}),
    'chunks.read': async (params) => found(await library.read('chunk', params)),
    'events.columns': async (params) => found(await library.read('eventColumns', params)),
    'events.payloads': async (params) => found(await library.read('eventPayloads', params)),
    'import.files': async (params, context) => {
      await imports.importHandles(params.handles, context);
      return null;
    },
    'import.sample': async ({ game }, context) => {
      await imports.importSample(game, context);
      return null;
    },
    'library.follow': async (_params, { signal, emit }) => {
      await follow(library, signal, (sessions) => emit({ sessions }));
      return null;
    },
    'export.session': async ({ id, format, handle }, signal) => {
      const file = handle === null ? null : handles.get(handle, 'write');
      if (handle !== null && file === null) throw new RefusedInput('The place to save to is no longer at hand; choose it again.');
      if (handle === null && options.desktop) throw new RefusedInput('Choose where to save it.');
      return found(await exporter.run({ id, format, path: file?.path ?? null }, signal));
    },
  };

  return {
    client: directClient(handlers),
    tmpDir: library.folder.tmp,
    connect: (wire) => {
      const connection = new Connection(wire, handlers, (error) => console.error('engine:', error));
      connections.add(connection);
      wire.onClose(() => connections.delete(connection));
    },
    mint: (file, handle) => handles.mint(file, handle),
    takeDownload: (id) => exporter.takeDownload(id),
    verify: async (onProgress) => await verifyLibrary(library, onProgress),
    reread: async (id, signal, onReport) => {
      const original = await library.read('originalOf', { id });
      if (original === null) throw new RefusedInput(missing().message);
      return await importer.run({ kind: 'original', sha256: original.sha256, name: original.name }, signal, onReport);
    },
    close: async () => {
      for (const connection of connections) connection.close();
      await Promise.all([importer.close(), exporter.close()]);
      await library.close();
    },
  };
}

function hello(options: EngineOptions, adapters: readonly GameAdapter[]): Results['hello'] {
  return {
    version: manifest.version,
    library: basename(options.libraryDir),
    desktop: options.desktop,
    games: adapters.map(({ id, formats }) => ({
      id,
      name: gameName(id),
      formats: formats.map((format) => ({
        id: format.id,
        label: format.label,
        extensions: format.extensions,
        writable: format.write !== undefined,
      })),
    })),
  };
}

/** Until aborted; changes that come while the page is busy go out together. */
async function follow(library: Library, signal: AbortSignal, emit: (sessions: readonly string[]) => Promise<void>): Promise<void> {
  const changed = new Set<string>();
  let wake = (): void => undefined;
  const unsubscribe = library.onChange((sessions) => {
    for (const id of sessions) changed.add(id);
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  while (!signal.aborted) {
    const sessions = [...changed];
    changed.clear();
    if (sessions.length > 0) await emit(sessions);
    else await new Promise<void>((resolve) => (wake = resolve));
  }
  unsubscribe();
}

function found<T>(value: T | null): T {
  if (value === null) throw missing();
  return value;
}

function missing(): MissingError {
  return new MissingError('There is no such session, or it is not complete.');
}
