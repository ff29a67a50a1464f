/** After-action statistics of an operation: forces, kills and losses, team kills, vehicles, first contact and hot areas. The files beside this one say what exactly is counted. */
import type { EventType } from '../../../../../shared/session/event-types.ts';
import { MomentsBuilder, type Moment, type Words } from '../../../statistics/moments-builder.ts';
import type { StatisticsEvent, StatisticsProvider, StatisticsRun, StatisticsSession } from '../../../statistics/provider.ts';
import { FirstContact } from './first-contact.ts';
import { CHANNELS, ForcesState } from './forces-state.ts';
import { HotAreas } from './hot-areas.ts';
import { Losses, type Loss } from './losses.ts';
import { Strength } from './strength.ts';
import { Tables } from './tables.ts';

export const afterActionStatistics: StatisticsProvider = {
  begin: (session, words): StatisticsRun => new AfterAction(session, words),
};

const COLUMNS = [
  { kind: 'text', id: 'weapon', label: 'Weapon' },
  { kind: 'number', id: 'distance', label: 'Distance', unit: 'm', format: 'whole' },
] as const;
type Field = 'weapon' | 'distance';

class AfterAction implements StatisticsRun {
  readonly channels = CHANNELS;
  /** They hold the distance, and whether it was one's own side. */
  readonly payloads: readonly EventType[] = ['kill', 'destroyed', 'death', 'hit'];
  readonly #forces: ForcesState;
  readonly #strength = new Strength();
  readonly #losses = new Losses();
  readonly #tables: Tables;
  readonly #contact: FirstContact;
  readonly #areas = new HotAreas();
  readonly #teamKills: MomentsBuilder<Field>;
  readonly #vehicles: MomentsBuilder<Field>;
  /** Of vehicles that were lost, until somebody is named. */
  readonly #vehicleMoments = new Map<Loss, Moment<Field>>();

  constructor(session: StatisticsSession, words: Words) {
    this.#forces = new ForcesState(session);
    this.#tables = new Tables(this.#forces);
    this.#contact = new FirstContact(words);
    this.#teamKills = new MomentsBuilder<Field>(
      words,
      {
        id: 'team-kills',
        title: 'Team kills',
        about: 'Soldiers and vehicles that fell to their own side.',
        actorLabel: 'By',
        targetLabel: 'Victim',
      },
      COLUMNS,
    );
    this.#vehicles = new MomentsBuilder<Field>(
      words,
      {
        id: 'vehicles-lost',
        title: 'Vehicles lost',
        about: 'Every vehicle that was destroyed, by whom when that is known. Parachutes are left out.',
        actorLabel: 'Destroyed by',
        targetLabel: 'Vehicle',
      },
      COLUMNS,
    );
  }

  sample(channel: number, entity: number, t: number, values: Float64Array | Int32Array, at: number): void {
    const name = CHANNELS[channel] as (typeof CHANNELS)[number];
    this.#forces.sample(name, entity, values, at);
    if (name === 'position') return;
    if (name === 'life' && this.#counts(entity)) {
      const loss = this.#losses.life(this.#forces, entity, t);
      if (loss !== null) this.#lost(loss);
    }
    this.#strength.update(this.#forces, entity, t);
  }

  event(event: StatisticsEvent): void {
    const { type, t, actor, target, x, y, z } = event;
    switch (type) {
      case 'shot':
        this.#areas.add('shots', t, x, y, z);
        if (actor === 0) return;
        this.#tables.shot(actor, t);
        this.#contact.shot(event, this.#forces.team(actor));
        return;
      case 'hit':
        if (actor === 0) return;
        this.#tables.hit(actor, event.weapon, t);
        this.#contact.fight(event, this.#forces.team(actor), this.#forces.team(target), metresOf(event));
        return;
      case 'kill':
      case 'death':
      case 'destroyed':
        if (this.#counts(target)) this.#killed(event);
        return;
      default:
    }
  }

  finish(): ReturnType<StatisticsRun['finish']> {
    const { sides } = this.#tables;
    for (const [side, { points, fielded }] of this.#strength.sides()) {
      const row = sides.row({ kind: 'team', team: side });
      sides.put(row, 'standing', points);
      sides.put(row, 'fielded', fielded);
    }
    return [
      this.#strength.section(),
      ...this.#tables.sections(),
      this.#teamKills.section(),
      this.#vehicles.section(),
      this.#contact.section(),
      this.#areas.section(),
    ].filter((section) => section !== null);
  }

  #counts(entity: number): boolean {
    return this.#forces.isSoldier(entity) || this.#forces.isVehicle(entity);
  }

  #killed(event: StatisticsEvent): void {
    const { t, actor, target, weapon, x, y, z } = event;
    const { fresh, credited } = this.#losses.killed(target, actor, t);
    if (fresh !== null) this.#lost(fresh);
    const metres = metresOf(event);
    if (credited !== null) {
      const friendly = event.data?.['friendly'] === true;
      this.#tables.kill(actor, target, friendly, weapon, metres, t);
      this.#contact.fight(event, this.#forces.team(actor), this.#forces.team(target), metres);
      if (friendly) this.#teamKills.add({ t, actor, target, position: [x, y, z], fields: { weapon, distance: metres } });
      const moment = this.#vehicleMoments.get(credited);
      if (moment !== undefined) Object.assign(moment, { actor, fields: { weapon, distance: metres } });
      this.#vehicleMoments.delete(credited);
    }
  }

  #lost(loss: Loss): void {
    const { entity, t } = loss;
    const position = this.#forces.place(entity);
    this.#tables.loss(entity, t);
    this.#areas.add('losses', t, ...position);
    if (this.#forces.isVehicle(entity)) this.#vehicleMoments.set(loss, this.#vehicles.add({ t, target: entity, position, fields: {} }));
  }
}

/** NaN when the game does not say. */
function metresOf({ data }: StatisticsEvent): number {
  const distance = data?.['distance'];
  return typeof distance === 'number' ? distance : Number.NaN;
}
