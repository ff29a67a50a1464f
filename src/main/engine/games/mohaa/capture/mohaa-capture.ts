/** Medal of Honor servers whose tracker posts what happens: what can be set of it. Its server is loaded by the thread that runs it, and by no import. */
import { z } from 'zod';
import type { CaptureSource } from '../../../capture/capture-source.ts';

const settings = z.object({
  port: z.int('A port is a whole number.').min(0, 'A port is 0 to 65535.').max(65_535, 'A port is 0 to 65535.').default(8080),
  host: z
    .string()
    .trim()
    .min(1, 'Write the address to listen at, such as 127.0.0.1.')
    .max(255, 'This address is too long.')
    .default('127.0.0.1'),
  open: z.boolean().default(false),
  registration: z.boolean().default(false),
  queue: z
    .int('The queue is a whole number of events.')
    .min(1, 'The queue holds one event at least.')
    .max(1_000_000, 'The queue holds a million events at most.')
    .default(50_000),
  broker: z
    .string()
    .trim()
    .max(300, 'This address is too long.')
    .refine(
      (address) => address === '' || (/^mqtts?:\/\//.test(address) && URL.canParse(address)),
      'A broker is written as mqtt://host:1883.',
    )
    .default(''),
  brokerUser: z.string().max(200, 'This name is too long.').default(''),
  brokerPassword: z.string().max(400, 'This password is too long.').default(''),
});
export type MohaaSettings = z.infer<typeof settings>;

export const mohaaCapture: CaptureSource<MohaaSettings> = {
  id: 'mohaa',
  settings,
  tokens: true,
  run: async (options, context) => await (await import('./mohaa-listener.ts')).recordMohaa(options, context),
};
