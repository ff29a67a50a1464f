/** The reel of an open replay, and what can be done with it from keyboard and palette. */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useCommands } from '../../app/commands.ts';
import { useWords } from '../../words/words.ts';
import { useSessionEvery } from '../playback/use-session.ts';
import type { Replay } from '../replay-context.tsx';
import { findHighlights } from './find-highlights.ts';
import { createReel, followReel, playReel, stopReel, type ReelStore } from './reel.ts';

/** A session that is being recorded is looked through so often, ms. */
const LOOK_MS = 2_000;

export function useHighlights(replay: Replay): ReelStore {
  const { playback } = replay;
  const [reel] = useState(createReel);
  const session = useSessionEvery(playback, LOOK_MS, 'events', 'info');
  const list = useMemo(() => findHighlights(session.events, session.info.durationMs), [session]);
  useEffect(
    () =>
      reel.setState(({ list: before, at }) => {
        const playing = at === null ? undefined : before[at];
        const index = playing === undefined ? -1 : list.findIndex(({ from }) => from === playing.from);
        return { list, at: index < 0 ? null : index };
      }),
    [reel, list],
  );
  useEffect(() => followReel(reel, replay), [reel, replay]);
  const { highlights } = useWords().timeline;
  const playing = useStore(reel, ({ at }) => at !== null);
  const step = (by: 1 | -1): void => {
    const { at } = reel.getState();
    if (at !== null) playReel(reel, replay, at + by);
  };
  useCommands([
    {
      id: 'highlights.play',
      title: playing ? highlights.stop : highlights.play,
      icon: 'star',
      keys: 'Shift+h',
      run: () => (playing ? stopReel(reel) : playReel(reel, replay, 0)),
      when: () => reel.getState().list.length > 0,
    },
    { id: 'highlights.next', title: highlights.next, keys: 'Shift+ArrowRight', run: () => step(1), when: () => playing },
    { id: 'highlights.before', title: highlights.before, keys: 'Shift+ArrowLeft', run: () => step(-1), when: () => playing },
  ]);
  return reel;
}
