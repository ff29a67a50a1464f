/** One number by something: the original's drill-down. */
import type { z } from 'zod';
import { column, countersOf, expressionOf } from '../../../career/formula.ts';
import { EVERYBODY } from '../../../career/model.ts';
import { COUNTERS } from '../career/counters.ts';
import type { dynamicStats } from './answers/matches.ts';
import { careerOf, filterOf, Numbers, spanIn, sumsOf, type Filters } from './career.ts';
import type { LibraryContext } from './context.ts';
import { personOf, type Found } from './people.ts';
import { STAT_NAMES, STATS, valueOf, type StatName } from './stats.ts';

/** As the original calls them: CareerDimension.id. */
const OF_CAREER = {
  weapon: 'weapon',
  map: 'map',
  player: 'player',
  player_guid: 'player',
  server: 'server',
  hitloc: 'body',
  match: 'match',
} as const;
export const DIMENSIONS = Object.keys(OF_CAREER) as [keyof typeof OF_CAREER, ...(keyof typeof OF_CAREER)[]];
export const METRICS = ['kdr', ...STAT_NAMES] as ['kdr', ...StatName[]];

const OF_BODY: Readonly<Record<string, string>> = { kills: 'kills_there', headshots: 'kills_there', deaths: 'deaths_there' };

interface Asked extends Pick<Filters, 'period'> {
  readonly dimension: (typeof DIMENSIONS)[number];
  readonly metric: (typeof METRICS)[number];
  readonly filter_guid?: string | undefined;
  readonly filter_map?: string | undefined;
  readonly filter_weapon?: string | undefined;
  readonly filter_server?: string | undefined;
  readonly limit: number;
}

export function queryOf(context: LibraryContext, asked: Asked): z.input<typeof dynamicStats> {
  const { dimension, limit, filter_guid: guid } = asked;
  const metric: StatName = asked.metric === 'kdr' ? 'kd' : asked.metric;
  const filters = { period: asked.period ?? 'all', map: asked.filter_map, server: asked.filter_server, weapon: asked.filter_weapon };
  const filter = filterOf(context, filters);
  const person = guid === undefined ? null : personOf(context, guid);
  if (dimension === 'match') return byMatch(context, filters, metric, person, limit);
  const id = OF_CAREER[dimension];
  const stat = id === 'body' ? (OF_BODY[metric] ?? 'hits_given') : STATS[metric];
  const answer = careerOf(context).query({ filter, dimension: id, stat, ...(person === null ? {} : { player: person.id }), limit });
  return (answer?.rows ?? []).map(({ label, link, value }) => ({
    label: dimension === 'player' ? label : (link?.id ?? label),
    value: id === 'body' ? (value ?? 0) : valueOf(metric, new Numbers(answer === null ? [] : [answer.stat], [value])),
  }));
}

function byMatch(
  context: LibraryContext,
  filters: Filters,
  metric: StatName,
  person: Found | null,
  limit: number,
): z.input<typeof dynamicStats> {
  const sums = sumsOf(context);
  const stat = sums.stat(STATS[metric]);
  const filter = filterOf(context, filters);
  const { sql, values } = sums.sources.sessions({
    filter,
    span: spanIn(context, filter),
    people: person === null ? [EVERYBODY] : [...sums.peopleOf(person.player)],
  });
  const columns = [...new Set(countersOf(stat.from, false))].map((name) => column(COUNTERS, name));
  return context.db
    .prepare<(string | number)[], { label: string; value: number | null }>(
      `SELECT sessions.id AS label, ${expressionOf(stat.from, COUNTERS, false)} AS value
       FROM (SELECT r.session, ${columns.map((name) => `sum(r.${name}) AS ${name}`).join(', ')} ${sql} GROUP BY r.session) JOIN sessions ON sessions.key = session
       ORDER BY value DESC LIMIT ?`,
    )
    .all(...values, limit)
    .map(({ label, value }) => ({ label, value: valueOf(metric, new Numbers([stat], [value])) }));
}
