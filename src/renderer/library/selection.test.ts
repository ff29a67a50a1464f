import { describe, expect, it } from 'vitest';
import { choose, NOTHING, settle } from './selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const idAt = (index: number): string | undefined => ids[index];
const plain = { toggle: false, range: false };
const toggle = { toggle: true, range: false };
const range = { toggle: false, range: true };

describe('choose', () => {
  it('takes one', () => {
    expect([...choose(choose(NOTHING, 0, plain, idAt), 2, plain, idAt).ids]).toEqual(['c']);
  });

  it('adds and takes away with Ctrl', () => {
    const two = choose(choose(NOTHING, 0, plain, idAt), 2, toggle, idAt);
    expect([...two.ids]).toEqual(['a', 'c']);
    expect([...choose(two, 0, toggle, idAt).ids]).toEqual(['c']);
  });

  it('spans from where it began with Shift, either way', () => {
    const begun = choose(NOTHING, 2, plain, idAt);
    expect([...choose(begun, 4, range, idAt).ids]).toEqual(['c', 'd', 'e']);
    expect([...choose(choose(begun, 4, range, idAt), 1, range, idAt).ids]).toEqual(['b', 'c']);
  });

  it('takes a row that is still on its way once it is there', () => {
    const waiting = choose(choose(NOTHING, 1, plain, idAt), 9, plain, idAt);
    expect(waiting).toMatchObject({ focus: 9, pending: true });
    expect(waiting.ids.size).toBe(0);
    expect(settle(waiting, idAt)).toBe(waiting);
    expect([...settle(waiting, () => 'late').ids]).toEqual(['late']);
  });
});
