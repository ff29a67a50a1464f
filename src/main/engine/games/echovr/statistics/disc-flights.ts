/**
 * Throws, passes and pass chains: what becomes of the disc between two hands.
 *
 * - The disc is carried by who has it in a hand (without hands in the recording: by who has possession). It is loose from the frame in which nobody carries it.
 * - Throw: the disc was loose in a recorded frame, or became a goal at once, and its carrier was not stunned at the release or within 150 ms of it. The speed is the
 *   disc's 150 ms after the release, or just before it was taken when that was earlier; the distance is the one from the thrower at the release to the centre of the
 *   goal that the team attacks.
 * - Outcome of a throw: goal; own goal; pass (a team mate takes the disc next); own catch; save (an opponent takes it and is credited with a save on the
 *   way); turnover (an opponent takes it); stopped (play ended).
 * - Pass: a team mate takes the disc next, thrown or handed over. What was dropped by a stun and picked up is none.
 * - Turnover: an opponent takes the disc next, whether it was thrown, dropped or taken.
 * - Pass chain: two or more passes of one team since the other team had the disc or play started. A turnover, a goal or the end of play ends it; a pause does not.
 */
import { MomentsBuilder, type Moment, type Words } from '../../../statistics/moments-builder.ts';
import type { StatisticsEvent, StatisticsSession } from '../../../statistics/provider.ts';
import { TableBuilder } from '../../../statistics/table-builder.ts';
import type { MatchPart } from './match-part.ts';
import { goalOf, TEAMS, type MatchState, type TeamIndex } from './match-state.ts';

/** The disc's speed is taken this long after the release, ms. */
const MEASURED_AFTER = 150;
const CHAIN_FROM = 2;

interface Loose {
  readonly from: number;
  readonly team: TeamIndex;
  readonly t: number;
  readonly position: readonly number[];
  stunned: boolean;
  saved: boolean;
  /** Speed of the disc, m/s, NaN when not recorded; null while it does not count as thrown. */
  speed: number | null;
  measured: boolean;
}

interface Chain {
  readonly team: TeamIndex;
  readonly t: number;
  readonly position: readonly number[];
  readonly players: number[];
  passes: number;
  end: number;
}

type Outcome = 'goal' | 'own goal' | 'pass' | 'own catch' | 'save' | 'turnover' | 'stopped';
type ThrowField = 'speed' | 'distance' | 'flight' | 'outcome' | 'type';

export class DiscFlights implements MatchPart {
  readonly #nameOf: (entity: number) => string;
  readonly #teams = new TableBuilder(
    {
      id: 'team-passing',
      title: 'Passing',
      about: 'Passes reach a team mate, turnovers an opponent. A chain is two or more passes without an opponent in between.',
      rowLabel: 'Team',
    },
    [
      { id: 'passes', label: 'Passes', higherIsBetter: true },
      { id: 'turnovers', label: 'Turnovers', higherIsBetter: false },
      { id: 'chains', label: 'Chains', higherIsBetter: true },
      { id: 'longest', label: 'Longest chain', higherIsBetter: true },
    ],
  );
  readonly #players = new TableBuilder(
    {
      id: 'throwing',
      title: 'Throws and passes by player',
      about: 'A throw leaves the hand by itself, not by a stun; its speed is that of the disc 150 ms later.',
      rowLabel: 'Player',
    },
    [
      { id: 'throws', label: 'Throws', higherIsBetter: true },
      { id: 'goals', label: 'Goals', higherIsBetter: true },
      { id: 'passes', label: 'Passes', higherIsBetter: true },
      { id: 'received', label: 'Received', higherIsBetter: true },
      { id: 'turnovers', label: 'Turnovers', higherIsBetter: false },
      { id: 'fastest', label: 'Fastest', unit: 'm/s', format: 'decimal', start: null, higherIsBetter: true },
      { id: 'speeds', label: '', hidden: true },
      { id: 'measured', label: '', hidden: true },
      {
        id: 'speed',
        label: 'Average',
        unit: 'm/s',
        format: 'decimal',
        start: null,
        higherIsBetter: true,
        derived: { kind: 'ratio', of: 'speeds', by: 'measured' },
      },
    ],
  );
  readonly #throws: MomentsBuilder<ThrowField>;
  readonly #chains: MomentsBuilder<'team' | 'passes' | 'duration' | 'outcome' | 'players'>;
  #carrier = 0;
  #loose: Loose | null = null;
  #chain: Chain | null = null;

  constructor(words: Words, { entities }: StatisticsSession) {
    this.#nameOf = (entity) => entities[entity]?.name ?? '';
    this.#throws = new MomentsBuilder<ThrowField>(
      words,
      {
        id: 'throws',
        title: 'Throws',
        about: 'Distance is from the thrower to the goal that the team attacks. The type is the game’s name of a shot that became a goal.',
        actorLabel: 'Thrown by',
        targetLabel: 'Taken by',
      },
      [
        { kind: 'number', id: 'speed', label: 'Speed', unit: 'm/s', format: 'decimal' },
        { kind: 'number', id: 'distance', label: 'To goal', unit: 'm', format: 'decimal' },
        { kind: 'number', id: 'flight', label: 'Flight', unit: 'ms', format: 'duration' },
        { kind: 'text', id: 'outcome', label: 'Outcome' },
        { kind: 'text', id: 'type', label: 'Type' },
      ],
    );
    this.#chains = new MomentsBuilder(
      words,
      {
        id: 'chains',
        title: 'Pass chains',
        about: 'Two or more passes of a team without an opponent in between.',
        actorLabel: null,
        targetLabel: null,
      },
      [
        { kind: 'text', id: 'team', label: 'Team' },
        { kind: 'number', id: 'passes', label: 'Passes', unit: '', format: 'whole' },
        { kind: 'number', id: 'duration', label: 'Duration', unit: 'ms', format: 'duration' },
        { kind: 'text', id: 'outcome', label: 'Ended by' },
        { kind: 'text', id: 'players', label: 'Players' },
      ],
    );
  }

  event({ type, t, actor, data }: StatisticsEvent, match: MatchState): void {
    if (type === 'save' && this.#loose !== null && match.teamOf(actor) !== this.#loose.team) this.#loose.saved = true;
    if (type !== 'goal') return;
    const scored = TEAMS.findIndex((team) => team === data?.['team']);
    // A goal that is dunked never leaves the hand before it counts.
    if (this.#loose === null && this.#carrier !== 0 && this.#carrier === actor) this.#release(match);
    const loose = this.#loose;
    if (loose !== null) {
      this.#measure(match, loose);
      this.#land(t, scored === loose.team ? 'goal' : 'own goal', 0, typeof data?.['goal'] === 'string' ? data['goal'] : '');
    }
    this.#endChain(scored === this.#chain?.team ? 'goal' : 'stop');
    this.#carrier = 0;
  }

  frame(match: MatchState): void {
    const { t } = match;
    if (match.live && match.paused) return;
    if (!match.live) {
      this.#land(t, 'stopped', 0, '');
      this.#endChain('stop');
      this.#carrier = 0;
      return;
    }
    const carrier = match.carrier();
    if (this.#carrier !== 0 && carrier !== this.#carrier) this.#release(match);
    const loose = this.#loose;
    if (loose !== null) {
      if (carrier === 0) this.#measure(match, loose);
      else this.#take(match, loose, carrier);
    }
    this.#carrier = carrier;
  }

  sections(): ReturnType<MatchPart['sections']> {
    this.#endChain('stop');
    return [this.#teams.section(), this.#players.section(), this.#throws.section(), this.#chains.section()];
  }

  #release(match: MatchState): void {
    const from = this.#carrier;
    this.#loose = {
      from,
      team: match.teamOf(from),
      t: match.t,
      position: match.place(from),
      stunned: match.stunned[from] === 1,
      saved: false,
      speed: null,
      measured: false,
    };
  }

  #measure({ t, stunned, speed, disc }: MatchState, loose: Loose): void {
    if (loose.measured) return;
    if (stunned[loose.from] === 1) loose.stunned = true;
    loose.speed = loose.stunned ? null : (speed[disc] ?? Number.NaN);
    loose.measured = t - loose.t >= MEASURED_AFTER;
  }

  #take(match: MatchState, loose: Loose, by: number): void {
    const { t } = match;
    const team = match.teamOf(by);
    if (by === loose.from) {
      this.#land(t, 'own catch', by, '');
    } else if (team === loose.team) {
      this.#land(t, 'pass', by, '');
      if (loose.stunned) return;
      this.#players.add(this.#players.entity(loose.from), 'passes', t);
      this.#players.add(this.#players.entity(by), 'received', t);
      this.#teams.add(this.#teamRow(team), 'passes', t);
      this.#lengthen(loose, by, t);
    } else {
      this.#land(t, loose.saved ? 'save' : 'turnover', by, '');
      this.#players.add(this.#players.entity(loose.from), 'turnovers', t);
      this.#teams.add(this.#teamRow(loose.team), 'turnovers', t);
      this.#endChain('turnover');
    }
  }

  /** The disc is no longer loose: what was thrown is noted down. */
  #land(t: number, outcome: Outcome, by: number, type: string): void {
    const loose = this.#loose;
    this.#loose = null;
    if (loose === null || loose.speed === null) return;
    const [x = 0, y = 0, z = 0] = loose.position;
    const moment: Moment<ThrowField> = {
      t: loose.t,
      actor: loose.from,
      target: by,
      position: loose.position,
      fields: { speed: loose.speed, distance: Math.hypot(x, y, z - goalOf(loose.team)), flight: t - loose.t, outcome, type },
    };
    this.#throws.add(moment);
    const row = this.#players.entity(loose.from);
    this.#players.add(row, 'throws', loose.t);
    if (outcome === 'goal') this.#players.add(row, 'goals', t);
    if (Number.isNaN(loose.speed)) return;
    this.#players.most(row, 'fastest', loose.t, loose.speed);
    this.#players.add(row, 'speeds', loose.t, loose.speed);
    this.#players.add(row, 'measured', loose.t);
  }

  #lengthen({ from, team, t, position }: Loose, to: number, end: number): void {
    const chain = (this.#chain ??= { team, t, position, players: [], passes: 0, end });
    if (chain.players.at(-1) !== from) chain.players.push(from);
    chain.players.push(to);
    chain.end = end;
    const passes = ++chain.passes;
    if (passes === CHAIN_FROM) this.#teams.add(this.#teamRow(team), 'chains', end);
    if (passes >= CHAIN_FROM) this.#teams.most(this.#teamRow(team), 'longest', end, passes);
  }

  #endChain(outcome: 'goal' | 'turnover' | 'stop'): void {
    const chain = this.#chain;
    this.#chain = null;
    if (chain === null || chain.passes < CHAIN_FROM) return;
    this.#chains.add({
      t: chain.t,
      position: chain.position,
      fields: {
        team: teamWord(chain.team),
        passes: chain.passes,
        duration: chain.end - chain.t,
        outcome,
        players: chain.players.map(this.#nameOf).join(' → '),
      },
    });
  }

  #teamRow(team: TeamIndex): number {
    return this.#teams.row({ kind: 'team', team: teamWord(team) });
  }
}

function teamWord(team: TeamIndex): string {
  return team < 0 ? '' : TEAMS[team as 0 | 1];
}
