/** A connection over a message port: Electron's MessagePortMain in the utility process, a node MessagePort in tests. */
import type { Wire } from './wire.ts';

/** What both kinds of port have in common. */
export interface PortLike {
  postMessage(message: unknown): void;
  once(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** `listen` subscribes to messages: MessagePortMain hands over an event, a node port the message itself. */
export function portWire(port: PortLike, listen: (listener: (message: unknown) => void) => void): Wire {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      listen(listener);
      port.start();
    },
    onClose: (listener) => {
      port.once('close', listener);
    },
    close: () => port.close(),
  };
}
