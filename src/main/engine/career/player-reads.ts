/** Everything on the page of a player. */
import type { CareerFigure, CareerFilter, CareerHistogram, CareerMatches, CareerPlayer } from '../../../shared/career.ts';
import { medianOf, valueOf } from './formula.ts';
import type { DetailModel } from './model.ts';
import type { PeopleReads } from './people-reads.ts';
import { prepared } from './prepared.ts';
import type { Span } from './span.ts';
import { told, type SumReads } from './sums.ts';
import type { Tables } from './table-reads.ts';
import { trendOf } from './trend-reads.ts';

const NEWEST = 20;

interface Asked {
  readonly sums: SumReads;
  readonly people: PeopleReads;
  readonly tables: Tables;
  readonly player: number;
  readonly filter: CareerFilter;
  readonly span: Span | null;
  readonly now: number;
  readonly figures: (ids: readonly string[]) => readonly CareerFigure[];
  readonly matches: (limit: number) => CareerMatches;
}

/** Null when nothing of the player is counted any more. */
export function playerPage(asked: Asked): CareerPlayer | null {
  const { sums, people, tables, player, filter, span, now } = asked;
  const own = sums.peopleOf(player);
  const person = people.page(player, own);
  if (person === null) return null;
  const { model } = sums;
  const all = asked.figures(model.stats.map(({ id }) => id));
  const shown = model.details.filter(({ shownAs }) => shownAs === 'table');
  return {
    person,
    rank: rankOf(asked, all.find(({ stat }) => stat.id === model.firstStat)?.value ?? null),
    figures: model.figures.flatMap((id) => all.find(({ stat }) => stat.id === id) ?? []),
    all,
    trend: trendOf(sums, player, filter, span, now),
    tables: [
      ...shown.map((detail) => tables.ofDetail(detail, filter, span, player)),
      tables.bySession('map', filter, span, player),
      tables.bySession('server', filter, span, player),
    ],
    bodies: model.details
      .filter(({ shownAs }) => shownAs === 'body')
      .map((detail) => ({
        title: detail.plural,
        about: detail.about,
        columns: detail.stats.map(told),
        parts: sums.byKey(detail, own, filter, span).map(({ key, counts }) => ({
          part: String(key),
          label: String(key).replace(/^r_/, 'right ').replace(/^l_/, 'left ').replaceAll('_', ' '),
          values: detail.stats.map((stat) => valueOf(stat, { counts }, detail.counters, filter.bots === true)),
        })),
      })),
    histograms: model.details.filter(({ shownAs }) => shownAs === 'histogram').map((detail) => histogramOf(detail, asked, own)),
    achievements: achievementsOf(asked),
    matches: asked.matches(NEWEST),
  };
}

/** `value`: what the player has of the game's first stat. */
function rankOf({ sums, filter, span }: Asked, value: number | null): CareerPlayer['rank'] {
  const stat = sums.stat(sums.model.firstStat);
  if (value === null || value === 0) return null;
  const { sql, values } = sums.ranking(stat, filter, span);
  const [better, total] = prepared(sums.db, `SELECT count(*) FILTER (WHERE v > ?), count(*) FROM (${sql})`).get(value, ...values) as [
    number,
    number,
  ];
  return { rank: better + 1, total, stat: told(stat) };
}

function histogramOf(
  { id, plural, about, unit = '', edges = [] }: DetailModel,
  { sums, filter, span }: Asked,
  people: readonly number[],
): CareerHistogram {
  const keys = sums.keysOf(id, people, filter, span);
  const counts = edges.slice(1).map(() => 0);
  for (const [key, count] of keys) {
    const band = edges.findLastIndex((edge) => edge <= key);
    const at = Math.min(Math.max(band, 0), counts.length - 1);
    counts[at] = (counts[at] ?? 0) + count;
  }
  return { id, title: plural, about, unit, edges, counts, median: medianOf(keys) };
}

function achievementsOf({ sums, player, filter }: Asked): CareerPlayer['achievements'] {
  const { achievements, game } = sums.model;
  const of = { game, ...(filter.bots === true ? { bots: true } : {}) };
  const stats = sums.stats(achievements.map(({ stat }) => stat));
  const [values = []] = sums.valuesOf([player], stats, of, null);
  return achievements.map(({ id, label, about, set, tier, stat, target }, index) => {
    const value = values[index] ?? 0;
    return { id, label, about, set, tier, value, target, done: value >= target, stat: told(sums.stat(stat)) };
  });
}
