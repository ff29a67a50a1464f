/** Desktop: a message port to the engine process, which main sends after the bridge asked for one. */
import { PORT_MESSAGE, type DesktopBridge } from '../../shared/desktop-bridge.ts';
import type { Wire } from './wire-client.ts';

export async function openPortWire(bridge: DesktopBridge<File>): Promise<Wire> {
  const id = crypto.randomUUID();
  const arrived = portFor(id);
  try {
    await bridge.connect(id);
  } catch (error) {
    arrived.stop();
    throw error;
  }
  const port = await arrived.port;
  const wire: Wire = { send: (message) => port.postMessage(message), close: () => port.close(), onMessage: null, onClose: null };
  port.addEventListener('message', ({ data }) => wire.onMessage?.(data));
  port.addEventListener('close', () => wire.onClose?.());
  const stopWatching = bridge.onEngineStopped(() => {
    stopWatching();
    wire.onClose?.();
  });
  port.start();
  return wire;
}

/** Only the preload posts from the page's own window and origin. */
function portFor(id: string): { readonly port: Promise<MessagePort>; stop(): void } {
  const abort = new AbortController();
  const port = new Promise<MessagePort>((resolve) => {
    window.addEventListener(
      'message',
      (event: MessageEvent<{ readonly type?: unknown; readonly id?: unknown }>) => {
        const [first] = event.ports;
        if (event.source !== window || event.data?.type !== PORT_MESSAGE || event.data.id !== id || first === undefined) return;
        abort.abort();
        resolve(first);
      },
      { signal: abort.signal },
    );
  });
  return { port, stop: () => abort.abort() };
}
