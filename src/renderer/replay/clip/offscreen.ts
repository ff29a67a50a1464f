/**
 * A stage that nobody sees, for pictures and clips: of an exact size, at exact moments. It has its own playback and view, so that whoever watches goes on watching;
 * each moment is drawn when everything that belongs to it is there, and never before.
 */
import type { EngineClient } from '../../../shared/engine-api.ts';
import { createWorkerDecoder } from '../playback/chunk-decoder.ts';
import { createPlayback, type PlaybackEnvironment } from '../playback/playback.ts';
import type { Playback } from '../playback/types.ts';
import { createReplayView, type ReplayView } from '../replay-view.ts';
import type { StagePose } from '../stage/stage-pose.ts';
import { Stage, type StageDressing } from '../stage/stage.ts';
import { LONGEST_TRAIL_MS } from '../stage/trail-layer.ts';
import styles from './clip.module.css';

/** Labels have found their places after this time on the screen, ms. */
const SETTLED_MS = 1000;
/** What is still missing after so many looks, or so much waiting, does not come: the picture then goes without it. */
const MOST_LOOKS = 20;
const LONGEST_WAIT_MS = 10_000;
const WAIT_MS = 10;

export interface PictureSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly transparent: boolean;
}

/** Where the camera is at a moment; null leaves it to the view. Called when the state of the moment is there. */
export type Shot = (t: number, playback: Playback) => StagePose | null;

export interface OffscreenSource {
  readonly client: EngineClient;
  readonly playback: Playback;
  readonly view: ReplayView;
  readonly dressing: StageDressing;
  readonly shot: Shot;
}

export class OffscreenStage {
  readonly playback: Playback;
  readonly #stage: Stage;
  readonly #frames = new ManualFrames();
  readonly #room = document.createElement('div');
  readonly #shot: Shot;
  readonly #step = new MessageChannel();
  #now = 0;
  #begun = false;

  /** Throws NoWebGLError. */
  constructor({ client, playback, view, dressing, shot }: OffscreenSource, { width, height, transparent }: PictureSize) {
    this.#shot = shot;
    this.playback = createPlayback(playback.session, client, this.#frames);
    const own = createReplayView();
    own.setState(viewValues(view));
    // It lends the stage the colours of the dark theme.
    this.#room.dataset['theme'] = 'dark';
    this.#room.className = styles.room ?? '';
    document.body.append(this.#room);
    const ratio = surfaceRatio(height);
    try {
      this.#stage = new Stage(this.#room, this.playback, own, { width: width / ratio, height: height / ratio, ratio, transparent });
    } catch (error) {
      this.playback.dispose();
      this.#room.remove();
      throw error;
    }
    this.#step.port1.start();
    this.#stage.setGround(dressing.ground);
    this.#stage.setHeat(dressing.heat);
    this.#stage.setDrawings(dressing.drawings);
  }

  /**
   * Draws the moment t into `context`, whole. `passedMs`: time on the screen since the last picture; the first one is drawn twice, with time for its labels to settle.
   * Rejects when `signal` aborts.
   */
  async draw(t: number, passedMs: number, context: OffscreenCanvasRenderingContext2D, signal: AbortSignal): Promise<void> {
    this.playback.clock.seek(t);
    if (!this.#begun) {
      await this.#complete(signal, null);
      this.#begun = true;
      this.#now += SETTLED_MS;
    }
    this.#now += passedMs;
    await this.#complete(signal, context);
  }

  async #complete(signal: AbortSignal, context: OffscreenCanvasRenderingContext2D | null): Promise<void> {
    for (let look = 0; look < MOST_LOOKS; look++) {
      await this.playback.settle(LONGEST_TRAIL_MS, signal);
      this.#frames.run(this.#now);
      this.#stage.setPose(this.#shot(this.playback.clock.t, this.playback));
      const drawn = this.#stage.drawAt(this.#now);
      // In the same breath: the page may clear what was drawn once it does something else.
      if (context !== null) copy(drawn, context);
      // Drawing may have asked for more: details of those who are near, words, parts of the map.
      const waited = await this.playback.settle(LONGEST_TRAIL_MS, signal);
      await this.#quiet(signal);
      if (!waited && !this.#stage.isStale) return;
    }
  }

  /** Until nothing is on its way. */
  async #quiet(signal: AbortSignal): Promise<void> {
    await this.#breathe();
    signal.throwIfAborted();
    for (let waited = 0; this.#stage.isLoading && waited < LONGEST_WAIT_MS; waited += WAIT_MS) {
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      signal.throwIfAborted();
    }
  }

  /** Lets the page do what waits; unlike a timer it is not slowed down in a hidden window. */
  #breathe(): Promise<void> {
    return new Promise((resolve) => {
      this.#step.port1.addEventListener('message', () => resolve(), { once: true });
      this.#step.port2.postMessage(null);
    });
  }

  dispose(): void {
    this.#step.port1.close();
    this.#stage.dispose();
    this.playback.dispose();
    this.#room.remove();
  }
}

/** What a view holds, without what it can do. */
function viewValues(view: ReplayView): Partial<ReplayView> {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => typeof value !== 'function'));
}

/** Up to 1080 rows words have their usual size; larger pictures are the same picture, finer. */
function surfaceRatio(height: number): number {
  return Math.max(1, height / 1080);
}

function copy([picture, words]: readonly [HTMLCanvasElement, HTMLCanvasElement], context: OffscreenCanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  context.drawImage(words, 0, 0, width, height);
}

/** Playback that moves on when it is told to. */
class ManualFrames implements PlaybackEnvironment {
  #next: ((now: number) => void) | null = null;

  requestFrame(callback: (now: number) => void): number {
    this.#next = callback;
    return 1;
  }

  cancelFrame(): void {
    this.#next = null;
  }

  createDecoder(): ReturnType<typeof createWorkerDecoder> {
    return createWorkerDecoder();
  }

  run(now: number): void {
    const next = this.#next;
    this.#next = null;
    next?.(now);
  }
}
