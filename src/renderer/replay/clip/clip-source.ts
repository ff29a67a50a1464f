/** What a clip is made of: the replay as it is looked at now, or as the director or a saved path shows it. */
import type { EngineClient } from '../../../shared/engine-api.ts';
import { isLive } from '../director/live-cuts.ts';
import { SavedCamera } from '../director/saved-cameras.ts';
import type { Playback } from '../playback/types.ts';
import { stagePoseAt, type PoseSource } from '../pose-source.ts';
import type { Replay } from '../replay-context.tsx';
import type { Stage } from '../stage/stage.ts';
import type { OffscreenSource, Shot } from './offscreen.ts';

/** Clips are as wide as this, width by height. */
const ASPECT = 16 / 9;

interface ClipRange {
  /** Session ms. */
  readonly from: number;
  readonly to: number;
  /** Neither in nor out is set. */
  readonly whole: boolean;
  /** It reaches beyond what is stored of a session that is being recorded. */
  readonly beyond: boolean;
}

export function clipRange({ clock, session }: Playback): ClipRange {
  const from = clock.inPoint ?? 0;
  const to = clock.outPoint ?? session.info.durationMs;
  const stored = session.chunks.reduce((latest, { layer, t1 }) => (layer === 0 ? Math.max(latest, t1) : latest), 0);
  return { from, to, whole: clock.inPoint === null && clock.outPoint === null, beyond: clock.live && to > stored };
}

/** "current", "director", or the id of a saved path. */
type ClipCamera = string;

/** The director has looked ahead as far as that. */
export function directorKnows({ director }: Pick<Replay, 'director'>, to: number): boolean {
  const { cuts } = director.store.getState();
  return (cuts.findLast((cut) => !isLive(cut))?.to ?? -1) >= to;
}

export function clipSource(replay: Replay, stage: Stage, client: EngineClient, camera: ClipCamera): OffscreenSource {
  const { playback, view } = replay;
  // Notes are for those who work on the session.
  const { drawings, ...dressing } = stage.dressing;
  return {
    client,
    playback,
    view: view.getState(),
    dressing: { ...dressing, drawings: { ...drawings, comments: [], draft: null } },
    shot: shotOf(replay, stage, camera),
  };
}

function shotOf({ playback, view, director, annotations }: Replay, stage: Stage, camera: ClipCamera): Shot {
  const path = annotations.store.getState().path.find(({ id }) => id === camera);
  const lead: PoseSource | null = camera === 'director' ? director : path === undefined ? null : new SavedCamera(path);
  if (lead !== null) return (t) => stagePoseAt(lead, t, ASPECT);
  const now = view.getState();
  const preset = now.camera === 'preset' ? playback.session.profile.cameras.find(({ id }) => id === now.preset) : undefined;
  // Those that move by the recording do so in the clip; the others stand, or keep to somebody, as they do now.
  const pose = now.camera === 'led' || preset?.mode === 'rail' || preset?.mode === 'eyes' ? null : stage.pose;
  return () => pose;
}
