import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation, AnnotationOf } from '../../../shared/annotations.ts';
import type { EngineClient, LibraryChange } from '../../../shared/engine-api.ts';
import { redo, undo, undoStore } from '../../app/undo.ts';
import { createAnnotations, type Annotations } from './store.ts';

const SESSION = 'aaaaaaaa-0000-4000-8000-000000000000';

/** The engine's side, kept in memory: what two windows agree about. */
class Kept {
  readonly all = new Map<string, Annotation>();
  readonly followers = new Set<(change: LibraryChange) => void>();
  refuses = false;

  readonly client = {
    call: (method: string, params: { annotations?: Annotation[]; ids?: string[] }) => {
      if (method === 'annotations.list') return Promise.resolve({ tags: [], notes: '', annotations: [...this.all.values()] });
      if (this.refuses) return Promise.reject(new Error('It is full.'));
      for (const annotation of params.annotations ?? []) this.all.set(annotation.id, annotation);
      for (const id of params.ids ?? []) this.all.delete(id);
      for (const tell of this.followers) tell({ sessions: [], annotations: [SESSION] });
      return Promise.resolve(null);
    },
    stream: (_method: string, _params: object, onItem: (item: LibraryChange) => void) => {
      this.followers.add(onItem);
      return new Promise(() => undefined);
    },
  } as unknown as EngineClient;
}

const open: Annotations[] = [];
let kept = new Kept();

function window(): Annotations {
  const annotations = createAnnotations(kept.client, SESSION);
  open.push(annotations);
  return annotations;
}

function bookmark(t: number): AnnotationOf<'bookmark'> {
  return { id: crypto.randomUUID(), kind: 'bookmark', t, title: `at ${t}`, colour: 'sand' };
}

const ids = (list: readonly Annotation[]): string[] => list.map(({ id }) => id);

beforeEach(() => {
  kept = new Kept();
  undoStore.setState({ done: [], undone: [] });
});
afterEach(() => {
  for (const annotations of open.splice(0)) annotations.dispose();
});

describe('annotations of an open session', () => {
  it('show at once, in order, and in every window', async () => {
    const [here, there] = [window(), window()];
    const [late, early] = [bookmark(900), bookmark(100)];
    const putting = here.put([late], 'Bookmarked.', true);
    expect(ids(here.store.getState().bookmark)).toEqual([late.id]);
    await putting;
    await there.put([early], 'Bookmarked.', true);
    await expect.poll(() => ids(here.store.getState().bookmark)).toEqual([early.id, late.id]);
    await expect.poll(() => ids(there.store.getState().bookmark)).toEqual([early.id, late.id]);
  });

  it('keep the lists that did not change', async () => {
    const here = window();
    await here.put([bookmark(5)], 'Bookmarked.', true);
    await expect.poll(() => here.store.getState().bookmark).toHaveLength(1);
    const before = here.store.getState().bookmark;
    const comment: AnnotationOf<'comment'> = { id: crypto.randomUUID(), kind: 'comment', t: 1, text: 'Hm', place: null, entity: null };
    await here.put([comment], 'Commented.', true);
    expect(here.store.getState().comment).toEqual([comment]);
    expect(here.store.getState().bookmark).toBe(before);
  });

  it('are undone and done again, the last first', async () => {
    const here = window();
    const mark = bookmark(5);
    await here.put([mark], 'Bookmarked.', true);
    await here.put([{ ...mark, title: 'Goal' }], 'Changed.', true);
    await here.remove([mark.id], 'Deleted.', true);
    expect(here.store.getState().all).toEqual([]);
    await undo();
    expect(here.store.getState().bookmark[0]?.title).toBe('Goal');
    await undo();
    expect(here.store.getState().bookmark[0]?.title).toBe('at 5');
    await undo();
    expect(here.store.getState().all).toEqual([]);
    await undo(); // nothing is left
    await redo();
    await redo();
    expect(kept.all.get(mark.id)).toEqual({ ...mark, title: 'Goal' });
    await here.put([bookmark(7)], 'Bookmarked.', true);
    expect(undoStore.getState().undone).toEqual([]);
  });

  it('that the engine refuses are taken back', async () => {
    const here = window();
    await here.put([bookmark(5)], 'Bookmarked.', true);
    kept.refuses = true;
    await here.put([bookmark(6)], 'Bookmarked.', true);
    await expect.poll(() => here.store.getState().all).toHaveLength(1);
    expect(undoStore.getState().done).toHaveLength(1);
  });
});
