/** Echo VR: what its recordings are read with. */
import type { GameAdapter } from '../../game-adapter.ts';
import { echoConverter } from './convert.ts';
import { echoreplay } from './echoreplay.ts';
import { nevrcap } from './nevrcap.ts';
import { tape } from './tape.ts';

export const echovrAdapter: GameAdapter = { id: 'echovr', formats: [echoreplay, nevrcap, tape], converter: echoConverter };
