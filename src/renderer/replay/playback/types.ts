import type { SessionDetail, SessionRow } from '../../../shared/engine-api.ts';
/** What the stage, the timeline and the panels share about a replay that is open. Implementations are beside this file. */
import type { GameProfile } from '../../../shared/games/profile.ts';
import type { Chunk } from '../../../shared/session/chunk.ts';
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import type { FrameState } from '../../../shared/session/sampler.ts';

export type { FrameState };

/** Columns of all events of the session, in order of t; index = seq. */
export interface EventTable {
  readonly count: number;
  readonly t: Int32Array;
  /** Index into EVENT_TYPES. */
  readonly type: Uint8Array;
  /** String index of the native name. */
  readonly nativeType: Int32Array;
  /** EntityId, 0 for none. */
  readonly actor: Int32Array;
  readonly target: Int32Array;
  /** String index, 0 for none. */
  readonly weapon: Int32Array;
  /** Native frame, -1 when the source has none. */
  readonly frame: Int32Array;
  /** Session metres, 3 per event, NaN when unknown. */
  readonly position: Float32Array;
  /** The other end (impact), NaN when unknown. */
  readonly targetPosition: Float32Array;
}

/**
 * A session as far as it is known. One that is being recorded grows: each step gives a new LoadedSession, in which a list that did not change is the same object.
 * Ids keep their meaning; the sequence numbers of events may move when an older event arrives late (`Growth.renumber`).
 */
export interface LoadedSession {
  readonly row: SessionRow;
  readonly info: SessionInfo;
  readonly profile: GameProfile;
  /** Index = EntityId; [0] is the session itself. */
  readonly entities: readonly EntityInfo[];
  /** May grow in place. */
  readonly strings: readonly string[];
  readonly events: EventTable;
  /** Where the chunks lie in time; ascending within a layer. */
  readonly chunks: SessionDetail['chunks'];
  /** The whole session at a coarse step; null when the library has none. */
  readonly overview: Chunk | null;
  /** The native payload of an event; loads its block when needed. Null when it has none or it cannot be read. */
  eventData(seq: number): Promise<Readonly<Record<string, unknown>> | null>;
}

/** The newest samples of a live session by layer, from the end of its last stored chunk on; null where there is none. */
export type Tail = readonly [Chunk | null, Chunk | null];

/** A step of a live session. */
export interface Growth {
  readonly session: LoadedSession;
  readonly tail: Tail;
  /** Parts of the tail that have become stored chunks. */
  readonly sealed: readonly { readonly ref: LoadedSession['chunks'][number]; readonly chunk: Chunk }[];
  /** What has become of the sequence number of an event that was known before; null when all are as they were. */
  readonly renumber: ((seq: number) => number) | null;
  /** False once the recording has ended: what follows is an ordinary session. */
  readonly live: boolean;
}

/** Drives time. `t` moves outside React; React listens at 10 Hz or less. */
export interface PlaybackClock {
  readonly t: number;
  readonly playing: boolean;
  /** Session ms per real ms; negative plays backwards. 1/32 … 64. */
  readonly rate: number;
  readonly inPoint: number | null;
  readonly outPoint: number | null;
  readonly loop: boolean;
  /** The session is being recorded. */
  readonly live: boolean;
  /** Plays as near to the newest moment as it goes; any other movement leaves the edge. */
  readonly atEdge: boolean;
  toEdge(): void;
  play(): void;
  pause(): void;
  toggle(): void;
  setRate(rate: number): void;
  seek(t: number): void;
  /** n recorded frames forward or back; pauses. */
  step(frames: number): void;
  setRange(inPoint: number | null, outPoint: number | null): void;
  setLoop(loop: boolean): void;
}

export interface Playback {
  /** As far as it is known now. */
  readonly session: LoadedSession;
  readonly clock: PlaybackClock;
  /** The state of the last animation frame. */
  readonly state: FrameState;
  /** Latest-at value of a channel of an entity at the current t, from the loaded chunk; null when unknown or not loaded. `string` channels give text. */
  value(entity: number, channel: string): number | string | null;
  /**
   * Numbers of a channel of an entity at the moment of `state`, native and interpolated as positions are, as many as `out` takes. False when unknown or not loaded:
   * channels of detail are loaded once one was asked for. Allocates nothing; for the few that are seen from near.
   */
  detail(entity: number, channel: string, out: Float32Array): boolean;
  /**
   * Latest-at numbers of a channel of ints, strings (string indices) or entities for everybody at the moment of `state`, by EntityId, 0 where there is none; `out` has
   * room for as many as `state`. Of layer 0 only. False when unknown or not loaded. Allocates nothing from frame to frame.
   */
  latest(channel: string, out: Int32Array): boolean;
  /** Called after `state` was refilled, once per animation frame in which something changed (t moved, chunk arrived). Returns unsubscribe. */
  onFrame(listener: (state: FrameState) => void): () => void;
  /** Called at most 10 times a second while playing and at once after seek, play, pause (for React). Returns unsubscribe. */
  onTick(listener: () => void): () => void;
  /** Called when `session` is another one, at most 10 times a second, after clock and samples know of it. Returns unsubscribe. */
  readonly onGrow: (listener: (growth: Growth) => void) => () => void;
  /** State at another moment (hover preview): fills `out`, which is made larger when needed; resolves false when cancelled by a later call. */
  sampleAt(t: number, out: FrameState): Promise<boolean>;
  /**
   * Where an entity was from `fromT` to `toT`, both ends included (interpolated), oldest first, as Session metres, 3 per point, from loaded chunks only and only within the continuous stretch that ends
   * at `toT`. Returns the number of points; when there are more than `out` holds, the newest are kept.
   */
  trail(entity: number, fromT: number, toT: number, out: Float32Array): number;
  /**
   * Resolves when everything that the state at the clock's t is made of is there, `backMs` before it included, or could not be read; true when something had to be
   * waited for. Rejects when `signal` aborts.
   */
  settle(backMs: number, signal: AbortSignal): Promise<boolean>;
  dispose(): void;
}
