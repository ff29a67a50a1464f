/** Whether the engine runs, what is being imported, and what the current view has to say. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useConversions } from '../convert/conversions.ts';
import { isRunning } from '../convert/convert-item.ts';
import { useConnection, useEngineState } from '../engine/engine-context.tsx';
import { useImports } from '../library/imports.ts';
import { formatCountOf } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.ts';
import { appStore, go } from './app-store.ts';
import styles from './shell.module.css';

export function StatusBar() {
  const says = useWords().shell;
  const status = useStore(appStore, (state) => state.status);
  const running = useImports(
    (state) => state.items.filter((item) => item.state === 'waiting' || item.state === 'sending' || item.state === 'reading').length,
  );
  const converting = useConversions((state) => state.items.filter(isRunning).length);
  return (
    <footer className={styles.status}>
      <EngineStatus />
      {running > 0 && (
        <button type="button" className={styles.statusLink} onClick={() => go({ place: 'library' })}>
          {says.importing(formatCountOf(running, says.file, says.files))}
        </button>
      )}
      {converting > 0 && (
        <button type="button" className={styles.statusLink} onClick={() => go({ place: 'convert' })}>
          {says.converting(formatCountOf(converting, says.file, says.files))}
        </button>
      )}
      <span className={styles.spring} />
      {status.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </footer>
  );
}

function EngineStatus() {
  const connection = useConnection();
  const engine = useEngineState();
  const says = useWords().shell.engine;
  return (
    <div className={styles.engine} data-state={engine.state} role="status">
      {engine.state === 'ready' && <span>{says.ready}</span>}
      {engine.state === 'connecting' && <span>{says.starting}</span>}
      {engine.state === 'stopped' && (
        <>
          <Icon name="unplug" size={14} />
          <span>{says.stopped}</span>
          <button type="button" className={styles.statusButton} onClick={() => void connection.start()}>
            {says.start}
          </button>
        </>
      )}
    </div>
  );
}

/** What a view shows at the right of the status bar while it is mounted. */
export function useStatus(parts: readonly string[]): void {
  const joined = parts.join('\n');
  useEffect(() => {
    appStore.setState({ status: joined === '' ? [] : joined.split('\n') });
    return () => appStore.setState({ status: [] });
  }, [joined]);
}
