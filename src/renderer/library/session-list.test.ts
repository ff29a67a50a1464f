import { describe, expect, it } from 'vitest';
import type { EngineClient, Params, Results, SessionRow } from '../../shared/engine-api.ts';
import { EngineError } from '../engine/api-error.ts';
import { createSessionList } from './session-list.ts';

type Listed = Results['sessions.list'];

/** Answers when it is told to, in any order. */
function slowEngine(total: number): {
  readonly client: EngineClient;
  readonly calls: { params: Params<'sessions.list'>; answer(): void; fail(error: Error): void }[];
} {
  const calls: { params: Params<'sessions.list'>; answer(): void; fail(error: Error): void }[] = [];
  const call = (_method: string, params: Params<'sessions.list'>): Promise<Listed> =>
    new Promise((resolve, reject) => {
      const tag = params.filter.search ?? '';
      const count = Math.max(0, Math.min(params.limit, total - params.offset));
      const rows = Array.from({ length: count }, (_, i) => ({ id: `${tag}${params.offset + i}` }) as SessionRow);
      calls.push({ params, answer: () => resolve({ total, rows }), fail: reject });
    });
  return { client: { call, stream: () => Promise.reject(new Error('no streams here')) } as unknown as EngineClient, calls };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const ALL = { filter: {}, sort: 'newest' } as const;

describe('session list', () => {
  it('fetches a page once, when it comes into sight', async () => {
    const { client, calls } = slowEngine(1000);
    const list = createSessionList(client, ALL);
    list.show(0, 20);
    list.show(10, 30);
    expect(calls.map(({ params }) => params.offset)).toEqual([0]);
    list.show(90, 110);
    expect(calls.map(({ params }) => params.offset)).toEqual([0, 100]);
    for (const call of calls) call.answer();
    await settled();
    expect(list.store.getState()).toMatchObject({ total: 1000 });
    expect(list.store.getState().rows.get(150)?.id).toBe('150');
  });

  it('keeps the old rows until the new query answers, and drops late answers to the old one', async () => {
    const { client, calls } = slowEngine(3);
    const list = createSessionList(client, ALL);
    list.show(0, 3);
    calls[0]?.answer();
    await settled();
    list.refresh();
    list.ask({ filter: { search: 'x' }, sort: 'newest' });
    expect(list.store.getState().rows.get(0)?.id).toBe('0');
    calls[2]?.answer();
    calls[1]?.answer();
    await settled();
    expect(list.store.getState().rows.get(0)?.id).toBe('x0');
  });

  it('says what failed, but leaves a stopped engine to the status bar', async () => {
    const { client, calls } = slowEngine(3);
    const list = createSessionList(client, ALL);
    list.show(0, 1);
    calls[0]?.fail(new EngineError('disconnected', 'gone'));
    await settled();
    expect(list.store.getState().failure).toBeNull();
    list.show(0, 1);
    calls[1]?.fail(new EngineError('internal', 'The index is damaged.'));
    await settled();
    expect(list.store.getState().failure).toBe('The index is damaged.');
  });

  it('fetches all of a query, and knows it then', async () => {
    const { client, calls } = slowEngine(900);
    const list = createSessionList(client, ALL);
    list.show(0, 1);
    calls[0]?.answer();
    await settled();
    const ids = list.load(0, 900);
    calls[1]?.answer();
    await settled();
    calls[2]?.answer();
    expect((await ids).length).toBe(900);
    expect(list.store.getState().known.size).toBe(900);
    expect(list.store.getState().rows.size).toBe(100);
  });
});
