/** Echo VR: what its recordings are read with. */
import type { GameAdapter } from '../../game-adapter.ts';
import { echoreplay } from './echoreplay.ts';
import { nevrcap } from './nevrcap.ts';

export const echovrAdapter: GameAdapter = { id: 'echovr', formats: [echoreplay, nevrcap] };
