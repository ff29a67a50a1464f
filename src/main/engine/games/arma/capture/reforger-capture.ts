/** Arma Reforger with the OCAP addon: what can be set of it. Its server is loaded by the thread that runs it. */
import { z } from 'zod';
import type { CaptureSource } from '../../../capture/capture-source.ts';
import { hasSecret, listenerFields, NO_SECRET, portField } from './listener-settings.ts';

const settings = z.object({ ...listenerFields, port: portField(8080) }).refine(hasSecret, NO_SECRET);
export type ReforgerSettings = z.infer<typeof settings>;

export const reforgerCapture: CaptureSource<ReforgerSettings> = {
  id: 'ocap-reforger',
  settings,
  run: async (options, context) => await (await import('./reforger-listener.ts')).recordReforger(options, context),
};
