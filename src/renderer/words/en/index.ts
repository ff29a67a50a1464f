/** English, which is complete and gives the catalogue its shape: a file for each place in the app. What holds a value is a function of it. */
import { app } from './app.ts';
import { broadcast } from './broadcast.ts';
import { capture } from './capture.ts';
import { convert } from './convert.ts';
import { director } from './director.ts';
import { ground } from './ground.ts';
import { heat } from './heat.ts';
import { library } from './library.ts';
import { live } from './live.ts';
import { notes } from './notes.ts';
import { panels } from './panels.ts';
import { retention } from './retention.ts';
import { shell } from './shell.ts';
import { stage } from './stage.ts';
import { statistics } from './statistics.ts';
import { timeline } from './timeline.ts';
import { transport } from './transport.ts';
import { ui } from './ui.ts';

export const en = {
  app,
  broadcast,
  capture,
  convert,
  director,
  ground,
  heat,
  library,
  live,
  notes,
  panels,
  retention,
  shell,
  stage,
  statistics,
  timeline,
  transport,
  ui,
};
