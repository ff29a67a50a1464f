import { describe, expect, it } from 'vitest';
import { createConnection } from './connection.ts';
import type { Wire } from './wire-client.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Opens when `allowed`, answers every request with its method. */
function world(): { allowed: boolean; wires: Wire[]; opened: number; readonly open: () => Promise<Wire> } {
  const state = {
    allowed: true,
    wires: [] as Wire[],
    opened: 0,
    open: (): Promise<Wire> => {
      state.opened++;
      if (!state.allowed) return Promise.reject(new Error('The library is in use by another Sandtable.'));
      const wire: Wire = {
        send: (message) => {
          const { id, method } = message as { id: number; method: string };
          queueMicrotask(() => wire.onMessage?.({ id, result: method }));
        },
        close: () => undefined,
        onMessage: null,
        onClose: null,
      };
      state.wires.push(wire);
      return Promise.resolve(wire);
    },
  };
  return state;
}

const options = { retries: [1, 1], wait: () => Promise.resolve() };

describe('connection', () => {
  it('lets what is asked at once wait for the engine', async () => {
    const connection = createConnection({ ...options, open: world().open });
    expect(connection.status.getState().state).toBe('connecting');
    await expect(connection.client.call('hello', {})).resolves.toBe('hello');
    expect(connection.status.getState().state).toBe('ready');
  });

  it('connects again by itself when the engine went away', async () => {
    const { wires, open } = world();
    const connection = createConnection({ ...options, open });
    await settled();
    wires[0]?.onClose?.();
    expect(connection.status.getState().state).toBe('connecting');
    await expect(connection.client.call('hello', {})).resolves.toBe('hello');
    expect(wires.length).toBe(2);
  });

  it('stops with the reason after its attempts, and starts again when it is told to', async () => {
    const engine = world();
    engine.allowed = false;
    let restarts = 0;
    const restart = (): Promise<void> => {
      restarts++;
      engine.allowed = true;
      return Promise.resolve();
    };
    const connection = createConnection({ ...options, open: engine.open, restart });
    await expect(connection.client.call('hello', {})).rejects.toThrow('in use');
    expect(engine.opened).toBe(3);
    expect(connection.status.getState()).toEqual({ state: 'stopped', reason: 'The library is in use by another Sandtable.' });
    await connection.start();
    await settled();
    expect(restarts).toBe(1);
    expect(connection.status.getState().state).toBe('ready');
  });
});
