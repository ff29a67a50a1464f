/**
 * The director of an open replay: plans its cuts in a worker when it is first wanted, and leads the camera along them. Who takes hold of the camera, or chooses another
 * one, holds the director; which cut is shown depends on t alone.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../../shared/engine-api.ts';
import type { HeightGrid } from '../../../shared/height-grid.ts';
import { words } from '../../words/words.ts';
import type { StageGround } from '../ground/stage-ground.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';
import type { LedPose, PoseSource } from '../pose-source.ts';
import type { ReplayViewStore } from '../replay-view.ts';
import { createPose, cutAt, poseAt, type Cut } from './cut-list.ts';
import type { DirectorReply, DirectorRequest } from './director-messages.ts';
import { directorSubject, styleOf } from './director-session.ts';

/** A session that is being recorded is planned anew so often, ms. */
const GROW_MS = 15_000;

export interface DirectorState {
  /** It has the camera, or is held. */
  readonly on: boolean;
  /** From the start of the session on, without gaps; to its end once they are planned. */
  readonly cuts: readonly Cut[];
  /** Of the planning, 0 to 1; null when it is done or was not begun. */
  readonly progress: number | null;
  /** Why there are no more cuts. */
  readonly error: string | null;
}

export class Director implements PoseSource {
  readonly store: StoreApi<DirectorState> = createStore<DirectorState>()(() => ({ on: false, cuts: [], progress: null, error: null }));
  readonly #playback: Playback;
  readonly #client: EngineClient;
  readonly #view: ReplayViewStore;
  readonly #stops: (() => void)[];
  readonly #pose = createPose();
  #ground: StageGround | null = null;
  #planning: AbortController | null = null;
  #plannedAt = -Infinity;
  #plannedOf: LoadedSession['chunks'] | null = null;

  constructor(playback: Playback, client: EngineClient, view: ReplayViewStore) {
    this.#playback = playback;
    this.#client = client;
    this.#view = view;
    this.#stops = [
      playback.onGrow(({ session, live }) => {
        const isLate = performance.now() - this.#plannedAt > GROW_MS || !live;
        if (this.store.getState().on && isLate && session.chunks !== this.#plannedOf) this.#plan();
      }),
    ];
  }

  /** Whether it has the camera now. */
  get leads(): boolean {
    return this.#view.getState().lead === this;
  }

  /** Gives it the camera, or takes it away for good. */
  setOn(on: boolean): void {
    this.store.setState({ on });
    if (on) {
      if (this.#plannedOf === null) this.#plan();
      this.#view.getState().setLead(this);
    } else if (this.leads) this.#view.getState().setLead(null);
  }

  /** The camera stays where it is, for a person to move, or goes on with the cuts. */
  setHeld(held: boolean): void {
    if (!this.store.getState().on || held !== this.leads) return;
    this.#view.getState().setLead(held ? null : this);
  }

  /** What stands in the way in this world; another world needs other shots. */
  setGround(ground: StageGround | null): void {
    const before = this.#ground;
    this.#ground = ground;
    const isSame = before?.relief === ground?.relief && before?.mesh === ground?.mesh && before?.flat === ground?.flat;
    if (!isSame && this.#plannedOf !== null) this.#plan();
  }

  /** Looks ahead anew, after it failed. */
  again(): void {
    this.#plan();
  }

  poseAt(t: number, out: LedPose): boolean {
    const { cuts, progress } = this.store.getState();
    const cut = cuts[cutAt(cuts, t)];
    if (cut === undefined || (t >= cut.to && progress !== null)) return false;
    const pose = this.#pose;
    poseAt(cut, t, pose);
    out.eyeX = pose.eyeX;
    out.eyeY = pose.eyeY;
    out.eyeZ = pose.eyeZ;
    out.x = pose.x;
    out.y = pose.y;
    out.z = pose.z;
    out.upX = 0;
    out.upY = 1;
    out.upZ = 0;
    out.fov = cut.fov;
    out.open = cut.open;
    return true;
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#planning?.abort();
  }

  #plan(): void {
    this.#planning?.abort();
    const planning = new AbortController();
    this.#planning = planning;
    const { session } = this.#playback;
    this.#plannedAt = performance.now();
    this.#plannedOf = session.chunks;
    this.store.setState({ progress: 0, error: null });
    this.#read(session, planning.signal).catch((error: unknown) => {
      if (!planning.signal.aborted) this.store.setState({ progress: null, error: error instanceof Error ? error.message : String(error) });
    });
  }

  /** Chunk by chunk, as it comes; what was planned before stays until there is as much of the new plan. */
  async #read(session: LoadedSession, signal: AbortSignal): Promise<void> {
    const worker = new Worker(new URL('./director-worker.ts', import.meta.url), { type: 'module', name: 'director' });
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    const ground = this.#ground;
    worker.postMessage({
      kind: 'begin',
      subject: directorSubject(session, ground?.flat ?? false),
      events: plainEvents(session),
      shape: {
        boxes: session.profile.world.boxes,
        relief: heightsOf(ground),
        tree: ground?.mesh?.tree ?? null,
        storeys: ground?.mesh?.storeys ?? [],
      },
      style: styleOf(session.profile),
    } satisfies DirectorRequest);
    try {
      const chunks = session.chunks.filter(({ layer }) => layer === 0);
      const cuts: Cut[] = [];
      for (const [i, chunk] of [...chunks, null].entries()) {
        const bytes = chunk === null ? null : await this.#client.call('chunks.read', { id: session.row.id, layer: 0, index: chunk.index });
        signal.throwIfAborted();
        cuts.push(...(await ask(worker, { kind: 'chunk', bytes })));
        signal.throwIfAborted();
        const progress = chunk === null ? null : (i + 1) / (chunks.length + 1);
        const isMore = (cuts.at(-1)?.to ?? 0) >= (this.store.getState().cuts.at(-1)?.to ?? 0);
        this.store.setState(isMore || chunk === null ? { cuts: [...cuts], progress } : { progress });
        // Who waits for the first cut sees it come.
        if (this.leads) this.#view.getState().setLead(this);
      }
    } finally {
      worker.terminate();
    }
  }
}

function ask(worker: Worker, request: DirectorRequest): Promise<readonly Cut[]> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const { signal } = done;
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<DirectorReply>) => {
        done.abort();
        if (data.error === null) resolve(data.cuts);
        else reject(new Error(data.error));
      },
      { signal },
    );
    worker.addEventListener(
      'error',
      (event) => {
        done.abort();
        reject(new Error(words().director.worker(event.message)));
      },
      { signal },
    );
    worker.postMessage(request);
  });
}

function heightsOf(ground: StageGround | null): HeightGrid | null {
  if (ground === null || ground.relief === null) return null;
  const { x, z, cell, columns, rows, heights } = ground.relief;
  return { x, z, cell, columns, rows, heights };
}

/** Without what the session has beside: only columns can be sent. */
function plainEvents({ events: { count, t, type, actor, target, position } }: LoadedSession) {
  return { count, t, type, actor, target, position };
}
