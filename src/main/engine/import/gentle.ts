/** Leaves the processor to others, on behalf of the thread of an import that was begun while something is recorded. */
import { constants, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import type { ImportOrder } from './import-messages.ts';

/** Before anything else of the thread is loaded: that alone takes longer than a game's line may wait. */
export function beGentle(): void {
  // On Linux this is the thread's alone; elsewhere it would be that of the whole process.
  if ((workerData as ImportOrder).gentle && process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
}
