/** The dialogs of the library: a new title, exporting, and deleting for good. */
import { useEffect, useRef, useState } from 'react';
import type { ConversionTarget, SessionRow } from '../../shared/engine-api.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatCountOf } from '../ui/format.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { exportSession } from './export-session.ts';
import { deleteForGood, rename } from './library-actions.ts';
import styles from './library.module.css';

export function RenameDialog({ row, onClose }: { readonly row: SessionRow; readonly onClose: () => void }) {
  const client = useEngine();
  const [title, setTitle] = useState(row.title);
  const field = useRef<HTMLInputElement>(null);
  const wanted = title.trim();
  const save = (): void => {
    onClose();
    if (wanted !== '' && wanted !== row.title) void rename(client, row, wanted);
  };
  return (
    <Dialog
      title="Rename session"
      open
      initialFocus={field}
      onClose={onClose}
      end={
        <>
          <Button kind="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" disabled={wanted === ''} onClick={save}>
            Save name
          </Button>
        </>
      }
    >
      <TextField
        label="Name of the session"
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

export function ExportDialog({ row, onClose }: { readonly row: SessionRow; readonly onClose: () => void }) {
  const client = useEngine();
  const [targets, setTargets] = useState<readonly ConversionTarget[] | null>(null);
  const [failure, setFailure] = useState('');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    client.call('hello', {}).then(
      ({ games }) => setTargets(games.find(({ id }) => id === row.game)?.exports ?? []),
      (error: unknown) => setFailure(sentenceOf(error)),
    );
  }, [client, row.game]);
  const target = targets?.find(({ id }) => id === wanted) ?? targets?.[0];
  return (
    <Dialog
      title="Export session"
      open
      onClose={onClose}
      end={
        <>
          <Button kind="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button
            kind="primary"
            disabled={target === undefined}
            onClick={() => {
              onClose();
              if (target !== undefined) void exportSession(client, row, target);
            }}
          >
            Export
          </Button>
        </>
      }
    >
      <p className={styles.exportTitle}>{row.title}</p>
      {failure !== '' && <p>{failure}</p>}
      {target !== undefined && (
        <Select
          label="Export as"
          value={target.id}
          options={(targets ?? []).map(({ id, label, extension }) => ({ id, label: `${label} (${extension})` }))}
          onChoose={setWanted}
        />
      )}
    </Dialog>
  );
}

export function DeleteDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: (deleted: boolean) => void }) {
  const client = useEngine();
  const sessions = formatCountOf(ids.length, 'session', 'sessions');
  return (
    <Dialog
      title={`Delete ${sessions} for good?`}
      open
      onClose={() => onClose(false)}
      end={
        <>
          <Button kind="plain" onClick={() => onClose(false)}>
            Keep
          </Button>
          <Button
            kind="primary"
            onClick={() => {
              onClose(true);
              void deleteForGood(client, ids);
            }}
          >
            Delete {sessions}
          </Button>
        </>
      }
    >
      The sessions and their kept originals leave this machine. This cannot be undone.
    </Dialog>
  );
}
