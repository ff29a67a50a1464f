/** The whole window takes files and folders; while they hang over it, it says so. They are imported, unless the place that is shown takes them. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { sentenceOf } from '../engine/api-error.ts';
import { isDraggingOut } from '../library/drag-out.ts';
import { useImportActions } from '../library/imports.ts';
import { notify } from '../ui/notices.tsx';
import { useWords, words } from '../words/words.ts';
import styles from './shell.module.css';

interface DropTarget {
  readonly title: string;
  readonly about: string;
  /** Rejects with one sentence. */
  take(transfer: DataTransfer): Promise<void>;
}

const placeStore = createStore<{ readonly target: DropTarget | null }>()(() => ({ target: null }));

/** What is dropped anywhere goes here while the component is mounted. `take` may change, the words may not. */
export function useDropTarget(target: DropTarget): void {
  const latest = useRef(target);
  useEffect(() => {
    latest.current = target;
  });
  useEffect(() => {
    const { title, about } = latest.current;
    placeStore.setState({ target: { title, about, take: async (transfer) => await latest.current.take(transfer) } });
    return () => placeStore.setState({ target: null });
  }, []);
}

export function DropZone() {
  const imports = useImportActions();
  const target = useStore(placeStore, (state) => state.target);
  const says = useWords().shell.drop;
  const [over, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const withFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true && !isDraggingOut();
    window.addEventListener(
      'dragover',
      (event) => {
        if (!withFiles(event) || event.dataTransfer === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      { signal },
    );
    window.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!withFiles(event) || event.dataTransfer === null) return;
        event.preventDefault();
        const { dataTransfer } = event;
        (placeStore.getState().target?.take(dataTransfer) ?? imports.addDrop(dataTransfer)).catch((error: unknown) =>
          notify({ text: words().shell.drop.failed(sentenceOf(error)), failed: true }),
        );
      },
      { signal },
    );
    return () => listening.abort();
  }, [imports]);
  if (!over) return null;
  return (
    <div className={styles.drop}>
      <div className={styles.dropInner}>
        <h2>{target?.title ?? says.title}</h2>
        <p>{target?.about ?? says.about}</p>
      </div>
    </div>
  );
}
