/** Achievements, and who claims to be whom. */
import { z } from 'zod';
import { count, named, percent, text, time } from './schema.ts';

const definition = {
  id: text,
  name: text,
  description: text,
  category: text,
  tier: count,
  points: count,
  metric: text,
  target: count,
};

export const achievement = named(
  'Achievement',
  z.object({
    ...definition,
    unlock_count: count.meta({ description: 'Players who have it.' }),
    unlock_rate: percent.meta({ description: 'Of all players.' }),
  }),
);
export const achievements = named('Achievements', z.array(achievement));

const playerAchievement = named(
  'PlayerAchievement',
  z.object({ ...definition, achievement_id: text, progress: count, unlocked: z.boolean(), unlocked_at: time }),
);
export const playerAchievements = named('PlayerAchievements', z.array(playerAchievement));

export const claimBegun = named('ClaimBegun', z.object({ code: text, expires_at: z.iso.datetime(), message: text }));
export const claimVerified = named('ClaimVerified', z.object({ status: z.literal('claimed') }));
