import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { PARAMS, STREAM_WINDOW, type LibraryChange } from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import { Connection, MissingError, type ApiHandlers } from './connection.ts';
import { portWire } from './port-wire.ts';
import type { Wire } from './wire.ts';

/** The page's end of a wire without anything in between. */
class FakeWire implements Wire {
  readonly sent: { id: number; item?: unknown; result?: unknown; error?: { code: string; message: string } }[] = [];
  closed = false;
  #onMessage: (message: unknown) => void = () => undefined;
  #onClose: () => void = () => undefined;

  send(message: unknown): void {
    this.sent.push(message as FakeWire['sent'][number]);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#onMessage = listener;
  }
  onClose(listener: () => void): void {
    this.#onClose = listener;
  }
  close(): void {
    this.closed = true;
  }
  receive(message: unknown): void {
    this.#onMessage(message);
  }
  goAway(): void {
    this.#onClose();
  }
  items(): number {
    return this.sent.filter((message) => 'item' in message).length;
  }
}

const logged: unknown[] = [];
let running = 0;
let ended = 0;

/** Only what the tests call does something. */
function handlers(over: Partial<ApiHandlers> = {}): ApiHandlers {
  const nothing = Object.fromEntries(Object.keys(PARAMS).map((method) => [method, () => Promise.resolve(null)])) as unknown as ApiHandlers;
  return {
    ...nothing,
    'sessions.purge': async (_params, signal) => {
      running++;
      await once(signal, 'abort');
      ended++;
      throw signal.reason;
    },
    'library.follow': async (_params, { emit, signal }) => {
      for (let i = 0; !signal.aborted; i++) await emit({ sessions: [String(i)], annotations: [] } satisfies LibraryChange);
      return null;
    },
    ...over,
  };
}

function connected(over: Partial<ApiHandlers> = {}): FakeWire {
  const wire = new FakeWire();
  void new Connection(wire, handlers(over), (error) => logged.push(error));
  return wire;
}

/** All promises that can go on have gone on. */
async function settled(): Promise<void> {
  await new Promise((resolve) => void setImmediate(resolve));
}

afterEach(() => {
  logged.length = 0;
  running = 0;
  ended = 0;
});

describe('a request', () => {
  it('is answered', async () => {
    const wire = connected({ 'chunks.read': ({ index }) => Promise.resolve(new Uint8Array([index])) });
    wire.receive({ id: 7, method: 'chunks.read', params: { id: 'deadbeef', layer: 0, index: 3 } });
    await settled();
    expect(wire.sent).toEqual([{ id: 7, result: new Uint8Array([3]) }]);
  });

  it.each([
    ['nothing', {}, 'There is no such method.'],
    ['constructor', {}, 'There is no such method.'],
    ['chunks.read', { id: '../etc', layer: 0, index: 3 }, 'The parameters of chunks.read do not fit.'],
    ['chunks.read', { id: 'deadbeef', layer: 7, index: 3 }, 'The parameters of chunks.read do not fit.'],
    ['import.files', { handles: ['x'.repeat(1000)] }, 'The parameters of import.files do not fit.'],
  ])('%s %j is invalid', async (method, params, message) => {
    const wire = connected();
    wire.receive({ id: 1, method, params });
    await settled();
    expect(wire.sent).toEqual([{ id: 1, error: { code: 'invalid', message } }]);
  });

  it('fails with a sentence, and without our paths', async () => {
    const fault = new Error('ENOENT /home/anna/library.db');
    const wire = connected({
      'library.stats': () => Promise.reject(fault),
      'sessions.get': () => Promise.reject(new MissingError('There is no such session.')),
      'export.session': () => Promise.reject(new RefusedInput('The disk is full.')),
    });
    wire.receive({ id: 1, method: 'library.stats', params: {} });
    wire.receive({ id: 2, method: 'sessions.get', params: { id: 'deadbeef' } });
    wire.receive({ id: 3, method: 'export.session', params: { id: 'deadbeef', format: 'ndjson', handle: null } });
    await settled();
    expect(wire.sent).toEqual([
      { id: 1, error: { code: 'internal', message: 'Something went wrong inside Sandtable; its log says more.' } },
      { id: 2, error: { code: 'missing', message: 'There is no such session.' } },
      { id: 3, error: { code: 'refused', message: 'The disk is full.' } },
    ]);
    expect(logged).toEqual([fault]);
  });

  it('is cancelled by its caller, or by the page going away', async () => {
    const wire = connected();
    wire.receive({ id: 1, method: 'sessions.purge', params: { ids: [] } });
    wire.receive({ id: 2, method: 'sessions.purge', params: { ids: [] } });
    wire.receive({ id: 1, cancel: true });
    await settled();
    expect(wire.sent).toEqual([{ id: 1, error: { code: 'cancelled', message: 'Cancelled.' } }]);
    expect([running, ended]).toEqual([2, 1]);
    wire.goAway();
    await settled();
    expect(ended).toBe(2);
    expect(wire.sent).toHaveLength(1);
  });
});

describe('a stream', () => {
  it('keeps no more than its window under way, and goes on as items are acknowledged', async () => {
    const wire = connected();
    wire.receive({ id: 1, method: 'library.follow', params: {} });
    await settled();
    expect(wire.items()).toBe(STREAM_WINDOW);
    wire.receive({ id: 1, ack: 5 });
    await settled();
    expect(wire.items()).toBe(STREAM_WINDOW + 5);
    wire.receive({ id: 1, cancel: true });
    await settled();
    expect(wire.sent.at(-1)).toEqual({ id: 1, result: null });
    expect(wire.items()).toBe(STREAM_WINDOW + 5);
  });
});

describe('what is no message', () => {
  it('ends the connection', () => {
    for (const bad of [
      null,
      'hello',
      {},
      { id: -1, method: 'hello', params: {} },
      { id: 1, ack: 1e9 },
      { id: 1, method: 'hello', params: {}, extra: 1 },
    ]) {
      const wire = connected();
      wire.receive(bad);
      expect(wire.closed).toBe(true);
    }
  });

  it('ends it when one id is used twice at once, and when too much is asked at once', () => {
    const twice = connected();
    for (const id of [1, 1]) twice.receive({ id, method: 'sessions.purge', params: { ids: [] } });
    expect(twice.closed).toBe(true);
    const much = connected();
    for (let id = 0; id < 300; id++) much.receive({ id, method: 'sessions.purge', params: { ids: [] } });
    expect(much.closed).toBe(true);
    expect(running).toBeLessThan(300);
  });

  it('never throws, whatever comes', async () => {
    const part = fc.oneof(
      fc.anything(),
      fc.record({ id: fc.nat(3), method: fc.oneof(fc.constantFrom(...Object.keys(PARAMS)), fc.string()), params: fc.anything() }),
      fc.record({ id: fc.nat(3), method: fc.constant('library.follow'), params: fc.constant({}) }),
      fc.record({ id: fc.nat(3), ack: fc.integer({ min: -1, max: 20 }) }),
      fc.record({ id: fc.nat(3), cancel: fc.constant(true) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (messages) => {
        const wire = connected();
        for (const message of messages) wire.receive(message);
        await settled();
        wire.goAway();
        for (const answer of wire.sent) expect(answer.error?.code ?? 'none').not.toBe('internal');
      }),
      { numRuns: 200 },
    );
    expect(logged).toEqual([]);
  });
});

describe('over a message port', () => {
  it('carries bytes both ways and notices when the page is gone', async () => {
    const { port1, port2 } = new MessageChannel();
    void new Connection(
      portWire(port1, (listener) => port1.on('message', listener)),
      handlers({ 'chunks.read': () => Promise.resolve(new Uint8Array([1, 2])) }),
      () => undefined,
    );
    port2.postMessage({ id: 1, method: 'chunks.read', params: { id: 'deadbeef', layer: 0, index: 0 } });
    const [answer] = (await once(port2, 'message')) as [unknown];
    expect(answer).toEqual({ id: 1, result: new Uint8Array([1, 2]) });
    port2.postMessage({ id: 2, method: 'sessions.purge', params: { ids: [] } });
    port2.postMessage({ id: 3, method: 'library.stats', params: {} });
    await once(port2, 'message');
    expect(running).toBe(1);
    port2.close();
    await once(port1, 'close');
    await settled();
    expect(ended).toBe(1);
  });
});
