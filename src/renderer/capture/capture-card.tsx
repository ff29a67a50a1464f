/** One capture: what it is, what it does now, its switch, what it counted, its settings and what to paste into the game. */
import { useId, useState } from 'react';
import type { CaptureState } from '../../shared/engine-api.ts';
import type { CaptureField, CaptureSnippet } from '../../shared/games/profile.ts';
import { openReplay } from '../app/app-store.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Switch } from '../ui/switch.tsx';
import { engineText } from '../words/engine-words.ts';
import { inGameWords } from '../words/game-words.ts';
import { useWords } from '../words/words.ts';
import { CaptureFields } from './capture-fields.tsx';
import { CaptureTokens } from './capture-tokens.tsx';
import { counterWords, filledSnippet, settingsOf } from './capture-words.ts';
import { captureKind, captureName, useCaptureActions, useCaptures, type CaptureSettings, type KnownCapture } from './captures.ts';
import { copyText } from './copy-text.ts';
import styles from './capture.module.css';

export function CaptureCard(capture: KnownCapture) {
  const { game } = capture;
  const profile = inGameWords(capture.profile);
  const says = useWords().capture.card;
  const captures = useCaptureActions();
  const state = useCaptures((all) => all?.find(({ id }) => id === profile.id));
  // What was typed and not saved yet.
  const [draft, setDraft] = useState<CaptureSettings>({});
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const saved = settingsOf(profile, state);
  const values = { ...saved, ...draft };
  const changed = Object.entries(draft).some(([name, value]) => value !== saved[name]);
  const enabled = state?.enabled ?? false;
  const title = useId();

  const set = async (on: boolean): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await captures.set(profile.id, on, values);
      setDraft({});
    } catch (error) {
      setFailure(sentenceOf(error));
      setOpen(true);
    } finally {
      setBusy(false);
    }
  };

  return (
    <article className={styles.card} aria-labelledby={title} data-testid={`capture-${profile.id}`}>
      <div className={styles.top}>
        <Icon name={game.icon} size={20} />
        <div className={styles.about}>
          <div className={styles.line}>
            <h2 id={title}>
              {game.name} <span className={styles.kind}>{captureKind(capture)}</span>
            </h2>
            <Phase state={state} />
          </div>
          {state?.address !== undefined && state.address !== null && <Address address={state.address} />}
          <p className={styles.message} data-phase={state?.phase} role="status">
            {state === undefined || state.message === '' ? profile.summary : engineText(state.message)}
          </p>
          {state?.sessions.map((session) => (
            <Button
              key={session.id}
              size="small"
              kind="outline"
              icon="play"
              onClick={() => openReplay(session.id, { title: session.title, game: game.id })}
            >
              {says.watch(session.title)}
            </Button>
          ))}
        </div>
        <Counters counters={state?.counters ?? {}} />
        <Switch
          label={says.record(captureName(capture))}
          on={enabled}
          disabled={state === undefined || busy}
          onChange={(on) => void set(on)}
        />
      </div>
      {failure !== null && (
        <p className={styles.failure} role="alert">
          <Icon name="triangle-alert" size={14} />
          {failure}
        </p>
      )}
      {(profile.fields.length > 0 || profile.snippets !== undefined) && (
        <div className={styles.more}>
          <Button
            size="small"
            kind="plain"
            icon={open ? 'chevron-down' : 'chevron-right'}
            aria-expanded={open}
            aria-label={says.settingsOf(captureName(capture))}
            onClick={() => setOpen(!open)}
          >
            {says.settings}
          </Button>
          {changed && (
            <div className={styles.unsaved}>
              <span>{enabled ? says.savingRestarts : says.unsaved}</span>
              <Button size="small" kind="plain" onClick={() => setDraft({})}>
                {says.discard}
              </Button>
              <Button size="small" kind="primary" disabled={busy || state === undefined} onClick={() => void set(enabled)}>
                {says.save}
              </Button>
            </div>
          )}
        </div>
      )}
      {open && (
        <div className={styles.settings}>
          {profile.tokens !== undefined && <CaptureTokens capture={profile} about={profile.tokens} tokens={state?.tokens ?? []} />}
          <CaptureFields
            fields={profile.fields}
            values={values}
            onChange={(name, value) => setDraft((before) => ({ ...before, [name]: value }))}
          />
          {profile.snippets?.map((snippet) => (
            <Snippet key={snippet.title} snippet={snippet} fields={profile.fields} values={values} address={state?.address ?? null} />
          ))}
        </div>
      )}
    </article>
  );
}

const PHASE_ICONS: Readonly<Record<CaptureState['phase'], string>> = {
  off: 'circle',
  waiting: 'clock',
  recording: 'circle-dot',
  trouble: 'triangle-alert',
};

function Phase({ state }: { readonly state: CaptureState | undefined }) {
  const { phases } = useWords().capture;
  const phase = state?.phase ?? 'off';
  return (
    <span className={styles.phase} data-phase={phase}>
      <Icon name={PHASE_ICONS[phase]} size={14} />
      {phases[phase]}
    </span>
  );
}

function Address({ address }: { readonly address: string }) {
  const says = useWords().capture.card;
  return (
    <div className={styles.address}>
      <code>{address}</code>
      <IconButton icon="copy" iconSize={14} size="small" label={says.copyAddress} onClick={() => void copyText(address, says.address)} />
    </div>
  );
}

function Counters({ counters }: { readonly counters: CaptureState['counters'] }) {
  const shown = Object.entries(counters);
  if (shown.length === 0) return null;
  return (
    <dl className={styles.counters}>
      {shown.map(([name, count]) => {
        const { label, value } = counterWords(name, count);
        return (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** In the place of an address that is not known yet. */
const UNKNOWN = '…';

interface SnippetProps {
  readonly snippet: CaptureSnippet;
  readonly fields: readonly CaptureField[];
  readonly values: CaptureSettings;
  readonly address: string | null;
}

function Snippet({ snippet, fields, values, address }: SnippetProps) {
  const says = useWords().capture.card;
  const waits = address === null && snippet.text.includes('{address}');
  const text = filledSnippet(snippet, fields, values, address, 'shown');
  return (
    <section className={styles.snippet} aria-label={snippet.title}>
      <div className={styles.line}>
        <h3>{snippet.title}</h3>
        <Button size="small" kind="outline" icon="copy" disabled={waits} onClick={() => void copyText(text, snippet.title)}>
          {says.copy}
        </Button>
      </div>
      <p className={styles.help}>{waits ? says.waits(snippet.help) : snippet.help}</p>
      <pre>{filledSnippet(snippet, fields, values, address ?? UNKNOWN, 'masked')}</pre>
    </section>
  );
}
