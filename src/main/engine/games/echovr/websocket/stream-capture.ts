/** Records what other programs send: each connection's matches, by their session ids. */
import { once } from 'node:events';
import { hostname } from 'node:os';
import { z } from 'zod';
import type { CaptureContext, CaptureSource } from '../../../capture/capture-source.ts';
import { captureName, MatchRecorder } from '../capture/match-recorder.ts';
import type { MessageTaker } from './connection.ts';
import { type FrameListener, MessageReader } from './message-reader.ts';

const settings = z
  .object({
    port: z.int('Write the port as a whole number.').min(0, 'A port is 0 to 65535.').max(65_535, 'A port is 0 to 65535.').default(8081),
    token: z.string().max(4096, 'The token is too long.').default(''),
    open: z.boolean().default(false),
  })
  .refine(({ token, open }) => !open || token !== '', { error: 'Other machines may only send with a token; write one.', path: ['token'] });

export const streamCapture: CaptureSource<z.infer<typeof settings>> = { id: 'echovr-stream', settings, run };

async function run({ port, token, open }: z.infer<typeof settings>, context: CaptureContext): Promise<void> {
  const senders = new Set<SenderRecorder>();
  const tell = (): void => {
    const recording = [...senders].filter(({ isRecording }) => isRecording).length;
    if (recording > 0) context.state({ phase: 'recording', message: `${many(recording, 'sender is', 'senders are')} being recorded.` });
    else if (senders.size > 0)
      context.state({ phase: 'waiting', message: `${many(senders.size, 'sender', 'senders')} connected, without a match so far.` });
    else context.state({ phase: 'waiting', message: 'Nobody is connected.' });
  };
  let failure: Error | null = null;
  const failed = new AbortController();
  const { serveStreams } = await import('./server.ts');
  const server = await serveStreams({
    host: open ? '0.0.0.0' : '127.0.0.1',
    port,
    token,
    accept: (name) => {
      const sender = new SenderRecorder(name, context, tell);
      senders.add(sender);
      tell();
      return {
        take: async (data, isBinary) => await sender.take(data, isBinary),
        end: async () => {
          await sender.end();
          senders.delete(sender);
          tell();
        },
      };
    },
    failed: (error) => {
      failure ??= error instanceof Error ? error : new Error(String(error));
      failed.abort();
    },
  });
  context.address(`ws://${open ? hostname() : '127.0.0.1'}:${server.port}`);
  tell();
  try {
    const stop = AbortSignal.any([context.signal, failed.signal]);
    if (!stop.aborted) await once(stop, 'abort');
  } finally {
    await server.close();
  }
  if (failure !== null) throw failure as Error;
}

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What one connection sends, match by match. */
class SenderRecorder implements MessageTaker, FrameListener {
  readonly #name: string;
  readonly #context: CaptureContext;
  readonly #onChange: () => void;
  readonly #reader = new MessageReader(this);
  #match: MatchRecorder | null = null;

  constructor(name: string, context: CaptureContext, onChange: () => void) {
    this.#name = name;
    this.#context = context;
    this.#onChange = onChange;
  }

  get isRecording(): boolean {
    return this.#match !== null;
  }

  async take(data: Buffer, isBinary: boolean): Promise<string | null> {
    const refusal = await this.#reader.read(data, isBinary, Date.now());
    if (refusal !== null) this.#context.count('messages_refused');
    return refusal;
  }

  async frame(sessionId: string, { answers }: MessageReader): Promise<void> {
    if (this.#match?.sessionId !== sessionId) {
      await this.#endMatch();
      const name = captureName(answers.frame.stamp, sessionId);
      const recording = await this.#context.begin({ format: 'nevrcap', name });
      this.#match = new MatchRecorder(sessionId, answers, recording, name, { source: this.#name, recorder: 'Sandtable' });
      this.#context.count('matches');
      this.#onChange();
    }
    await this.#match?.take();
    this.#context.count('frames');
  }

  /** After the last message. */
  async end(): Promise<void> {
    try {
      await this.#reader.end();
    } finally {
      await this.#endMatch();
    }
  }

  async #endMatch(): Promise<void> {
    const match = this.#match;
    this.#match = null;
    await match?.end();
  }
}
