/** How hastily the system runs a thread of ours: what a game waits for goes before what only has to be done. */
import { constants, setPriority } from 'node:os';

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;

/** Of the thread that calls. `below`: wherever others want the processor; `low`: nearly whenever they do. Never back: that is not everybody's right. */
export function lowerThreadPriority(to: 'below' | 'low'): void {
  // On Linux this is the thread's alone; elsewhere it would be that of the whole process.
  if (process.platform === 'linux') setPriority(to === 'low' ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL);
}
