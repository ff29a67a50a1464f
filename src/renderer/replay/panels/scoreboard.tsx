/** Score of both teams and the game's own clock, over the stage; only for games that keep a score. */
import { teamVariable } from '../../ui/team-colours.ts';
import type { Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { boardClock, boardStatus, pointsOf, scoredTeams, type ScoredTeam } from './score.ts';
import styles from './overlays.module.css';

export function Scoreboard({ playback }: { readonly playback: Playback }) {
  const teams = scoredTeams(playback.session.profile);
  return teams !== null && <Board playback={playback} first={teams[0]} second={teams[1]} />;
}

interface BoardProps {
  readonly playback: Playback;
  readonly first: ScoredTeam;
  readonly second: ScoredTeam;
}

function Board({ playback, first, second }: BoardProps) {
  const left = useClock(playback, () => pointsOf(playback, first));
  const right = useClock(playback, () => pointsOf(playback, second));
  const clock = useClock(playback, () => boardClock(playback));
  const status = useClock(playback, () => boardStatus(playback));
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
        <span className={styles.status}>{status}</span>
      </div>
      <Side team={second.team} points={right} reverse />
    </div>
  );
}

interface SideProps {
  readonly team: ScoredTeam['team'];
  readonly points: number | null;
  readonly reverse?: boolean;
}

function Side({ team, points, reverse = false }: SideProps) {
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
