/** Puts the engine together: one library, its imports and exports, and the answers to every method of the API. */
import { basename } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import type { EngineClient, LibraryChange, Results } from '../../shared/engine-api.ts';
import { annotationHandlers } from './annotations/annotation-handlers.ts';
import { broadcastHandlers } from './broadcast/broadcast-handlers.ts';
import { Broadcast } from './broadcast/broadcast.ts';
import { Captures, type CaptureOfRun } from './capture/captures.ts';
import { withFolders } from './capture/folder-fields.ts';
import { careerHandlers } from './career/career-handlers.ts';
import { Recount } from './career/recount.ts';
import { FileConverter } from './convert/file-converter.ts';
import { FilesToConvert } from './convert/files-to-convert.ts';
import { conversionTargets } from './convert/targets.ts';
import { Downloads, type Download } from './downloads.ts';
import type { EngineLog } from './engine-log.ts';
import { exportTargets } from './export/export-targets.ts';
import { Exporter } from './export/exporter.ts';
import { fileHandlers } from './export/file-handlers.ts';
import { RefusedInput, type GameAdapter } from './game-adapter.ts';
import { ADAPTERS, captureFields, gameName } from './games/registry.ts';
import { groundHandlers } from './ground/ground-handlers.ts';
import { Grounds } from './ground/grounds.ts';
import { Handles, type MintedFile } from './import/handles.ts';
import { FileImports } from './import/import-files.ts';
import type { ImportReport } from './import/import-messages.ts';
import { Importer } from './import/importer.ts';
import { Library } from './library/library.ts';
import { verifyLibrary, type VerifyReport } from './library/verify.ts';
import { RemoteImports } from './remote/remote-imports.ts';
import { Retention } from './retention.ts';
import { SessionStatistics } from './statistics/session-statistics.ts';
import { Connection, MissingError, type ApiHandlers } from './transport/connection.ts';
import { directClient } from './transport/direct-client.ts';
import type { Wire } from './transport/wire.ts';

export interface EngineOptions {
  readonly libraryDir: string;
  /** When it is being opened already. */
  readonly library?: Promise<Library>;
  /** True in the desktop app: there are dialogs, and no downloads. */
  readonly desktop: boolean;
  /** Where `serve` listens, for the lock; absent when nothing does. */
  readonly port?: number;
  readonly adapters?: readonly GameAdapter[];
  /** The module that each import's thread runs; knows the same adapters. */
  readonly importWorker?: URL;
  /** The module that each capture's thread runs; knows the same adapters. */
  readonly captureWorker?: URL;
  /** Absent: nobody reads it. */
  readonly log?: EngineLog;
  /** Switched on for this run, beside those that a person switched on; absent where none shall run. */
  readonly captures?: readonly CaptureOfRun[];
  /** The built renderer, of which overlays are served; absent where nothing is. */
  readonly rendererDir?: string;
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
  /** Resolves when recordings that an earlier run did not end have been read from their originals, as far as that can be done. */
  recovered(): Promise<void>;
  /** Ends recordings, connections, imports and threads, and gives the library free. */
  close(): Promise<void>;
}

const CAPTURE_WORKER = new URL('./capture/capture-worker.ts', import.meta.url);
const IMPORT_WORKER = new URL('./import/import-worker.ts', import.meta.url);

/** Rejects with RefusedInput, one sentence, when the library cannot be opened, or one of `captures` cannot begin. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { adapters = ADAPTERS, importWorker = IMPORT_WORKER, captureWorker = CAPTURE_WORKER } = options;
  const library = await (options.library ?? Library.open(options.libraryDir, options.port ?? null));
  const handles = new Handles();
  const importer = new Importer(library, importWorker, () => captures.isOn);
  const imports = new FileImports(importer, handles, adapters);
  const downloads = new Downloads(20);
  // A browser may ask its person before it fetches the second of a batch.
  const converted = new Downloads(1000);
  const exporter = new Exporter(library, downloads);
  const statistics = new SessionStatistics(library);
  const remote = new RemoteImports(importer, adapters, library.folder.tmp);
  const converter = new FileConverter(adapters, library.folder.tmp, converted);
  const conversions = new FilesToConvert(converter, handles, adapters, options.desktop);
  const captures = new Captures(library, importer, adapters, captureWorker, options.log ?? (() => undefined));
  const retention = new Retention(library);
  const grounds = new Grounds(library.folder.ground);
  const recount = new Recount();
  const broadcast = new Broadcast(library, options.rendererDir ?? null);
  const connections = new Set<Connection>();
  const careers = new Map(adapters.flatMap(({ id, career }) => (career === undefined ? [] : [[id, career] as const])));

  const handlers: ApiHandlers = {
    hello: () => Promise.resolve(hello(options, adapters)),
    'sessions.list': (params) => library.read('list', params),
    'sessions.people': (params) => library.read('people', params),
    'sessions.get': async ({ id }) => found(await library.read('session', { id })),
    'sessions.overview': async ({ id }) => found(await library.read('overview', { id })),
    'sessions.update': async (params) => {
      if (!(await library.write('updateSession', params))) throw missing();
      library.announce([params.id]);
      if (params.tags !== undefined || params.notes !== undefined) library.announceAnnotations([params.id]);
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
    'retention.get': () => retention.rules(),
    'retention.outlook': () => retention.outlook(),
    'retention.set': async ({ rules }) => {
      await retention.set(rules);
      return null;
    },
    'library.stats': () => library.read('stats', {}),
    'chunks.read': async (params) => found(await library.read('chunk', params)),
    'events.columns': async (params) => found(await library.read('eventColumns', params)),
    'sessions.statistics': async ({ id }, signal) => found(await statistics.of(id, signal)),
    'events.payloads': async (params) => found(await library.read('eventPayloads', params)),
    'import.files': async (params, context) => {
      await imports.importHandles(params.handles, context);
      return null;
    },
    'import.sample': async ({ game }, context) => {
      await imports.importSample(game, context);
      return null;
    },
    'remote.list': (params, signal) => remote.list(params, signal),
    'remote.import': async (params, context) => {
      await remote.import(params, context);
      return null;
    },
    'library.follow': async (_params, { signal, emit }) => {
      await follow(library, signal, emit);
      return null;
    },
    'capture.list': () => Promise.resolve(captures.list()),
    'capture.set': async ({ id, enabled, settings }) => {
      const before = captures.list().find((capture) => capture.id === id)?.settings ?? {};
      const pathOf = (handle: string): string | null => handles.get(handle, 'folder')?.path ?? null;
      return await captures.set({ id, enabled, settings: withFolders(captureFields(id), settings, before, pathOf) });
    },
    'capture.token.make': ({ id, name }) => captures.makeToken(id, name),
    'capture.token.revoke': async ({ id, token }) => {
      await captures.revokeToken(id, token);
      return null;
    },
    'capture.follow': async (_params, context) => {
      await captures.follow(context);
      return null;
    },
    'sessions.follow': async ({ id }, context) => {
      if (!captures.isRecording(id)) throw missing();
      await captures.followSession(id, context);
      return null;
    },
    'export.session': async ({ id, format, handle }, signal) => {
      const file = handle === null ? null : handles.get(handle, 'write');
      const folder = handle === null ? null : handles.get(handle, 'folder');
      if (handle !== null && file === null && folder === null)
        throw new RefusedInput('The place to save to is no longer at hand; choose it again.');
      if (handle === null && options.desktop) throw new RefusedInput('Choose where to save it.');
      if (captures.isRecording(id))
        throw new RefusedInput('This session is still being recorded; it can be exported when its recording has ended.');
      if (folder !== null) {
        const target = adapters.flatMap(({ formats }) => exportTargets(formats)).find((one) => one.id === format);
        return found(await exporter.runInto(folder.path, { id, format, extension: target?.extension ?? '' }, signal));
      }
      return found(await exporter.run({ id, format, path: file?.path ?? null }, signal));
    },
    'files.list': async ({ handle }) => await conversions.list(handle),
    'files.describe': async ({ handle }) => await conversions.describe(handle),
    'convert.file': async (params, context) => await conversions.convert(params, context),
    ...annotationHandlers(library),
    ...careerHandlers(library, adapters),
    ...groundHandlers(grounds, handles),
    ...fileHandlers(handles),
    ...broadcastHandlers(broadcast),
  };

  const close = async (): Promise<void> => {
    for (const connection of connections) connection.close();
    await Promise.all([captures.close(), broadcast.close(), retention.close()]);
    await Promise.all([importer.close(), exporter.close(), converter.close(), statistics.close(), grounds.close(), recount.close()]);
    await library.close();
  };
  try {
    await captures.start(options.captures ?? null);
    await broadcast.start();
  } catch (error) {
    await close();
    throw error;
  }
  recount.start(library, careers);

  return {
    client: directClient(handlers),
    tmpDir: library.folder.tmp,
    connect: (wire) => {
      const connection = new Connection(wire, handlers, (error) => console.error('engine:', error));
      connections.add(connection);
      wire.onClose(() => connections.delete(connection));
    },
    mint: (file, handle) => handles.mint(file, handle),
    takeDownload: (id) => downloads.take(id) ?? converted.take(id),
    verify: async (onProgress) => await verifyLibrary(library, careers, onProgress),
    reread: async (id, signal, onReport) => {
      const original = await library.read('originalOf', { id });
      if (original === null) throw new RefusedInput(missing().message);
      return await importer.run({ kind: 'original', sha256: original.sha256, name: original.name }, signal, onReport);
    },
    recovered: () => captures.recovered,
    close,
  };
}

function hello(options: EngineOptions, adapters: readonly GameAdapter[]): Results['hello'] {
  return {
    version: manifest.version,
    library: basename(options.libraryDir),
    desktop: options.desktop,
    games: adapters.map((adapter) => ({
      id: adapter.id,
      name: gameName(adapter.id),
      exports: exportTargets(adapter.formats).map(({ id, label, extension }) => ({ id, label, extension })),
      formats: adapter.formats.map((format) => ({
        id: format.id,
        label: format.label,
        extensions: format.extensions,
        writable: format.write !== undefined,
        targets: conversionTargets({ adapter, format }),
      })),
    })),
  };
}

/** Until aborted; changes that come while the page is busy go out together. */
async function follow(library: Library, signal: AbortSignal, emit: (change: LibraryChange) => Promise<void>): Promise<void> {
  const changed = new Set<string>();
  const annotated = new Set<string>();
  let wake = (): void => undefined;
  const unsubscribe = library.onChange(({ sessions, annotations }) => {
    for (const id of sessions) changed.add(id);
    for (const id of annotations) annotated.add(id);
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  while (!signal.aborted) {
    const change = { sessions: [...changed], annotations: [...annotated] };
    changed.clear();
    annotated.clear();
    if (change.sessions.length + change.annotations.length > 0) await emit(change);
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
