/** "This player is me": a code is made here for a player of the library; whoever types it into the game's chat, or is said to by a tracker, is then that player too. */
import { z } from 'zod';
import { claimBegun, claimVerified } from './answers/people.ts';
import { text } from './parameters.ts';
import { personOf } from './people.ts';
import { Refusal } from './refusal.ts';
import { post, type Route } from './route.ts';

const CODE = 'is a code such as MOH-7K2PXW.';
const code = z
  .string({ error: CODE })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2,5}-[A-Z0-9]{4,12}$/, { error: CODE });

export const CLAIM_ROUTES: readonly Route[] = [
  post({
    path: '/auth/claim/init',
    tag: 'Claims',
    summary: 'A code that joins whoever types it in the game to a player',
    body: z.object({ player_guid: text('The player, as in addresses.') }),
    answer: claimBegun,
    refusals: [404],
    read: ({ player_guid: guid }, context) => personOf(context, guid),
    run: async (person, context) => {
      const { code, expiresAt } = await context.claim(person.id);
      return { code, expires_at: new Date(expiresAt).toISOString(), message: `In the game, say: !claim ${code}` };
    },
  }),
  post({
    path: '/auth/claim/verify',
    tag: 'Claims',
    summary: 'A tracker says who typed a code',
    body: z.object({ code, player_guid: text('As the tracker has it.'), player_name: text('As the game shows it.').optional() }),
    answer: claimVerified,
    needsToken: true,
    refusals: [401, 404],
    read: ({ code }, { db, now }) => {
      const expiresAt = db
        .prepare<[string], number>("SELECT expires_at FROM career_claims WHERE game = 'mohaa' AND code = ?")
        .pluck()
        .get(code);
      if (expiresAt === undefined) throw new Refusal(404, 'There is no such code.');
      if (expiresAt < now) throw new Refusal(404, 'This code has expired; a new one holds for ten minutes.');
    },
    run: async (_read, context, request, { code, player_guid, player_name = '' }) => {
      await context.take(request, { type: 'identity_claim', player_guid, player_name, claimed_id: code });
      return { status: 'claimed' as const };
    },
  }),
];
