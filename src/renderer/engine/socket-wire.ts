/** Browser: MessagePack over a WebSocket to the server that the page came from. */
import { decode, encode } from '@msgpack/msgpack';
import { words } from '../words/words.ts';
import type { Wire } from './wire-client.ts';

export function openSocketWire(): Promise<Wire> {
  const url = new URL('api', location.href);
  url.hash = '';
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    const wire: Wire = {
      send: (message) => socket.send(encode(message, { ignoreUndefined: true })),
      close: () => socket.close(),
      onMessage: null,
      onClose: null,
    };
    socket.addEventListener('open', () => resolve(wire));
    socket.addEventListener('message', ({ data }) => wire.onMessage?.(decode(new Uint8Array(data as ArrayBuffer))));
    socket.addEventListener('close', () => {
      reject(new Error(words().shell.engine.none));
      wire.onClose?.();
    });
  });
}
