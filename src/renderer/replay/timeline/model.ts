/** Everything of a session that the timeline shows and that does not change with zoom or time. */
import type { TeamColour } from '../../../shared/games/profile.ts';
import { EVENT_IMPORTANCE } from '../../../shared/session/event-types.ts';
import type { Words } from '../../words/words.ts';
import type { LoadedSession } from '../playback/types.ts';
import { binEvents, type Bins, type BinSource } from './bins.ts';
import { buildChapters, type Chapter } from './chapters.ts';
import { buildGraph, type Graph } from './graph.ts';
import { buildLanes, type Lane } from './lanes.ts';

export interface TimelineModel {
  readonly lanes: readonly Lane[];
  readonly chapters: readonly Chapter[];
  readonly graph: Graph | null;
  readonly teamColours: readonly TeamColour[];
  /** Events of importance 1 and more; all of them when there is none such. */
  readonly notable: BinSource & { readonly seqs: Int32Array };
  readonly overview: Bins;
}

const OVERVIEW_COLUMNS = 160;

/** `durationMs`: as far as it is drawn. */
export function buildModel(session: LoadedSession, durationMs: number, words: Words['timeline']): TimelineModel {
  const { profile, entities, events } = session;
  const source = { profile, entities, events, durationMs };
  const notable = pickNotable(session);
  return {
    lanes: buildLanes(source),
    chapters: buildChapters(events, durationMs, words.chapters),
    graph: buildGraph(session),
    teamColours: profile.teams.map((team) => team.colour),
    notable,
    overview: binEvents(notable, { from: 0, to: Math.max(1, durationMs) }, OVERVIEW_COLUMNS),
  };
}

function pickNotable({ events }: LoadedSession): TimelineModel['notable'] {
  const importanceOf = (seq: number): number => EVENT_IMPORTANCE[events.type[seq] as number] ?? 0;
  const all = Int32Array.from({ length: events.count }, (_, seq) => seq);
  const some = all.filter((seq) => importanceOf(seq) >= 1);
  const seqs = some.length > 0 ? some : all;
  return { seqs, t: seqs.map((seq) => events.t[seq] as number), importance: Uint8Array.from(seqs, importanceOf) };
}
