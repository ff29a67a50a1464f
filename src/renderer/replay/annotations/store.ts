/**
 * What people added to the open session, as every part of the replay reads and changes it. A change shows at once and is then told to the engine, which tells other
 * windows; what it refuses is taken back.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Annotation, AnnotationKind, AnnotationOf, SessionNotes } from '../../../shared/annotations.ts';
import { momentOf, MOST_ANNOTATIONS_AT_ONCE } from '../../../shared/annotations.ts';
import type { EngineClient } from '../../../shared/engine-api.ts';
import { doing, remember } from '../../app/undo.ts';
import { sentenceOf } from '../../engine/api-error.ts';
import { notify } from '../../ui/notices.tsx';
import { words } from '../../words/words.ts';
import { createNoteDesk, type NoteDeskStore } from './desk.ts';

/** Each list in order of its moments; a list that did not change is the same object. */
type AnnotationLists = { readonly [K in AnnotationKind]: readonly AnnotationOf<K>[] };

interface AnnotationState extends AnnotationLists, Omit<SessionNotes, 'annotations'> {
  readonly all: readonly Annotation[];
}

export interface Annotations {
  readonly store: StoreApi<AnnotationState>;
  readonly desk: NoteDeskStore;
  /**
   * Adds them, or puts them in the place of those with the same ids (crypto.randomUUID() for new ones). Can be undone. `said`: what was done, in past tense; a notice
   * unless `quiet`, which is for what the person sees happen. Resolves when it is kept; never rejects: what fails is said and taken back.
   */
  put(annotations: readonly Annotation[], said: string, quiet?: boolean): Promise<void>;
  /** Removes them; can be undone. */
  remove(ids: readonly string[], said: string, quiet?: boolean): Promise<void>;
  dispose(): void;
}

const NOTHING: AnnotationState = { all: [], bookmark: [], comment: [], drawing: [], shot: [], path: [], tags: [], notes: '' };

export function createAnnotations(client: EngineClient, session: string): Annotations {
  const store = createStore<AnnotationState>()(() => NOTHING);
  const abort = new AbortController();
  /** Changes under way: what the engine answers meanwhile may lack them. */
  let underWay = 0;

  const show = (annotations: readonly Annotation[]): void => store.setState((before) => sorted(before, annotations));
  const load = async (): Promise<void> => {
    const { annotations, tags, notes } = await client.call('annotations.list', { session });
    if (underWay > 0 || abort.signal.aborted) return;
    store.setState((before) => ({ ...sorted(before, annotations), tags, notes }));
  };
  const reload = (): void => void load().catch(() => undefined); // a session that is gone, or an engine that starts again, which follows anew
  const keep = async (change: (all: readonly Annotation[]) => readonly Annotation[], tell: () => Promise<void>): Promise<void> => {
    underWay++;
    show(change(store.getState().all));
    try {
      await tell();
    } finally {
      underWay--;
      if (underWay === 0) reload();
    }
  };
  const put = async (annotations: readonly Annotation[]): Promise<void> => {
    const ids = new Set(annotations.map(({ id }) => id));
    await keep(
      (all) => [...all.filter(({ id }) => !ids.has(id)), ...annotations],
      async () => {
        for (let i = 0; i < annotations.length; i += MOST_ANNOTATIONS_AT_ONCE)
          await client.call('annotations.put', { session, annotations: annotations.slice(i, i + MOST_ANNOTATIONS_AT_ONCE) });
      },
    );
  };
  const remove = async (ids: readonly string[]): Promise<void> => {
    await keep(
      (all) => all.filter(({ id }) => !ids.includes(id)),
      async () => {
        for (let i = 0; i < ids.length; i += MOST_ANNOTATIONS_AT_ONCE)
          await client.call('annotations.remove', { session, ids: ids.slice(i, i + MOST_ANNOTATIONS_AT_ONCE) });
      },
    );
  };
  const replace = async (gone: readonly Annotation[], there: readonly Annotation[]): Promise<void> => {
    const left = gone.filter(({ id }) => !there.some((other) => other.id === id)).map(({ id }) => id);
    if (left.length > 0) await remove(left);
    if (there.length > 0) await put(there);
  };
  const change = async (before: readonly Annotation[], after: readonly Annotation[], said: string, quiet: boolean): Promise<void> => {
    if (before.length + after.length === 0) return;
    try {
      await replace(before, after);
    } catch (error) {
      if (!abort.signal.aborted) notify({ text: `${words().notes.notKept} ${sentenceOf(error)}`, failed: true });
      return;
    }
    remember({ said, undo: () => replace(after, before), redo: () => replace(before, after) }, quiet);
  };

  reload();
  const follow = async (): Promise<void> => {
    await client.stream('library.follow', {}, ({ annotations }) => annotations.includes(session) && reload(), abort.signal);
  };
  void follow().catch(() => undefined); // ends with the connection
  return {
    store,
    desk: createNoteDesk(),
    put: async (annotations, said, quiet = false) => {
      const ids = new Set(annotations.map(({ id }) => id));
      const before = store.getState().all.filter(({ id }) => ids.has(id));
      await doing(change(before, annotations, said, quiet));
    },
    remove: async (ids, said, quiet = false) => {
      const gone = store.getState().all.filter(({ id }) => ids.includes(id));
      await doing(change(gone, [], said, quiet));
    },
    dispose: () => abort.abort(),
  };
}

const KINDS: readonly AnnotationKind[] = ['bookmark', 'comment', 'drawing', 'shot', 'path'];

/** By kind and moment. What is as it was stays the same object, so that only those draw again whose list changed. */
function sorted(before: AnnotationState, annotations: readonly Annotation[]): AnnotationState {
  const known = new Map(before.all.map((annotation) => [annotation.id, { annotation, text: JSON.stringify(annotation) }]));
  const all = annotations
    .map((annotation) => {
      const old = known.get(annotation.id);
      return old !== undefined && old.text === JSON.stringify(annotation) ? old.annotation : annotation;
    })
    .toSorted((a, b) => (momentOf(a) ?? -1) - (momentOf(b) ?? -1) || (a.id < b.id ? -1 : 1));
  const lists = Object.fromEntries(
    KINDS.map((kind) => {
      const list = all.filter((annotation) => annotation.kind === kind);
      const old = before[kind];
      return [kind, list.length === old.length && list.every((annotation, i) => annotation === old[i]) ? old : list];
    }),
  ) as unknown as AnnotationLists;
  return { ...before, ...lists, all };
}
