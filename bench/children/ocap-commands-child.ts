/** One pass over a log of recorder commands: `session` into a session whose parts go nowhere, `json` only splits lines and parses them, the plain way. */
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { Dispatcher } from '../../src/main/engine/games/arma/recorder/dispatcher.ts';
import { LineSplitter } from '../../src/main/engine/games/arma/recorder/line-splitter.ts';
import { SessionWriter } from '../../src/main/engine/session-writer.ts';
import { zstd } from '../../src/main/engine/zstd.ts';
import { answer, childInput, peakMegabytes } from './child-side.ts';

export interface CommandsInput {
  readonly path: string;
  readonly way: 'session' | 'json';
}

export interface CommandsAnswer {
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMB: number;
  readonly lines: number;
  /** Of the session's chunks and events. */
  readonly bytes: number;
}

const { path, way } = childInput() as CommandsInput;
const splitter = new LineSplitter();
const pieces = createReadStream(path, { highWaterMark: 256 * 1024 });
const startCpu = process.cpuUsage();
const start = performance.now();
let lines = 0;
let bytes = 0;
if (way === 'json') {
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    splitter.push(piece);
    while (splitter.next()) {
      lines++;
      const line = Buffer.from(splitter.bytes.buffer, splitter.bytes.byteOffset + splitter.start, splitter.end - splitter.start);
      if (!Array.isArray(JSON.parse(line.toString()))) throw new Error('no command');
    }
  }
} else {
  const writer = new SessionWriter({
    target: {
      put: (part) => {
        if (part.kind === 'chunk') bytes += part.data.length;
        else if (part.kind === 'events') bytes += part.columns.length + part.payloads.length;
        return Promise.resolve();
      },
    },
    compression: zstd,
    signal: new AbortController().signal,
    tempDir: tmpdir(),
  });
  const dispatcher = new Dispatcher({
    openStorage: () => Promise.resolve('memory'),
    beginMission: () => Promise.resolve(writer),
    endMission: () => Promise.resolve(''),
    callback: () => {},
  });
  const reply = (text: string): void => {
    if (!text.startsWith('["ok"')) throw new Error(text);
  };
  let drained = 0;
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    splitter.push(piece);
    while (splitter.next()) {
      lines++;
      const wait = dispatcher.dispatch(splitter.bytes, splitter.start, splitter.end, reply);
      if (wait !== undefined) await wait;
    }
    drained += piece.length;
    if (drained < 2 ** 20) continue;
    drained = 0;
    await writer.drain();
  }
  await writer.finish();
}
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(startCpu);
answer({ ms, cpuMs: (user + system) / 1000, peakMB: peakMegabytes(), lines, bytes } satisfies CommandsAnswer);
