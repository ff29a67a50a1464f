/** Achievements: which there are, how many players have each, and how far one player is. */
import type { z } from 'zod';
import { countersOf, expressionOf } from '../../../career/formula.ts';
import type { AchievementModel, StatModel } from '../../../career/model.ts';
import type { Db } from '../../../library/schema.ts';
import { COUNTERS } from '../career/counters.ts';
import { mohaaCareerModel } from '../career/model.ts';
import type { achievements, playerAchievements } from './answers/people.ts';
import { numbersOf, rounded } from './career.ts';
import type { LibraryContext } from './context.ts';
import type { Found } from './people.ts';
import { Refusal } from './refusal.ts';

type Achievement = z.input<typeof achievements>[number];

interface Unlocks {
  readonly all: number;
  /** By achievement. */
  readonly counts: readonly number[];
}

const TIERS = ['bronze', 'silver', 'gold', 'platinum', 'diamond'];
const POINTS = [10, 20, 50, 100, 200];

function definitionOf({ id, label, about, set, tier, stat, target }: AchievementModel) {
  const level = TIERS.indexOf(tier);
  return { id, name: label, description: about, category: set, tier: level + 1, points: POINTS[level] ?? 0, metric: stat, target };
}

function statOf({ stat }: AchievementModel): StatModel {
  const found = mohaaCareerModel.stats.find(({ id }) => id === stat);
  if (found === undefined) throw new Error(`there is no statistic ${stat}`);
  return found;
}

export function allAchievements(context: LibraryContext): z.input<typeof achievements> {
  const { all, counts } = recentUnlocks(context);
  return mohaaCareerModel.achievements.map((model, index) => answerOf(model, counts[index] ?? 0, all));
}

export function achievementOf(context: LibraryContext, id: string): Achievement {
  const found = allAchievements(context).find((achievement) => achievement.id === id);
  if (found === undefined) throw new Refusal(404, 'Achievement not found.');
  return found;
}

function answerOf(model: AchievementModel, count: number, all: number): Achievement {
  return { ...definitionOf(model), unlock_count: count, unlock_rate: all === 0 ? 0 : rounded((count / all) * 100) };
}

/** All players have to be looked at: not more often than this, ms. */
const COUNTED_FOR = 10_000;
const counted = new WeakMap<Db, { readonly at: number; readonly unlocks: Unlocks }>();

function recentUnlocks({ db, now }: LibraryContext): Unlocks {
  const known = counted.get(db);
  if (known !== undefined && Math.abs(now - known.at) < COUNTED_FOR) return known.unlocks;
  const own = unlocks({ db });
  counted.set(db, { at: now, unlocks: own });
  return own;
}

/** Of all players, bots apart: how many there are, and how many have each. */
function unlocks({ db }: Pick<LibraryContext, 'db'>): Unlocks {
  const { achievements, counters } = mohaaCareerModel;
  const formulas = achievements.map((model) => ({ model, formula: statOf(model).from }));
  const columns = [...new Set(formulas.flatMap(({ formula }) => countersOf(formula, false)))].map((name) => `n${counters.indexOf(name)}`);
  const tests = formulas.map(({ formula, model }) =>
    'greatest' in formula ? '0' : `total(${expressionOf(formula, counters, false)} >= ${model.target})`,
  );
  const [all = 0, ...counted] = db
    .prepare<[], number[]>(
      `SELECT count(*), ${tests.join(', ')} FROM (
         SELECT ${columns.map((name) => `sum(${name}) AS ${name}`).join(', ')} FROM career_totals JOIN career_people USING (person)
         WHERE career_totals.game = 'mohaa' AND career_totals.scope = '' AND career_totals.value = '' AND period = 0 AND person > 0 GROUP BY player)`,
    )
    .raw()
    .get() as number[];
  const reached = db
    .prepare<[string, number], number>(
      `SELECT count(DISTINCT player) FROM career_detail_totals JOIN career_people USING (person)
       WHERE career_detail_totals.game = 'mohaa' AND kind = ? AND period = 0 AND person > 0 AND key >= ? AND n0 > 0`,
    )
    .pluck();
  const counts = formulas.map(({ formula, model }, index) =>
    'greatest' in formula ? (reached.get(formula.greatest, model.target) ?? 0) : (counted[index] ?? 0),
  );
  return { all, counts };
}

/** How far a player is with each, over all time. */
export function reachedBy(context: LibraryContext, { player }: Found) {
  const numbers = numbersOf(context, player, {});
  return mohaaCareerModel.achievements.map((model) => {
    const value = numbers.of(model.stat);
    return { model, value, isReached: value >= model.target };
  });
}

export function progressOf(context: LibraryContext, person: Found): z.input<typeof playerAchievements> {
  const times = unlockTimes(context, person);
  return reachedBy(context, person).map(({ model, value, isReached }) => {
    const at = isReached ? times.get(model.id) : undefined;
    return {
      ...definitionOf(model),
      achievement_id: model.id,
      progress: Math.min(Math.floor(value), model.target),
      unlocked: isReached,
      unlocked_at: at === undefined ? null : new Date(at).toISOString(),
    };
  });
}

/** When the match began in which each was reached, Unix ms: matches are added up from the first on. */
function unlockTimes({ db }: LibraryContext, { player }: Found): ReadonlyMap<string, number> {
  const { achievements, counters } = mohaaCareerModel;
  const tests = achievements.map((model) => {
    const { from } = statOf(model);
    return 'sum' in from ? { model, columns: from.sum.of.map((name) => counters.indexOf(name)), scale: from.scale ?? 1 } : null;
  });
  const matches = db
    .prepare<[number], Readonly<Record<string, number>> & { readonly started: number }>(
      `SELECT career_rows.* FROM career_rows JOIN career_people USING (person) WHERE player = ? ORDER BY started`,
    )
    .all(player);
  const sums = COUNTERS.map(() => 0);
  const times = new Map<string, number>();
  for (const match of matches) {
    for (const index of sums.keys()) sums[index] = (sums[index] ?? 0) + (match[`n${index}`] ?? 0);
    for (const test of tests) {
      if (test === null || times.has(test.model.id)) continue;
      const value = test.columns.reduce((total, index) => total + (sums[index] ?? 0), 0) * test.scale;
      if (value >= test.model.target) times.set(test.model.id, match.started);
    }
  }
  const first = db
    .prepare<[number, string, number], number>(
      `SELECT min(career_rows.started) FROM career_details JOIN career_rows USING (session, person) JOIN career_people USING (person)
       WHERE player = ? AND kind = ? AND key >= ? AND career_details.n0 > 0`,
    )
    .pluck();
  for (const model of achievements) {
    const { from } = statOf(model);
    const at = 'greatest' in from ? first.get(player, from.greatest, model.target) : null;
    if (at !== null && at !== undefined) times.set(model.id, at);
  }
  return times;
}
