/** Settings of captures that listen: where, and the secret that senders have to know. */
import { z } from 'zod';
import { same } from '../../../transport/guard.ts';

export function portField(initial: number, least = 0): z.ZodDefault<z.ZodInt> {
  return z
    .int('A port is a whole number.')
    .min(least, `A port is at least ${least}.`)
    .max(65_535, 'A port is at most 65535.')
    .default(initial);
}

export const listenerFields = {
  host: z
    .string()
    .trim()
    .min(1, 'Write the address to listen at, such as 127.0.0.1.')
    .max(255, 'This address is too long.')
    .default('127.0.0.1'),
  secret: z.string().max(400, 'This secret is too long.').default(''),
  unsecured: z.boolean().default(false),
};

interface Secured {
  readonly secret: string;
  readonly unsecured: boolean;
}

/** For `refine`. */
export function hasSecret({ secret, unsecured }: Secured): boolean {
  return unsecured || secret !== '';
}

export const NO_SECRET = 'Make a secret first: without one, every program on this machine could send recordings.';

/** Whether a sender who knows this may send. */
export function lets({ secret, unsecured }: Secured, given: string | null): boolean {
  return unsecured || (secret !== '' && given !== null && same(given, secret));
}
