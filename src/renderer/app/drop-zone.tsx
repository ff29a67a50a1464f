/** The whole window takes files and folders; while they hang over it, it says so. */
import { useEffect, useState } from 'react';
import { sentenceOf } from '../engine/api-error.ts';
import { useImportActions } from '../library/imports.ts';
import { notify } from '../ui/notices.tsx';
import styles from './shell.module.css';

export function DropZone() {
  const imports = useImportActions();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const withFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
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
        imports
          .addDrop(event.dataTransfer)
          .catch((error: unknown) => notify({ text: `The files were not taken: ${sentenceOf(error)}`, failed: true }));
      },
      { signal },
    );
    return () => listening.abort();
  }, [imports]);
  if (!over) return null;
  return (
    <div className={styles.drop}>
      <div className={styles.dropInner}>
        <h2>Drop to import</h2>
        <p>Recordings and folders of recordings. Originals are kept.</p>
      </div>
    </div>
  );
}
