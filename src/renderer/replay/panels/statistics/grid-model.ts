/** Tables and lists of moments as one kind of grid: columns, rows, what a cell says at t, and where a row leads. */
import {
  cellAt,
  lastPoint,
  type MomentsSection,
  type Statistics,
  type StatisticSubject,
  type TableSection,
} from '../../../../shared/statistics.ts';
import { formatClock, formatMetres } from '../../../ui/format.ts';
import { words } from '../../../words/words.ts';
import type { LoadedSession } from '../../playback/types.ts';
import { gridReference } from '../../stage/grid-reference.ts';
import { headWords, valueWords } from './value-words.ts';

/** Null is unknown and stands last in any order. */
type GridValue = number | string | null;

export interface GridColumn {
  readonly id: string;
  readonly label: string;
  readonly numeric: boolean;
  /** px */
  readonly width: number;
  /** What the first click on its head does. */
  readonly firstOrder: 'ascending' | 'descending';
  value(row: number, t: number): GridValue;
  words(value: GridValue): string;
  /** Team of what it names, for its colour; undefined for plain text. */
  team?(row: number): string | null;
}

/** Where a row leads: any of a moment, somebody, a place. */
interface GridLink {
  readonly t: number | null;
  /** EntityId, 0 for nobody. */
  readonly entity: number;
  /** Session metres. */
  readonly place: readonly [number, number, number] | null;
}

export interface GridSort {
  /** GridColumn.id */
  readonly column: string;
  readonly order: 'ascending' | 'descending';
}

export interface Grid {
  readonly columns: readonly GridColumn[];
  /** How it is sorted until somebody wants another order; null for the rows' own order. */
  readonly sort: GridSort | null;
  /** Rows in all. */
  readonly count: number;
  /** Rows that are there at t: the first so many. */
  rowsAt(t: number): number;
  /** The values of a row are others at another t. */
  readonly moves: boolean;
  /** Null for a row that leads nowhere. */
  link(row: number): GridLink | null;
}

const NAME_WIDTH = 132;
const TEXT_WIDTH = 108;
const TIME_WIDTH = 64;

export function gridOf(section: TableSection | MomentsSection, statistics: Statistics, session: LoadedSession): Grid {
  return section.kind === 'table' ? tableGrid(section, session) : momentsGrid(section, statistics.words, session);
}

function tableGrid(section: TableSection, session: LoadedSession): Grid {
  const { rows, columns } = section;
  const best =
    section.ordered === true ? undefined : columns.find(({ higherIsBetter, hidden }) => higherIsBetter === true && hidden !== true);
  const places = rows.some(({ kind }) => kind === 'place');
  const subjects = rows.map((row) => subjectWords(row, session));
  return {
    moves: true,
    sort: best === undefined ? null : { column: best.id, order: 'descending' },
    count: rows.length,
    rowsAt: () => rows.length,
    columns: [
      {
        ...textColumn('subject', section.rowLabel, NAME_WIDTH, (row) => subjects[row] ?? ''),
        team: (row) => teamOf(rows[row], session) ?? null,
      },
      ...columns.flatMap((column, index): GridColumn[] => {
        if (column.hidden === true) return [];
        const label = headWords(column.label, column.unit, column.format);
        return [
          {
            id: column.id,
            label,
            numeric: true,
            width: widthOf(label),
            firstOrder: column.higherIsBetter === false ? 'ascending' : 'descending',
            value: (row, t) => cellAt(section, row, index, t),
            words: (value) => valueWords(numberOf(value), column.format),
          },
        ];
      }),
      ...(places ? placeColumns(rows) : []),
    ],
    link: (row) => {
      const subject = rows[row];
      if (subject?.kind === 'entity') return { t: null, entity: subject.entity, place: null };
      return subject?.kind === 'place' ? { t: subject.from, entity: 0, place: subject.centre } : null;
    },
  };
}

function placeColumns(rows: readonly StatisticSubject[]): GridColumn[] {
  const column = (id: string, label: string, read: 'radius' | 'from' | 'to', words: (value: number) => string): GridColumn => ({
    id,
    label,
    numeric: true,
    width: TIME_WIDTH,
    firstOrder: 'ascending',
    value: (row) => {
      const subject = rows[row];
      return subject?.kind === 'place' ? subject[read] : null;
    },
    words: (value) => words(numberOf(value) ?? Number.NaN),
  });
  const says = words().panels.statistics.columns;
  return [
    column('radius', says.radius, 'radius', formatMetres),
    column('from', says.from, 'from', (t) => formatClock(t)),
    column('to', says.to, 'to', (t) => formatClock(t)),
  ];
}

function momentsGrid(section: MomentsSection, texts: readonly string[], session: LoadedSession): Grid {
  const { t: times, position } = section;
  const party = (id: string, label: string | null, ids: Int32Array): GridColumn[] =>
    label === null
      ? []
      : [
          {
            ...textColumn(id, label, NAME_WIDTH, (row) => nameOf(session, ids[row] ?? 0)),
            team: (row) => session.entities[ids[row] ?? 0]?.team ?? null,
          },
        ];
  return {
    moves: false,
    sort: null,
    count: times.length,
    rowsAt: (t) => lastPoint(times, t) + 1,
    columns: [
      {
        id: 't',
        label: words().panels.statistics.columns.time,
        numeric: true,
        width: TIME_WIDTH,
        firstOrder: 'ascending',
        value: (row) => times[row] ?? 0,
        words: (value) => formatClock(Number(value)),
      },
      ...party('actor', section.actorLabel, section.actor),
      ...party('target', section.targetLabel, section.target),
      ...section.columns.map((column): GridColumn => {
        if (column.kind === 'text') {
          const wide = column.values.some((index) => (texts[index]?.length ?? 0) > 14);
          const read = (row: number): string => teamLabel(texts[column.values[row] ?? 0] ?? '', session);
          return textColumn(column.id, column.label, wide ? TEXT_WIDTH * 2 : TEXT_WIDTH, read);
        }
        const label = headWords(column.label, column.unit, column.format);
        return {
          id: column.id,
          label,
          numeric: true,
          width: widthOf(label),
          firstOrder: 'descending',
          value: (row) => column.values[row] ?? null,
          words: (value) => valueWords(numberOf(value), column.format),
        };
      }),
    ],
    link: (row) => {
      const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = position.subarray(row * 3, row * 3 + 3);
      const placed = Number.isFinite(x) && Number.isFinite(z);
      return {
        t: times[row] ?? 0,
        entity: section.actor[row] || section.target[row] || 0,
        place: placed ? [x, Number.isFinite(y) ? y : 0, z] : null,
      };
    },
  };
}

function textColumn(id: string, label: string, width: number, read: (row: number) => string): GridColumn {
  return { id, label, numeric: false, width, firstOrder: 'ascending', value: read, words: (value) => String(value ?? '') };
}

/** Row numbers in order of a column; unknown values last, equal ones as they come. */
export function sortedRows(grid: Grid, column: GridColumn, order: 'ascending' | 'descending', t: number): number[] {
  const count = grid.rowsAt(t);
  const values = Array.from({ length: count }, (_, row) => column.value(row, t));
  const sign = order === 'ascending' ? 1 : -1;
  return Array.from({ length: count }, (_, row) => row).toSorted((a, b) => {
    const [left, right] = [values[a] ?? null, values[b] ?? null];
    const [none, other] = [isUnknown(left), isUnknown(right)];
    if (none || other) return Number(none) - Number(other) || a - b;
    return sign * compare(left, right) || a - b;
  });
}

function compare(a: GridValue, b: GridValue): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}

function isUnknown(value: GridValue): boolean {
  return value === null || value === '' || Number.isNaN(value);
}

function numberOf(value: GridValue): number | null {
  return typeof value === 'number' ? value : null;
}

function widthOf(label: string): number {
  return Math.max(56, Math.round(label.length * 6.4) + 34);
}

function subjectWords(subject: StatisticSubject, session: LoadedSession): string {
  switch (subject.kind) {
    case 'entity':
      return nameOf(session, subject.entity);
    case 'team':
      return teamLabel(subject.team, session);
    case 'text':
      return subject.text;
    default: {
      const [x, , z] = subject.centre;
      const { grid } = session.profile.world;
      return grid.reference === 'arma' ? `${subject.text}, ${gridReference(x, z, grid.steps.at(-1) ?? 100)}` : subject.text;
    }
  }
}

function teamOf(subject: StatisticSubject | undefined, session: LoadedSession): string | null {
  if (subject === undefined || subject.kind === 'place') return null;
  return subject.kind === 'entity' ? (session.entities[subject.entity]?.team ?? null) : subject.team;
}

function teamLabel(team: string, { profile }: LoadedSession): string {
  return profile.teams.find(({ id }) => id === team)?.label ?? team;
}

function nameOf({ entities }: LoadedSession, id: number): string {
  const entity = id === 0 ? undefined : entities[id];
  return entity === undefined ? '' : entity.name === '' ? (entity.className ?? entity.nativeId) : entity.name;
}
