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
import { isLive, liveCuts } from './live-cuts.ts';
import { LiveShot, type LiveSubject } from './live-shot.ts';
import { Sight, type WorldShape } from './sight.ts';

/** What is stored of a session that is being recorded is planned anew so often, ms; seldomer when that takes long. */
const GROW_MS = 15_000;
const MOST_SHARE = 0.2;
/** More are a wide shot, in which names would only be in the way. */
const MOST_NAMED = 3;
const NOBODY: readonly number[] = [];
/** At its edge it is decided anew so often, ms. */
const EDGE_MS = 400;

export interface DirectorState {
  /** It has the camera, or is held. */
  readonly on: boolean;
  /**
   * From the start of the session on, without gaps; to its end once they are planned. Of a session that is being recorded what is stored is planned; then follow cuts
   * that answer what has just happened.
   */
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
  #plannedMs = 0;
  #plannedOf: LoadedSession['chunks'] | null = null;
  #planned: readonly Cut[] = [];
  /** Since when, session ms, cuts are made at the edge of a session that is being recorded; null where none are. */
  #edgeFrom: number | null = null;
  #edgeAt = -Infinity;
  #shot: LiveShot | null = null;
  #subject: LiveSubject | null = null;

  constructor(playback: Playback, client: EngineClient, view: ReplayViewStore) {
    this.#playback = playback;
    this.#client = client;
    this.#view = view;
    this.#stops = [
      playback.onGrow(({ session, live, renumber }) => {
        if (renumber !== null) this.#planned = this.#planned.map((cut) => (cut.event < 0 ? cut : { ...cut, event: renumber(cut.event) }));
        if (!this.store.getState().on) return;
        const now = performance.now();
        const isLate = now - this.#plannedAt > Math.max(GROW_MS, this.#plannedMs / MOST_SHARE) && this.store.getState().progress === null;
        if ((isLate || !live) && session.chunks !== this.#plannedOf) this.#plan();
        else if (now - this.#edgeAt > EDGE_MS || renumber !== null) this.#show();
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
    if (!isSame) this.#shot = null;
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
    if (!isLive(cut)) poseAt(cut, t, pose);
    else if (!this.#poseLive(cut)) return false;
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

  subjectsAt(t: number): readonly number[] {
    const { cuts } = this.store.getState();
    const subjects = cuts[cutAt(cuts, t)]?.subjects;
    return subjects !== undefined && subjects.length <= MOST_NAMED ? subjects : NOBODY;
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#planning?.abort();
  }

  /** What is planned, and from there on what is decided at the edge. */
  #show(change: Partial<DirectorState> = {}): void {
    const { session, clock } = this.#playback;
    const { info, profile, events, entities } = session;
    this.#edgeAt = performance.now();
    if (clock.live) this.#edgeFrom ??= storedEnd(session);
    else this.#edgeFrom = null;
    if (this.#edgeFrom === null) {
      this.store.setState({ ...change, cuts: this.#planned });
      return;
    }
    this.#subject = {
      kinds: entities.map(({ id, kind }) => (id === 0 ? 'object' : kind)),
      middles: Float32Array.from(entities, ({ kind }) => profile.kinds[kind].height / 2),
      flat: this.#ground?.flat ?? false,
    };
    const { kinds } = this.#subject;
    const until = this.#planned.at(-1)?.to ?? 0;
    const edge = liveCuts(events, kinds, Math.max(0, kinds.indexOf('disc')), this.#edgeFrom, info.durationMs, styleOf(profile).fov)
      .filter(({ to }) => to > until)
      // What is planned by now goes first.
      .map((cut) => (cut.from < until ? { ...cut, from: until } : cut));
    this.store.setState({ ...change, cuts: [...this.#planned, ...edge] });
  }

  /** On whomever it is on, where they are now. */
  #poseLive(cut: Cut): boolean {
    const { session, state } = this.#playback;
    if (this.#subject === null) return false;
    this.#shot ??= new LiveShot(new Sight(shapeOf(session, this.#ground)), styleOf(session.profile));
    return this.#shot.poseAt(cut, state, this.#subject, this.#pose);
  }

  #plan(): void {
    this.#planning?.abort();
    const planning = new AbortController();
    this.#planning = planning;
    const { session } = this.#playback;
    this.#plannedAt = performance.now();
    this.#plannedOf = session.chunks;
    this.#show({ progress: 0, error: null });
    this.#read(session, planning.signal).catch((error: unknown) => {
      if (!planning.signal.aborted) this.store.setState({ progress: null, error: error instanceof Error ? error.message : String(error) });
    });
  }

  /** Chunk by chunk, as it comes; what was planned before stays until there is as much of the new plan. */
  async #read(session: LoadedSession, signal: AbortSignal): Promise<void> {
    const worker = new Worker(new URL('./director-worker.ts', import.meta.url), { type: 'module', name: 'director' });
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    const ground = this.#ground;
    const info = this.#playback.clock.live ? { ...session.info, durationMs: storedEnd(session) } : session.info;
    worker.postMessage({
      kind: 'begin',
      subject: directorSubject({ ...session, info }, ground?.flat ?? false),
      events: plainEvents(session),
      shape: shapeOf(session, ground),
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
        const isMore = (cuts.at(-1)?.to ?? 0) >= (this.#planned.at(-1)?.to ?? 0);
        if (isMore || chunk === null) this.#planned = [...cuts];
        if (chunk === null) this.#plannedMs = performance.now() - this.#plannedAt;
        this.#show({ progress });
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

/** Up to where there are chunks, ms. */
function storedEnd({ chunks }: LoadedSession): number {
  return chunks.reduce((latest, { layer, t1 }) => (layer === 0 ? Math.max(latest, t1) : latest), 0);
}

function shapeOf({ profile }: LoadedSession, ground: StageGround | null): WorldShape {
  const { boxes } = profile.world;
  return { boxes, relief: heightsOf(ground), tree: ground?.mesh?.tree ?? null, storeys: ground?.mesh?.storeys ?? [] };
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
