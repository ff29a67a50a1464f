/** Exports under way: what takes over a second is shown with how far it is, and can be stopped. */
import { createStore } from 'zustand/vanilla';

export interface ExportItem {
  readonly key: number;
  /** Of the session that is being written. */
  readonly title: string;
  readonly done: number;
  readonly all: number;
  readonly cancel: () => void;
}

export const exportStore = createStore<{ readonly items: readonly ExportItem[] }>()(() => ({ items: [] }));

/** What is quicker shows nothing of its waiting, ms. */
const PATIENCE = 1000;

let nextKey = 1;

/** Works on each in turn, until it is cancelled; answers what was done. Throws what `work` throws. */
export async function exportEach<T extends { readonly title: string }, R>(
  sessions: readonly T[],
  work: (session: T) => Promise<R>,
): Promise<readonly R[]> {
  const key = nextKey++;
  const results: R[] = [];
  let stopped = false;
  let current = sessions[0]?.title ?? '';
  let isShown = false;
  const show = (): void => {
    isShown = true;
    const item: ExportItem = { key, title: current, done: results.length, all: sessions.length, cancel: () => (stopped = true) };
    exportStore.setState(({ items }) => ({ items: [...items.filter((other) => other.key !== key), item] }));
  };
  const timer = setTimeout(show, PATIENCE);
  try {
    for (const session of sessions) {
      if (stopped) break;
      current = session.title;
      if (isShown) show();
      results.push(await work(session));
    }
    return results;
  } finally {
    clearTimeout(timer);
    exportStore.setState(({ items }) => ({ items: items.filter((other) => other.key !== key) }));
  }
}
