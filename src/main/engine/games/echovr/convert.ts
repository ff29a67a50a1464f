/**
 * .echoreplay, .nevrcap and .tape into .echoreplay or .nevrcap. Frames go from the format's own reader to the other's writer by the one frame that all of them share,
 * read whole: so conversion costs what reading and writing cost, and nothing passes through a session's channels.
 */
import type { JsonObject } from '../../../../shared/session/model.ts';
import { type Converter, type ConvertReport, type ConvertTask, RefusedInput } from '../../game-adapter.ts';
import { EchoreplayWriter } from './echoreplay-writer.ts';
import { readEchoreplay } from './echoreplay.ts';
import type { FrameTaker } from './frame-stream.ts';
import { EchoFrame } from './frame.ts';
import { NevrcapWriter } from './nevrcap-writer.ts';
import { readNevrcap } from './nevrcap.ts';
import { SessionJson } from './session-json.ts';
import { SessionProto } from './session-proto.ts';
import { StringPool } from './string-pool.ts';
import { TapeProto } from './tape-proto.ts';
import { readTape } from './tape.ts';

export const echoConverter: Converter = { writes: ['echoreplay', 'nevrcap'], convert };

class Warnings {
  readonly #byCode = new Map<string, { count: number; first: string }>();

  add(code: string, first: string, count = 1): void {
    const known = this.#byCode.get(code);
    if (known === undefined) this.#byCode.set(code, { count, first });
    else known.count += count;
  }

  list(): ConvertReport['warnings'] {
    return [...this.#byCode].map(([code, { count, first }]) => ({ code, count, first }));
  }
}

interface FrameWriter {
  frame(previous: EchoFrame | null, frame: EchoFrame): void;
  drain(): Promise<void>;
  end(): Promise<void>;
  destroy(): void;
}

/** Hands every frame on as it comes; several sessions stay in one file, as they were. */
class ConvertStream implements FrameTaker {
  frame = new EchoFrame();
  frames = 0;
  origin: JsonObject = {};
  readonly startsSession = false;
  readonly sink: FrameTaker['sink'];
  readonly #writer: FrameWriter;
  readonly #warnings: Warnings;
  #other = new EchoFrame();

  constructor(writer: FrameWriter, warnings: Warnings, { progress }: ConvertTask) {
    this.#writer = writer;
    this.#warnings = warnings;
    this.sink = {
      warn: (code, detail) => warnings.add(code, detail),
      partial: () => warnings.add('partial', 'The end of the recording is missing or damaged; the frames before it were converted.'),
      progress,
      drain: async () => await writer.drain(),
    };
  }

  switchSession(): Promise<boolean> {
    return Promise.resolve(true);
  }

  take(): void {
    const { frame } = this;
    if (frame.dropped > 0)
      this.#warnings.add('too-many-players', `Frame ${this.frames} lists more players than Sandtable keeps.`, frame.dropped);
    if (frame.bonesDropped > 0)
      this.#warnings.add(
        'odd-bones',
        `Frame ${this.frames} holds a skeleton that is not one of 23 bones; it was left out.`,
        frame.bonesDropped,
      );
    this.#writer.frame(this.frames === 0 ? null : this.#other, frame);
    this.frames++;
    this.frame = this.#other;
    this.#other = frame;
  }

  finish(): void {}
}

async function convert(task: ConvertTask): Promise<ConvertReport> {
  const pool = new StringPool();
  const warnings = new Warnings();
  const { writer, losses } = target(task, pool, warnings);
  const stream = new ConvertStream(writer, warnings, task);
  try {
    const told = await readAll(task, stream, pool);
    await writer.end();
    told(warnings);
    losses();
    return { framesIn: stream.frames, framesOut: stream.frames, warnings: warnings.list() };
  } catch (error) {
    writer.destroy();
    throw error;
  }
}

/** Reads all frames; what it returns adds what the target has no place for. */
async function readAll(task: ConvertTask, stream: FrameTaker, pool: StringPool): Promise<(warnings: Warnings) => void> {
  const { source, signal, from, to } = task;
  switch (from) {
    case 'echoreplay': {
      const json = new SessionJson(pool, true);
      await readEchoreplay(source, stream, json, signal);
      return (warnings) => {
        for (const [key, count] of json.unknown)
          warnings.add('unknown-key', `The key "${key}" is none that Sandtable knows; it was left out.`, count);
      };
    }
    case 'nevrcap': {
      const proto = new SessionProto(pool, true);
      await readNevrcap(source, stream, proto, signal);
      return (warnings) => {
        if (proto.finer > 0) warnings.add('time', 'A time stamp has more than milliseconds, which is all that is kept.', proto.finer);
        if (to === 'echoreplay') textLosses(warnings, proto.events, stream);
      };
    }
    case 'tape': {
      const proto = new TapeProto(pool);
      await readTape(source, stream, proto, signal);
      return (warnings) => {
        if (to === 'echoreplay') textLosses(warnings, proto.events, stream);
        else if (proto.events > 0)
          warnings.add('events', 'The events of the tape were replaced by those that its frames show.', proto.events);
      };
    }
    default:
      throw new RefusedInput('Only recordings of Echo VR are converted: .echoreplay, .nevrcap and .tape.');
  }
}

/** What lines have no place for. */
function textLosses(warnings: Warnings, events: number, stream: FrameTaker): void {
  if (events > 0) warnings.add('events', 'Events are not kept in an .echoreplay; readers find them anew from the frames.', events);
  if (Object.keys(stream.origin).length > 0)
    warnings.add('header', 'The header of the capture (its id and metadata) has no place in an .echoreplay.');
}

function target(
  { to, from, source, out, level }: ConvertTask,
  pool: StringPool,
  warnings: Warnings,
): { writer: FrameWriter; losses: () => void } {
  if (to === 'echoreplay') {
    const file = new EchoreplayWriter(pool, out, from === 'tape');
    let frames = 0;
    let renumbered = 0;
    const writer: FrameWriter = {
      frame: (_previous, frame) => {
        if (frame.index >= 0 && frame.index !== frames) renumbered++;
        frames++;
        file.frame(frame);
      },
      drain: async () => await file.drain(),
      end: async () => await file.end(),
      destroy: () => file.destroy(),
    };
    const losses = (): void => {
      if (renumbered > 0) warnings.add('frame-numbers', 'Lines have no frame numbers of their own; they count from 0.', renumbered);
      if (file.notNumbers > 0) warnings.add('not-a-number', 'JSON has no infinity and no NaN; 0.0 stands in their place.', file.notNumbers);
    };
    return { writer, losses };
  }
  if (to !== 'nevrcap') throw new RefusedInput(`Sandtable does not write ${to}.`);
  const writer = new NevrcapWriter(pool, out, { level, metadata: { source: from, source_file: source.name, converted: 'true' } });
  return {
    writer,
    losses: () => {
      if (writer.cut > 0)
        warnings.add('whole-numbers', 'A number with a fraction stands where a .nevrcap holds whole ones; it was cut.', writer.cut);
    },
  };
}
