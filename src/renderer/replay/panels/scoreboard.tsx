/** Score of both teams and the game's own clock, over the stage; only for games that keep a score. */
import type { GameProfile } from '../../../shared/games/profile.ts';
import { SESSION_ENTITY } from '../../../shared/session/model.ts';
import { teamVariable } from '../../ui/team-colours.ts';
import type { Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useReplay } from '../replay-context.tsx';
import { gameClock } from '../transport/game-clock.ts';
import styles from './overlays.module.css';

type Team = GameProfile['teams'][number];

export function Scoreboard() {
  const { playback } = useReplay();
  const { score, teams } = playback.session.profile;
  if (score === null) return null;
  const [first, second] = Object.entries(score.channels).flatMap(([id, channel]) => {
    const team = teams.find((candidate) => candidate.id === id);
    return team === undefined ? [] : [{ team, channel }];
  });
  if (first === undefined || second === undefined) return null;
  return <Board playback={playback} first={first} second={second} status={score.status} />;
}

interface Scored {
  readonly team: Team;
  readonly channel: string;
}

function Board({
  playback,
  first,
  second,
  status,
}: {
  readonly playback: Playback;
  readonly first: Scored;
  readonly second: Scored;
  readonly status: string | null;
}) {
  const left = useClock(playback, () => points(playback, first.channel));
  const right = useClock(playback, () => points(playback, second.channel));
  const [gameTime] = playback.session.profile.clocks;
  // Without its hundredths: they flicker, and the transport shows them.
  const clock = useClock(playback, () => (gameTime === undefined ? '' : gameClock(playback, gameTime).replace(/\.\d+$/, '')));
  const phase = useClock(playback, () => (status === null ? null : playback.value(SESSION_ENTITY, status)));
  return (
    <div
      className={styles.scoreboard}
      data-theme="dark"
      role="group"
      aria-label={`${first.team.label} ${left ?? '–'}, ${second.team.label} ${right ?? '–'}`}
    >
      <Side team={first.team} points={left} />
      <div className={styles.middle}>
        <span className={styles.clock}>{clock}</span>
        <span className={styles.status}>{typeof phase === 'string' ? phase.replaceAll('_', ' ') : ''}</span>
      </div>
      <Side team={second.team} points={right} reverse />
    </div>
  );
}

function points(playback: Playback, channel: string): number | null {
  const value = playback.value(SESSION_ENTITY, channel);
  return typeof value === 'number' ? Math.round(value) : null;
}

function Side({ team, points, reverse = false }: { readonly team: Team; readonly points: number | null; readonly reverse?: boolean }) {
  const colour = teamVariable(team.colour);
  return (
    <div className={styles.side} data-reverse={reverse}>
      <span className={styles.team} style={{ color: colour }}>
        {team.label}
      </span>
      <span className={styles.points} style={{ background: colour }}>
        {points ?? '–'}
      </span>
    </div>
  );
}
