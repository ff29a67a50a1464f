/** Leaves the processor to others, on behalf of the thread of an import that was begun while something is recorded. */
import { workerData } from 'node:worker_threads';
import { lowerThreadPriority } from '../thread-priority.ts';
import type { ImportOrder } from './import-messages.ts';

/** Before anything else of the thread is loaded: that alone takes longer than a game's line may wait. */
export function beGentle(): void {
  if ((workerData as ImportOrder).gentle) lowerThreadPriority('low');
}
