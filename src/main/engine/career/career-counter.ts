/** Counts a session while it is written, or anew from its stored events. */
import { decodeEvents, decodePayloads, type EventColumns } from '../../../shared/session/event-block.ts';
import { EVENT_TYPES } from '../../../shared/session/event-types.ts';
import type { JsonObject, SessionInfo } from '../../../shared/session/model.ts';
import type { SessionSource } from '../session-source.ts';
import { zstd } from '../zstd.ts';
import type { CareerEntity, CareerEvent, CareerProvider, CareerRun } from './provider.ts';
import type { SessionMoments, SessionPoints, SessionRows } from './rows.ts';
import { packCareer, type NewCareer } from './session-career.ts';

export class CareerCounter {
  readonly #provider: CareerProvider;
  readonly #entity: (id: number) => CareerEntity;
  #run: CareerRun;
  #lastT = 0;
  /** An event came after a later one: what depends on their order is only sure when they are counted again in order. */
  isOutOfOrder = false;

  constructor(provider: CareerProvider, entity: (id: number) => CareerEntity) {
    this.#provider = provider;
    this.#entity = entity;
    this.#run = provider.begin(entity);
  }

  get version(): number {
    return this.#provider.version;
  }

  event(event: CareerEvent): void {
    if (event.t < this.#lastT) this.isOutOfOrder = true;
    else this.#lastT = event.t;
    this.#run.event(event);
  }

  /** Forgets what was counted, to be told all events again. */
  restart(): void {
    this.#run = this.#provider.begin(this.#entity);
    this.#lastT = 0;
    this.isOutOfOrder = false;
  }

  block(columns: EventColumns, payloads: readonly (JsonObject | null)[], strings: readonly string[]): void {
    for (let i = 0; i < columns.count; i++) {
      this.event({
        t: columns.t[i] as number,
        type: EVENT_TYPES[columns.type[i] as number] ?? 'custom',
        nativeType: strings[columns.nativeType[i] as number] ?? '',
        actor: columns.actor[i] as number,
        target: columns.target[i] as number,
        weapon: strings[columns.weapon[i] as number] ?? '',
        position: columns.position.subarray(i * 3, i * 3 + 3),
        data: payloads[i] ?? null,
      });
    }
  }

  rows(info: SessionInfo): SessionRows {
    return this.#run.rows(info);
  }

  moments(): SessionMoments | undefined {
    return this.#run.moments?.();
  }

  points(): readonly SessionPoints[] {
    return this.#run.points();
  }

  packed(info: SessionInfo): NewCareer {
    return packCareer(this.version, this.rows(info), this.points(), this.moments());
  }
}

/** Counts a stored session; the counter is done when this resolves. */
export async function countSession(session: SessionSource, provider: CareerProvider): Promise<CareerCounter> {
  const entities = new Map(session.entities().map((entity) => [entity.id, entity]));
  const counter = new CareerCounter(provider, (id) => entities.get(id) ?? { kind: 'object', nativeId: '' });
  const strings = session.strings();
  for (const { index } of session.eventBlocks().toSorted((a, b) => a.firstSeq - b.firstSeq)) {
    const columns = decodeEvents(await session.eventColumns(index), zstd);
    counter.block(columns, decodePayloads(await session.eventPayloads(index), zstd), strings);
  }
  return counter;
}
