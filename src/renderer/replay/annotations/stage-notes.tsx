/** Annotations on the stage: shows drawings and pins, and lays tool bar, crosshair and editor over the picture. */
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useReplay } from '../replay-context.tsx';
import type { Stage } from '../stage/stage.ts';
import { DrawBar } from './draw-bar.tsx';
import { Drawer } from './drawer.ts';
import { useNoteCommands } from './note-commands.ts';
import { NoteEditor } from './note-editor.tsx';
import styles from './notes.module.css';

/** `element`: the stage's. */
export function StageNotes({ stage, element }: { readonly stage: Stage; readonly element: HTMLElement }) {
  const { playback, annotations } = useReplay();
  const drawings = useStore(annotations.store, (state) => state.drawing);
  const comments = useStore(annotations.store, (state) => state.comment);
  const draft = useStore(annotations.desk, (state) => state.draft);
  const isDrawing = useStore(annotations.desk, (state) => state.tool !== null);
  const cursor = useStore(annotations.desk, (state) => state.cursor);
  const writing = useStore(annotations.desk, (state) => state.writing);
  const drawer = useRef<Drawer>(null);
  const shown = useMemo(() => ({ drawings, comments, draft }), [drawings, comments, draft]);
  useEffect(() => stage.setDrawings(shown), [stage, shown]);

  useEffect(() => {
    if (!isDrawing) return undefined;
    const made = new Drawer(stage, element, playback, annotations);
    drawer.current = made;
    return () => {
      drawer.current = null;
      made.dispose();
    };
  }, [isDrawing, stage, element, playback, annotations]);

  const pointer = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    element.addEventListener(
      'pointermove',
      (event) => {
        const { left, top } = element.getBoundingClientRect();
        pointer.current = { x: event.clientX - left, y: event.clientY - top };
      },
      { signal },
    );
    element.addEventListener('pointerleave', () => (pointer.current = null), { signal });
    return () => abort.abort();
  }, [element]);
  useNoteCommands(() => {
    const at = pointer.current;
    return at === null ? null : stage.placeOn(stage.drawingPlane(), at.x, at.y);
  });

  return (
    <>
      {isDrawing && <DrawBar drawer={drawer} />}
      {cursor !== null && <div className={styles.cursor} style={{ left: cursor.x, top: cursor.y }} aria-hidden="true" />}
      {writing !== null && <NoteEditor key={writing.note.id} {...writing} />}
    </>
  );
}
