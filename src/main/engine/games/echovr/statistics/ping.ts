/**
 * Ping: its average over time, the highest, and the trouble: frames with a ping above 150 ms. Spells of trouble that are less than 2 s apart are one.
 * A frame's ping holds until the next frame, but not across a hole in the recording.
 */
import { MomentsBuilder, type Moment, type Words } from '../../../statistics/moments-builder.ts';
import { TableBuilder } from '../../../statistics/table-builder.ts';
import type { MatchPart } from './match-part.ts';
import type { MatchState } from './match-state.ts';

/** ms */
const HIGH = 150;
const SAME_SPELL = 2000;

interface Spell {
  readonly moment: Moment<'highest' | 'duration'>;
  highest: number;
  /** t of the last frame of it. */
  last: number;
}

export class Ping implements MatchPart {
  readonly #players = new TableBuilder(
    {
      id: 'ping',
      title: 'Ping by player',
      about: 'Average over time and highest; trouble is a ping above 150 ms. Spells less than 2 s apart are one.',
      rowLabel: 'Player',
    },
    [
      { id: 'sum', label: '', reads: 'line', hidden: true },
      { id: 'here', label: '', reads: 'line', hidden: true },
      {
        id: 'average',
        label: 'Average',
        unit: 'ms',
        start: null,
        higherIsBetter: false,
        derived: { kind: 'ratio', of: 'sum', by: 'here' },
      },
      { id: 'highest', label: 'Highest', unit: 'ms', start: null, higherIsBetter: false },
      { id: 'spells', label: 'Spells above 150', higherIsBetter: false },
      { id: 'trouble', label: 'Time above 150', unit: 'ms', format: 'duration', reads: 'line', higherIsBetter: false },
      { id: 'loss', label: 'Highest loss', format: 'share', start: null, higherIsBetter: false },
    ],
  );
  readonly #list: MomentsBuilder<'highest' | 'duration'>;
  readonly #spells = new Map<number, Spell>();
  readonly #here = new Set<number>();

  constructor(words: Words) {
    this.#list = new MomentsBuilder(
      words,
      {
        id: 'ping-trouble',
        title: 'Ping trouble',
        about: 'Every spell of a ping above 150 ms, with its highest.',
        actorLabel: 'Player',
        targetLabel: null,
      },
      [
        { kind: 'number', id: 'highest', label: 'Highest', unit: 'ms', format: 'whole' },
        { kind: 'number', id: 'duration', label: 'Duration', unit: 'ms', format: 'duration' },
      ],
    );
  }

  frame(match: MatchState): void {
    for (const player of match.players) {
      const ping = match.ping[player] as number;
      const here = match.here[player] === 1 && match.teamOf(player) >= 0 && !Number.isNaN(ping);
      if (here) this.#there(match, player, ping);
      else if (this.#here.delete(player)) this.#run(this.#players.entity(player), match.t, 0, 0, 0);
    }
  }

  gap(t: number): void {
    this.#players.stop(t);
  }

  sections(): ReturnType<MatchPart['sections']> {
    return [this.#players.section(), this.#list.section()];
  }

  #there(match: MatchState, player: number, ping: number): void {
    const { t } = match;
    const row = this.#players.entity(player);
    this.#here.add(player);
    this.#run(row, t, ping, 1, ping > HIGH ? 1 : 0);
    this.#players.most(row, 'highest', t, ping);
    this.#players.most(row, 'loss', t, match.packetLoss[player] as number);
    if (ping <= HIGH) return;
    let spell = this.#spells.get(player);
    if (spell === undefined || t - spell.last > SAME_SPELL) {
      const moment = this.#list.add({ t, actor: player, position: match.place(player), fields: {} });
      spell = { moment, highest: 0, last: t };
      this.#spells.set(player, spell);
      this.#players.add(row, 'spells', t);
    }
    spell.highest = Math.max(spell.highest, ping);
    spell.last = t;
    spell.moment.fields = { highest: spell.highest, duration: t - spell.moment.t };
  }

  #run(row: number, t: number, sum: number, here: number, trouble: number): void {
    this.#players.run(row, 'sum', t, sum);
    this.#players.run(row, 'here', t, here);
    this.#players.run(row, 'trouble', t, trouble);
  }
}
