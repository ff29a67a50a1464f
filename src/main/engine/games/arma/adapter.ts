/** ArmA 3: recordings of the OCAP recorder. */
import type { GameAdapter } from '../../game-adapter.ts';
import { ocapFormat } from './ocap/format.ts';

export const armaAdapter: GameAdapter = { id: 'arma3', formats: [ocapFormat] };
