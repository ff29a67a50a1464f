/** simulate arma3: a made-up operation, as a file or through any input of a recorder that listens, with its truth log and its change rate. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { LineSender } from '../../../simulators/arma/line-sender.ts';
import type { ChangeReport } from '../../../simulators/arma/write-ocap.ts';
import { RefusedInput } from '../engine/game-adapter.ts';
import { print } from './output.ts';
import { wholeNumber } from './reading-verbs.ts';
import { positive, run, type CommonOptions } from './simulation-files.ts';

type Names = 'new' | 'seed' | 'stream';

interface ArmaOptions extends CommonOptions {
  readonly minutes: number;
  readonly units: number;
  readonly delay: number;
  readonly commands?: string;
  readonly tcp?: string;
  readonly ws?: string;
  readonly upload?: string;
  readonly fileFirst?: true;
  readonly secret: string;
  readonly speed: number;
  readonly names: Names;
  readonly quotes: 'json' | 'sqf';
}

/** One way out. Resolves to how many states changed. */
type Way = (tell: (act: object) => void, signal: AbortSignal) => Promise<ChangeReport>;

export function addArmaSimulation(game: (usage: string, does: string) => Command): void {
  game('arma3 [out]', 'an operation of two sides, as an OCAP v1 recording (.json), as what the game sends, or sent to a recorder')
    .option('--minutes <n>', 'length', wholeNumber, 10)
    .option('--units <n>', 'about so many soldiers', wholeNumber, 53)
    .option('--delay <s>', 'seconds between frames', positive, 1)
    .option('--commands <file>', 'write the command stream of the same operation as a log')
    .option('--tcp <host:port>', 'send it as lines of commands')
    .option('--ws <url>', 'send it over WebSocket: as commands, or as the live stream when the path ends in /v1/stream')
    .option('--upload <url>', 'post the finished recording as the extension does')
    .option('--file-first', 'post its parts in the order of the oldest extensions')
    .option('--secret <secret>', 'which the recorder wants to see', '')
    .option('--speed <x>', 'so many times as fast, when sending', positive, 1)
    .addOption(
      new Option('--names <spelling>', 'of the commands; stream: the messages of the live stream instead')
        .choices(['new', 'seed', 'stream'])
        .default('new'),
    )
    .addOption(new Option('--quotes <spelling>', 'of texts within commands').choices(['json', 'sqf']).default('json'))
    .action(async (out: string | undefined, options: ArmaOptions, command: Command) => {
      const { commands, tcp, ws, upload, truth } = options;
      if (tcp !== undefined && options.names === 'stream') command.error('error: the live stream goes over WebSocket only');
      const files = [
        ...(out === undefined ? [] : [asRecording(out, options)]),
        ...(commands === undefined ? [] : [asLog(commands, options)]),
      ];
      const sent = [
        ...(tcp === undefined ? [] : [overTcp(tcp, options)]),
        ...(ws === undefined ? [] : [overWebSocket(ws, options)]),
        ...(upload === undefined ? [] : [asUpload(upload, options)]),
      ];
      const ways = [...files, ...sent];
      if (ways.length === 0) command.error('error: a file to write, --commands, --tcp, --ws or --upload is expected');
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort(new RefusedInput('Stopped.')));
      const log = truth === undefined ? null : openLog(truth);
      try {
        // The same happens every time; once is enough for the log.
        for (const [i, way] of ways.entries()) {
          const { states, changed } = await way((act) => {
            if (log !== null && i === 0) writeSync(log, `${JSON.stringify(act)}\n`);
          }, stop.signal);
          await print(`${((100 * changed) / Math.max(1, states)).toFixed(1)} % of ${states} states changed\n`);
        }
      } finally {
        if (log !== null) closeSync(log);
      }
    });
}

function operationOf({ seed, minutes, units, delay }: ArmaOptions) {
  return { seed, minutes, units, captureDelay: delay };
}

function asRecording(path: string, options: ArmaOptions): Way {
  return async (tell) => {
    const { writeOcap } = await import('../../../simulators/arma/write-ocap.ts');
    const report = { states: 0, changed: 0 };
    await run(path, { seed: options.seed }, { write: (write, count) => writeOcap(write, operationOf(options), both(tell, count), report) });
    return report;
  };
}

function asLog(path: string, options: ArmaOptions): Way {
  const { names, quotes } = options;
  return async (tell) => {
    const { streamCommands } = await import('../../../simulators/arma/stream-commands.ts');
    const report = { lines: 0, states: 0, changed: 0 };
    await run(
      path,
      { seed: options.seed },
      {
        write: async (write, count) => {
          const parts = streamCommands({ ...operationOf(options), names, quotes }, both(tell, count), report);
          for await (const lines of parts) await write(lines);
        },
      },
    );
    await print(`${report.lines} lines\n`);
    return report;
  };
}

function overTcp(text: string, options: ArmaOptions): Way {
  const [, host = '127.0.0.1', port = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === '' || Number(port) > 65_535) throw new RefusedInput(`${text} is no address such as 127.0.0.1:5001.`);
  return async (tell, signal) => {
    const { LineSender } = await import('../../../simulators/arma/line-sender.ts');
    return await sendLines(
      text,
      await reached(text, LineSender.overTcp(host.replace(/^\[(.*)\]$/, '$1'), Number(port))),
      options,
      tell,
      signal,
    );
  };
}

function overWebSocket(text: string, options: ArmaOptions): Way {
  const url = address(text, /^wss?:$/);
  const isStream = options.names === 'stream' || url.pathname.endsWith('/v1/stream');
  if (url.pathname === '/') url.pathname = isStream ? '/api/v1/stream' : '/api/v1/commands';
  if (options.secret !== '') url.searchParams.set('secret', options.secret);
  return async (tell, signal) => {
    if (!isStream) {
      const { LineSender } = await import('../../../simulators/arma/line-sender.ts');
      return await sendLines(text, await reached(text, LineSender.overWebSocket(url.href)), options, tell, signal);
    }
    const { MessageSender } = await import('../../../simulators/arma/message-sender.ts');
    const { sendMessages } = await import('../../../simulators/arma/send-operation.ts');
    const sender = await reached(text, MessageSender.to(url.href));
    const report = await broken(text, sendMessages(sender, { ...operationOf(options), speed: options.speed, signal }, tell));
    await print(`${text}: ${report.lines} messages sent; ${sender.acknowledgements.join(' and ')} acknowledged\n`);
    return report;
  };
}

async function sendLines(
  where: string,
  sender: LineSender,
  options: ArmaOptions,
  tell: (act: object) => void,
  signal: AbortSignal,
): Promise<ChangeReport> {
  const { sendCommands } = await import('../../../simulators/arma/send-operation.ts');
  const { names, quotes, speed } = options;
  const report = await broken(where, sendCommands(sender, { ...operationOf(options), names, quotes, speed, signal }, tell));
  const { accepted, refused, committed } = sender;
  await print(`${where}: ${report.lines} commands sent, ${accepted} accepted, ${refused} refused, ${committed} on disk\n`);
  return report;
}

function asUpload(text: string, options: ArmaOptions): Way {
  const url = address(text, /^http:$/);
  if (!url.pathname.endsWith('/operations/add')) url.pathname = `${url.pathname.replace(/\/$/, '')}/api/v1/operations/add`;
  const { secret, fileFirst: isOld = false } = options;
  return async (tell) => {
    const { uploadOperation } = await import('../../../simulators/arma/send-operation.ts');
    const {
      status,
      bytes,
      text: answer,
      ...report
    } = await reached(text, uploadOperation({ url: url.href, secret, isOld }, operationOf(options), tell));
    if (status !== 200) throw new RefusedInput(`${text} refused the recording with ${status}: ${answer.trim()}`);
    await print(`${text}: ${bytes} bytes posted, accepted\n`);
    return report;
  };
}

function both(tell: (act: object) => void, count: (act: object) => void): (act: object) => void {
  return (act) => {
    tell(act);
    count(act);
  };
}

function address(text: string, protocol: RegExp): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !protocol.test(url.protocol)) throw new RefusedInput(`${text} is no address to send to.`);
  return url;
}

async function reached<T>(where: string, attempt: Promise<T>): Promise<T> {
  return await attempt.catch((error: unknown) => {
    throw new RefusedInput(`${where} does not take it: ${error instanceof Error ? error.message : String(error)}.`);
  });
}

async function broken<T>(where: string, sending: Promise<T>): Promise<T> {
  return await sending.catch((error: unknown) => {
    if (error instanceof RefusedInput) throw error;
    if (error instanceof Error && error.cause instanceof RefusedInput) throw error.cause;
    throw new RefusedInput(`${where}: ${error instanceof Error ? error.message : String(error)}.`);
  });
}

function openLog(path: string): number {
  try {
    return openSync(path, 'w');
  } catch {
    throw new RefusedInput(`${path} cannot be written.`);
  }
}
