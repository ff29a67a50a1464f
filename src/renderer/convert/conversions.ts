/** Files on their way to another format: what each one is, what it is to become, a queue that works on two at a time, and what came of it. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DesktopBridge, FileHandle } from '../../shared/desktop-bridge.ts';
import type { EngineClient } from '../../shared/engine-api.ts';
import { appStore, go } from '../app/app-store.ts';
import { EngineError, sentenceOf } from '../engine/api-error.ts';
import { fetchDownload } from '../engine/download.ts';
import { uploadFile } from '../engine/upload.ts';
import { filesOf } from '../library/dropped-files.ts';
import { filesFromPicker, type Imports } from '../library/imports.ts';
import { RateMeter } from '../library/rate-meter.ts';
import { formatCount, formatCountOf } from '../ui/format.ts';
import { notify } from '../ui/notices.tsx';
import { engineText } from '../words/engine-words.ts';
import { words } from '../words/words.ts';
import { isEnded, isRunning, type ConvertItem } from './convert-item.ts';

interface ConversionsState {
  readonly items: readonly ConvertItem[];
  /** Desktop: where new files go, null until it was chosen. */
  readonly folder: FileHandle | null;
}

export interface Conversions {
  readonly store: StoreApi<ConversionsState>;
  addDrop(transfer: DataTransfer): Promise<void>;
  /** Open dialog. */
  choose(): Promise<void>;
  /** Directory dialog; true when there is a folder now. Desktop only. */
  chooseFolder(): Promise<boolean>;
  setTarget(key: number, to: string): void;
  /** For every file that is not converted yet and can become it. */
  setAllTargets(to: string): void;
  /** Whatever is ready. On the desktop it asks for the folder first when there is none. */
  start(): Promise<void>;
  cancel(key: number): void;
  cancelAll(): void;
  retry(key: number): Promise<void>;
  /** Takes the recording into the library and opens its replay. */
  open(key: number): void;
  remove(key: number): void;
  clearEnded(): void;
}

/** Where the file's bytes are. */
type Origin = { readonly handle: string } | { readonly file: File };

const AT_ONCE = 2;
/** Files that are looked at at once. */
const LOOKED_AT_ONCE = 4;
/** All that the engine wants to see of a file to know it. */
const HEAD_BYTES = 64 * 1024;

export function createConversions(client: EngineClient, desktop: DesktopBridge<File> | null, imports: Imports): Conversions {
  const store = createStore<ConversionsState>()(() => ({ items: [], folder: null }));
  const origins = new Map<number, Origin>();
  const stops = new Map<number, AbortController>();
  const toLookAt: number[] = [];
  let nextKey = 1;
  let looking = 0;
  let working = 0;
  /** Since the queue was last empty. */
  let ended = { done: 0, failed: 0 };

  const itemOf = (key: number): ConvertItem | undefined => store.getState().items.find((item) => item.key === key);
  const change = (key: number, part: Partial<ConvertItem>): void =>
    store.setState(({ items }) => ({ items: items.map((item) => (item.key === key ? { ...item, ...part } : item)) }));

  function add(files: readonly { readonly name: string; readonly bytes: number; readonly origin: Origin }[]): void {
    const added = files.map(({ name, bytes, origin }): ConvertItem => {
      const key = nextKey++;
      origins.set(key, origin);
      toLookAt.push(key);
      return { ...BLANK, key, name, bytes };
    });
    store.setState(({ items }) => ({ items: [...items, ...added] }));
    lookAtNext();
  }

  function lookAtNext(): void {
    while (looking < LOOKED_AT_ONCE) {
      const key = toLookAt.shift();
      if (key === undefined) return;
      const origin = origins.get(key);
      if (origin === undefined) continue; // removed meanwhile
      looking++;
      void lookAt(key, origin).finally(() => {
        looking--;
        lookAtNext();
      });
    }
  }

  async function lookAt(key: number, origin: Origin): Promise<void> {
    try {
      const handle =
        'handle' in origin ? origin.handle : await uploadFile(headOf(origin.file), () => undefined, new AbortController().signal);
      const about = await client.call('files.describe', { handle });
      change(key, { state: 'ready', about, to: about.targets[0]?.id ?? '' });
    } catch (error) {
      change(key, { state: 'refused', message: sentenceOf(error) });
    }
  }

  async function addHandle(handle: string): Promise<void> {
    try {
      const files = await client.call('files.list', { handle });
      add(files.map((file) => ({ name: file.name, bytes: file.bytes, origin: { handle: file.handle } })));
    } catch (error) {
      notify({ text: sentenceOf(error), failed: true });
    }
  }

  // A browser gives what lies in a folder in any order.
  const addFiles = (files: readonly File[]): void =>
    add(files.map((file) => ({ name: file.name, bytes: file.size, origin: { file } })).toSorted((a, b) => byName.compare(a.name, b.name)));

  function workOnNext(): void {
    while (working < AT_ONCE) {
      const item = store.getState().items.find(({ state }) => state === 'waiting');
      if (item === undefined) break;
      working++;
      void convert(item).finally(() => {
        working--;
        workOnNext();
      });
    }
    if (working === 0) tellBatch();
  }

  async function convert({ key, bytes, to }: ConvertItem): Promise<void> {
    const origin = origins.get(key);
    if (origin === undefined) return;
    const stop = new AbortController();
    stops.set(key, stop);
    let meter = new RateMeter();
    const progress = (bytesDone: number, bytesTotal: number, step: string): void =>
      change(key, { step, bytesDone, bytesTotal, ...meter.measure(bytesDone, bytesTotal, performance.now()) });
    try {
      change(key, { ...RESTING, state: 'sending', bytesTotal: bytes });
      const handle =
        'handle' in origin
          ? origin.handle
          : await uploadFile(origin.file, (sent) => progress(sent, bytes, words().convert.steps.sending), stop.signal);
      meter = new RateMeter();
      change(key, { ...RESTING, state: 'converting', step: words().convert.steps.opening, bytesTotal: bytes });
      const folder = store.getState().folder?.handle ?? null;
      const report = await client.stream(
        'convert.file',
        { handle, to, folder },
        ({ bytesDone, bytesTotal, step }) => progress(bytesDone, bytesTotal, engineText(step)),
        stop.signal,
      );
      change(key, { ...RESTING, state: 'done', report });
      ended.done++;
      if (report.download !== null) fetchDownload(report.download, report.name);
    } catch (error) {
      if (error instanceof EngineError && error.code === 'cancelled') return change(key, { ...RESTING, state: 'ready' });
      change(key, { ...RESTING, state: 'failed', message: sentenceOf(error) });
      ended.failed++;
    } finally {
      stops.delete(key);
    }
  }

  /** For people who went elsewhere. */
  function tellBatch(): void {
    const { done, failed } = ended;
    ended = { done: 0, failed: 0 };
    if (done + failed === 0 || appStore.getState().route.place === 'convert') return;
    const says = words().convert;
    const action = { label: says.said.show, run: () => go({ place: 'convert' }) };
    if (failed === 0) notify({ text: says.said.done(formatCountOf(done, says.file, says.files)), action });
    else notify({ text: says.said.failed(formatCount(failed), done + failed, formatCount(done + failed)), action, failed: true });
  }

  async function chooseFolder(): Promise<boolean> {
    const folder = await desktop?.chooseOutputFolder();
    if (folder === undefined || folder === null) return false;
    store.setState({ folder });
    return true;
  }

  async function begin(wanted: (item: ConvertItem) => boolean): Promise<void> {
    if (desktop !== null && store.getState().folder === null && !(await chooseFolder())) return;
    store.setState(({ items }) => ({
      items: items.map((item) => (wanted(item) ? { ...item, ...RESTING, state: 'waiting', report: null } : item)),
    }));
    workOnNext();
  }

  const cancel = (key: number): void => {
    stops.get(key)?.abort();
    if (itemOf(key)?.state === 'waiting') change(key, { state: 'ready' });
  };
  const forget = (gone: (item: ConvertItem) => boolean): void => {
    for (const item of store.getState().items) if (gone(item)) origins.delete(item.key);
    store.setState(({ items }) => ({ items: items.filter((item) => !gone(item)) }));
  };

  return {
    store,
    async addDrop(transfer) {
      if (desktop === null) return addFiles(await filesOf(transfer));
      const files = [...transfer.files]; // gone after the first await
      for (const file of files) {
        const minted = await desktop.handleForFile(file);
        if (minted === null) notify({ text: words().convert.said.noPlace(file.name), failed: true });
        else await addHandle(minted.handle);
      }
    },
    async choose() {
      if (desktop === null) return addFiles(await filesFromPicker());
      for (const { handle } of await desktop.openFiles()) await addHandle(handle);
    },
    chooseFolder,
    setTarget: (key, to) => change(key, { to }),
    setAllTargets: (to) =>
      store.setState(({ items }) => ({
        items: items.map((item) =>
          item.to !== to && item.state === 'ready' && item.about?.targets.some(({ id }) => id === to) === true ? { ...item, to } : item,
        ),
      })),
    start: async () => await begin(({ state }) => state === 'ready'),
    cancel,
    cancelAll: () => {
      for (const item of store.getState().items) if (isRunning(item)) cancel(item.key);
    },
    async retry(key) {
      if (itemOf(key)?.state !== 'refused') return await begin((item) => item.key === key && isEnded(item));
      change(key, { state: 'looking', message: null });
      toLookAt.push(key);
      return lookAtNext();
    },
    open(key) {
      const item = itemOf(key);
      const origin = origins.get(key);
      if (item === undefined || origin === undefined) return;
      if ('handle' in origin) imports.addHandles([{ handle: origin.handle, name: item.name }], { openWhenDone: true });
      else imports.addFiles([origin.file], { openWhenDone: true });
    },
    remove(key) {
      cancel(key);
      forget((item) => item.key === key);
    },
    clearEnded: () => forget(isEnded),
  };
}

const RESTING = { step: '', bytesDone: 0, bytesTotal: 0, rate: null, left: null, message: null } as const;
const BLANK: Omit<ConvertItem, 'key' | 'name' | 'bytes'> = { ...RESTING, state: 'looking', about: null, to: '', report: null };

const byName = new Intl.Collator('en', { numeric: true });

/** Under the file's own name, for the ending counts. */
function headOf(file: File): File {
  return new File([file.slice(0, HEAD_BYTES)], file.name);
}

export const ConversionsContext = createContext<Conversions | null>(null);

export function useConversionActions(): Conversions {
  const conversions = useContext(ConversionsContext);
  if (conversions === null) throw new Error('no conversions above this component');
  return conversions;
}

export function useConversions<T>(select: (state: ConversionsState) => T): T {
  return useStore(useConversionActions().store, select);
}
