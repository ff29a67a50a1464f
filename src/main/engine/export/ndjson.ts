/**
 * A session as NDJSON: one line {kind: "session", …}, one {kind: "entity", …} each, then {kind: "event", …} in order of t, then {kind: "track", …}: the samples of
 * one channel of one entity within one chunk, change-only, in native numbers (the session line's channels and space say what they mean).
 */
import { decodeChunk, type Column } from '../../../shared/session/chunk.ts';
import type { ChannelDef } from '../../../shared/session/model.ts';
import type { SessionSource } from '../session-source.ts';
import { zstd } from '../zstd.ts';
import { eventLines } from './event-lines.ts';
import { writeLines } from './write-lines.ts';

export async function writeNdjson(
  session: SessionSource,
  out: (bytes: Uint8Array) => Promise<void>,
): Promise<{ readonly warnings: readonly [] }> {
  await writeLines(texts(session), out);
  return { warnings: [] };
}

async function* texts(session: SessionSource): AsyncGenerator<string> {
  for await (const line of lines(session)) yield `${JSON.stringify(line)}\n`;
}

async function* lines(session: SessionSource): AsyncGenerator<object> {
  yield { kind: 'session', ...session.info() };
  for (const entity of session.entities()) yield { kind: 'entity', type: entity.kind, ...without(entity, 'kind') };
  for await (const event of eventLines(session)) yield { kind: 'event', ...event };
  const strings = session.strings();
  const { channels } = session.info();
  for (const { layer, index, t0 } of session.chunks()) {
    const { columns } = decodeChunk(await session.chunk(layer, index), zstd);
    for (const column of columns) {
      const channel = column === undefined ? undefined : channels[column.channel];
      if (column !== undefined && channel !== undefined) yield* tracks(column, channel, t0, strings);
    }
  }
}

/** What happened within the chunk; the state at its start was said by an earlier one. */
function* tracks(column: Column, channel: ChannelDef, t0: number, strings: readonly string[]): Generator<object> {
  for (const [row, entity] of column.entities.entries()) {
    const t: number[] = [];
    const values: unknown[] = [];
    for (let i = column.starts[row] ?? 0; i < (column.starts[row + 1] ?? 0); i++) {
      const time = column.times[i] ?? 0;
      if (time < t0) continue;
      t.push(time);
      values.push(sample(column, channel, i, strings));
    }
    if (t.length > 0) yield { kind: 'track', entity, channel: channel.name, t, values };
  }
}

function sample({ values, width }: Column, { type }: ChannelDef, index: number, strings: readonly string[]): unknown {
  const native = Array.from(values.subarray(index * width, (index + 1) * width));
  const shown = type === 'string' ? native.map((text) => strings[text] ?? '') : native;
  return width === 1 ? shown[0] : shown;
}

function without<T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> {
  const { [key]: _left, ...rest } = object;
  return rest;
}
