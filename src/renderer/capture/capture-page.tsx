/** Capture: everything that this machine can record by itself, each with its switch. */
import { useCommands } from '../app/commands.ts';
import { useStatus } from '../app/status-bar.tsx';
import { sentenceOf } from '../engine/api-error.ts';
import { formatCount } from '../ui/format.ts';
import { notify } from '../ui/notices.tsx';
import { CaptureCard } from './capture-card.tsx';
import { settingsOf } from './capture-words.ts';
import { captureName, KNOWN_CAPTURES, useCaptureActions, useCaptures } from './captures.ts';
import styles from './capture.module.css';

export function CapturePage() {
  const captures = useCaptureActions();
  const all = useCaptures((list) => list);
  const on = all?.filter(({ enabled }) => enabled).length ?? 0;
  useStatus([`${formatCount(on)} of ${formatCount(KNOWN_CAPTURES.length)} captures on`]);
  useCommands(
    KNOWN_CAPTURES.map((capture) => {
      const { profile } = capture;
      const state = all?.find(({ id }) => id === profile.id);
      const enabled = state?.enabled ?? false;
      return {
        id: `capture.${profile.id}`,
        title: `${enabled ? 'Stop' : 'Start'} recording ${captureName(capture)}`,
        icon: enabled ? 'square' : 'radio',
        when: () => state !== undefined,
        run: () => {
          captures
            .set(profile.id, !enabled, settingsOf(profile, state))
            .catch((error: unknown) => notify({ text: sentenceOf(error), failed: true }));
        },
      };
    }),
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Capture</h1>
        <p>what this machine records by itself</p>
      </header>
      {KNOWN_CAPTURES.length === 0 && (
        <p className={styles.empty}>No game can be recorded live yet. Recordings are imported in the library.</p>
      )}
      {KNOWN_CAPTURES.map((capture) => (
        <CaptureCard key={capture.profile.id} {...capture} />
      ))}
    </div>
  );
}
