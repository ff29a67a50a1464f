/** A SessionSink for tests that keeps everything it is given, checks the order that sinks may rely on, and answers what the state was. */
import { LIFE, SESSION_ENTITY, type ClockMap, type EntityId } from '../../../../../shared/session/model.ts';
import type { NewChannel, NewEntity, NewEvent, SessionHeader, SessionSink } from '../../../session-sink.ts';

interface Samples {
  readonly t: number[];
  readonly values: number[][];
}

export interface StateRow {
  readonly nativeId: string;
  readonly kind: string;
  readonly name: string;
  readonly team: string | null;
  readonly nativePosition: readonly (number | null)[];
  readonly heading: number;
  readonly life: string;
  readonly parent: string | null;
  readonly human: number | null;
  readonly role: string | null;
  readonly group: string | null;
}

export class SinkDouble implements SessionSink {
  head: Partial<SessionHeader> = {};
  readonly channels: NewChannel[] = [];
  readonly entities: (NewEntity | null)[] = [null];
  readonly events: NewEvent[] = [];
  readonly clocks: ClockMap[] = [];
  readonly warnings = new Map<string, { count: number; first: string }>();
  readonly gaps: { entity: EntityId; t: number }[] = [];
  isPartial = false;
  frames: { first: number; last: number } | null = null;
  durationMs = 0;
  readonly #strings = new Map([['', 0]]);
  readonly #texts = [''];
  readonly #samples = new Map<number, Samples>();
  readonly #existence = new Map<EntityId, [number, boolean][]>();

  header(part: Partial<SessionHeader>): void {
    Object.assign(this.head, part);
  }
  channel(def: NewChannel): number {
    return this.channels.push(def) - 1;
  }
  intern(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    this.#strings.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }
  entity(e: NewEntity): EntityId {
    return this.entities.push(e) - 1;
  }
  updateEntity(id: EntityId, patch: Partial<NewEntity>): void {
    this.entities[id] = { ...(this.entities[id] as NewEntity), ...patch };
  }
  appear(entity: EntityId, t: number): void {
    this.#exists(entity, t, true);
  }
  vanish(entity: EntityId, t: number): void {
    this.#exists(entity, t, false);
  }
  #exists(entity: EntityId, t: number, exists: boolean): void {
    checkTime(t);
    const list = this.#existence.get(entity) ?? [];
    const last = list.at(-1);
    if (last !== undefined && (t < last[0] || last[1] === exists)) throw new Error(`existence of ${entity} out of order at ${t}`);
    list.push([t, exists]);
    this.#existence.set(entity, list);
  }
  gap(entity: EntityId, t: number): void {
    checkTime(t);
    this.gaps.push({ entity, t });
  }
  number(entity: EntityId, channel: number, t: number, value: number): void {
    this.#sample(entity, channel, t, [value]);
  }
  vector(entity: EntityId, channel: number, t: number, values: ArrayLike<number>, offset = 0): void {
    const width = this.channels[channel]?.width ?? 0;
    this.#sample(
      entity,
      channel,
      t,
      Array.from({ length: width }, (_, i) => values[offset + i] as number),
    );
  }
  #sample(entity: EntityId, channel: number, t: number, value: number[]): void {
    checkTime(t);
    const def = this.channels[channel];
    if (def === undefined || this.entities.length <= entity) throw new Error(`no channel ${channel} or no entity ${entity}`);
    if (def.type !== 'number' && value.some((n) => !Number.isInteger(n) || Math.abs(n) > 2 ** 31))
      throw new Error(`${def.name}: ${value.join()} is no int32`);
    const key = entity * 64 + channel;
    const list = this.#samples.get(key) ?? { t: [], values: [] };
    if (t < (list.t.at(-1) ?? 0)) throw new Error(`samples of ${def.name} of ${entity} out of order at ${t}`);
    list.t.push(t);
    list.values.push(value);
    this.#samples.set(key, list);
  }
  event(e: NewEvent): void {
    checkTime(e.t);
    this.events.push(e);
  }
  clock(map: ClockMap): void {
    this.clocks.push(map);
  }
  regularFrames(first: number, last: number, tOfFrame: (frame: number) => number): void {
    this.frames = { first: this.frames?.first ?? first, last };
    this.durationMs = tOfFrame(last);
    checkTime(this.durationMs);
  }
  warn(code: string, detail: string): void {
    const known = this.warnings.get(code);
    this.warnings.set(code, { count: (known?.count ?? 0) + 1, first: known?.first ?? detail });
  }
  partial(): void {
    this.isPartial = true;
  }
  settled(): void {}
  progress(): void {}
  drain(): Promise<void> {
    return Promise.resolve();
  }

  text(id: number): string {
    const text = this.#texts[id];
    if (text === undefined) throw new Error(`no text ${id}`);
    return text;
  }

  /** All samples of a channel by name, oldest first. */
  samples(entity: EntityId, channel: string): { t: number; value: readonly number[] }[] {
    const index = this.channels.findIndex(({ name }) => name === channel);
    const list = this.#samples.get(entity * 64 + index);
    return list?.t.map((t, i) => ({ t, value: list.values[i] as number[] })) ?? [];
  }

  at(entity: EntityId, channel: string, t: number): readonly number[] | null {
    const index = this.channels.findIndex(({ name }) => name === channel);
    const list = this.#samples.get(entity * 64 + index);
    if (list === undefined) return null;
    let low = 0;
    let high = list.t.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((list.t[middle] as number) <= t) low = middle + 1;
      else high = middle;
    }
    return list.values[low - 1] ?? null;
  }

  exists(entity: EntityId, t: number): boolean {
    return this.#existence.get(entity)?.findLast(([from]) => from <= t)?.[1] ?? false;
  }

  existence(entity: EntityId): readonly [number, boolean][] {
    return this.#existence.get(entity) ?? [];
  }

  /** Everything but markers that exists at t, in the order of the file. */
  stateAt(t: number): StateRow[] {
    const rows: StateRow[] = [];
    for (const [id, entity] of this.entities.entries()) {
      if (entity === null || id === SESSION_ENTITY || entity.kind === 'marker' || entity.kind === 'projectile' || !this.exists(id, t))
        continue;
      const text = (channel: string): string | null => {
        const value = this.at(id, channel, t);
        return value === null || value[0] === 0 ? null : this.text(value[0] as number);
      };
      const parent = this.at(id, 'parent', t)?.[0] ?? 0;
      rows.push({
        nativeId: entity.nativeId,
        kind: entity.kind,
        name: text('name') ?? entity.name ?? '',
        team: text('team'),
        nativePosition: (this.at(id, 'position', t) ?? []).map((n) => (Number.isNaN(n) ? null : n)),
        heading: this.at(id, 'heading', t)?.[0] ?? Number.NaN,
        life: LIFE[this.at(id, 'life', t)?.[0] ?? 0] ?? 'unknown',
        parent: parent === 0 ? null : (this.entities[parent]?.nativeId ?? null),
        human: this.at(id, 'human', t)?.[0] ?? null,
        role: text('role'),
        group: text('group'),
      });
    }
    return rows;
  }
}

function checkTime(t: number): void {
  if (!Number.isInteger(t) || t < 0 || t >= 2 ** 31) throw new Error(`${t} is no time`);
}
