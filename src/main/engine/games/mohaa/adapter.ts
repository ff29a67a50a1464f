/** Medal of Honor: Allied Assault: logs of what trackers on game servers send. */
import type { GameAdapter } from '../../game-adapter.ts';
import { mohaaEvents } from './log/format.ts';
import { mohaaWorlds } from './maps/worlds.ts';

export const mohaaAdapter: GameAdapter = {
  id: 'mohaa',
  formats: [mohaaEvents],
  worlds: mohaaWorlds,
};
