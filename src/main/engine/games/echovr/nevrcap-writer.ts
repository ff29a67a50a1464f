/** Writes a .nevrcap, frame by frame, with the events that the frames show: everything up to the last flush is a capture that opens. */
import { constants, createZstdCompress } from 'node:zlib';
import { EventDetector } from './event-detector.ts';
import { type CaptureEvent, captureEvent } from './frame-events.ts';
import { FrameProto } from './frame-proto.ts';
import type { EchoFrame } from './frame.ts';
import { type ByteOut, PackStream } from './pack-stream.ts';
import type { StringPool } from './string-pool.ts';

/** The zstd tool's own default: smaller than what the original's writer makes. */
const DEFAULT_LEVEL = 3;

export interface CaptureOptions {
  /** zstd level, 1 … 19. */
  readonly level?: number | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  /** Told of the messages before they are packed, several whole ones at a time; the bytes are its own only during the call. */
  readonly onMessages?: (bytes: Uint8Array) => void;
}

export class NevrcapWriter {
  /** Bytes of the file so far. */
  get bytes(): number {
    return this.#pack.packed;
  }
  /** Numbers whose fraction or size the schema has no room for, so far. */
  get cut(): number {
    return this.#proto.cut;
  }
  readonly #pool: StringPool;
  readonly #proto: FrameProto;
  readonly #pack: PackStream;
  readonly #metadata: Readonly<Record<string, string>>;
  readonly #onMessages: ((bytes: Uint8Array) => void) | undefined;
  #detector: EventDetector;
  #events: CaptureEvent[] = [];
  /** The frame whose events are being found. */
  #current: EchoFrame | null = null;
  #sessionId = 0;
  #frames = 0;
  #firstStamp = Number.NaN;

  constructor(pool: StringPool, out: ByteOut, options: CaptureOptions) {
    const params = { [constants.ZSTD_c_compressionLevel]: options.level ?? DEFAULT_LEVEL, [constants.ZSTD_c_checksumFlag]: 1 };
    this.#pool = pool;
    this.#proto = new FrameProto(pool);
    this.#pack = new PackStream(createZstdCompress({ params, chunkSize: 256 * 1024 }), out);
    this.#metadata = options.metadata;
    this.#onMessages = options.onMessages;
    this.#detector = this.#newDetector();
  }

  #newDetector(): EventDetector {
    return new EventDetector(this.#pool, (native, _type, _actor, _target, data) => {
      if (this.#current !== null) this.#events.push(captureEvent(native, this.#current, this.#pool, data));
    });
  }

  /** `previous`: the frame written before, unchanged; null at first. */
  frame(previous: EchoFrame | null, frame: EchoFrame): void {
    const pool = this.#pool;
    if (this.#frames === 0) {
      this.#firstStamp = frame.stamp;
      this.#proto.header(pool.text(frame.sessionId), frame.stamp, this.#metadata);
    }
    this.#events = [];
    this.#current = frame;
    if (previous === null || frame.sessionId !== this.#sessionId) {
      this.#sessionId = frame.sessionId;
      this.#detector = this.#newDetector();
      this.#detector.first(frame);
    } else {
      this.#detector.next(previous, frame, frame.stamp - this.#firstStamp);
    }
    this.#proto.frame(frame, frame.index < 0 ? this.#frames : frame.index, this.#events);
    this.#frames++;
  }

  /** Resolves when there is room for more. */
  async drain(): Promise<void> {
    this.#push();
    await this.#pack.drain();
  }

  /** What was written so far is on its way out when this resolves. */
  async flush(): Promise<void> {
    this.#push();
    await this.#pack.flush();
  }

  async end(): Promise<void> {
    this.#push();
    await this.#pack.end();
  }

  #push(): void {
    const messages = this.#proto.take();
    this.#onMessages?.(messages);
    this.#pack.push(messages);
  }

  destroy(): void {
    this.#pack.destroy();
  }
}
