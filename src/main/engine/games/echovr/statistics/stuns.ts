/**
 * Stuns: given, by the game's own counter (the victim is the nearest opponent who was stunned within 4 s, see the event detector); taken, every time that a player is
 * newly stunned in a recorded frame; and for how long.
 */
import { MomentsBuilder, type Words } from '../../../statistics/moments-builder.ts';
import type { StatisticsEvent } from '../../../statistics/provider.ts';
import { TableBuilder } from '../../../statistics/table-builder.ts';
import type { MatchPart } from './match-part.ts';
import type { MatchState } from './match-state.ts';

export class Stuns implements MatchPart {
  readonly #players = new TableBuilder(
    {
      id: 'stuns',
      title: 'Stuns by player',
      about: "Given by the game's own counter; taken whenever a player is newly stunned; out for as long as the stuns lasted.",
      rowLabel: 'Player',
    },
    [
      { id: 'given', label: 'Given', higherIsBetter: true },
      { id: 'taken', label: 'Taken', higherIsBetter: false },
      { id: 'out', label: 'Out for', unit: 'ms', format: 'duration', reads: 'line', higherIsBetter: false },
    ],
  );
  readonly #list: MomentsBuilder<never>;
  readonly #stunned = new Set<number>();

  constructor(words: Words) {
    this.#list = new MomentsBuilder<never>(
      words,
      {
        id: 'stun-list',
        title: 'Stuns',
        about: "Every stun that the game's counter tells of, and whom it must have hit.",
        actorLabel: 'Player',
        targetLabel: 'On',
      },
      [],
    );
  }

  event({ type, t, actor, target, x, y, z }: StatisticsEvent): void {
    if (type !== 'stun' || actor === 0) return;
    this.#players.add(this.#players.entity(actor), 'given', t);
    this.#list.add({ t, actor, target, position: [x, y, z], fields: {} });
  }

  frame(match: MatchState): void {
    const { t } = match;
    for (const player of match.players) {
      const stunned = match.stunned[player] === 1 && match.here[player] === 1;
      if (stunned) {
        if (!this.#stunned.has(player)) this.#players.add(this.#players.entity(player), 'taken', t);
        this.#stunned.add(player);
        this.#players.run(this.#players.entity(player), 'out', t, 1);
      } else if (this.#stunned.delete(player)) this.#players.run(this.#players.entity(player), 'out', t, 0);
    }
  }

  gap(t: number): void {
    this.#players.stop(t);
  }

  sections(): ReturnType<MatchPart['sections']> {
    return [this.#players.section(), this.#list.section()];
  }
}
