/** A made-up game that is recorded from lines over TCP, for tests: a line is appended to the original, written live, and answered "ok" when it is safe. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { RefusedInput, type FileFormat, type GameAdapter } from '../game-adapter.ts';
import type { SessionSink } from '../session-sink.ts';
import type { CaptureContext, CaptureSource, LiveRecording } from './capture-source.ts';

const MAGIC = 'LIVE';
const FRAME_MS = 100;

/**
 * Lines of the original: "LIVE <title>", "player <name>", "at <t> <player> <x>" (and a kill), "name <t> <player> <name>", "hurt <t> <player> <health>",
 * "gone <t> <player>", "run <t> <frames>" (everybody moves in each frame), "match <title>" (a further session).
 */
class LiveLines {
  readonly #sink: SessionSink;
  readonly #position: number;
  readonly #name: number;
  readonly #health: number;
  #players = 0;

  constructor(sink: SessionSink, title: string) {
    this.#sink = sink;
    sink.header({
      game: 'fake-live',
      format: 'fake-lines',
      adapterVersion: 1,
      title,
      world: 'nowhere',
      framePeriodMs: FRAME_MS,
      space: { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 },
    });
    this.#position = sink.channel({ name: 'position', type: 'number', width: 3, layer: 0, unit: 'm' });
    this.#name = sink.channel({ name: 'name', type: 'string', width: 1, layer: 0, unit: '' });
    this.#health = sink.channel({ name: 'health', type: 'int', width: 1, layer: 1, unit: '' });
  }

  take(line: string): void {
    const [what, a = '', b = '', c = ''] = line.split(' ');
    const t = Number(a);
    const player = Number(b);
    const sink = this.#sink;
    switch (what) {
      case 'player':
        sink.appear(sink.entity({ kind: 'player', nativeId: `id-${a}`, name: a }), 0);
        this.#players++;
        break;
      case 'at':
        sink.vector(player, this.#position, t, [Number(c), 0, 0]);
        sink.event({ t, type: 'kill', nativeType: 'killed', target: player, data: { line } });
        sink.settled(t);
        break;
      case 'name':
        sink.number(player, this.#name, t, sink.intern(c));
        break;
      case 'hurt':
        sink.number(player, this.#health, t, Number(c));
        break;
      case 'gone':
        sink.vanish(player, t);
        break;
      case 'run':
        for (let frame = 0; frame < player; frame++) {
          const now = t + frame * FRAME_MS;
          for (let id = 1; id <= this.#players; id++) sink.vector(id, this.#position, now, [Math.sin(now + id), frame, id]);
        }
        sink.settled(t + player * FRAME_MS - 1);
        break;
      default:
        break;
    }
  }
}

const format: FileFormat = {
  id: 'fake-lines',
  label: 'Made-up lines',
  extensions: ['.lines'],
  sniff: (head) => (Buffer.from(head).toString('latin1').startsWith(MAGIC) ? 3 : 0),
  read: async (source, sink, context) => {
    const text = Buffer.from(await source.read(0, source.size)).toString();
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const [head = '', ...lines] = whole.split('\n').filter((line) => line !== '');
    if (lines.length === 0) throw new RefusedInput('This recording has nothing in it.');
    let session = new LiveLines(sink, head.slice(MAGIC.length + 1));
    for (const line of lines) {
      if (line.startsWith('match ')) session = new LiveLines(await context.nextSession(), line.slice('match '.length));
      else session.take(line);
    }
    if (whole.length < text.length) sink.partial();
  },
};

const settings = z.object({
  port: z.int('The port is a whole number.').min(0, 'The port is 0 or more.').max(65_535, 'The port is at most 65535.').default(0),
});

const source: CaptureSource<z.infer<typeof settings>> = {
  id: 'fake-lines',
  settings,
  run: async ({ port }, context) => {
    const server = createServer((socket) => void serve(socket, context));
    server.listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      throw new RefusedInput(`Port ${port} is taken.`);
    }
    const bound = server.address();
    context.address(`127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`);
    context.state({ phase: 'waiting', message: 'Waiting for lines.' });
    if (!context.signal.aborted) await once(context.signal, 'abort');
    server.close();
  },
};

/** Beside the lines of the original: "begin <title>", "end", "import <path>", and the faults "throw" and "exit". Answers "ok <line>" to each. */
async function serve(socket: Socket, context: CaptureContext): Promise<void> {
  socket.on('error', () => socket.destroy());
  context.signal.addEventListener('abort', () => socket.destroy());
  let recording: LiveRecording | null = null;
  let lines: LiveLines | null = null;
  const safe = (line: string, kept: Promise<void>): void => void kept.then(() => socket.write(`ok ${line}\n`));
  for await (const line of createInterface({ input: socket })) {
    const [what, ...rest] = line.split(' ');
    const words = rest.join(' ');
    context.count('lines');
    if (what === 'begin') {
      recording = await context.begin({ format: format.id, name: `${words}.lines` });
      context.state({ phase: 'recording', message: `Recording ${words}.` });
      lines = new LiveLines(recording.sink, words);
      safe(line, recording.append(Buffer.from(`${MAGIC} ${words}\n`)));
    } else if (what === 'end') {
      await recording?.end();
      context.state({ phase: 'waiting', message: 'Waiting for lines.' });
      socket.write(`ok ${line}\n`);
    } else if (what === 'import') {
      const result = await context.importFile(words, 'given.lines');
      socket.write(`ok ${line} ${result.state} ${result.sessions.length}\n`);
    } else if (what === 'throw') {
      queueMicrotask(() => {
        throw new TypeError('a fault');
      });
    } else if (what === 'exit') {
      process.exit(3);
    } else if (recording !== null) {
      if (what !== 'match') lines?.take(line);
      safe(line, recording.append(Buffer.from(`${line}\n`)));
    }
  }
}

export const fakeLiveAdapter: GameAdapter = { id: 'fake-live', formats: [format], captures: [source] };
