/** One question to the engine and its newest answer: what was answered before stays until the next one is there, and waiting shows only when it is long. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../engine/api-error.ts';
import { useEngineState } from '../engine/engine-context.tsx';
import { inGameWords } from '../words/game-words.ts';

/** What is quick shows nothing of its waiting, ms. */
const PATIENCE = 200;

export interface Answer<T> {
  /** Null before the first. */
  readonly data: T | null;
  /** One sentence when the last question failed. */
  readonly failure: string | null;
  /** It has taken longer than a moment. */
  readonly isWaiting: boolean;
  /** ms from question to answer; null before the first. */
  readonly took: number | null;
  readonly again: () => void;
}

type State<T> = Omit<Answer<T>, 'again'>;

/** `ask` must be the same function for the same question (useCallback): another one is another question. Null asks nothing. */
export function useAnswer<T>(ask: (() => Promise<T>) | null): Answer<T> {
  const engine = useEngineState().state;
  const [state, setState] = useState<State<T>>({ data: null, failure: null, isWaiting: false, took: null });
  const question = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (ask === null || engine !== 'ready') return undefined;
    // Only what was asked last is answered.
    let newest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    question.current = () => {
      const mine = ++newest;
      const began = performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => setState((before) => ({ ...before, isWaiting: true })), PATIENCE);
      const end = (next: (before: State<T>) => State<T>): void => {
        if (mine !== newest) return;
        clearTimeout(timer);
        setState(next);
      };
      ask().then(
        (data) => end(() => ({ data: inGameWords(data), failure: null, isWaiting: false, took: performance.now() - began })),
        (error: unknown) => end((before) => ({ ...before, failure: sentenceOf(error), isWaiting: false })),
      );
    };
    question.current();
    return () => {
      newest = -1;
      clearTimeout(timer);
      question.current = () => undefined;
    };
  }, [ask, engine]);
  const again = useCallback(() => question.current(), []);
  return { ...state, again };
}
