/** What can be done with the transport from keyboard and palette. */
import { useCommands } from '../../app/commands.ts';
import { useWords } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { setIn, setOut } from './in-out.ts';
import { shuttle } from './rates.ts';

export function useTransportCommands(playback: Playback, goToNeighbour: (direction: 1 | -1) => void): void {
  const { clock } = playback;
  const says = useWords().transport;
  const { commands } = says;
  const play = (direction: 1 | -1): void => {
    clock.setRate(shuttle(clock.rate, clock.playing, direction));
    clock.play();
  };
  useCommands([
    { id: 'playback.toggle', title: commands.toggle, icon: 'play', keys: 'Space', run: () => clock.toggle() },
    { id: 'playback.reverse', title: commands.reverse, icon: 'rewind', keys: 'j', run: () => play(-1) },
    { id: 'playback.stop', title: says.pause, icon: 'pause', keys: 'k', run: () => clock.pause() },
    { id: 'playback.forward', title: commands.forward, icon: 'play', keys: 'l', run: () => play(1) },
    { id: 'playback.frameBack', title: commands.frameBack, icon: 'step-back', keys: ',', run: () => clock.step(-1) },
    { id: 'playback.frameForward', title: commands.frameForward, icon: 'step-forward', keys: '.', run: () => clock.step(1) },
    { id: 'playback.eventBefore', title: commands.eventBefore, icon: 'skip-back', keys: '[', run: () => goToNeighbour(-1) },
    { id: 'playback.eventAfter', title: commands.eventAfter, icon: 'skip-forward', keys: ']', run: () => goToNeighbour(1) },
    { id: 'playback.live', title: says.toEdge, icon: 'radio', keys: 'End', run: () => clock.toEdge(), when: () => clock.live },
    { id: 'playback.in', title: says.setIn, keys: 'i', run: () => setIn(clock) },
    { id: 'playback.out', title: says.setOut, keys: 'o', run: () => setOut(clock) },
    {
      id: 'playback.clearRange',
      title: says.clear,
      when: () => clock.inPoint !== null || clock.outPoint !== null,
      run: () => clock.setRange(null, null),
    },
    { id: 'playback.loop', title: says.loop, icon: 'repeat', keys: 'p', run: () => clock.setLoop(!clock.loop) },
  ]);
}
