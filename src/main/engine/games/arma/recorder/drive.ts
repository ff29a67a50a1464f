/** For tests: drives a recorder with lines of text, and keeps what it answers, calls back and writes. */
import { SinkDouble } from '../ocap/sink-double.ts';
import { Dispatcher, type RecorderOptions } from './dispatcher.ts';
import { LineSplitter } from './line-splitter.ts';

export interface Driven {
  readonly dispatcher: Dispatcher;
  readonly sessions: SinkDouble[];
  readonly answers: string[];
  readonly callbacks: [string, string][];
  /** Feeds lines, each answered before the next. */
  say(...lines: readonly string[]): Promise<void>;
  /** Feeds bytes as they come. */
  push(bytes: Uint8Array): Promise<void>;
}

export function drive(options: RecorderOptions & { readonly storage?: () => Promise<string> } = { isOpen: true }): Driven {
  const sessions: SinkDouble[] = [];
  const answers: string[] = [];
  const callbacks: [string, string][] = [];
  const dispatcher = new Dispatcher(
    {
      openStorage: options.storage ?? (() => Promise.resolve('memory')),
      beginMission: () => {
        const sink = new SinkDouble();
        sessions.push(sink);
        return Promise.resolve(sink);
      },
      endMission: () => Promise.resolve('the library'),
      callback: (name, data) => callbacks.push([name, data]),
    },
    options,
  );
  const splitter = new LineSplitter();
  const reply = (answer: string): void => void answers.push(answer);
  const push = async (bytes: Uint8Array): Promise<void> => {
    splitter.push(bytes);
    while (splitter.next()) {
      if (splitter.isTooLong) dispatcher.refuseLength(reply);
      else await dispatcher.dispatch(splitter.bytes, splitter.start, splitter.end, reply);
    }
  };
  const say = (...lines: readonly string[]): Promise<void> => push(Buffer.from(`${lines.join('\n')}\n`));
  return { dispatcher, sessions, answers, callbacks, say, push };
}

/** As the game hands an argument to an extension: texts in quotes, quotes within doubled; a word in angle brackets stays bare. */
function asGame(value: unknown): string {
  if (typeof value === 'string') return /^<.*>$/.test(value) ? value.slice(1, -1) : `"${value.replaceAll('"', '""')}"`;
  return Array.isArray(value) ? `[${value.map(asGame).join()}]` : JSON.stringify(value);
}

/** A line of the stream in either spelling of quotes. */
export function line(quotes: 'json' | 'sqf', name: string, ...args: readonly unknown[]): string {
  const quote = quotes === 'json' ? JSON.stringify : (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return `[${quote(name)},[${args.map((arg) => quote(asGame(arg))).join()}]]`;
}

const WORLD = { worldName: 'Stratis', worldNameOriginal: 'Stratis', displayName: 'Stratis', worldSize: 8192, latitude: -35, longitude: 16 };
const PLAN = {
  missionName: 'Test "one"',
  briefingName: 'Test',
  missionNameSource: 'test',
  onLoadName: '',
  author: 'Nobody',
  serverName: 'srv',
  serverProfile: 'server',
  tag: 'TvT',
  captureDelay: 0.5,
  addons: [['CBA_A3', 450814997]],
  playableSlots: [1, 2, 3, 4, 5],
  sideFriendly: [false, false, true],
};

export function missionArgs(change: Readonly<Record<string, unknown>> = {}): [string, string] {
  return [JSON.stringify(WORLD), JSON.stringify({ ...PLAN, ...change })];
}
