/** Files on their way into the library, from wherever they came: a queue that works on two at a time, and what each one says of itself. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DesktopBridge, FileHandle } from '../../shared/desktop-bridge.ts';
import type { EngineClient, ImportProgress, RemoteRecording } from '../../shared/engine-api.ts';
import { appStore, openReplay } from '../app/app-store.ts';
import { EngineError, sentenceOf } from '../engine/api-error.ts';
import { uploadFile } from '../engine/upload.ts';
import { notify } from '../ui/notices.tsx';
import { engineText } from '../words/engine-words.ts';
import { words } from '../words/words.ts';
import { filesOf } from './dropped-files.ts';
import { RateMeter } from './rate-meter.ts';

export interface ImportItem {
  readonly key: number;
  readonly name: string;
  readonly state: 'waiting' | 'sending' | ImportProgress['state'];
  readonly step: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** Bytes per second, null while unknown. */
  readonly rate: number | null;
  /** ms, null while unknown. */
  readonly left: number | null;
  readonly sessions: readonly string[];
  readonly message: string | null;
  /** The newest overview and what it is drawn with. */
  readonly picture: { readonly overview: Uint8Array; readonly preview: NonNullable<ImportProgress['preview']> } | null;
}

interface ImportsState {
  readonly items: readonly ImportItem[];
}

interface AddOptions {
  /** Shows the session as soon as it is there. */
  readonly openWhenDone: boolean;
}

export interface Imports {
  readonly store: StoreApi<ImportsState>;
  addHandles(handles: readonly FileHandle[], options: AddOptions): void;
  /** Files of a browser, which are sent to the engine. */
  addFiles(files: readonly File[], options: AddOptions): void;
  addDrop(transfer: DataTransfer): Promise<void>;
  /** Open dialog. */
  choose(options: AddOptions): Promise<void>;
  addSample(game: { readonly id: string; readonly name: string }): void;
  /** Recordings that a server has. */
  addRemote(server: { readonly game: string; readonly address: string }, recordings: readonly RemoteRecording[]): void;
  cancel(key: number): void;
  dismiss(key: number): void;
  dismissEnded(): void;
}

/** One stream of the engine; a folder's has several items. */
interface Job {
  readonly name: string;
  readonly first: number;
  readonly abort: AbortController;
  readonly openWhenDone: boolean;
  run(job: Job, onItem: (item: ImportProgress) => void): Promise<unknown>;
}

const AT_ONCE = 2;

export function isUnderWay({ state }: ImportItem): boolean {
  return state === 'waiting' || state === 'sending' || state === 'reading';
}

export function createImports(client: EngineClient, desktop: DesktopBridge<File> | null): Imports {
  const store = createStore<ImportsState>()(() => ({ items: [] }));
  const queue: Job[] = [];
  const jobs = new Map<number, Job>();
  let nextKey = 1;
  let running = 0;

  const change = (key: number, part: Partial<ImportItem>): void =>
    store.setState(({ items }) => ({ items: items.map((item) => (item.key === key ? { ...item, ...part } : item)) }));
  const itemOf = (key: number): ImportItem | undefined => store.getState().items.find((item) => item.key === key);
  const drop = (key: number): void => store.setState(({ items }) => ({ items: items.filter((item) => item.key !== key) }));

  const addItem = (name: string): number => {
    const key = nextKey++;
    const item: ImportItem = {
      key,
      name,
      state: 'waiting',
      step: '',
      bytesDone: 0,
      bytesTotal: 0,
      rate: null,
      left: null,
      sessions: [],
      message: null,
      picture: null,
    };
    store.setState(({ items }) => ({ items: [...items, item] }));
    return key;
  };

  const add = (name: string, openWhenDone: boolean, run: Job['run']): void => {
    const job: Job = { name, first: addItem(name), abort: new AbortController(), openWhenDone, run };
    jobs.set(job.first, job);
    queue.push(job);
    next();
  };

  function next(): void {
    while (running < AT_ONCE) {
      const job = queue.shift();
      if (job === undefined) return;
      running++;
      void work(job).finally(() => {
        running--;
        next();
      });
    }
  }

  async function work(job: Job): Promise<void> {
    const keys = new Map<string, number>();
    const meters = new Map<number, RateMeter>();
    const onItem = (progress: ImportProgress): void => {
      let key = keys.get(progress.file);
      if (key === undefined) {
        key = keys.size === 0 ? job.first : addItem(progress.file);
        keys.set(progress.file, key);
        jobs.set(key, job);
        meters.set(key, new RateMeter());
      }
      const pace = meters.get(key)?.measure(progress.bytesDone, progress.bytesTotal, performance.now());
      const { overview, preview } = progress;
      change(key, {
        name: progress.file,
        state: progress.state,
        step: engineText(progress.step),
        bytesDone: progress.bytesDone,
        bytesTotal: progress.bytesTotal,
        rate: pace?.rate ?? null,
        left: pace?.left ?? null,
        sessions: progress.sessions,
        message: progress.message === undefined ? null : engineText(progress.message),
        ...(overview === undefined || preview === undefined ? {} : { picture: { overview, preview } }),
      });
      if (progress.state !== 'reading') ended(key, job);
    };
    try {
      await job.run(job, onItem);
      if (keys.size === 0) {
        change(job.first, { state: 'refused', message: words().library.imports.nothing(job.name) });
        ended(job.first, job);
      }
    } catch (error) {
      const cancelled = error instanceof EngineError && error.code === 'cancelled';
      for (const key of new Set([job.first, ...keys.values()])) {
        const item = itemOf(key);
        if (item === undefined || !isUnderWay(item)) continue;
        change(key, {
          state: cancelled ? 'cancelled' : error instanceof EngineError && error.code === 'refused' ? 'refused' : 'failed',
          message: sentenceOf(error),
        });
        ended(key, job);
      }
    } finally {
      for (const key of [job.first, ...keys.values()]) jobs.delete(key);
    }
  }

  function ended(key: number, job: Job): void {
    const item = itemOf(key);
    if (item === undefined) return;
    if (item.state === 'cancelled') return drop(key);
    const [session] = item.sessions;
    const game = item.picture?.preview.info.game ?? '';
    if (session !== undefined && job.openWhenDone) {
      drop(key);
      return openReplay(session, { title: item.picture?.preview.info.title ?? item.name, game });
    }
    if (appStore.getState().route.place === 'library') return; // its strip says so
    const says = words().library.imports;
    if (item.state === 'done' && session !== undefined) {
      notify({ text: says.done(item.name), action: { label: says.open, run: () => openReplay(session, { title: item.name, game }) } });
    } else if (item.state === 'refused' || item.state === 'failed') {
      notify({ text: item.message ?? says.failed(item.name), failed: true });
    }
  }

  const addHandles = (handles: readonly FileHandle[], { openWhenDone }: AddOptions): void => {
    for (const { handle, name } of handles) {
      add(name, openWhenDone, (job, onItem) => client.stream('import.files', { handles: [handle] }, onItem, job.abort.signal));
    }
  };

  const addFiles = (files: readonly File[], { openWhenDone }: AddOptions): void => {
    for (const file of files) {
      add(file.name, openWhenDone, async (job, onItem) => {
        const meter = new RateMeter();
        change(job.first, { state: 'sending', step: words().library.imports.sending, bytesTotal: file.size });
        const handle = await uploadFile(
          file,
          (sent) => change(job.first, { bytesDone: sent, ...meter.measure(sent, file.size, performance.now()) }),
          job.abort.signal,
        );
        await client.stream('import.files', { handles: [handle] }, onItem, job.abort.signal);
      });
    }
  };

  return {
    store,
    addHandles,
    addFiles,
    async addDrop(transfer) {
      if (desktop === null) return addFiles(await filesOf(transfer), { openWhenDone: false });
      const files = [...transfer.files];
      const handles: FileHandle[] = [];
      for (const file of files) {
        const handle = await desktop.handleForFile(file);
        if (handle === null) notify({ text: words().library.imports.noPlace(file.name), failed: true });
        else handles.push(handle);
      }
      addHandles(handles, { openWhenDone: false });
    },
    async choose(options) {
      if (desktop === null) addFiles(await filesFromPicker(), options);
      else addHandles(await desktop.openFiles(), options);
    },
    addSample: ({ id, name }) =>
      add(words().library.empty.sample(name), true, (job, onItem) =>
        client.stream('import.sample', { game: id }, onItem, job.abort.signal),
      ),
    addRemote(server, recordings) {
      for (const { id, title } of recordings) {
        add(title, false, (job, onItem) => client.stream('remote.import', { ...server, id, name: title }, onItem, job.abort.signal));
      }
    },
    cancel(key) {
      const job = jobs.get(key);
      if (job === undefined) return;
      const waiting = queue.indexOf(job);
      job.abort.abort();
      if (waiting < 0) return;
      queue.splice(waiting, 1);
      jobs.delete(key);
      drop(key);
    },
    dismiss: drop,
    dismissEnded: () => store.setState(({ items }) => ({ items: items.filter(isUnderWay) })),
  };
}

/** Empty when the person cancelled. */
export function filesFromPicker(): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

export const ImportsContext = createContext<Imports | null>(null);

export function useImportActions(): Imports {
  const imports = useContext(ImportsContext);
  if (imports === null) throw new Error('no imports above this component');
  return imports;
}

export function useImports<T>(select: (state: ImportsState) => T): T {
  return useStore(useImportActions().store, select);
}
