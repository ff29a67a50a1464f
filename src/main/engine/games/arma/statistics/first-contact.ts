/** First contact: for each two sides the first hit or kill of one on the other, and for each side its first shot. */
import { MomentsBuilder, type Words } from '../../../statistics/moments-builder.ts';
import type { StatisticsEvent } from '../../../statistics/provider.ts';

export class FirstContact {
  readonly #list: MomentsBuilder<'what' | 'sides' | 'weapon' | 'distance'>;
  readonly #seen = new Set<string>();

  constructor(words: Words) {
    this.#list = new MomentsBuilder(
      words,
      {
        id: 'first-contact',
        title: 'First contact',
        about: 'For each two sides the first hit or kill of one on the other, and the first shot of each side.',
        actorLabel: 'By',
        targetLabel: 'On',
      },
      [
        { kind: 'text', id: 'what', label: 'What' },
        { kind: 'text', id: 'sides', label: 'Sides' },
        { kind: 'text', id: 'weapon', label: 'Weapon' },
        { kind: 'number', id: 'distance', label: 'Distance', unit: 'm', format: 'whole' },
      ],
    );
  }

  shot(event: StatisticsEvent, side: string): void {
    if (side === '' || this.#known(side)) return;
    this.#add(event, 'first shot', side, Number.NaN);
  }

  /** A hit or kill of one side on another. */
  fight(event: StatisticsEvent, side: string, other: string, metres: number): void {
    if (side === '' || other === '' || side === other || this.#known([side, other].toSorted().join(' '))) return;
    this.#add(event, event.type === 'hit' ? 'first hit' : 'first kill', `${side} on ${other}`, metres);
  }

  section(): ReturnType<MomentsBuilder<never>['section']> {
    return this.#list.section();
  }

  #known(key: string): boolean {
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    return false;
  }

  #add({ t, actor, target, weapon, x, y, z }: StatisticsEvent, what: string, sides: string, metres: number): void {
    this.#list.add({ t, actor, target, position: [x, y, z], fields: { what, sides, weapon, distance: metres } });
  }
}
