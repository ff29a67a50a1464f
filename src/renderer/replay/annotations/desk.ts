/** What the person is doing with annotations in one replay: drawing with a tool, writing a bookmark's title or a comment. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnnotationColour, AnnotationOf } from '../../../shared/annotations.ts';

export type DrawTool = AnnotationOf<'drawing'>['shape'] | 'eraser';

export interface NoteDesk {
  /** Null while nobody draws. */
  readonly tool: DrawTool | null;
  readonly colour: AnnotationColour;
  /** How long a drawing is seen; null: to the end of the session. */
  readonly seconds: number | null;
  /** What is being drawn now. */
  readonly draft: AnnotationOf<'drawing'> | null;
  /** Where the keyboard draws, CSS pixels of the stage; null while the pointer does. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** `isNew`: it is not kept yet (a comment without words is nothing). */
  readonly writing: { readonly note: AnnotationOf<'bookmark'> | AnnotationOf<'comment'>; readonly isNew: boolean } | null;
}

export type NoteDeskStore = StoreApi<NoteDesk>;

export function createNoteDesk(): NoteDeskStore {
  return createStore<NoteDesk>()(() => ({ tool: null, colour: 'sand', seconds: 6, draft: null, cursor: null, writing: null }));
}
