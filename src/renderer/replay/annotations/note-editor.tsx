/** A small field over the stage: the title of a bookmark, the words of a comment. Enter keeps, Escape leaves it as it was. */
import { useEffect, useRef, useState } from 'react';
import { useCommands } from '../../app/commands.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatClock } from '../../ui/format.ts';
import { useWords } from '../../words/words.ts';
import { useReplay } from '../replay-context.tsx';
import type { NoteDesk } from './desk.ts';
import { Swatches } from './draw-bar.tsx';
import styles from './notes.module.css';

export function NoteEditor({ note, isNew }: NonNullable<NoteDesk['writing']>) {
  const { playback, annotations } = useReplay();
  const says = useWords().notes;
  const [text, setText] = useState(note.kind === 'bookmark' ? note.title : note.text);
  const [colour, setColour] = useState(note.kind === 'bookmark' ? note.colour : 'sand');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const time = formatClock(note.t, playback.session.info.durationMs);
  const leave = (): void => annotations.desk.setState({ writing: null });
  const keep = (): void => {
    leave();
    const words = text.trim();
    const changed = note.kind === 'bookmark' ? { ...note, title: words, colour } : { ...note, text: words };
    if (note.kind === 'comment' && words === '') return;
    const said = isNew ? says.said.commented(time) : says.said.changed[note.kind];
    if (isNew || JSON.stringify(changed) !== JSON.stringify(note)) void annotations.put([changed], said, true);
  };
  // From its buttons too.
  useCommands([{ id: 'notes.leave', title: says.panel.leave, icon: 'x', keys: 'Escape', run: leave }]);
  const label = note.kind === 'bookmark' ? says.panel.title : says.panel.text;
  return (
    <form
      className={styles.editor}
      aria-label={`${says.kindNames[note.kind]} ${time}`}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <span className={styles.when}>{time}</span>
      <textarea
        ref={field}
        aria-label={label}
        placeholder={label}
        rows={note.kind === 'bookmark' ? 1 : 3}
        maxLength={note.kind === 'bookmark' ? 200 : 4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave();
          else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) keep();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {note.kind === 'bookmark' && (
        <div className={styles.swatches} role="group" aria-label={says.panel.colour}>
          <Swatches chosen={colour} onChoose={setColour} />
        </div>
      )}
      <Button type="submit" kind="primary" size="small">
        {says.panel.keep}
      </Button>
      <IconButton icon="x" label={says.panel.leave} keys="Esc" size="small" onClick={leave} />
    </form>
  );
}
