/** ArmA 3: recordings of the OCAP recorder, and logs of what it is told by the game and tells on its live stream. */
import type { GameAdapter } from '../../game-adapter.ts';
import { ocapFolderCapture } from './capture/folder-capture.ts';
import { ocapCapture } from './capture/ocap-capture.ts';
import { reforgerCapture } from './capture/reforger-capture.ts';
import { ocapChunks } from './chunks/format.ts';
import { ocapServer } from './ocap-server.ts';
import { ocapFormat } from './ocap/format.ts';
import { ocapCommands, ocapStream } from './recorder/read-log.ts';
import { afterActionStatistics } from './statistics/provider.ts';

export const armaAdapter: GameAdapter = {
  id: 'arma3',
  formats: [ocapFormat, ocapChunks, ocapCommands, ocapStream],
  statistics: afterActionStatistics,
  remote: ocapServer,
  captures: [ocapCapture, ocapFolderCapture, reforgerCapture],
};
