/** What Electron main says to the engine's utility process, and the other way round. Commands are validated by the engine. */
import { z } from 'zod';

export const engineCommand = z.discriminatedUnion('type', [
  /** Comes with a MessagePort for one page. */
  z.object({ type: z.literal('connect') }),
  /** A person chose this path in a dialog, dropped it or passed it as an argument: pages may name it by its handle. */
  z.object({ type: z.literal('mint'), handle: z.uuid(), path: z.string().max(32_768), access: z.enum(['read', 'write', 'folder']) }),
  z.object({ type: z.literal('close') }),
]);
export type EngineCommand = z.infer<typeof engineCommand>;

/** The engine will not run; the sentence says why. */
export interface EngineNotice {
  readonly type: 'refused';
  readonly message: string;
}
