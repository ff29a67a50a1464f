/**
 * Possession: the time for which the game says that a player has the disc (its own flag, which may outlast the release by some seconds), while the disc is in play.
 * A frame's answer holds until the next frame, but not across a hole in the recording. A stretch of one player is one possession.
 */
import { TableBuilder } from '../../../statistics/table-builder.ts';
import type { MatchPart } from './match-part.ts';
import { TEAMS, type MatchState } from './match-state.ts';

const COLUMNS = [
  { id: 'time', label: 'Time', unit: 'ms', format: 'duration', reads: 'line', higherIsBetter: true },
  { id: 'share', label: 'Share', format: 'share', start: null, derived: { kind: 'share', of: 'time' }, higherIsBetter: true },
  { id: 'possessions', label: 'Possessions', higherIsBetter: true },
  {
    id: 'average',
    label: 'Average',
    unit: 'ms',
    format: 'duration',
    start: null,
    derived: { kind: 'ratio', of: 'time', by: 'possessions' },
  },
] as const;

const ABOUT =
  'Time for which the game says that somebody has the disc, while it is in play. The share is of all possession. A stretch of one player is one possession.';

export class Possession implements MatchPart {
  readonly #teams = new TableBuilder({ id: 'team-possession', title: 'Possession', about: ABOUT, rowLabel: 'Team' }, COLUMNS);
  readonly #players = new TableBuilder({ id: 'possession', title: 'Possession by player', about: ABOUT, rowLabel: 'Player' }, COLUMNS);
  #holder = 0;
  #holderTeam = -1;

  frame(match: MatchState): void {
    const { t } = match;
    const holder = match.inPlay && match.teamOf(match.holder) >= 0 ? match.holder : 0;
    const team = match.teamOf(holder);
    if (this.#holder !== 0 && this.#holder !== holder) this.#players.run(this.#players.entity(this.#holder), 'time', t, 0);
    if (this.#holderTeam >= 0 && this.#holderTeam !== team) this.#teams.run(this.#teamRow(this.#holderTeam), 'time', t, 0);
    if (holder !== 0) {
      this.#players.run(this.#players.entity(holder), 'time', t, 1);
      this.#teams.run(this.#teamRow(team), 'time', t, 1);
      if (holder !== this.#holder) {
        this.#players.add(this.#players.entity(holder), 'possessions', t);
        this.#teams.add(this.#teamRow(team), 'possessions', t);
      }
    }
    this.#holder = holder;
    this.#holderTeam = team;
  }

  gap(t: number): void {
    this.#players.stop(t);
    this.#teams.stop(t);
  }

  sections(): ReturnType<MatchPart['sections']> {
    return [this.#teams.section(), this.#players.section()];
  }

  #teamRow(team: number): number {
    return this.#teams.row({ kind: 'team', team: TEAMS[team] ?? '' });
  }
}
