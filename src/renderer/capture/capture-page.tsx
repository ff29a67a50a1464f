/** Capture: everything that this machine can record by itself, each with its switch. */
import { useCommands } from '../app/commands.ts';
import { useStatus } from '../app/status-bar.tsx';
import { sentenceOf } from '../engine/api-error.ts';
import { formatCount } from '../ui/format.ts';
import { notify } from '../ui/notices.tsx';
import { useWords } from '../words/words.ts';
import { CaptureCard } from './capture-card.tsx';
import { settingsOf } from './capture-words.ts';
import { captureName, KNOWN_CAPTURES, useCaptureActions, useCaptures } from './captures.ts';
import styles from './capture.module.css';

export function CapturePage() {
  const { app, capture: texts } = useWords();
  const says = texts.page;
  const captures = useCaptureActions();
  const all = useCaptures((list) => list);
  const on = all?.filter(({ enabled }) => enabled).length ?? 0;
  useStatus([says.status(formatCount(on), formatCount(KNOWN_CAPTURES.length))]);
  useCommands(
    KNOWN_CAPTURES.map((capture) => {
      const { profile } = capture;
      const state = all?.find(({ id }) => id === profile.id);
      const enabled = state?.enabled ?? false;
      return {
        id: `capture.${profile.id}`,
        title: (enabled ? says.stop : says.start)(captureName(capture)),
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
        <h1>{app.places.capture}</h1>
        <p>{says.about}</p>
      </header>
      {KNOWN_CAPTURES.length === 0 && <p className={styles.empty}>{says.none}</p>}
      {KNOWN_CAPTURES.map((capture) => (
        <CaptureCard key={capture.profile.id} {...capture} />
      ))}
    </div>
  );
}
