/** What was done in this window and can be taken back: one stack for everything, with a notice for what does not show where the person looks. */
import { createStore } from 'zustand/vanilla';
import { sentenceOf } from '../engine/api-error.ts';
import { notify } from '../ui/notices.tsx';
import { words } from '../words/words.ts';

export interface Deed {
  /** Past tense: "Moved 3 sessions to the bin." */
  readonly said: string;
  undo(): Promise<unknown>;
  redo(): Promise<unknown>;
}

interface Deeds {
  /** Newest last. */
  readonly done: readonly Deed[];
  /** Next to be done again last. */
  readonly undone: readonly Deed[];
}

const MOST = 200;

export const undoStore = createStore<Deeds>()(() => ({ done: [], undone: [] }));

/** One after the other, in the order in which they were asked for. */
let turn: Promise<void> = Promise.resolve();

/** Remembers what was just done. `quiet`: the person sees it happen; others get a notice with Undo. */
export function remember(deed: Deed, quiet = false): void {
  undoStore.setState(({ done }) => ({ done: [...done, deed].slice(-MOST), undone: [] }));
  if (!quiet) notify({ text: deed.said, action: { label: words().notes.undo, run: () => void undo(deed) } });
}

/** Takes the last deed back, or this one; nothing when there is none. */
export async function undo(deed?: Deed): Promise<void> {
  await inTurn(async () => {
    const last = deed ?? undoStore.getState().done.at(-1);
    if (last === undefined || !undoStore.getState().done.includes(last)) return;
    undoStore.setState(({ done }) => ({ done: done.filter((other) => other !== last) }));
    if (!(await attempt(() => last.undo(), words().notes.notUndone(last.said)))) return;
    undoStore.setState(({ undone }) => ({ undone: [...undone, last].slice(-MOST) }));
    notify({ text: words().notes.undone(last.said), action: { label: words().notes.redo, run: () => void redo(last) } });
  });
}

/** Does what was taken back last again, or this one. */
export async function redo(deed?: Deed): Promise<void> {
  await inTurn(async () => {
    const last = deed ?? undoStore.getState().undone.at(-1);
    if (last === undefined || !undoStore.getState().undone.includes(last)) return;
    undoStore.setState(({ undone }) => ({ undone: undone.filter((other) => other !== last) }));
    if (!(await attempt(() => last.redo(), words().notes.notRedone(last.said)))) return;
    undoStore.setState(({ done }) => ({ done: [...done, last].slice(-MOST) }));
    notify({ text: words().notes.redone(last.said), action: { label: words().notes.undo, run: () => void undo(last) } });
  });
}

/** Undo waits for what is being done now, or it would take back the deed before it. `work` reports its own failure. */
export async function doing(work: Promise<void>): Promise<void> {
  turn = Promise.all([turn, work]).then(() => undefined);
  await work;
}

async function inTurn(work: () => Promise<void>): Promise<void> {
  turn = turn.then(work);
  await turn;
}

async function attempt(work: () => Promise<unknown>, failed: string): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    notify({ text: `${failed} ${sentenceOf(error)}`, failed: true });
    return false;
  }
}
