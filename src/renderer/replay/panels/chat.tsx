/** What was said: chat and radio as a list, by channel; a click goes to its moment. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { eventCode, EVENT_TYPES } from '../../../shared/session/event-types.ts';
import { formatClock, formatCount } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useWords } from '../../words/words.ts';
import { goToEvent } from '../go-to-event.ts';
import type { LoadedSession } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSessionEvery } from '../playback/use-session.ts';
import { useReplay } from '../replay-context.tsx';
import { currentAt } from './event-filter.ts';
import { dig, eventWords, type EventData } from './event-words.ts';
import { Words } from './names.tsx';
import { useEventData } from './use-event-data.ts';
import styles from './panels.module.css';

/** A session that is being recorded is looked at so often, ms. */
const LOOK_MS = 1000;
const ROW = 44;

/** Whether anything was said. */
export function hasTalk({ profile, info }: Pick<LoadedSession, 'profile' | 'info'>): boolean {
  return profile.talk.some(({ type }) => (info.eventsByType[type] ?? 0) > 0);
}

export function Chat() {
  const says = useWords().panels.chat;
  const { playback, view } = useReplay();
  const session = useSessionEvery(playback, LOOK_MS, 'events', 'entities');
  const { talk } = session.profile;
  const all = useMemo(() => {
    const codes = new Set(talk.map(({ type }) => eventCode(type)));
    return Int32Array.from({ length: session.events.count }, (_, seq) => seq).filter((seq) => codes.has(session.events.type[seq] ?? -1));
  }, [session, talk]);
  const data = useEventData(session, all);
  const [channel, setChannel] = useState<string | null>(null);
  const channels = useMemo(() => countByChannel(session, all, data), [session, all, data]);
  const shown = useMemo(
    () => Int32Array.from(all.keys()).filter((i) => channel === null || channelOf(session, all[i] ?? 0, data?.[i] ?? null) === channel),
    [session, all, data, channel],
  );
  const seqs = useMemo(() => shown.map((i) => all[i] ?? 0), [shown, all]);
  const current = useClock(playback, ({ t }) => currentAt(session, seqs, t, view.getState().event));

  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: seqs.length, getScrollElement: () => scroll.current, estimateSize: () => ROW, overscan: 10 });
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

  const items: MenuItem[] = [
    { id: 'all', label: says.all, checked: channel === null, hint: formatCount(all.length), run: () => setChannel(null) },
    ...[...channels].map(([name, count], i) => ({
      id: name,
      label: name,
      checked: channel === name,
      hint: formatCount(count),
      separated: i === 0,
      run: () => setChannel(name),
    })),
  ];
  return (
    <section className={styles.panel} aria-label={says.name}>
      <header className={styles.head}>
        <h2>{says.title}</h2>
        <span className={styles.quiet}>{formatCount(seqs.length)}</span>
        <span className={styles.spring} />
        <Menu label={channel ?? says.all} name={says.channel} items={items} />
      </header>
      <div
        ref={scroll}
        className={styles.scroll}
        tabIndex={0}
        role="listbox"
        aria-label={says.list}
        onWheel={() => (reading.current = true)}
        onPointerLeave={() => (reading.current = false)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          const seq = seqs[Math.max(0, current + (event.key === 'ArrowDown' ? 1 : -1))];
          if (seq !== undefined) go(seq);
        }}
      >
        <div className={styles.virtual} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <Said
              key={item.key}
              session={session}
              seq={seqs[item.index] ?? 0}
              data={data?.[shown[item.index] ?? 0] ?? null}
              current={item.index === current}
              start={item.start}
              onGo={go}
            />
          ))}
        </div>
      </div>
      {seqs.length === 0 && <p className={styles.empty}>{says.none}</p>}
    </section>
  );
}

const Said = memo(function Said({
  session,
  seq,
  data,
  current,
  start,
  onGo,
}: {
  readonly session: LoadedSession;
  readonly seq: number;
  readonly data: EventData;
  readonly current: boolean;
  readonly start: number;
  readonly onGo: (seq: number) => void;
}) {
  const words = eventWords(session, seq, data);
  return (
    <div
      className={styles.event}
      style={{ transform: `translateY(${start}px)`, height: ROW }}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      onClick={() => onGo(seq)}
    >
      <span className={styles.when}>{formatClock(session.events.t[seq] ?? 0)}</span>
      <Icon name={words.icon} />
      <span className={styles.words}>
        <span className={styles.line}>
          <Words session={session} parts={words.text} />
        </span>
        <span className={styles.detail} title={words.detail}>
          <span>{words.detail}</span>
        </span>
      </span>
    </div>
  );
});

function channelOf({ events, profile }: LoadedSession, seq: number, data: EventData): string {
  const type = EVENT_TYPES[events.type[seq] ?? 0];
  const talk = profile.talk.find((candidate) => candidate.type === type);
  const named = talk?.channel === null || talk === undefined ? null : dig(data, talk.channel.split('.'));
  return typeof named === 'string' && named !== '' ? named : (talk?.label ?? '');
}

function countByChannel(session: LoadedSession, seqs: Int32Array, data: readonly EventData[] | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [i, seq] of seqs.entries()) {
    const channel = channelOf(session, seq, data?.[i] ?? null);
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  return counts;
}
