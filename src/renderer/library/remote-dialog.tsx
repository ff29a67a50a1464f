/** Import from a server: where people of a game keep recordings for each other. Its address, what it has, and a choice of that. */
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { RemoteRecording } from '../../shared/engine-api.ts';
import type { GameProfile } from '../../shared/games/profile.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import { appStore } from '../app/app-store.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatClock, formatCount, formatCountOf, formatDateTime } from '../ui/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords, words } from '../words/words.ts';
import { useImportActions } from './imports.ts';
import { foundIn } from './remote-search.ts';
import { worldName } from './session-words.ts';
import styles from './remote-dialog.module.css';

/** Rows that are drawn: nobody reads on after these, they search. */
const MOST_SHOWN = 200;

const GAMES = Object.values(PROFILES).filter(({ remote }) => remote !== undefined);

type Asked =
  | { readonly state: 'nothing' | 'waiting' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'listed'; readonly address: string; readonly recordings: readonly RemoteRecording[] };

export function RemoteDialog({ onClose }: { readonly onClose: () => void }) {
  const { remote: says, ...nouns } = useWords().library;
  const client = useEngine();
  const imports = useImportActions();
  const [game, setGame] = useState<GameProfile | undefined>(GAMES[0]);
  const address = useStore(appStore, (state) => state.remoteAddress);
  const [asked, setAsked] = useState<Asked>({ state: 'nothing' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const question = useRef(0);
  if (game?.remote === undefined) return null;

  const ask = async (): Promise<void> => {
    const mine = ++question.current;
    setAsked({ state: 'waiting' });
    setChosen(new Set());
    let answer: Asked;
    try {
      answer = { state: 'listed', address, recordings: await client.call('remote.list', { game: game.id, address }) };
    } catch (error) {
      answer = { state: 'failed', reason: sentenceOf(error) };
    }
    if (question.current === mine) setAsked(answer);
  };
  const take = (): void => {
    if (asked.state !== 'listed') return;
    imports.addRemote(
      { game: game.id, address: asked.address },
      asked.recordings.filter(({ id }) => chosen.has(id)),
    );
    onClose();
  };

  return (
    <Dialog
      title={says.title}
      open
      width={720}
      initialFocus={field}
      onClose={onClose}
      end={
        <>
          <Button kind="plain" onClick={onClose}>
            {says.cancel}
          </Button>
          <Button kind="primary" icon="download" disabled={chosen.size === 0} onClick={take}>
            {chosen.size === 0 ? says.import : says.importThem(formatCountOf(chosen.size, nouns.recording, nouns.recordings))}
          </Button>
        </>
      }
    >
      {GAMES.length > 1 && (
        <Segmented
          label={says.kind}
          value={game.id}
          options={GAMES.map(({ id, remote, icon }) => ({ id, label: remote?.label ?? '', icon }))}
          onChoose={(id) => {
            setGame(PROFILES[id]);
            setAsked({ state: 'nothing' });
          }}
        />
      )}
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') void ask();
        }}
      >
        <TextField
          className={styles.address ?? ''}
          label={says.address(game.remote.label)}
          ref={field}
          placeholder={game.remote.example}
          maxLength={400}
          value={address}
          onFocus={(event) => event.target.select()}
          onText={(remoteAddress) => appStore.setState({ remoteAddress })}
        />
        <Button type="submit" kind="outline" disabled={address.trim() === '' || asked.state === 'waiting'}>
          {says.show}
        </Button>
      </form>
      {asked.state === 'nothing' && <p className={styles.note}>{says.about}</p>}
      {asked.state === 'waiting' && (
        <p className={styles.note} role="status">
          {says.asking(address.trim())}
        </p>
      )}
      {asked.state === 'failed' && (
        <p className={styles.failed} role="alert">
          {asked.reason}
        </p>
      )}
      {asked.state === 'listed' && <Choice game={game.id} recordings={asked.recordings} chosen={chosen} onChoose={setChosen} />}
    </Dialog>
  );
}

interface ChoiceProps {
  readonly game: string;
  readonly recordings: readonly RemoteRecording[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function Choice({ game, recordings, chosen, onChoose }: ChoiceProps) {
  const { remote: says, ...nouns } = useWords().library;
  const [search, setSearch] = useState('');
  const found = useMemo(
    () => recordings.filter((recording) => foundIn(recording, worldName(game, recording.world), search)),
    [recordings, game, search],
  );
  const shown = found.slice(0, MOST_SHOWN);
  const isAll = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
  const set = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  if (recordings.length === 0) return <p className={styles.note}>{says.empty}</p>;
  return (
    <>
      <div className={styles.ask}>
        <TextField
          className={styles.address ?? ''}
          type="search"
          icon="search"
          label={says.search}
          placeholder={says.placeholder}
          maxLength={400}
          value={search}
          onText={setSearch}
        />
        <label className={styles.all}>
          <input
            type="checkbox"
            checked={isAll}
            disabled={shown.length === 0}
            onChange={(event) =>
              set(
                shown.map(({ id }) => id),
                event.target.checked,
              )
            }
          />
          {says.all}
        </label>
      </div>
      <ul className={styles.list} aria-label={says.list}>
        {shown.map((recording) => (
          <li key={recording.id}>
            <label className={styles.row}>
              <input type="checkbox" checked={chosen.has(recording.id)} onChange={(event) => set([recording.id], event.target.checked)} />
              <span className={styles.title}>{recording.title}</span>
              <span className={styles.facts}>{facts(game, recording)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className={styles.note} role="status">
        {found.length === 0
          ? says.none
          : found.length > shown.length
            ? says.some(formatCount(shown.length), formatCount(found.length))
            : formatCountOf(found.length, nouns.recording, nouns.recordings)}
      </p>
    </>
  );
}

function facts(game: string, { world, date, durationMs, players, tag }: RemoteRecording): string {
  return [
    worldName(game, world),
    date === '' ? '' : date.length > 10 ? formatDateTime(date) : date,
    durationMs === null ? '' : formatClock(durationMs),
    players === null ? '' : formatCountOf(players, words().library.player, words().library.players),
    tag,
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}
