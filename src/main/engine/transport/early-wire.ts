/** Answers what a window asks first from the library alone, while the rest of the engine is still being loaded; everything else waits for it, in order. */
import { z } from 'zod';
import { LIBRARY_PARAMS } from '../../../shared/library-questions.ts';
import type { EarlyReads } from '../library/first-reads.ts';
import type { Wire } from './wire.ts';

const early = z.discriminatedUnion('method', [
  z.strictObject({ id: z.int().min(0), method: z.literal('sessions.list'), params: LIBRARY_PARAMS['sessions.list'] }),
  z.strictObject({ id: z.int().min(0), method: z.literal('library.stats'), params: LIBRARY_PARAMS['library.stats'] }),
]);

/** A replay is to be opened: there is nothing to be answered before the engine is there. */
const urgent = z.looseObject({ method: z.literal('sessions.get') });

/**
 * The same wire for the engine, which gets what came before it listens, and everything after. `load`: the rest of the engine, for what waits for it, or once the window has what it can have without.
 */
export function earlyWire(wire: Wire, library: EarlyReads, load: { readonly now: () => void; readonly soon: () => void }): Wire {
  const waiting: unknown[] = [];
  let listener: ((message: unknown) => void) | null = null;
  let isOpen = false;

  wire.onMessage((message) => {
    if (isOpen) return listener?.(message);
    const asked = listener === null ? early.safeParse(message) : null;
    if (asked?.success !== true) {
      if (urgent.safeParse(message).success) load.now();
      return void waiting.push(message);
    }
    const { id, method, params } = asked.data;
    const answer = async (): Promise<unknown> => (method === 'sessions.list' ? await library.list(params) : await library.stats(params));
    answer()
      .then((result) => wire.send({ id, result }))
      .finally(() => load.soon())
      // The engine has words for what fails.
      .catch(() => (isOpen ? listener?.(message) : waiting.push(message)));
  });

  return {
    ...wire,
    onMessage: (taken) => {
      listener = taken;
      // Not before what else was sent to the engine meanwhile, such as the handles of files, has reached it.
      setImmediate(() => {
        isOpen = true;
        for (const message of waiting.splice(0)) taken(message);
      });
    },
  };
}
