/** Which rows the timeline has and how high each is: chapters, ruler, lanes, comments, graph, whole session, from top to bottom. */
import type { Words } from '../../words/words.ts';
import type { Lane } from './lanes.ts';

export interface Row {
  readonly kind: 'chapters' | 'ruler' | 'lane' | 'comments' | 'graph' | 'strip';
  /** CSS pixels from the top of the timeline. */
  readonly y: number;
  readonly height: number;
  readonly label: string;
  readonly lane: Lane | null;
}

export interface RowsSource {
  readonly lanes: readonly Lane[];
  readonly hasChapters: boolean;
  readonly hasComments: boolean;
  readonly labels: Words['timeline']['rows'];
  /** Name of the graph; null when the session has none. */
  readonly graph: string | null;
}

const CHAPTERS = 22;
const RULER = 20;
const STRIP = 22;
const COMMENTS = 18;
const LANE_MIN = 16;
const LANE_MAX = 26;
const GRAPH_MIN = 34;

/** Rows for an area of this height: the graph goes first when there is no room, then the chapters; lanes then overflow (the area scrolls). */
export function layoutRows(source: RowsSource, height: number): readonly Row[] {
  const lanes = source.lanes.length;
  const comments = source.hasComments ? COMMENTS : 0;
  const fits = (extra: number): boolean => height >= RULER + STRIP + comments + lanes * LANE_MIN + extra;
  const chapters = source.hasChapters && fits(CHAPTERS);
  const graph = source.graph !== null && fits(GRAPH_MIN + (chapters ? CHAPTERS : 0));
  const fixed = RULER + STRIP + comments + (chapters ? CHAPTERS : 0) + (graph ? GRAPH_MIN : 0);
  const laneHeight = lanes === 0 ? 0 : Math.min(LANE_MAX, Math.max(LANE_MIN, Math.floor((height - fixed) / lanes)));
  const spare = Math.max(0, height - fixed - laneHeight * lanes);

  const rows: Row[] = [];
  let y = 0;
  const add = (kind: Row['kind'], rowHeight: number, label: string, lane: Lane | null = null): void => {
    rows.push({ kind, y, height: rowHeight, label, lane });
    y += rowHeight;
  };
  if (chapters) add('chapters', CHAPTERS, source.labels.chapters);
  add('ruler', RULER, source.labels.time);
  for (const lane of source.lanes) add('lane', laneHeight, lane.label, lane);
  if (source.hasComments) add('comments', COMMENTS, source.labels.comments);
  // What the lanes leave over goes to the graph, else to the strip, which then stays at the bottom.
  if (graph) add('graph', GRAPH_MIN + spare, source.graph ?? '');
  add('strip', STRIP + (graph ? 0 : spare), source.labels.whole);
  return rows;
}

export function rowsHeight(rows: readonly Row[]): number {
  const last = rows.at(-1);
  return last === undefined ? 0 : last.y + last.height;
}

export function rowAt(rows: readonly Row[], y: number): Row | null {
  return rows.find((row) => y >= row.y && y < row.y + row.height) ?? null;
}
