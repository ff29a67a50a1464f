/** What paths of the REST API take. What is wrong is said as the end of a sentence that begins with the parameter's name. */
import { z } from 'zod';

const MOST_TEXT = 200;

/** In the address as digits. */
function wholeNumber(least: number, most: number, usual: number) {
  const error = `is a whole number from ${least} to ${most}.`;
  return z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.int().min(least, { error }).max(most, { error }))
    .default(usual)
    .meta({ description: `A whole number from ${least} to ${most}.` });
}

export function text(description: string, most = MOST_TEXT) {
  const error = `is a text of 1 to ${most} characters.`;
  return z
    .string({ error })
    .min(1, { error })
    .max(most, { error })
    .refine((value) => value.isWellFormed() && !value.includes('\0'), { error })
    .meta({ description });
}

export function oneOf<const T extends readonly string[]>(words: T, usual: T[number], description: string) {
  const list = words.length > 12 ? `${words.slice(0, 12).join(', ')} …` : words.join(', ');
  return z
    .enum(words, { error: `is one of: ${list}.` })
    .default(usual as z.core.util.NoUndefined<T[number]>)
    .meta({ description });
}

const PERIODS = ['all', 'year', 'month', 'week', 'day'] as const;
export type Period = (typeof PERIODS)[number];

export const limit = (usual: number, most = 500) => wholeNumber(1, most, usual);
export const page = wholeNumber(1, 100_000, 1);
export const offset = wholeNumber(0, 10_000_000, 0);
export const period = oneOf(PERIODS, 'all', 'Today (the calendar day of UTC), the last 7, 30 or 365 days, today among them, or all.');
export const guid = text("A player's id as leaderboards have it, a guid, a forum member's number, or a name that one player alone has.");
export const matchId = text('A match, by the id that lists of matches have.');
export const serverId = text('A server, by its id or name.');
export const mapName = text('A map, such as dm/mohdm6. In a path "/" may be written as it is or as %2F.', 100);
export const weaponName = text('A weapon, however it is spelt: M1 Garand, m1_garand.', 100);
export const achievementId = text('An achievement, by its id.', 100);

/** What narrows down what is counted. */
export const filters = {
  period,
  weapon: weaponName.optional(),
  map: mapName.optional(),
  server: serverId.optional(),
};

/** "1" or "true", "0" or "false". */
export function flag(description: string) {
  return z
    .enum(['1', 'true', '0', 'false'], { error: 'is 0 or 1.' })
    .transform((word) => word === '1' || word === 'true')
    .pipe(z.boolean())
    .default(false)
    .meta({ description });
}
