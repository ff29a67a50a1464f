/** Asks the engine for the statistics of the open session; again every few seconds while it is being recorded. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { decodeStatistics } from '../../../../shared/statistics-codec.ts';
import type { Statistics } from '../../../../shared/statistics.ts';
import { useEngine } from '../../../engine/engine-context.tsx';
import { loadZstd } from '../../../engine/zstd.ts';
import { inGameWords } from '../../../words/game-words.ts';
import { useReplay } from '../../replay-context.tsx';

/** Between an answer and the next question, ms. */
const PAUSE = 4000;

export interface StatisticsAnswer {
  /** The last ones that came; null before. */
  readonly statistics: Statistics | null;
  /** One sentence when the last question failed. */
  readonly failure: string | null;
  readonly again: () => void;
}

export function useStatistics(): StatisticsAnswer {
  const client = useEngine();
  const { playback } = useReplay();
  const [answer, setAnswer] = useState<Pick<StatisticsAnswer, 'statistics' | 'failure'>>({ statistics: null, failure: null });
  const question = useRef<() => void>(() => undefined);

  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const { live } = playback.clock;
      try {
        const { id } = playback.session.row;
        const [zstd, bytes] = await Promise.all([loadZstd(), client.call('sessions.statistics', { id })]);
        if (!over) setAnswer({ statistics: inGameWords(decodeStatistics(bytes, zstd)), failure: null });
      } catch (error) {
        if (!over) setAnswer(({ statistics }) => ({ statistics, failure: error instanceof Error ? error.message : String(error) }));
      }
      // Asked while it was live, the answer is not the last one.
      if (!over && live) timer = setTimeout(() => void ask(), PAUSE);
    };
    question.current = () => void ask();
    question.current();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [client, playback]);

  const again = useCallback(() => {
    setAnswer({ statistics: null, failure: null });
    question.current();
  }, []);
  return { ...answer, again };
}
