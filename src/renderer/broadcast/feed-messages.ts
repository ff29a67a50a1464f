/** What the window of a replay tells the windows of its clean feed, over a channel that only pages of ours can hear. */
import { z } from 'zod';
import type { StagePose } from '../replay/stage/stage-pose.ts';

const number = z.number();
const three = z.tuple([number, number, number]);

/** Where the clock was at a moment of real time: between two messages it goes on by itself. */
const clock = z.object({
  t: number,
  /** Session ms per real ms; 0 while it stands. */
  rate: number,
  /** Unix ms. */
  at: number,
});
export type FeedClock = z.infer<typeof clock>;

const pose: z.ZodType<StagePose> = z.object({
  anchor: z.int().min(0),
  position: three,
  quaternion: z.tuple([number, number, number, number]),
  fov: z.number().min(1).max(179),
  distance: number,
  open: z.custom<number>((value) => typeof value === 'number'),
});

const look = z.object({
  selected: z.int().min(0).nullable(),
  camera: z.enum(['orbit', 'free', 'top', 'follow', 'preset']),
  preset: z.string().max(100).nullable(),
  layers: z.object({
    labels: z.enum(['all', 'players', 'none']),
    trails: z.boolean(),
    shots: z.boolean(),
    kills: z.boolean(),
    grid: z.boolean(),
    markers: z.boolean(),
    markerNames: z.boolean(),
    projectiles: z.boolean(),
    ai: z.boolean(),
    vehicles: z.boolean(),
    minimap: z.boolean(),
  }),
  markerSide: z.string().max(100).nullable(),
  event: z.int().min(0).nullable(),
});
export type FeedLook = z.infer<typeof look>;

export const feedMessage = z.discriminatedUnion('kind', [
  /** A feed has opened and knows nothing. */
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('clock'), clock }),
  z.object({ kind: z.literal('pose'), pose }),
  z.object({ kind: z.literal('look'), look }),
  /** The replay was closed. */
  z.object({ kind: z.literal('bye') }),
]);
export type FeedMessage = z.infer<typeof feedMessage>;

export function feedChannel(sessionId: string): BroadcastChannel {
  return new BroadcastChannel(`sandtable-feed-${sessionId}`);
}

/** Where the clock is now, if nothing was said since; never out of the session. */
export function clockNow({ t, rate, at }: FeedClock, now: number, durationMs: number): number {
  return Math.min(durationMs, Math.max(0, t + (now - at) * rate));
}
