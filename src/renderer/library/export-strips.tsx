/** Exports that take a while: of which session, how many yet, and a way to stop. */
import { useStore } from 'zustand';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Progress } from '../ui/progress.tsx';
import { useWords } from '../words/words.ts';
import { exportStore } from './exports.ts';
import styles from './library.module.css';

export function ExportStrips() {
  const says = useWords().library.exports;
  const items = useStore(exportStore, (state) => state.items);
  if (items.length === 0) return null;
  return (
    <section className={styles.strips} aria-label={says.name}>
      {items.map(({ key, title, done, all, cancel }) => (
        <article key={key} className={styles.strip}>
          <span className={styles.stripIcon}>
            <Icon name="download" />
          </span>
          <div className={styles.stripBody}>
            <div className={styles.stripLine}>
              <span className={styles.stripStep} role="status">
                {says.running(all === 1 ? title : says.step(title, formatCount(done + 1), formatCount(all)))}
              </span>
            </div>
            <Progress label={says.progress(title)} share={all === 1 ? null : done / all} />
          </div>
          {all > 1 && (
            <Button size="small" kind="plain" onClick={cancel}>
              {says.cancel}
            </Button>
          )}
        </article>
      ))}
    </section>
  );
}
