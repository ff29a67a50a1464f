/** Statistics as `sandtable statistics` prints them: a line of JSON for each section, at a moment or in total. */
import type { EntityInfo } from '../../../shared/session/model.ts';
import {
  cellAt,
  lastPoint,
  type MomentsSection,
  type Statistics,
  type StatisticsSection,
  type StatisticSubject,
  type TableSection,
} from '../../../shared/statistics.ts';

/** `t`: ms, Infinity for the total. */
export function* statisticsLines(statistics: Statistics, entities: readonly EntityInfo[], t: number): Generator<object> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const party = (id: number | undefined): object | null => {
    const entity = id === undefined || id === 0 ? undefined : byId.get(id);
    return entity === undefined ? null : { id: entity.id, nativeId: entity.nativeId, name: entity.name, team: entity.team };
  };
  const at = t === Number.POSITIVE_INFINITY ? null : t;
  for (const section of statistics.sections)
    yield { section: section.id, title: section.title, kind: section.kind, t: at, ...contentOf(section, statistics.words, party, t) };
}

type Party = (id: number | undefined) => object | null;

function contentOf(section: StatisticsSection, words: readonly string[], party: Party, t: number): object {
  switch (section.kind) {
    case 'table':
      return { rows: section.rows.map((subject, row) => ({ ...subjectOf(subject, party), ...cellsOf(section, row, t) })) };
    case 'moments':
      return { moments: Array.from(section.t.subarray(0, lastPoint(section.t, t) + 1), (_, i) => momentOf(section, i, words, party)) };
    default:
      return { lines: section.lines.map(({ label, t: times, value }) => ({ label, value: value[lastPoint(times, t)] ?? 0 })) };
  }
}

function cellsOf(section: TableSection, row: number, t: number): object {
  return Object.fromEntries(
    section.columns.flatMap(({ id, hidden }, column) => (hidden === true ? [] : [[id, cellAt(section, row, column, t)]])),
  );
}

function momentOf(section: MomentsSection, i: number, words: readonly string[], party: Party): object {
  const fields = section.columns.map(({ id, kind, values }): [string, string | number | null] => {
    const value = values[i] ?? 0;
    return [id, kind === 'text' ? (words[value] ?? '') : Number.isNaN(value) ? null : value];
  });
  return {
    t: section.t[i],
    ...(section.actorLabel === null ? {} : { actor: party(section.actor[i]) }),
    ...(section.targetLabel === null ? {} : { target: party(section.target[i]) }),
    ...Object.fromEntries(fields),
  };
}

function subjectOf(subject: StatisticSubject, party: Party): object {
  const { kind: _kind, ...rest } = subject;
  return subject.kind === 'entity' ? { entity: party(subject.entity) } : rest;
}
