/** Who may send to a capture: each sender by the name of its token, a new one that is shown once, and revoking. */
import { useState } from 'react';
import type { CaptureToken, Results } from '../../shared/engine-api.ts';
import type { CaptureProfile, CaptureTokenWords } from '../../shared/games/profile.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatWhen } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { notify } from '../ui/notices.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../words/words.ts';
import { useCaptureActions } from './captures.ts';
import styles from './capture.module.css';

type Made = Results['capture.token.make'];

export interface CaptureTokensProps {
  readonly capture: CaptureProfile;
  readonly about: CaptureTokenWords;
  readonly tokens: readonly CaptureToken[];
}

export function CaptureTokens({ capture, about, tokens }: CaptureTokensProps) {
  const captures = useCaptureActions();
  const words = useWords().capture.tokens;
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [doubted, setDoubted] = useState<CaptureToken | null>(null);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const make = (): Promise<void> =>
    attempt(async () => {
      setMade(await captures.makeToken(capture.id, name));
      setName('');
    });
  const revoke = ({ id }: CaptureToken): Promise<void> =>
    attempt(async () => {
      setDoubted(null);
      await captures.revokeToken(capture.id, id);
    });

  return (
    <section className={styles.tokens} aria-label={about.title}>
      <h3>{about.title}</h3>
      <p className={styles.help}>{about.help}</p>
      {tokens.length === 0 ? (
        <p className={styles.help}>{words.none(about.one)}</p>
      ) : (
        <ul className={styles.tokenList}>
          {tokens.map((token) => (
            <li key={token.id}>
              <Icon name="key-round" size={14} />
              <span className={styles.tokenName}>{token.name}</span>
              <span className={styles.help}>{described(token, words)}</span>
              <Button size="small" kind="plain" aria-label={words.revokeOf(token.name)} disabled={busy} onClick={() => setDoubted(token)}>
                {words.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.fieldRow}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !busy) void make();
        }}
      >
        <TextField label={words.name(about.one)} placeholder={words.name(about.one)} value={name} maxLength={100} onText={setName} />
        <Button kind="outline" icon="key-round" type="submit" disabled={busy || name.trim() === ''}>
          {words.make}
        </Button>
      </form>
      {failure !== null && (
        <p className={styles.failure} role="alert">
          <Icon name="triangle-alert" size={14} />
          {failure}
        </p>
      )}
      <Dialog
        title={words.made(made?.token.name ?? '')}
        open={made !== null}
        onClose={() => setMade(null)}
        end={
          <Button kind="primary" onClick={() => setMade(null)}>
            {words.done}
          </Button>
        }
      >
        <div className={styles.madeToken}>
          <code>{made?.secret}</code>
          <IconButton
            icon="copy"
            label={words.copy}
            onClick={() => void navigator.clipboard.writeText(made?.secret ?? '').then(() => notify({ text: words.copied }))}
          />
        </div>
        <p className={styles.help}>{words.once}</p>
      </Dialog>
      <Dialog
        title={words.sure(doubted?.name ?? '')}
        open={doubted !== null}
        onClose={() => setDoubted(null)}
        end={
          <>
            <Button kind="plain" onClick={() => setDoubted(null)}>
              {words.keep}
            </Button>
            <Button kind="primary" onClick={() => doubted !== null && void revoke(doubted)}>
              {words.revoke}
            </Button>
          </>
        }
      >
        <p>{words.after}</p>
      </Dialog>
    </section>
  );
}

function described({ madeAt, heardAt, byItself }: CaptureToken, words: ReturnType<typeof useWords>['capture']['tokens']): string {
  const now = Date.now();
  const made = byItself ? words.byItself : words.since(formatWhen(madeAt, now));
  return `${made} · ${heardAt === null ? words.notHeard : words.heard(formatWhen(heardAt, now))}`;
}
