/** Medal of Honor: Allied Assault: what trackers on game servers send, live and as logs. */
import type { GameAdapter } from '../../game-adapter.ts';
import { mohaaCapture } from './capture/mohaa-capture.ts';
import { mohaaCareer } from './career/provider.ts';
import { mohaaEvents } from './log/format.ts';
import { mohaaWorlds } from './maps/worlds.ts';

export const mohaaAdapter: GameAdapter = {
  id: 'mohaa',
  formats: [mohaaEvents],
  captures: [mohaaCapture],
  career: mohaaCareer,
  worlds: mohaaWorlds,
};
