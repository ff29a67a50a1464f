/** Plays a session without a screen, in Node: the real player, and of the stage what is arithmetic (who is drawn, where on the screen, instance arrays, room for labels). */
import { PerspectiveCamera, Texture, Vector3 } from 'three';
import { createEngine } from '../../src/main/engine/engine.ts';
import { zstd } from '../../src/main/engine/zstd.ts';
import { openSession } from '../../src/renderer/replay/playback/open-session.ts';
import { createPlayback, type PlaybackEnvironment } from '../../src/renderer/replay/playback/playback.ts';
import { createReplayView } from '../../src/renderer/replay/replay-view.ts';
import { EntityPicture } from '../../src/renderer/replay/stage/entity-picture.ts';
import { EventLines } from '../../src/renderer/replay/stage/event-lines.ts';
import { GlyphLayer } from '../../src/renderer/replay/stage/glyph-layer.ts';
import { LabelPlacer } from '../../src/renderer/replay/stage/label-placement.ts';
import { MarkerLayer } from '../../src/renderer/replay/stage/marker-layer.ts';
import { colour, type Palette } from '../../src/renderer/replay/stage/palette.ts';
import type { SceneFrame } from '../../src/renderer/replay/stage/scene.ts';
import { decodeChunk } from '../../src/shared/session/chunk.ts';
import { answer, childInput } from '../children/child-side.ts';
import type { FrameAnswer, FrameInput } from '../frame.ts';
import { median, percentile } from '../numbers.ts';

const WIDTH = 1440;
const HEIGHT = 900;
/** 60 animation frames a second. */
const FRAME_MS = 1000 / 60;
/** Until the compiler has done what it will do: its code is held, too. */
const WARM_FRAMES = 1500;
const LABEL_WIDTH = 90;
const LABEL_HEIGHT = 18;

const { libraryDir, session: sessionId, frames, rates } = childInput() as FrameInput;
const { gc } = globalThis;
if (gc === undefined) throw new Error('needs --expose-gc');

const engine = await createEngine({ libraryDir, desktop: false });
const session = await openSession(engine.client, sessionId, new AbortController().signal);
let now = 0;
let pending: ((now: number) => void) | null = null;
const environment: PlaybackEnvironment = {
  requestFrame: (callback) => {
    pending = callback;
    return 1;
  },
  cancelFrame: () => {
    pending = null;
  },
  createDecoder: () => ({ decode: (bytes) => Promise.resolve(decodeChunk(bytes, zstd)), dispose: () => undefined }),
};
const playback = createPlayback(session, engine.client, environment);
playback.onFrame(drawer());
await sought(session.info.durationMs / 3);

const answers: FrameAnswer['rates'] = [];
for (const rate of rates) {
  playback.clock.setRate(rate);
  playback.clock.play();
  await play(WARM_FRAMES);
  const before = settledHeap();
  const times = await play(frames);
  const grownKB = (settledHeap() - before) / 1024;
  playback.clock.pause();
  answers.push({ rate, medianMs: median([...times]), p95Ms: percentile([...times], 0.95), grownKB });
}
playback.dispose();
await engine.close();
answer({ rates: answers, entities: session.entities.length } satisfies FrameAnswer);

/** The stage without a screen: fills what the graphics card would be given. */
function drawer(): () => void {
  const view = createReplayView().getState();
  const entities = new EntityPicture(session, palette());
  const uniforms = { viewport: { value: { x: WIDTH, y: HEIGHT } }, pixelRatio: { value: 1 } } as unknown as ConstructorParameters<
    typeof GlyphLayer
  >[0];
  const glyphs = new GlyphLayer(uniforms, palette(), entities.count, new Uint8Array(session.profile.teams.length), false);
  const markers = new MarkerLayer(uniforms, playback, palette(), new Texture());
  const lines = new EventLines(session.events);
  const placer = new LabelPlacer(entities.count);
  const camera = new PerspectiveCamera(45, WIDTH / HEIGHT, 0.1, 100_000);
  const focus = new Vector3();
  const matrix = camera.projectionMatrix.clone();
  const frame: SceneFrame = {
    t: 0,
    now: 0,
    state: playback.state,
    view,
    width: WIDTH,
    height: HEIGHT,
    camera,
    matrix: matrix.elements,
    focus,
    focusDistance: 4000,
    ground: 0,
    entities,
    eyes: 0,
    open: Number.NaN,
  };
  return () => {
    const { state } = playback;
    frame.t = state.t;
    frame.now = now;
    entities.gather(state, view.layers);
    middleOf(entities, focus);
    // Everybody is in the picture, from far enough.
    camera.position.set(focus.x, focus.y + 3500, focus.z + 2500);
    camera.lookAt(focus);
    camera.updateMatrixWorld();
    matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    entities.project(state, frame.matrix, WIDTH, HEIGHT, frame.focusDistance);
    lines.gather(state.t, entities.place, state.exists);
    markers.update(frame);
    glyphs.update(frame, 0);
    placer.begin(WIDTH, HEIGHT, now);
    const { projected } = entities;
    for (let i = 1; i < entities.count; i++) {
      const radius = projected.radius[i] ?? 0;
      if (radius > 0) placer.place(i, projected.x[i] ?? 0, projected.y[i] ?? 0, radius, LABEL_WIDTH, LABEL_HEIGHT, false);
    }
  };
}

function middleOf({ count, shape, place }: EntityPicture, out: Vector3): void {
  let seen = 0;
  out.set(0, 0, 0);
  for (let i = 1; i < count; i++) {
    if (shape[i] === 0) continue;
    seen++;
    out.x += place[i * 3] ?? 0;
    out.y += place[i * 3 + 1] ?? 0;
    out.z += place[i * 3 + 2] ?? 0;
  }
  out.divideScalar(Math.max(1, seen));
}

/** CPU time of each frame, ms; what is loaded meanwhile arrives between frames, as in a browser. */
async function play(count: number): Promise<Float64Array> {
  const times = new Float64Array(count);
  for (let i = 0; i < count;) {
    now += FRAME_MS;
    const callback = pending;
    if (callback === null) throw new Error('playback stopped');
    pending = null;
    const t = playback.clock.t;
    const start = performance.now();
    callback(now);
    const end = performance.now();
    if (playback.clock.t !== t) times[i++] = end - start;
    await new Promise((resolve) => void setImmediate(resolve));
  }
  return times;
}

async function sought(t: number): Promise<void> {
  playback.clock.seek(t);
  for (let tries = 0; playback.state.stale || playback.state.t !== playback.clock.t; tries++) {
    if (tries > 5000) throw new Error('the chunk did not come');
    await new Promise((resolve) => void setTimeout(resolve, 1));
    const callback = pending;
    pending = null;
    callback?.((now += FRAME_MS));
  }
}

/** Bytes that are still held, the collector having run until nothing more comes free. */
function settledHeap(): number {
  let used = Infinity;
  for (let i = 0; i < 5; i++) {
    gc?.();
    used = Math.min(used, process.memoryUsage().heapUsed);
  }
  return used;
}

function palette(): Palette {
  const grey = colour(128, 128, 128);
  const team = { blue: grey, orange: grey, east: grey, guer: grey, civ: grey, none: grey };
  return { bg: grey, panel: grey, line2: grey, t1: grey, t2: grey, t3: grey, accent: grey, team, teamText: team, fontFamily: 'sans-serif' };
}
