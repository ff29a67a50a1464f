/** A connection over a WebSocket, one msgpack message per frame. */
import { decode, encode } from '@msgpack/msgpack';
import type { WebSocket } from 'ws';
import type { Wire } from './wire.ts';

/** A page that asks on without reading the answers is cut off at this, bytes. */
const MOST_UNSENT = 256 * 1024 * 1024;
/** Nothing that a page sends is large: files come by POST /upload. */
const LIMITS = { maxStrLength: 64 * 1024, maxBinLength: 0, maxArrayLength: 2000, maxMapLength: 64, maxExtLength: 0 };

export function socketWire(socket: WebSocket): Wire {
  return {
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MOST_UNSENT) socket.terminate();
      else socket.send(encode(message, { ignoreUndefined: true, maxDepth: 1000 }));
    },
    onMessage: (listener) => {
      socket.on('message', (data: Buffer, isBinary: boolean) => {
        const message = isBinary ? decoded(data) : undefined;
        if (message === undefined) socket.close(1007);
        else listener(message);
      });
    },
    onClose: (listener) => {
      socket.on('close', listener);
      socket.on('error', () => socket.terminate()); // close follows
    },
    close: () => socket.close(),
  };
}

function decoded(data: Buffer): unknown {
  try {
    return decode(data, LIMITS);
  } catch {
    return undefined;
  }
}
