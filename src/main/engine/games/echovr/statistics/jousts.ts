/**
 * Jousts: the race for the disc when play starts. It begins with the frame whose status becomes playing (after a round start, a goal or a wait; not after a pause) and
 * lasts 10 s at most. Who stands in the own half then takes part. The first of each team to reach the other half (z = 0) jousts; its time is the one from the start.
 * Of those who arrive in the same frame the furthest counts. The team that is there first has won; two in one frame are level. The exit speed is the player's in the first frame inside the arena (|z| < 40) after having started in a launch tube.
 */
import { MomentsBuilder, type Words } from '../../../statistics/moments-builder.ts';
import { TableBuilder } from '../../../statistics/table-builder.ts';
import type { MatchPart } from './match-part.ts';
import type { MatchState, TeamIndex } from './match-state.ts';

const LONGEST = 10_000;
/** |z| where the tubes end, m. */
const TUBE_EXIT = 40;

interface Joust {
  readonly start: number;
  /** In the own half at the start; exit speeds as they become known. */
  readonly players: Map<number, { readonly inTube: boolean; exitSpeed: number | null }>;
  /** t of the first arrival; null before. */
  first: number | null;
  readonly done: Set<TeamIndex>;
}

export class Jousts implements MatchPart {
  readonly #players = new TableBuilder(
    {
      id: 'jousts',
      title: 'Jousts by player',
      about: 'The first of each team to reach the other half after a start of play; time from the start.',
      rowLabel: 'Player',
    },
    [
      { id: 'jousts', label: 'Jousts', higherIsBetter: true },
      { id: 'won', label: 'Won', higherIsBetter: true },
      { id: 'best', label: 'Best', unit: 'ms', format: 'duration', start: null, higherIsBetter: false },
      { id: 'times', label: '', hidden: true },
      {
        id: 'average',
        label: 'Average',
        unit: 'ms',
        format: 'duration',
        start: null,
        higherIsBetter: false,
        derived: { kind: 'ratio', of: 'times', by: 'jousts' },
      },
    ],
  );
  readonly #list: MomentsBuilder<'time' | 'speed' | 'exit' | 'result'>;
  #status: string | null = null;
  #joust: Joust | null = null;

  constructor(words: Words) {
    this.#list = new MomentsBuilder(
      words,
      {
        id: 'joust-list',
        title: 'Jousts',
        about: 'Who reached the other half first after each start of play, by team. The exit speed is the one out of the launch tube.',
        actorLabel: 'Player',
        targetLabel: null,
      },
      [
        { kind: 'number', id: 'time', label: 'Joust time', unit: 'ms', format: 'duration' },
        { kind: 'number', id: 'speed', label: 'Speed', unit: 'm/s', format: 'decimal' },
        { kind: 'number', id: 'exit', label: 'Exit speed', unit: 'm/s', format: 'decimal' },
        { kind: 'text', id: 'result', label: 'Result' },
      ],
    );
  }

  frame(match: MatchState): void {
    const before = this.#status;
    this.#status = match.status;
    if (match.status !== 'playing') this.#joust = null;
    else if (before !== null && before !== 'playing') this.#start(match);
    else if (this.#joust !== null) this.#race(match, this.#joust);
  }

  sections(): ReturnType<MatchPart['sections']> {
    return [this.#players.section(), this.#list.section()];
  }

  #start(match: MatchState): void {
    const players: Joust['players'] = new Map();
    for (const player of match.players) {
      const team = match.teamOf(player);
      const z = match.position[player * 3 + 2] as number;
      if (match.here[player] === 1 && team >= 0 && forward(team, z) < 0)
        players.set(player, { inTube: Math.abs(z) >= TUBE_EXIT, exitSpeed: null });
    }
    this.#joust = { start: match.t, players, first: null, done: new Set() };
  }

  #race(match: MatchState, joust: Joust): void {
    const { t } = match;
    if (t - joust.start > LONGEST) {
      this.#joust = null;
      return;
    }
    /** By team: who of those that arrive in this frame is furthest. */
    const arrived = new Map<TeamIndex, number>();
    for (const [player, entry] of joust.players) {
      const team = match.teamOf(player);
      const z = match.position[player * 3 + 2] as number;
      if (match.here[player] !== 1 || team < 0) continue;
      if (entry.inTube && Math.abs(z) < TUBE_EXIT) entry.exitSpeed ??= match.speed[player] as number;
      const best = arrived.get(team);
      const beaten = best === undefined || forward(team, z) > forward(team, match.position[best * 3 + 2] as number);
      if (forward(team, z) >= 0 && !joust.done.has(team) && beaten) arrived.set(team, player);
    }
    const level = arrived.size > 1;
    for (const [team, player] of arrived) {
      joust.done.add(team);
      this.#arrive(match, joust, player, level);
    }
    if (arrived.size > 0) joust.first ??= t;
    if (joust.done.size === 2) this.#joust = null;
  }

  #arrive(match: MatchState, joust: Joust, player: number, level: boolean): void {
    const { t } = match;
    const time = t - joust.start;
    const result = joust.first !== null ? 'lost' : level ? 'level' : 'won';
    const row = this.#players.entity(player);
    this.#players.add(row, 'jousts', t);
    this.#players.add(row, 'times', t, time);
    this.#players.least(row, 'best', t, time);
    if (result === 'won') this.#players.add(row, 'won', t);
    this.#list.add({
      t,
      actor: player,
      position: match.place(player),
      fields: { time, speed: match.speed[player] ?? null, exit: joust.players.get(player)?.exitSpeed ?? null, result },
    });
  }
}

/** Distance beyond the middle, in the team's direction of attack. */
function forward(team: TeamIndex, z: number): number {
  return team === 0 ? z : -z;
}
