/** Score of both teams and the game's own clock, over the stage; only for games that keep a score. */
import { teamVariable } from '../../ui/team-colours.ts';
import { useReplay, useT } from '../replay-context.tsx';
import { gameClocks } from '../transport/game-clock.ts';
import styles from './overlays.module.css';

export function Scoreboard() {
  const { playback } = useReplay();
  useT();
  const { profile } = playback.session;
  const { score } = profile;
  if (score === null) return null;
  const sides = Object.entries(score.channels).flatMap(([id, channel]) => {
    const team = profile.teams.find((candidate) => candidate.id === id);
    const points = playback.value(0, channel);
    return team === undefined ? [] : [{ team, points: typeof points === 'number' ? Math.round(points) : null }];
  });
  const [first, second] = sides;
  if (first === undefined || second === undefined) return null;
  // Without its hundredths: they flicker, and the transport shows them.
  const [, clock = ''] = (gameClocks(playback).split('\n')[0] ?? '').split('\t');
  const status = score.status === null ? null : playback.value(0, score.status);
  return (
    <div
      className={styles.scoreboard}
      role="group"
      aria-label={`${first.team.label} ${first.points ?? '–'}, ${second.team.label} ${second.points ?? '–'}`}
    >
      <Side label={first.team.label} points={first.points} colour={teamVariable(first.team.colour)} />
      <div className={styles.middle}>
        <span className={styles.clock}>{clock.replace(/\.\d+$/, '')}</span>
        <span className={styles.status}>{typeof status === 'string' ? status.replaceAll('_', ' ') : ''}</span>
      </div>
      <Side label={second.team.label} points={second.points} colour={teamVariable(second.team.colour)} reverse />
    </div>
  );
}

function Side({
  label,
  points,
  colour,
  reverse = false,
}: {
  readonly label: string;
  readonly points: number | null;
  readonly colour: string;
  readonly reverse?: boolean;
}) {
  return (
    <div className={styles.side} data-reverse={reverse}>
      <span className={styles.team} style={{ color: colour }}>
        {label}
      </span>
      <span className={styles.points} style={{ background: colour }}>
        {points ?? '–'}
      </span>
    </div>
  );
}
