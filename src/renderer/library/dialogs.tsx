/** The dialogs of the library: a new title, exporting, and deleting for good. */
import { useEffect, useRef, useState } from 'react';
import type { ConversionTarget, SessionRow } from '../../shared/engine-api.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { engineText } from '../words/engine-words.ts';
import { useWords } from '../words/words.ts';
import { exportSessions } from './export-session.ts';
import { deleteForGood, rename } from './library-actions.ts';
import { sessionCount } from './session-words.ts';
import styles from './library.module.css';

export function RenameDialog({ row, onClose }: { readonly row: SessionRow; readonly onClose: () => void }) {
  const client = useEngine();
  const says = useWords().library.dialogs;
  const [title, setTitle] = useState(row.title);
  const field = useRef<HTMLInputElement>(null);
  const wanted = title.trim();
  const save = (): void => {
    onClose();
    if (wanted !== '' && wanted !== row.title) void rename(client, row, wanted);
  };
  return (
    <Dialog
      title={says.rename}
      open
      initialFocus={field}
      onClose={onClose}
      end={
        <>
          <Button kind="plain" onClick={onClose}>
            {says.cancel}
          </Button>
          <Button kind="primary" disabled={wanted === ''} onClick={save}>
            {says.saveName}
          </Button>
        </>
      }
    >
      <TextField
        label={says.name}
        ref={field}
        value={title}
        maxLength={400}
        onFocus={(event) => event.target.select()}
        onText={setTitle}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && wanted !== '') save();
        }}
      />
    </Dialog>
  );
}

/** As what all of them can be written. */
export function ExportDialog({ rows, onClose }: { readonly rows: readonly SessionRow[]; readonly onClose: () => void }) {
  const client = useEngine();
  const says = useWords().library.dialogs;
  const games = [...new Set(rows.map(({ game }) => game))].toSorted().join('\n');
  const [targets, setTargets] = useState<readonly ConversionTarget[] | null>(null);
  const [failure, setFailure] = useState('');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    client.call('hello', {}).then(
      ({ games: all }) => setTargets(common(games.split('\n').map((game) => all.find(({ id }) => id === game)?.exports ?? []))),
      (error: unknown) => setFailure(sentenceOf(error)),
    );
  }, [client, games]);
  const target = targets?.find(({ id }) => id === wanted) ?? targets?.[0];
  return (
    <Dialog
      title={rows.length === 1 ? says.export : says.exportMany(sessionCount(rows.length))}
      open
      onClose={onClose}
      end={
        <>
          <Button kind="plain" onClick={onClose}>
            {says.cancel}
          </Button>
          <Button
            kind="primary"
            disabled={target === undefined}
            onClick={() => {
              onClose();
              if (target !== undefined) void exportSessions(client, rows, target);
            }}
          >
            {says.exportIt}
          </Button>
        </>
      }
    >
      <p className={styles.exportTitle}>{rows.map(({ title }) => title).join(', ')}</p>
      {failure !== '' && <p>{failure}</p>}
      {target !== undefined && (
        <Select
          label={says.exportAs}
          value={target.id}
          options={(targets ?? []).map(({ id, label, extension }) => ({ id, label: `${engineText(label)} (${extension})` }))}
          onChoose={setWanted}
        />
      )}
    </Dialog>
  );
}

/** Those that are in every list, in the order of the first. */
function common(lists: readonly (readonly ConversionTarget[])[]): readonly ConversionTarget[] {
  const [first = [], ...others] = lists;
  return first.filter(({ id }) => others.every((list) => list.some((other) => other.id === id)));
}

export function DeleteDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: (deleted: boolean) => void }) {
  const client = useEngine();
  const says = useWords().library.dialogs;
  const sessions = sessionCount(ids.length);
  return (
    <Dialog
      title={says.delete(sessions)}
      open
      onClose={() => onClose(false)}
      end={
        <>
          <Button kind="plain" onClick={() => onClose(false)}>
            {says.keep}
          </Button>
          <Button
            kind="primary"
            onClick={() => {
              onClose(true);
              void deleteForGood(client, ids);
            }}
          >
            {says.deleteThem(sessions)}
          </Button>
        </>
      }
    >
      {says.deleteAbout}
    </Dialog>
  );
}
