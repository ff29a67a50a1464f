/** The events as a list: filtered, virtual, with the one at t marked; a click goes to its moment and place. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Importance } from '../../../shared/session/event-types.ts';
import { EVENT_TYPES } from '../../../shared/session/event-types.ts';
import { formatClock, formatCount } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { gameText } from '../../words/game-words.ts';
import { useWords } from '../../words/words.ts';
import { goToEvent } from '../go-to-event.ts';
import type { LoadedSession } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSession } from '../playback/use-session.ts';
import { useReplay, useView } from '../replay-context.tsx';
import { currentAt } from './event-filter.ts';
import { textOf } from './event-words.ts';
import { Words } from './names.tsx';
import { useEventWords } from './use-event-words.ts';
import { useFilteredEvents } from './use-filtered-events.ts';
import styles from './panels.module.css';

const LEVELS = ['all', 'one', 'two', 'three'] as const;
const IMPORTANCES: readonly Importance[] = [0, 1, 2, 3];

export function EventList() {
  const says = useWords().panels.events;
  const { playback, view } = useReplay();
  const session = useSession(playback, 'events', 'entities');
  const filter = useView((v) => v.filter);
  const selected = useView((v) => v.selected);
  const [chooseTypes, setChooseTypes] = useState(false);
  const deferred = useDeferredValue(filter);
  const subject = deferred.selectedOnly ? selected : null;
  const seqs = useFilteredEvents(session, deferred, subject);

  return (
    <section className={styles.panel} aria-label={says.name}>
      <header className={styles.head}>
        <span className={styles.quiet}>
          <span data-testid="event-count">{formatCount(seqs.length)}</span> {seqs.length === 1 ? says.event : says.events}
        </span>
        <span className={styles.spring} />
        <Menu
          label={says.levels[LEVELS[filter.importance]]}
          name={says.importance}
          items={IMPORTANCES.map((importance) => ({
            id: String(importance),
            label: says.levels[LEVELS[importance]],
            checked: importance === filter.importance,
            run: () => view.getState().setFilter({ importance }),
          }))}
        />
        <button
          type="button"
          className={styles.iconButton}
          aria-label={says.filter}
          aria-expanded={chooseTypes}
          title={says.filter}
          onClick={() => setChooseTypes(!chooseTypes)}
        >
          <Icon name="filter" />
        </button>
      </header>
      {chooseTypes && <EventFilters />}
      <EventRows session={session} seqs={seqs} />
      {seqs.length === 0 && <p className={styles.empty}>{session.events.count === 0 ? says.none : says.noneAnswers}</p>}
      <PausedAt />
    </section>
  );
}

/** By itself: a scroll draws it very often, and nothing else. */
function EventRows({ session, seqs }: { readonly session: LoadedSession; readonly seqs: Int32Array }) {
  const { list } = useWords().panels.events;
  const { playback, view } = useReplay();
  const goneTo = useView((v) => v.event);
  const current = useClock(playback, ({ t }) => currentAt(session, seqs, t, goneTo));

  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: seqs.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (textOf(session, seqs[index] ?? 0).detail === undefined ? 28 : 44),
    overscan: 10,
  });
  // The list runs along with the session unless the person is reading elsewhere in it.
  const reading = useRef(false);
  useEffect(() => {
    if (!reading.current && current >= 0) virtual.scrollToIndex(current, { align: 'center' });
  }, [current, virtual]);

  const go = useCallback(
    (seq: number): void => {
      reading.current = false;
      goToEvent(playback, view, seq);
    },
    [playback, view],
  );
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const seq = seqs[Math.max(0, current + (event.key === 'ArrowDown' ? 1 : -1))];
    if (seq !== undefined) go(seq);
  };

  return (
    <div
      ref={scroll}
      className={styles.scroll}
      tabIndex={0}
      role="listbox"
      aria-label={list}
      onKeyDown={keys}
      onWheel={() => (reading.current = true)}
      onPointerLeave={() => (reading.current = false)}
    >
      <div className={styles.virtual} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <EventRow
            key={item.key}
            seq={seqs[item.index] ?? 0}
            current={item.index === current}
            start={item.start}
            height={item.size}
            onGo={go}
          />
        ))}
      </div>
    </div>
  );
}

/** Said to screen readers once time stands still. */
function PausedAt() {
  const { playback } = useReplay();
  const words = useClock(playback, ({ playing, t }) => (playing ? '' : formatClock(t)));
  return (
    <p className={styles.visuallyHidden} aria-live="polite">
      {words}
    </p>
  );
}

const EventRow = memo(function EventRow({
  seq,
  current,
  start,
  height,
  onGo,
}: {
  readonly seq: number;
  readonly current: boolean;
  /** px within the list. */
  readonly start: number;
  readonly height: number;
  readonly onGo: (seq: number) => void;
}) {
  const session = useSession(useReplay().playback, 'events', 'entities');
  const hasDetail = textOf(session, seq).detail !== undefined;
  const words = useEventWords(session, seq);
  return (
    <div
      className={styles.event}
      style={{ transform: `translateY(${start}px)`, height }}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      onClick={() => onGo(seq)}
      data-tall={hasDetail}
    >
      <span className={styles.when}>{formatClock(session.events.t[seq] ?? 0)}</span>
      <Icon name={words.icon} />
      <span className={styles.words}>
        <span className={styles.line}>
          <Words session={session} parts={words.text} />
        </span>
        {hasDetail && <Detail text={words.detail} />}
      </span>
    </div>
  );
});

function Detail({ text }: { readonly text: string }) {
  const last = text.lastIndexOf(', ');
  const [head, tail] = last < 0 ? [text, ''] : [text.slice(0, last), text.slice(last)];
  return (
    <span className={styles.detail} title={text}>
      <span>{head}</span>
      {tail !== '' && <span>{tail}</span>}
    </span>
  );
}

/** Text, types and "only the chosen one". */
function EventFilters() {
  const says = useWords().panels.events;
  const { playback, view } = useReplay();
  const filter = useView((v) => v.filter);
  const selected = useView((v) => v.selected);
  const { eventsByType } = useSession(playback, 'info').info;
  const types = EVENT_TYPES.filter((type) => (eventsByType[type] ?? 0) > 0);
  const on = (type: string): boolean => filter.types === null || filter.types.includes(type);
  const toggle = (type: string): void => {
    const next = types.filter((other) => (other === type ? !on(other) : on(other)));
    view.getState().setFilter({ types: next.length === types.length ? null : next });
  };
  return (
    <div className={styles.filters}>
      <input
        type="search"
        placeholder={says.searchHint}
        aria-label={says.search}
        value={filter.text}
        onChange={(event) => view.getState().setFilter({ text: event.target.value })}
      />
      <div className={styles.chips}>
        <button
          type="button"
          className={styles.chip}
          aria-pressed={filter.selectedOnly}
          disabled={selected === null}
          onClick={() => view.getState().setFilter({ selectedOnly: !filter.selectedOnly })}
        >
          {says.chosenOnly}
        </button>
        {types.map((type) => (
          <button key={type} type="button" className={styles.chip} aria-pressed={on(type)} onClick={() => toggle(type)}>
            {gameText(type.replaceAll('_', ' '))} {formatCount(eventsByType[type] ?? 0)}
          </button>
        ))}
      </div>
    </div>
  );
}
