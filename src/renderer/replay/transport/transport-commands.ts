/** What can be done with the transport from keyboard and palette. */
import { useCommands } from '../../app/commands.ts';
import type { Playback } from '../playback/types.ts';
import { setIn, setOut } from './in-out.ts';
import { shuttle } from './rates.ts';

export function useTransportCommands(playback: Playback, goToNeighbour: (direction: 1 | -1) => void): void {
  const { clock } = playback;
  const play = (direction: 1 | -1): void => {
    clock.setRate(shuttle(clock.rate, clock.playing, direction));
    clock.play();
  };
  useCommands([
    { id: 'playback.toggle', title: 'Play or pause', icon: 'play', keys: 'Space', run: () => clock.toggle() },
    { id: 'playback.reverse', title: 'Play backwards, faster each time', icon: 'rewind', keys: 'j', run: () => play(-1) },
    { id: 'playback.stop', title: 'Pause', icon: 'pause', keys: 'k', run: () => clock.pause() },
    { id: 'playback.forward', title: 'Play forwards, faster each time', icon: 'play', keys: 'l', run: () => play(1) },
    { id: 'playback.frameBack', title: 'Step one frame back', icon: 'step-back', keys: ',', run: () => clock.step(-1) },
    { id: 'playback.frameForward', title: 'Step one frame forward', icon: 'step-forward', keys: '.', run: () => clock.step(1) },
    { id: 'playback.eventBefore', title: 'Go to the event before', icon: 'skip-back', keys: '[', run: () => goToNeighbour(-1) },
    { id: 'playback.eventAfter', title: 'Go to the event after', icon: 'skip-forward', keys: ']', run: () => goToNeighbour(1) },
    { id: 'playback.live', title: 'Go to the live edge', icon: 'radio', keys: 'End', run: () => clock.toEdge(), when: () => clock.live },
    { id: 'playback.in', title: 'Set in', keys: 'i', run: () => setIn(clock) },
    { id: 'playback.out', title: 'Set out', keys: 'o', run: () => setOut(clock) },
    {
      id: 'playback.clearRange',
      title: 'Clear in and out',
      when: () => clock.inPoint !== null || clock.outPoint !== null,
      run: () => clock.setRange(null, null),
    },
    { id: 'playback.loop', title: 'Loop in to out', icon: 'repeat', keys: 'p', run: () => clock.setLoop(!clock.loop) },
  ]);
}
