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

export interface LoadedSession {
  readonly row: SessionRow;
  readonly info: SessionInfo;
  readonly profile: GameProfile;
  /** Index = EntityId; [0] is the session itself. */
  readonly entities: readonly EntityInfo[];
  readonly strings: readonly string[];
  readonly events: EventTable;
  /** Where the chunks lie in time; ascending within a layer. */
  readonly chunks: SessionDetail['chunks'];
  /** The whole session at a coarse step; null when the library has none. */
  readonly overview: Chunk | null;
  /** The native payload of an event; loads its block when needed. Null when it has none or it cannot be read. */
  eventData(seq: number): Promise<Readonly<Record<string, unknown>> | null>;
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
  readonly session: LoadedSession;
  readonly clock: PlaybackClock;
  /** The state of the last animation frame. */
  readonly state: FrameState;
  /** Latest-at value of a channel of an entity at the current t, from the loaded chunk; null when unknown or not loaded. `string` channels give text. */
  value(entity: number, channel: string): number | string | null;
  /** Called after `state` was refilled, once per animation frame in which something changed (t moved, chunk arrived). Returns unsubscribe. */
  onFrame(listener: (state: FrameState) => void): () => void;
  /** Called at most 10 times a second while playing and at once after seek, play, pause (for React). Returns unsubscribe. */
  onTick(listener: () => void): () => void;
  /** State at another moment (hover preview): fills `out`; resolves false when cancelled by a later call. */
  sampleAt(t: number, out: FrameState): Promise<boolean>;
  /**
   * Where an entity was from `fromT` to `toT`, both ends included (interpolated), oldest first, as Session metres, 3 per point, from loaded chunks only and only within the continuous stretch that ends
   * at `toT`. Returns the number of points; when there are more than `out` holds, the newest are kept.
   */
  trail(entity: number, fromT: number, toT: number, out: Float32Array): number;
  dispose(): void;
}
