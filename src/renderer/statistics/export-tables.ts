/** Answers of the engine as tables for a file. */
import type { CareerFigure, CareerMatches, CareerTable } from '../../shared/career.ts';
import type { ExportTable } from './export-view.ts';

export function exportTables({ title, rowLabel, columns, rows }: CareerTable): ExportTable {
  return { title, rowLabels: [rowLabel], columns, rows: rows.map(({ label, values }) => ({ labels: [label], values })) };
}

/** One row: a column for each number. */
export function figureTable(title: string, figures: readonly CareerFigure[]): ExportTable {
  return {
    title,
    rowLabels: [],
    columns: figures.map(({ stat }) => stat),
    rows: [{ labels: [], values: figures.map(({ value }) => value) }],
  };
}

type MatchLabels = Readonly<Record<'match' | 'map' | 'server' | 'when' | 'result', string>>;

export function matchTable(title: string, says: MatchLabels, { columns, rows }: CareerMatches): ExportTable {
  return {
    title,
    rowLabels: [says.match, says.map, says.server, says.when, says.result],
    columns,
    rows: rows.map(({ title: match, map, server, startedAt, result, values }) => ({
      labels: [match, map.label, server?.label ?? '', startedAt, result ?? ''],
      values,
    })),
  };
}
