/** Asks for a player by name. */
import { useRef, useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../words/words.ts';
import { usePeople } from './use-people.ts';
import styles from './dialogs.module.css';

export interface PlayerPickerProps {
  /** CareerPlayerRef.id of those who are no choice. */
  readonly without: readonly string[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

export function PlayerPicker({ without, onPick, onClose }: PlayerPickerProps) {
  const says = useWords().statistics.compare;
  const [typed, setTyped] = useState('');
  const people = usePeople(typed, without);
  const field = useRef<HTMLInputElement>(null);
  const first = people?.[0];
  return (
    <Dialog title={says.pick} open initialFocus={field} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (first !== undefined) onPick(first.id);
        }}
      >
        <TextField
          ref={field}
          type="search"
          icon="search"
          label={says.search}
          placeholder={says.search}
          maxLength={200}
          value={typed}
          onText={setTyped}
        />
      </form>
      {people !== null && people.length === 0 && <p className={styles.note}>{says.none}</p>}
      <ul className={styles.people}>
        {people?.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => onPick(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
