/** Imports under way and those that just ended: step, share, rate and time left, the picture as it grows, and what went wrong in one sentence. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { openReplay } from '../app/app-store.ts';
import { themeStore } from '../app/looks.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { formatBytes, formatClock, formatCountOf, formatPercent } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Progress } from '../ui/progress.tsx';
import { useWords, words } from '../words/words.ts';
import { isUnderWay, useImportActions, useImports, type ImportItem } from './imports.ts';
import { usePictures } from './pictures.ts';
import { Bitmap } from './session-picture.tsx';
import styles from './library.module.css';

/** More strips than these would push the sessions out of sight. */
const MOST_SHOWN = 4;
const PICTURE = { width: 96, height: 42 };

export function ImportStrips() {
  const imports = useImportActions();
  const { imports: says, ...nouns } = useWords().library;
  const items = useImports((state) => state.items);
  // What needs somebody comes first, then what runs, then what is done.
  const ordered = items.toSorted((a, b) => rank(a) - rank(b) || a.key - b.key);
  const hidden = ordered.slice(MOST_SHOWN);
  const waiting = hidden.filter(isUnderWay).length;
  const ended = items.filter((item) => !isUnderWay(item)).length;
  if (items.length === 0) return null;
  return (
    <section className={styles.strips} aria-label={says.name}>
      {ordered.slice(0, MOST_SHOWN).map((item) => (
        <Strip key={item.key} item={item} />
      ))}
      {(hidden.length > 0 || ended > 1) && (
        <div className={styles.stripsMore}>
          {hidden.length > 0 && (
            <span>
              {[
                waiting > 0 ? says.waiting(formatCountOf(waiting, nouns.file, nouns.files)) : '',
                hidden.length > waiting ? says.ended(formatCountOf(hidden.length - waiting, nouns.file, nouns.files)) : '',
              ]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
          )}
          {ended > 1 && (
            <Button kind="plain" size="small" onClick={() => imports.dismissEnded()}>
              {says.clear}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function rank({ state }: ImportItem): number {
  if (state === 'refused' || state === 'failed') return 0;
  if (state === 'reading' || state === 'sending') return 1;
  if (state === 'done' || state === 'duplicate') return 2;
  return 3;
}

function Strip({ item }: { readonly item: ImportItem }) {
  const says = useWords().library.imports;
  const imports = useImportActions();
  const running = isUnderWay(item);
  const bad = item.state === 'refused' || item.state === 'failed';
  const share = item.bytesTotal > 0 ? item.bytesDone / item.bytesTotal : null;
  const [session] = item.sessions;
  const preview = item.picture?.preview.info;
  return (
    <article className={styles.strip} data-state={item.state} data-testid="import-strip">
      {item.picture === null ? (
        <span className={styles.stripIcon} data-bad={bad}>
          <Icon name={bad ? 'file-question-mark' : item.state === 'done' || item.state === 'duplicate' ? 'check' : 'file-archive'} />
        </span>
      ) : (
        <GrowingPicture picture={item.picture} />
      )}
      <div className={styles.stripBody}>
        <div className={styles.stripLine}>
          <span className={styles.stripName} title={item.name}>
            {item.name}
          </span>
          <span className={bad ? styles.stripBad : styles.stripStep}>{wordsOf(item)}</span>
          {running && item.state !== 'waiting' && (
            <>
              {share !== null && <span className={styles.stripShare}>{formatPercent(share)}</span>}
              {item.rate !== null && (
                <span className={styles.stripRate}>
                  {item.left === null
                    ? says.rate(formatBytes(item.rate))
                    : says.left(formatBytes(item.rate), formatClock(Math.max(1000, item.left)))}
                </span>
              )}
            </>
          )}
        </div>
        {running && <Progress label={says.progress(item.name)} share={item.state === 'waiting' ? 0 : share} />}
      </div>
      {session !== undefined && !running && (
        <Button
          size="small"
          kind="outline"
          onClick={() => openReplay(session, { title: preview?.title ?? item.name, game: preview?.game ?? '' })}
        >
          {says.open}
        </Button>
      )}
      {running ? (
        <Button size="small" kind="plain" onClick={() => imports.cancel(item.key)}>
          {says.cancel}
        </Button>
      ) : (
        <IconButton size="small" icon="x" iconSize={14} label={says.remove(item.name)} onClick={() => imports.dismiss(item.key)} />
      )}
    </article>
  );
}

function wordsOf({ state, step, message }: ImportItem): string {
  const { states } = words().library.imports;
  if (state === 'waiting') return states.waiting;
  if (state === 'done') return message ?? states.done;
  if (state === 'duplicate') return message ?? states.duplicate;
  if (state === 'refused' || state === 'failed') return message ?? states.failed;
  return step;
}

function GrowingPicture({ picture }: { readonly picture: NonNullable<ImportItem['picture']> }) {
  const pictures = usePictures();
  const theme = useStore(themeStore, (state) => state.theme);
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  useEffect(() => {
    let wanted = true;
    const ratio = window.devicePixelRatio;
    const size = { width: Math.round(PICTURE.width * ratio), height: Math.round(PICTURE.height * ratio), ratio };
    void pictures.draw(picture, size, theme).then((drawn) => wanted && setBitmap(drawn));
    return () => {
      wanted = false;
    };
  }, [pictures, picture, theme]);
  return (
    <span className={styles.stripPicture} style={PICTURE}>
      <Bitmap bitmap={bitmap} />
    </span>
  );
}
