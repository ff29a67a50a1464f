/** The list of a session's bookmarks, comments and drawings: filter, go there, change, delete. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Annotation, AnnotationOf } from '../../../shared/annotations.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatClock } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords, type Words } from '../../words/words.ts';
import { useClock } from '../playback/use-clock.ts';
import { useReplay } from '../replay-context.tsx';
import { annotationInk } from './colours.ts';
import styles from './notes.module.css';

/** What the list shows; shots and camera paths have places of their own. */
type Note = AnnotationOf<'bookmark'> | AnnotationOf<'comment'> | AnnotationOf<'drawing'>;
type Kind = Note['kind'];
const KINDS: readonly Kind[] = ['bookmark', 'comment', 'drawing'];
const ICONS: Readonly<Record<Kind, string>> = { bookmark: 'bookmark', comment: 'message-square', drawing: 'pencil' };

export function NotesPanel() {
  const { playback, view, annotations } = useReplay();
  const says = useWords().notes;
  const all = useStore(annotations.store, (state) => state.all);
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [text, setText] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const notes = all.filter(isNote);
  const words = text.trim().toLowerCase();
  const shown = notes.filter((note) => (kind === 'all' || note.kind === kind) && wordsOf(note, says).toLowerCase().includes(words));
  const current = useClock(playback, ({ t }) => shown.findLast((note) => timeOf(note) <= t)?.id ?? null);

  const go = (note: Note): void => {
    playback.clock.seek(timeOf(note));
    if (note.kind === 'comment' && note.entity !== null) {
      const whom = playback.session.entities.find(({ id, nativeId }) => id !== 0 && nativeId === note.entity);
      if (whom !== undefined) view.getState().select(whom.id);
    }
    const place = note.kind === 'comment' ? note.place : note.kind === 'drawing' ? (note.points[0] ?? null) : null;
    if (place !== null && view.getState().camera !== 'follow') view.getState().lookAtPlace(place);
  };
  const edit = (note: Note): void => {
    if (note.kind !== 'drawing') annotations.desk.setState({ writing: { note, isNew: false } });
  };
  const remove = (note: Note): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-note]') ?? [])];
    const next = rows[rows.findIndex((row) => row.dataset['note'] === note.id) + 1];
    void annotations.remove([note.id], says.said.removed[note.kind]);
    (next ?? list.current)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, note: Note): void => {
    const row = event.currentTarget.closest('li');
    const neighbour = event.key === 'ArrowDown' ? row?.nextElementSibling : event.key === 'ArrowUp' ? row?.previousElementSibling : null;
    if (neighbour instanceof Element) neighbour.querySelector<HTMLElement>('[data-note]')?.focus();
    else if (event.key === 'Delete') remove(note);
    else if (event.key === 'F2') edit(note);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className={styles.panel} aria-label={says.panel.list}>
      <header className={styles.head}>
        <TextField
          label={says.panel.find}
          placeholder={says.panel.find}
          icon="search"
          value={text}
          onText={setText}
          className={styles.find ?? ''}
        />
        <Select
          label={says.panel.showing}
          value={kind}
          options={(['all', ...KINDS] as const).map((id) => ({ id, label: says.panel.kinds[id] }))}
          onChoose={(id) => setKind(KINDS.find((other) => other === id) ?? 'all')}
        />
      </header>
      {shown.length === 0 && <p className={styles.empty}>{notes.length === 0 ? says.panel.empty : says.panel.none}</p>}
      <ul className={styles.list} ref={list} tabIndex={-1}>
        {shown.map((note) => (
          <li key={note.id} className={styles.note} data-current={note.id === current}>
            <button
              type="button"
              className={styles.go}
              data-note={note.id}
              onClick={() => go(note)}
              onKeyDown={(event) => onKeyDown(event, note)}
            >
              <span className={styles.mark} style={note.kind === 'comment' ? undefined : { color: annotationInk(note.colour) }}>
                <Icon name={ICONS[note.kind]} size={14} />
              </span>
              <span className={styles.when}>{formatClock(timeOf(note))}</span>
              <span className={styles.words}>{wordsOf(note, says)}</span>
            </button>
            {note.kind !== 'drawing' && (
              <IconButton icon="pencil" label={says.panel.edit} keys="F2" size="small" iconSize={14} onClick={() => edit(note)} />
            )}
            <IconButton icon="trash-2" label={says.panel.remove} keys="Del" size="small" iconSize={14} onClick={() => remove(note)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function isNote(annotation: Annotation): annotation is Note {
  return (KINDS as readonly string[]).includes(annotation.kind);
}

function timeOf(note: Note): number {
  return note.kind === 'drawing' ? note.t0 : note.t;
}

function wordsOf(note: Note, says: Words['notes']): string {
  if (note.kind === 'comment') return note.text;
  if (note.kind === 'drawing') return says.shapes[note.shape];
  return note.title === '' ? says.panel.unnamed : note.title;
}
