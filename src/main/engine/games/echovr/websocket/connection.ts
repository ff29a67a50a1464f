/** One open WebSocket that sends frames: its messages one after the other, at the pace of who takes them, and whether it is still there. */
import type { RawData, WebSocket } from 'ws';

/** A message may have at most this many bytes. */
export const MAX_MESSAGE = 10 * 1024 * 1024;
/** Messages that wait; more are not read from the socket. */
const MOST_WAITING = 64;
/** Messages in a row that were nothing: this is no sender of frames. */
const MOST_REFUSED = 100;

export interface MessageTaker {
  /** Null, or what is wrong with the message, one sentence. Rejects only when nothing more can be taken. */
  take(data: Buffer, isBinary: boolean): Promise<string | null>;
}

export interface ConnectionOptions {
  /** Each message is answered with {"success":…}. */
  readonly replies: boolean;
  /** How often the other side is asked for a sign, and how long it may take to give one, ms. */
  readonly pingMs: number;
  readonly pongMs: number;
}

export const HEARTBEAT = { pingMs: 54_000, pongMs: 60_000 } as const;

/** Resolves when the connection is closed and its last message was taken; rejects with what the taker rejected with. */
export async function takeMessages(socket: WebSocket, taker: MessageTaker, { replies, pingMs, pongMs }: ConnectionOptions): Promise<void> {
  const waiting: { readonly data: Buffer; readonly isBinary: boolean }[] = [];
  let wake = (): void => undefined;
  let isClosed = false;
  let heardAt = performance.now();
  const heard = (): void => void (heardAt = performance.now());
  socket.on('message', (data: RawData, isBinary) => {
    heard();
    waiting.push({ data: bufferOf(data), isBinary });
    if (waiting.length === MOST_WAITING) socket.pause();
    wake();
  });
  socket.on('pong', heard);
  socket.on('ping', heard);
  socket.on('error', () => socket.terminate()); // what was wrong with it was said to the other side; its close follows
  socket.on('close', () => {
    isClosed = true;
    wake();
  });
  const heartbeat = setInterval(() => {
    if (performance.now() - heardAt > pongMs) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.ping();
  }, pingMs);
  let refused = 0;
  try {
    for (;;) {
      const message = waiting.shift();
      if (message === undefined) {
        if (isClosed) return;
        if (socket.isPaused) socket.resume();
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const error = await taker.take(message.data, message.isBinary);
      if (replies && socket.readyState === socket.OPEN)
        socket.send(JSON.stringify(error === null ? { success: true } : { success: false, error }));
      refused = error === null ? 0 : refused + 1;
      if (refused === MOST_REFUSED) socket.close(1008, 'These are no frames of Echo VR.');
    }
  } finally {
    clearInterval(heartbeat);
    socket.terminate();
  }
}

function bufferOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
