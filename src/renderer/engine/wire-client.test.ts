import { describe, expect, it } from 'vitest';
import type { LibraryChange } from '../../shared/engine-api.ts';
import { createWireClient, type Wire } from './wire-client.ts';

function fakeWire(): { readonly wire: Wire; readonly sent: unknown[]; readonly answer: (message: unknown) => void } {
  const sent: unknown[] = [];
  const wire: Wire = { send: (message) => sent.push(message), close: () => undefined, onMessage: null, onClose: null };
  return { wire, sent, answer: (message) => wire.onMessage?.(message) };
}

describe('wire client', () => {
  it('matches answers to requests whatever their order', async () => {
    const { wire, sent, answer } = fakeWire();
    const client = createWireClient(wire, () => undefined);
    const first = client.call('hello', {});
    const second = client.call('library.stats', {});
    expect(sent).toEqual([
      { id: 1, method: 'hello', params: {} },
      { id: 2, method: 'library.stats', params: {} },
    ]);
    answer({ id: 2, result: 'b' });
    answer({ id: 1, result: 'a' });
    expect([await first, await second]).toEqual(['a', 'b']);
  });

  it('rejects with the sentence and code of the engine', async () => {
    const { wire, answer } = fakeWire();
    const call = createWireClient(wire, () => undefined).call('hello', {});
    answer({ id: 1, error: { code: 'refused', message: 'No.' } });
    await expect(call).rejects.toMatchObject({ code: 'refused', message: 'No.' });
  });

  it('acknowledges what it consumed and ends with the result', async () => {
    const { wire, sent, answer } = fakeWire();
    const items: LibraryChange[] = [];
    const stream = createWireClient(wire, () => undefined).stream('library.follow', {}, (item) => items.push(item));
    for (let i = 0; i < 17; i++) answer({ id: 1, item: { sessions: [String(i)] } });
    answer({ id: 1, result: null });
    await expect(stream).resolves.toBeNull();
    expect(items.length).toBe(17);
    expect(sent.slice(1)).toEqual([
      { id: 1, ack: 8 },
      { id: 1, ack: 8 },
    ]);
  });

  it('cancels once, and sends nothing for what is over', async () => {
    const { wire, sent, answer } = fakeWire();
    const client = createWireClient(wire, () => undefined);
    const abort = new AbortController();
    const stream = client.stream('library.follow', {}, () => undefined, abort.signal);
    abort.abort();
    expect(sent.at(-1)).toEqual({ id: 1, cancel: true });
    answer({ id: 1, error: { code: 'cancelled', message: 'Cancelled.' } });
    await expect(stream).rejects.toMatchObject({ code: 'cancelled' });
    const over = new AbortController();
    const done = client.stream('library.follow', {}, () => undefined, over.signal);
    answer({ id: 2, result: null });
    await done;
    const before = sent.length;
    over.abort();
    expect(sent.length).toBe(before);
    await expect(client.stream('library.follow', {}, () => undefined, over.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('rejects everything under way when the engine goes away, and says so once', async () => {
    const { wire } = fakeWire();
    let lost = 0;
    const client = createWireClient(wire, () => lost++);
    const call = client.call('hello', {});
    wire.onClose?.();
    wire.onClose?.();
    await expect(call).rejects.toMatchObject({ code: 'disconnected' });
    await expect(client.call('hello', {})).rejects.toMatchObject({ code: 'disconnected' });
    expect(lost).toBe(1);
  });
});
