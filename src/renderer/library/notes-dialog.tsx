/** Tags of the chosen sessions, and the notes of one. */
import { useEffect, useRef, useState } from 'react';
import { MOST_NOTE_CHARS } from '../../shared/annotations.ts';
import type { SessionRow } from '../../shared/engine-api.ts';
import { MOST_TAG_CHARS, tidyTags } from '../../shared/tags.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatCount } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../words/words.ts';
import { changeNotes, changeTags } from './library-actions.ts';
import styles from './notes-dialog.module.css';

const MOST_SUGGESTED = 12;

export function NotesDialog({ rows, onClose }: { readonly rows: readonly SessionRow[]; readonly onClose: () => void }) {
  const client = useEngine();
  const { notes: says } = useWords();
  const words = says.tags;
  const [only] = rows;
  const single = rows.length === 1 ? only : undefined;
  const before = tidyTags(rows.flatMap(({ tags }) => tags));
  const [tags, setTags] = useState<readonly string[]>(before);
  /** Those that all of them shall have, though only some had them. */
  const [forAll, setForAll] = useState<readonly string[]>([]);
  const [word, setWord] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  const [kept, setKept] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const id = single?.id;
  useEffect(() => {
    let isOpen = true;
    const fail = (error: unknown): void => {
      if (isOpen) setFailure(sentenceOf(error));
    };
    client.call('library.stats', {}).then(({ tags: all }) => isOpen && setKnown(all.map(({ tag }) => tag)), fail);
    if (id !== undefined)
      client.call('annotations.list', { session: id }).then(({ notes }) => {
        if (!isOpen) return;
        setKept(notes);
        setText(notes);
      }, fail);
    return () => {
      isOpen = false;
    };
  }, [client, id]);

  const isPartial = (tag: string): boolean => !forAll.includes(tag) && before.includes(tag) && !rows.every((row) => row.tags.includes(tag));
  const add = (tag: string): void => {
    setTags((now) => tidyTags([...now, tag]));
    setForAll((now) => tidyTags([...now, tag]));
    setWord('');
  };
  const remove = (tag: string): void => setTags((now) => now.filter((other) => other !== tag));
  const save = (): void => {
    const all = word.trim() === '' ? tags : tidyTags([...tags, word]);
    const added = all.filter((tag) => forAll.includes(tag) || !before.includes(tag));
    const removed = before.filter((tag) => !all.includes(tag));
    onClose();
    void changeTags(client, rows, added, removed).then(() =>
      single === undefined || kept === null ? undefined : changeNotes(client, single, kept, text),
    );
  };
  const suggested = known
    .filter((tag) => !tags.includes(tag) && tag.toLowerCase().includes(word.trim().toLowerCase()))
    .slice(0, MOST_SUGGESTED);
  return (
    <Dialog
      title={single === undefined ? words.ofMany(says.sessions(rows.length, formatCount(rows.length))) : words.of(single.title)}
      open
      onClose={onClose}
      initialFocus={field}
      end={
        <>
          <Button kind="plain" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button kind="primary" onClick={save}>
            {single === undefined ? words.saveTags : words.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {failure !== null && <p role="alert">{failure}</p>}
        <ul className={styles.tags} aria-label={words.heading}>
          {tags.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                className={styles.tag}
                data-partial={isPartial(tag)}
                aria-label={words.remove(tag)}
                onClick={() => remove(tag)}
              >
                {tag}
                {isPartial(tag) && <span className={styles.quiet}>{words.some}</span>}
                <Icon name="x" size={14} />
              </button>
            </li>
          ))}
          {tags.length === 0 && <li className={styles.quiet}>{words.none}</li>}
        </ul>
        <TextField
          ref={field}
          label={words.add}
          placeholder={words.add}
          icon="tag"
          value={word}
          maxLength={MOST_TAG_CHARS}
          onText={setWord}
          end={word.trim() !== '' && <span className={styles.quiet}>{words.addHint}</span>}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ',') return;
            event.preventDefault();
            if (word.trim() !== '') add(word);
            else if (event.key === 'Enter') save();
          }}
        />
        {suggested.length > 0 && (
          <div className={styles.tags} role="group" aria-label={words.suggested}>
            {suggested.map((tag) => (
              <button key={tag} type="button" className={styles.suggested} onClick={() => add(tag)}>
                <Icon name="plus" size={14} />
                {tag}
              </button>
            ))}
          </div>
        )}
        {single !== undefined && (
          <label className={styles.notes}>
            {words.notes}
            <textarea
              rows={6}
              maxLength={MOST_NOTE_CHARS}
              placeholder={words.notesHint}
              disabled={kept === null}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
        )}
      </div>
    </Dialog>
  );
}
