/** A made-up game for the engine's tests: text files that say what their reading shall do. */
import type { FileFormat, GameAdapter } from '../game-adapter.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { SessionSink } from '../session-sink.ts';

const MAGIC = 'FAKE ';

const format: FileFormat = {
  id: 'fake-text',
  label: 'Made-up recording',
  extensions: ['.fake'],
  sniff: (head) => (Buffer.from(head).toString('latin1').startsWith(MAGIC) ? 3 : 0),
  read: async (source, sink, context) => {
    const text = Buffer.from(await source.read(0, source.size)).toString();
    const [title, ...lines] = text.trim().split('\n');
    let session = new FakeSession(sink, title?.slice(MAGIC.length) ?? '');
    for (const line of lines) {
      const [what, ...values] = line.split(' ');
      switch (what) {
        case 'player':
          session.player(values.join(' '));
          break;
        case 'at': // at T X: the last player is at x, and is killed there
          session.at(Number(values[0]), Number(values[1]));
          break;
        case 'session':
          session = new FakeSession(await context.nextSession(), values.join(' '));
          break;
        case 'warn':
          session.sink.warn('odd', 'Something was odd.');
          break;
        case 'cut':
          session.sink.partial();
          break;
        case 'refuse':
          throw new RefusedInput('This recording has nothing in it.');
        case 'throw':
          throw new TypeError('a fault');
        case 'exit':
          process.exit(3);
          break;
        case 'wait': // for a cancellation
          for (;;) {
            session.sink.progress(0, 'waiting');
            await session.sink.drain();
          }
        case 'hog':
          for (const held: number[][] = []; ;) held.push(Array.from<number>({ length: 4e6 }).fill(0.5));
        default:
          break;
      }
    }
  },
};

class FakeSession {
  readonly sink: SessionSink;
  readonly #position: number;
  #player = 0;

  constructor(sink: SessionSink, title: string) {
    this.sink = sink;
    sink.header({
      game: 'fake',
      format: 'fake-text',
      adapterVersion: 1,
      title,
      world: 'nowhere',
      framePeriodMs: 1000,
      space: { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 1 },
    });
    this.#position = sink.channel({ name: 'position', type: 'number', width: 3, layer: 0, unit: 'm' });
  }

  player(name: string): void {
    this.#player = this.sink.entity({ kind: 'player', nativeId: `id-${name}`, name });
    this.sink.appear(this.#player, 0);
  }

  at(t: number, x: number): void {
    this.sink.vector(this.#player, this.#position, t, [x, 2, 3]);
    this.sink.event({ t, type: 'kill', nativeType: 'killed', target: this.#player, weapon: 'pen', data: { x } });
  }
}

export const fakeAdapter: GameAdapter = { id: 'fake', formats: [format] };
