/** The director and saved shots by keyboard, palette and help. */
import { useStore } from 'zustand';
import { useCommands } from '../../app/commands.ts';
import { useWords } from '../../words/words.ts';
import type { Replay } from '../replay-context.tsx';
import { SavedCamera } from './saved-cameras.ts';

const SHOTS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export function useDirectorCommands({ director, annotations, view }: Replay): void {
  const text = useWords().director;
  const on = useStore(director.store, (state) => state.on);
  const isHeld = useStore(view, ({ lead }) => lead !== director);
  const saved = (key: number) => annotations.store.getState().shot.find((shot) => shot.key === key);
  useCommands([
    { id: 'director.toggle', title: on ? text.off : text.on, icon: 'clapperboard', keys: 'a', run: () => director.setOn(!on) },
    {
      id: 'director.hold',
      title: on && isHeld ? text.resume : text.hold,
      icon: 'circle-pause',
      keys: 'h',
      run: () => director.setHeld(!isHeld),
      when: () => on,
    },
    ...SHOTS.map((key) => ({
      id: `camera.shot.${key}`,
      title: text.shots.recall(String(key)),
      icon: 'camera',
      // By its place: with Shift the sign is another one on every keyboard.
      keys: `Shift+Digit${key}`,
      run: () => {
        const shot = saved(key);
        if (shot !== undefined) view.getState().setLead(new SavedCamera(shot));
      },
      when: () => saved(key) !== undefined,
    })),
  ]);
}
