/** Who a player is: the names and identities that are counted together, what may be added to them, what can be taken out again. */
import { useState } from 'react';
import type { CareerAlias, CareerPerson, CareerPlayerRef } from '../../shared/career.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatCount, formatDateTime } from '../ui/format.ts';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../words/words.ts';
import { mergePeople, splitAlias } from './identities.ts';
import { useStatistics } from './use-career.ts';
import { usePeople } from './use-people.ts';
import styles from './dialogs.module.css';

export function IdentityDialog({ person, onClose }: { readonly person: CareerPerson; readonly onClose: () => void }) {
  const client = useEngine();
  const { game, refresh } = useStatistics();
  const says = useWords().statistics.identity;
  const [typed, setTyped] = useState('');
  const found = usePeople(typed, [person.player.id, ...person.aliases.map(({ id }) => id)]);
  const merge = (other: Pick<CareerPlayerRef, 'id' | 'name'>): void => void mergePeople(client, game.game, person.player, other, refresh);
  const split = (alias: CareerAlias): void => void splitAlias(client, game.game, person.player, alias, refresh);
  return (
    <Dialog title={says.title(person.player.name)} open width={560} onClose={onClose}>
      <h3 className={styles.heading}>{says.known}</h3>
      <p className={styles.note}>{person.known}</p>
      <p className={styles.names}>
        {person.names.map(({ name, matches }) => (
          <span key={name}>
            {name} <span className={styles.quiet}>{formatCount(matches)}</span>
          </span>
        ))}
      </p>
      <Identities
        title={says.aliases}
        about={says.aliasesAbout}
        entries={person.aliases}
        action={says.split}
        label={(name) => says.splitOf(name)}
        onAct={split}
      />
      <Identities
        title={says.suggestions}
        about={says.suggestionsAbout}
        entries={person.suggestions}
        action={says.merge}
        label={(name) => says.mergeOf(name)}
        onAct={merge}
      />
      <TextField type="search" icon="search" label={says.find} placeholder={says.find} maxLength={200} value={typed} onText={setTyped} />
      <ul className={styles.people}>
        {found?.map((other) => (
          <li key={other.id} className={styles.entry}>
            <span>{other.name}</span>
            <Button size="small" kind="outline" aria-label={says.mergeOf(other.name)} onClick={() => merge(other)}>
              {says.merge}
            </Button>
          </li>
        ))}
      </ul>
      <Claim person={person} />
    </Dialog>
  );
}

interface IdentitiesProps {
  readonly title: string;
  readonly about: string;
  readonly entries: readonly CareerAlias[];
  readonly action: string;
  readonly label: (name: string) => string;
  readonly onAct: (entry: CareerAlias) => void;
}

function Identities({ title, about, entries, action, label, onAct }: IdentitiesProps) {
  const all = useWords().statistics;
  if (entries.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      <p className={styles.note}>{about}</p>
      <ul className={styles.people} aria-label={title}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <span>
              {entry.name}{' '}
              <span className={styles.quiet}>{[entry.known, all.matchesOf(entry.matches, formatCount(entry.matches))].join(', ')}</span>
            </span>
            <Button size="small" kind="outline" aria-label={label(entry.name)} onClick={() => onAct(entry)}>
              {action}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A code that its owner types in the game. */
function Claim({ person }: { readonly person: CareerPerson }) {
  const client = useEngine();
  const { game } = useStatistics();
  const says = useWords().statistics.identity;
  const [said, setSaid] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    try {
      const { message, expiresAt } = await client.call('career.claim', { game: game.game, player: person.player.id });
      setSaid(says.claimed(message, formatDateTime(expiresAt)));
    } catch (error) {
      setSaid(`${says.noClaim}: ${sentenceOf(error)}`);
    }
  };
  return (
    <>
      <p className={styles.note}>{says.claimAbout}</p>
      <div className={styles.entry}>
        <span role="status">{said ?? ''}</span>
        <Button size="small" kind="outline" icon="key-round" onClick={() => void make()}>
          {says.claim}
        </Button>
      </div>
    </>
  );
}
