/** For tests: a sink that keeps everything, and answers what the state at t was. */
import { type ByteSource, type FileFormat, RefusedInput } from '../../game-adapter.ts';
import type { NewChannel, NewEntity, NewEvent, SessionHeader, SessionSink } from '../../session-sink.ts';

interface Samples {
  readonly t: number[];
  readonly values: (readonly number[])[];
}

export class TestSink implements SessionSink {
  readonly info: Partial<SessionHeader> = {};
  readonly channels: NewChannel[] = [];
  readonly strings: string[] = [''];
  readonly entities: NewEntity[] = [{ kind: 'object', nativeId: '', name: 'session' }];
  readonly events: NewEvent[] = [];
  readonly warnings = new Map<string, { count: number; first: string }>();
  readonly existence: { entity: number; t: number; what: 'appear' | 'vanish' | 'gap' }[] = [];
  readonly clocks: unknown[] = [];
  isPartial = false;
  /** Calls that the writer would have to copy numbers for. */
  samples = 0;
  readonly #samples = new Map<string, Samples>();
  readonly #ids = new Map<string, number>([['', 0]]);

  header(part: Partial<SessionHeader>): void {
    Object.assign(this.info, part);
  }
  channel(def: NewChannel): number {
    if (this.channels.some((known) => known.name === def.name)) throw new Error(`channel ${def.name} twice`);
    return this.channels.push(def) - 1;
  }
  intern(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    this.#ids.set(text, this.strings.length);
    return this.strings.push(text) - 1;
  }
  entity(e: NewEntity): number {
    return this.entities.push(e) - 1;
  }
  updateEntity(id: number, patch: Partial<NewEntity>): void {
    this.entities[id] = { ...(this.entities[id] as NewEntity), ...patch };
  }
  appear(entity: number, t: number): void {
    this.existence.push({ entity, t, what: 'appear' });
  }
  vanish(entity: number, t: number): void {
    this.existence.push({ entity, t, what: 'vanish' });
  }
  gap(entity: number, t: number): void {
    this.existence.push({ entity, t, what: 'gap' });
  }
  number(entity: number, channel: number, t: number, value: number): void {
    this.#add(entity, channel, t, [value]);
  }
  vector(entity: number, channel: number, t: number, values: ArrayLike<number>, offset = 0): void {
    const { width } = this.channels[channel] as NewChannel;
    this.#add(
      entity,
      channel,
      t,
      Array.from({ length: width }, (_, i) => values[offset + i] as number),
    );
  }
  event(e: NewEvent): void {
    this.events.push(e);
  }
  clock(map: unknown): void {
    this.clocks.push(map);
  }
  regularFrames(): void {
    throw new Error('Echo VR lists its frames');
  }
  warn(code: string, detail: string): void {
    const known = this.warnings.get(code);
    if (known === undefined) this.warnings.set(code, { count: 1, first: detail });
    else known.count++;
  }
  partial(): void {
    this.isPartial = true;
  }
  settled(): void {}
  progress(): void {}
  async drain(): Promise<void> {}

  #add(entity: number, channel: number, t: number, values: readonly number[]): void {
    if (!Number.isInteger(t) || t < 0) throw new Error(`t ${t}`);
    if (values.some((value) => typeof value !== 'number')) throw new Error(`no number in ${this.channels[channel]?.name}`);
    this.samples++;
    const key = `${entity}/${channel}`;
    const samples = this.#samples.get(key) ?? { t: [], values: [] };
    if (t < (samples.t.at(-1) ?? 0)) throw new Error(`${this.channels[channel]?.name} of ${entity} goes back in time at ${t}`);
    samples.t.push(t);
    samples.values.push(values);
    this.#samples.set(key, samples);
  }

  /** Latest value at or before t; undefined when there was none. */
  at(entity: number, channel: string, t: number): readonly number[] | undefined {
    const samples = this.#samples.get(`${entity}/${this.channels.findIndex((def) => def.name === channel)}`);
    if (samples === undefined) return undefined;
    let found: readonly number[] | undefined;
    for (let i = 0; i < samples.t.length && (samples.t[i] as number) <= t; i++) found = samples.values[i];
    return found;
  }

  text(entity: number, channel: string, t: number): string | undefined {
    const value = this.at(entity, channel, t)?.[0];
    return value === undefined ? undefined : this.strings[value];
  }

  exists(entity: number, t: number): boolean {
    let exists = false;
    for (const change of this.existence) {
      if (change.entity === entity && change.t <= t && change.what !== 'gap') exists = change.what === 'appear';
    }
    return exists;
  }

  /** The frame column: [t, native index] of each recorded frame. */
  frames(): readonly (readonly [number, number])[] {
    const samples = this.#samples.get(`0/${this.channels.findIndex((def) => def.name === 'frame')}`);
    return samples === undefined ? [] : samples.t.map((t, i) => [t, samples.values[i]?.[0] as number] as const);
  }
}

/** Reads a source into sinks, one per session; a refusal comes back as its sentence. */
export async function readAll(
  format: FileFormat,
  source: ByteSource,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly sessions: TestSink[]; readonly refusal: string | null }> {
  const sessions = [new TestSink()];
  try {
    await format.read(source, sessions[0] as TestSink, {
      signal,
      nextSession: () => {
        const sink = new TestSink();
        sessions.push(sink);
        return Promise.resolve(sink);
      },
    });
    return { sessions, refusal: null };
  } catch (error) {
    if (error instanceof RefusedInput) return { sessions, refusal: error.message };
    throw error;
  }
}
