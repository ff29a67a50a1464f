/** The transport bar: events and frames back and forward, play, clocks, speed, loop, in and out. */
import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { GameProfile } from '../../../shared/games/profile.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatClock } from '../../ui/format.ts';
import { Menu } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useWords } from '../../words/words.ts';
import { goToEvent } from '../go-to-event.ts';
import { useFilteredEvents } from '../panels/use-filtered-events.ts';
import type { Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSession, useSessionValue } from '../playback/use-session.ts';
import type { ReplayViewStore } from '../replay-view.ts';
import { DeskActions } from './desk-actions.tsx';
import { neighbourEvent } from './event-steps.ts';
import { gameClock } from './game-clock.ts';
import { setIn, setOut } from './in-out.ts';
import { ALL_RATES, BAR_RATES, rateText } from './rates.ts';
import { useTransportCommands } from './transport-commands.ts';
import styles from './transport-bar.module.css';

export interface TransportBarProps {
  readonly playback: Playback;
  readonly view: ReplayViewStore;
}

export function TransportBar({ playback, view }: TransportBarProps) {
  const { clock } = playback;
  const playing = useClock(playback, (c) => c.playing);
  const says = useWords().transport;
  const goToNeighbour = useNeighbour(playback, view);
  useTransportCommands(playback, goToNeighbour);
  return (
    // A click leaves the focus where it was, so that Space goes on meaning play.
    <div className={styles.bar} role="toolbar" aria-label={says.name} tabIndex={-1} onMouseDown={(event) => event.preventDefault()}>
      <div className={styles.buttons}>
        <IconButton icon="skip-back" label={says.eventBefore} keys="[" onClick={() => goToNeighbour(-1)} />
        <IconButton icon="step-back" label={says.frameBack} keys="," onClick={() => clock.step(-1)} />
        <IconButton
          icon={playing ? 'pause' : 'play'}
          filled
          kind="primary"
          label={playing ? says.pause : says.play}
          keys="Space"
          className={styles.play ?? ''}
          onClick={() => clock.toggle()}
        />
        <IconButton icon="step-forward" label={says.frameForward} keys="." onClick={() => clock.step(1)} />
        <IconButton icon="skip-forward" label={says.eventAfter} keys="]" onClick={() => goToNeighbour(1)} />
      </div>
      <SessionClock playback={playback} />
      <LiveEdge playback={playback} />
      <GameClocks playback={playback} />
      <Speed playback={playback} />
      <Range playback={playback} />
      <DeskActions playback={playback} />
    </div>
  );
}

function SessionClock({ playback }: { readonly playback: Playback }) {
  const says = useWords().transport;
  // Counted in whole seconds while it grows.
  const seconds = useSessionValue(playback, ({ info }) => Math.floor(info.durationMs / 1000));
  const durationMs = playback.clock.live ? seconds * 1000 : playback.session.info.durationMs;
  const tenths = useClock(playback, (c) => Math.floor(c.t / 100));
  return (
    <div className={styles.clock}>
      <time role="timer" aria-label={says.time} className={styles.now} data-testid="session-clock">
        {formatClock(tenths * 100, durationMs)}
      </time>
      <span className={styles.total} data-testid="session-length">
        / {formatClock(durationMs)}
      </span>
    </div>
  );
}

/** Says that the session is being recorded, and brings back to its newest moment. */
function LiveEdge({ playback }: { readonly playback: Playback }) {
  const says = useWords().transport;
  const live = useClock(playback, (c) => c.live);
  const atEdge = useClock(playback, (c) => c.atEdge);
  const behind = useClock(playback, (c) => Math.round((playback.session.info.durationMs - c.t) / 1000));
  if (!live) return null;
  return (
    <Tooltip text={atEdge ? says.playingLive : says.toEdge} keys="End">
      <Button
        kind={atEdge ? 'plain' : 'outline'}
        className={styles.live ?? ''}
        data-at-edge={atEdge}
        aria-pressed={atEdge}
        onClick={() => playback.clock.toEdge()}
      >
        <span className={styles.dot} />
        {says.live}
        {!atEdge && <span className={styles.behind}>−{formatClock(behind * 1000)}</span>}
      </Button>
    </Tooltip>
  );
}

function GameClocks({ playback }: { readonly playback: Playback }) {
  const { clocks } = playback.session.profile;
  if (clocks.length === 0) return null;
  return (
    <div className={styles.gameClocks} data-testid="game-clock">
      {clocks.map((clock) => (
        <OneClock key={clock.id} playback={playback} clock={clock} />
      ))}
    </div>
  );
}

function OneClock({ playback, clock }: { readonly playback: Playback; readonly clock: GameProfile['clocks'][number] }) {
  const value = useClock(playback, () => gameClock(playback, clock));
  if (value === '') return null;
  return (
    <span>
      {clock.label} <b>{value}</b>
    </span>
  );
}

function Speed({ playback }: { readonly playback: Playback }) {
  const { clock } = playback;
  const says = useWords().transport;
  const rate = useClock(playback, (c) => c.rate);
  const direction = rate < 0 ? -1 : 1;
  const size = Math.abs(rate);
  const other = ALL_RATES.map((value) => ({
    id: String(value),
    label: rateText(value),
    checked: value === size,
    run: () => clock.setRate(direction * value),
  }));
  const items = [
    ...other,
    {
      id: 'reverse',
      label: says.backwards,
      hint: 'J',
      checked: rate < 0,
      separated: true,
      run: () => clock.setRate(-rate),
    },
  ];
  const plain = rate > 0 && BAR_RATES.includes(rate);
  return (
    <div className={styles.speed}>
      <div className={styles.segments}>
        <Segmented
          label={says.speed}
          value={String(size)}
          options={BAR_RATES.map((value) => ({ id: String(value), label: rateText(value) }))}
          onChoose={(id) => clock.setRate(direction * Number(id))}
        />
      </div>
      <Menu label={plain ? '' : rateText(rate)} name={says.speeds} items={items} kind={plain ? 'plain' : 'quiet'} />
    </div>
  );
}

function Range({ playback }: { readonly playback: Playback }) {
  const { clock } = playback;
  const says = useWords().transport;
  const loop = useClock(playback, (c) => c.loop);
  const inPoint = useClock(playback, (c) => c.inPoint);
  const outPoint = useClock(playback, (c) => c.outPoint);
  const end = useSessionValue(playback, ({ info }) => info.durationMs);
  const length = inPoint === null && outPoint === null ? null : (outPoint ?? end) - (inPoint ?? 0);
  return (
    <div className={styles.range}>
      <Tooltip text={says.loop} keys="P">
        <Button kind="plain" icon="repeat" aria-label={says.loop} aria-pressed={loop} onClick={() => clock.setLoop(!loop)}>
          <span className={styles.word}>{says.loop}</span>
        </Button>
      </Tooltip>
      <Tooltip text={says.setIn} keys="I">
        <Button kind="plain" aria-label={says.setIn} aria-pressed={inPoint !== null} onClick={() => setIn(clock)}>
          {says.in}
        </Button>
      </Tooltip>
      <Tooltip text={says.setOut} keys="O">
        <Button kind="plain" aria-label={says.setOut} aria-pressed={outPoint !== null} onClick={() => setOut(clock)}>
          {says.out}
        </Button>
      </Tooltip>
      {length !== null && (
        <>
          <span className={styles.length} data-testid="range-length">
            {formatClock(length, length)}
          </span>
          <IconButton icon="x" label={says.clear} size="small" onClick={() => clock.setRange(null, null)} />
        </>
      )}
    </div>
  );
}

/** ms of real time. */
const JUST_MS = 1000;

function useNeighbour(playback: Playback, view: ReplayViewStore): (direction: 1 | -1) => void {
  const session = useSession(playback, 'events', 'entities');
  const filter = useStore(view, (v) => v.filter);
  const subject = useStore(view, (v) => (v.filter.selectedOnly ? v.selected : null));
  const seqs = useFilteredEvents(session, filter, subject);
  return useCallback(
    (direction) => {
      const { t, playing, rate } = playback.clock;
      // What has only just happened is passed over: who goes back twice while it plays is not brought to the same event, and who does so at the live edge leaves it.
      const from = playing && direction === -Math.sign(rate) ? t + direction * JUST_MS * Math.abs(rate) : t;
      const seq = neighbourEvent(seqs, session.events.t, from, view.getState().event, direction);
      if (seq !== null) goToEvent(playback, view, seq);
    },
    [playback, view, session, seqs],
  );
}
