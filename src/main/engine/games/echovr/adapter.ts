/** Echo VR: what its recordings are read with. */
import type { GameAdapter } from '../../game-adapter.ts';
import { apiCapture } from './capture/api-capture.ts';
import { echoConverter } from './convert.ts';
import { echoreplay } from './echoreplay.ts';
import { nevrcap } from './nevrcap.ts';
import { casterStatistics } from './statistics/provider.ts';
import { tape } from './tape.ts';
import { echoStreamer } from './websocket/send-recording.ts';
import { streamCapture } from './websocket/stream-capture.ts';

export const echovrAdapter: GameAdapter = {
  id: 'echovr',
  formats: [echoreplay, nevrcap, tape],
  converter: echoConverter,
  streamer: echoStreamer,
  statistics: casterStatistics,
  captures: [apiCapture, streamCapture],
};
