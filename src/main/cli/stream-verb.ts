/** stream: a recording to a program that listens on a WebSocket, as if it were played now. */
import type { Command } from 'commander';
import { FileSource } from '../engine/byte-source.ts';
import { RefusedInput } from '../engine/game-adapter.ts';
import { ADAPTERS } from '../engine/games/registry.ts';
import { sniffFile } from '../engine/sniff.ts';
import { printLine } from './output.ts';
import { positive } from './simulation-files.ts';

interface StreamVerbOptions {
  readonly send: string;
  readonly speed: number;
  readonly token: string;
}

export function addStreamVerb(program: Command): void {
  const parts = ADAPTERS.flatMap(({ streamer }) => streamer?.parts ?? []);
  program
    .command('stream <recording> <url>')
    .description('sends a recording to a WebSocket at the pace at which it was recorded')
    .option('--send <parts>', `what to send, by comma: ${parts.map(({ name, about }) => `${name} (${about})`).join(', ')}`, 'events')
    .option('--speed <x>', 'so many times as fast', positive, 1)
    .option('--token <token>', 'shown as bearer token', '')
    .action(async (recording: string, url: string, { send, speed, token }: StreamVerbOptions) => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort(new RefusedInput('Stopped.')));
      const source = await FileSource.open(recording).catch((error: unknown) => {
        throw new RefusedInput(`${recording} cannot be opened: ${error instanceof Error ? error.message : String(error)}.`);
      });
      try {
        const { adapter, format } = await sniffFile(source, ADAPTERS);
        const { streamer } = adapter;
        if (streamer === undefined) throw new RefusedInput(`The file is of the format "${format.label}", which Sandtable does not stream.`);
        const wanted = new Set(send.split(',').filter((name) => name !== ''));
        const unknown = [...wanted].find((name) => !streamer.parts.some((part) => part.name === name));
        if (unknown !== undefined || wanted.size === 0)
          throw new RefusedInput(
            `"${unknown ?? send}" is nothing to send; there are ${streamer.parts.map(({ name }) => name).join(', ')}.`,
          );
        await printLine(await streamer.stream({ source, from: format.id, url, token, parts: wanted, speed, signal: stop.signal }));
      } finally {
        await source.close();
      }
    });
}
