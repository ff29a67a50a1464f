/** What lies under the pointer: its time, the nearest event, and a small picture of the ground at that moment. */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { createFrameState } from '../../../shared/session/sampler.ts';
import { formatClock } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Words } from '../panels/names.tsx';
import { useEventWords } from '../panels/use-event-words.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';
import { useSession } from '../playback/use-session.ts';
import { drawPlan } from './plan.ts';
import { prepare } from './surface.ts';
import { readTheme } from './theme.ts';
import styles from './timeline.module.css';

export interface Hover {
  /** px from the left edge of the canvases. */
  readonly x: number;
  readonly t: number;
  /** seq of the nearest event. */
  readonly seq: number | null;
  /** What is said beside it: what somebody added, or the director's shot; "" for nothing. */
  readonly text: string;
}

const PLAN_WIDTH = 160;
const PLAN_HEIGHT = 90;
/** A pointer that rushes by asks for no picture. */
const REST_MS = 30;

export function HoverCard({
  hover,
  playback,
  area,
}: {
  readonly hover: Hover;
  readonly playback: Playback;
  readonly area: RefObject<HTMLElement | null>;
}) {
  const session = useSession(playback, 'events', 'entities');
  const card = useRef<HTMLDivElement>(null);
  const plan = useRef<HTMLCanvasElement>(null);
  const [state] = useState(() => createFrameState(session.entities.length));

  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void playback.sampleAt(hover.t, state).then((filled) => {
        if (!filled || !wanted || plan.current === null) return;
        const context = prepare(plan.current, PLAN_WIDTH, PLAN_HEIGHT);
        if (context !== null) drawPlan(context, session, state, readTheme(plan.current), PLAN_WIDTH, PLAN_HEIGHT);
      });
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [playback, session, state, hover.t]);

  // The card floats over the stage, whatever clips the timeline.
  useLayoutEffect(() => {
    const box = area.current?.getBoundingClientRect();
    if (box === undefined || card.current === null) return;
    const { offsetWidth, offsetHeight } = card.current;
    const left = Math.min(window.innerWidth - offsetWidth - 8, Math.max(8, box.left + hover.x - offsetWidth / 2));
    card.current.style.translate = `${Math.round(left)}px ${Math.round(Math.max(8, box.top - offsetHeight - 8))}px`;
  });

  return (
    <div ref={card} className={styles.card} aria-hidden="true" data-testid="timeline-hover">
      <canvas ref={plan} className={styles.plan} style={{ width: PLAN_WIDTH, height: PLAN_HEIGHT }} />
      <div className={styles.cardTime}>{formatClock(hover.t, session.info.durationMs)}</div>
      {hover.text !== '' && <div className={styles.cardEvent}>{hover.text}</div>}
      {hover.seq !== null && <NearestEvent session={session} seq={hover.seq} />}
    </div>
  );
}

function NearestEvent({ session, seq }: { readonly session: LoadedSession; readonly seq: number }) {
  const words = useEventWords(session, seq);
  return (
    <div className={styles.cardEvent}>
      <Icon name={words.icon} size={14} />
      <span>
        <Words session={session} parts={words.text} />{' '}
        <span className={styles.cardQuiet}>{formatClock(session.events.t[seq] ?? 0, session.info.durationMs)}</span>
      </span>
    </div>
  );
}
