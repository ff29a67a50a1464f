/** Rows of a long answer, page by page as they come into sight. Another question keeps the old rows until its first page is there. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../engine/api-error.ts';

const PAGE = 100;
const PATIENCE = 200;

export interface Page<H, R> {
  /** What stands above the rows. */
  readonly head: H;
  readonly total: number;
  readonly rows: readonly R[];
}

export interface PagedRows<H, R> {
  /** Null before the first answer. */
  readonly head: H | null;
  readonly total: number | null;
  /** By index; what has not come yet is missing. */
  readonly rows: ReadonlyMap<number, R>;
  readonly failure: string | null;
  readonly isWaiting: boolean;
  readonly took: number | null;
  /** Rows from..to (exclusive) are in sight. */
  readonly show: (from: number, to: number) => void;
  readonly again: () => void;
}

type State<H, R> = Pick<PagedRows<H, R>, 'head' | 'total' | 'rows' | 'failure' | 'isWaiting' | 'took'>;

/** `fetch` must be the same function for the same question (useCallback). */
export function usePagedRows<H, R>(fetch: (offset: number, limit: number) => Promise<Page<H, R>>): PagedRows<H, R> {
  const [state, setState] = useState<State<H, R>>({
    head: null,
    total: null,
    rows: new Map(),
    failure: null,
    isWaiting: false,
    took: null,
  });
  const seen = useRef<readonly [number, number]>([0, 1]);
  const ask = useRef<(from: number, to: number) => void>(() => undefined);
  const restart = useRef<() => void>(() => undefined);

  useEffect(() => {
    let wanted = true;
    let isFirst = true;
    const asked = new Set<number>();
    const timer = setTimeout(() => setState((before) => ({ ...before, isWaiting: true })), PATIENCE);
    const began = performance.now();
    const page = async (number: number): Promise<void> => {
      asked.add(number);
      try {
        const { head, total, rows } = await fetch(number * PAGE, PAGE);
        if (!wanted) return;
        clearTimeout(timer);
        const fresh = isFirst;
        isFirst = false;
        setState((before) => {
          const known = new Map(fresh ? [] : before.rows);
          for (const [i, row] of rows.entries()) known.set(number * PAGE + i, row);
          return { head, total, rows: known, failure: null, isWaiting: false, took: fresh ? performance.now() - began : before.took };
        });
      } catch (error) {
        if (!wanted) return;
        clearTimeout(timer);
        asked.delete(number);
        setState((before) => ({ ...before, failure: sentenceOf(error), isWaiting: false }));
      }
    };
    ask.current = (from, to) => {
      for (let number = Math.floor(from / PAGE); number <= Math.floor(Math.max(from, to - 1) / PAGE); number++)
        if (!asked.has(number)) void page(number);
    };
    restart.current = () => {
      asked.clear();
      isFirst = true;
      ask.current(...seen.current);
    };
    restart.current();
    return () => {
      wanted = false;
      clearTimeout(timer);
      ask.current = () => undefined;
      restart.current = () => undefined;
    };
  }, [fetch]);

  const show = useCallback((from: number, to: number) => {
    seen.current = [from, to];
    ask.current(from, to);
  }, []);
  const again = useCallback(() => restart.current(), []);
  return { ...state, show, again };
}
