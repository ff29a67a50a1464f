/** What the page asks of the heat worker, and what it answers. */
import type { HeightRange, TimeRange } from './heat-bins.ts';
import type { HeatGrid } from './heat-grid.ts';
import type { HeatEvents, HeatSubject } from './heat-subject.ts';

/** What is counted, and of whom. Null is everybody, everything. */
export interface HeatSelection {
  /** HeatProfile.id */
  readonly kind: string;
  /** Index into the profile's teams. */
  readonly team: number | null;
  /** EntityId. */
  readonly who: number | null;
  /** String indices. */
  readonly role: number | null;
  readonly weapon: number | null;
}

export interface HeatQuery {
  readonly selection: HeatSelection;
  /** Taken away from the first. */
  readonly minus: HeatSelection | null;
  readonly time: TimeRange | null;
  /** Index into `HeatAnswer.floors`. */
  readonly floor: number | null;
  /** Metres; null for one that suits the extent. */
  readonly radius: number | null;
  /** Whether the single points are wanted too. */
  readonly dots: boolean;
}

export interface HeatDots {
  readonly count: number;
  /** Of so many; those between are left out evenly. */
  readonly of: number;
  readonly place: Float32Array;
  readonly t: Int32Array;
  readonly who: Int32Array;
  /** -1 for points that are no events. */
  readonly seq: Int32Array;
  /** Of which session, the open one being 0; `who` and `seq` are its own. */
  readonly session: Uint16Array;
  /** 1: of the selection that is taken away. */
  readonly minus: Uint8Array;
}

export interface HeatAnswer {
  readonly grid: HeatGrid;
  /** In the unit of the kind, per cell, before the blur; below 0 where the second selection has more. */
  readonly values: Float32Array;
  /** After the blur, per m²: only the strongest few places are further from 0. */
  readonly strong: number;
  readonly total: number;
  readonly minusTotal: number | null;
  /** Longer side of where there are points, metres. */
  readonly extent: number;
  readonly radius: number;
  readonly floors: readonly HeightRange[];
  /** What the points of the kind can be told apart by: EntityIds and string indices. */
  readonly people: readonly number[];
  readonly roles: readonly number[];
  readonly weapons: readonly number[];
  readonly dots: HeatDots | null;
  /** False while samples are still to come. */
  readonly complete: boolean;
}

export type HeatRequest =
  /** A session, the open one first; what follows up to the next one is of it. `count`: events of all its parts. */
  | { readonly kind: 'begin'; readonly subject: HeatSubject; readonly count: number }
  | { readonly kind: 'events'; readonly at: number; readonly part: HeatEvents }
  /** Packed, in order. */
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  | { readonly kind: 'query'; readonly query: HeatQuery };

export type HeatReply =
  /** Comes before the answer when that takes a while: made of some of the points. */
  | { readonly kind: 'sketch'; readonly answer: HeatAnswer }
  /** Null: nothing of it has a place. */
  | { readonly kind: 'answer'; readonly answer: HeatAnswer | null }
  | { readonly kind: 'refused'; readonly error: string }
  /** The last chunk, or the end, was taken in; or it could not be read. */
  | { readonly kind: 'taken'; readonly error: string | null };
