/** ArmA 3 with the OCAP recorder: what can be set of it. Its servers are loaded by the thread that runs them, and by no import. */
import { z } from 'zod';
import type { CaptureSource } from '../../../capture/capture-source.ts';
import { hasSecret, listenerFields, NO_SECRET, portField } from './listener-settings.ts';

const settings = z
  .object({
    ...listenerFields,
    port: portField(5000),
    commandsPort: portField(0),
    prefix: z
      .string()
      .trim()
      .regex(/^(?:\/?[\w.~-]+)*\/?$/, 'The path may have letters, digits and dashes, such as /ocap.')
      .max(200, 'The path is too long.')
      .default(''),
  })
  .refine(hasSecret, NO_SECRET);
export type OcapSettings = z.infer<typeof settings>;

export const ocapCapture: CaptureSource<OcapSettings> = {
  id: 'ocap',
  settings,
  run: async (options, context) => await (await import('./ocap-listener.ts')).recordOcap(options, context),
};
