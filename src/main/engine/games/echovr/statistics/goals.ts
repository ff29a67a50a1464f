/** Goals as the game tells of them: who, with whose assist, how fast, from how far, and the game's own name for the shot. */
import type { EntityInfo } from '../../../../../shared/session/model.ts';
import { MomentsBuilder, type Words } from '../../../statistics/moments-builder.ts';
import type { StatisticsEvent } from '../../../statistics/provider.ts';
import type { MatchPart } from './match-part.ts';

/** The game sometimes reports garbage around goals; nothing in the arena is faster, m/s. */
const FASTEST = 200;

export class Goals implements MatchPart {
  readonly #goals;
  readonly #byName: ReadonlyMap<string, number>;

  constructor(words: Words, entities: readonly EntityInfo[]) {
    this.#byName = new Map(entities.map(({ name, id }) => [name, id]));
    this.#goals = new MomentsBuilder(
      words,
      {
        id: 'goals',
        title: 'Goals',
        about: "Every goal, with the game's own name for the shot, the speed of the disc and the distance that it was thrown from.",
        actorLabel: 'Scored by',
        targetLabel: 'Assist',
      },
      [
        { kind: 'text', id: 'team', label: 'For' },
        { kind: 'number', id: 'points', label: 'Points', unit: '', format: 'whole' },
        { kind: 'text', id: 'type', label: 'Type' },
        { kind: 'number', id: 'speed', label: 'Speed', unit: 'm/s', format: 'decimal' },
        { kind: 'number', id: 'distance', label: 'Distance', unit: 'm', format: 'decimal' },
      ],
    );
  }

  event({ type, t, actor, data, x, y, z }: StatisticsEvent): void {
    if (type !== 'goal' || data === null) return;
    const { team, points, goal, discSpeed, distance, assist } = data;
    const assistant = typeof assist === 'string' ? this.#byName.get(assist) : undefined;
    this.#goals.add({
      t,
      actor,
      position: [x, y, z],
      ...(assistant === undefined ? {} : { target: assistant }),
      fields: {
        team: typeof team === 'string' ? team : '',
        points: typeof points === 'number' ? points : null,
        type: typeof goal === 'string' ? goal : '',
        speed: typeof discSpeed === 'number' && Math.abs(discSpeed) < FASTEST ? discSpeed : null,
        distance: typeof distance === 'number' ? distance : null,
      },
    });
  }

  frame(): void {
    // a goal is an event alone
  }

  sections(): ReturnType<MatchPart['sections']> {
    return [this.#goals.section()];
  }
}
