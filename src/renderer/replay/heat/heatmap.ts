/**
 * The heatmap of an open replay: a worker that is begun when the heatmap is first shown, fed with the session's samples, and asked whenever what is wanted changes. What it
 * answers is kept here for the stage, the panel and the legend.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../../shared/engine-api.ts';
import type { HeatProfile } from '../../../shared/games/profile.ts';
import type { HeatAnswer, HeatQuery, HeatSelection } from '../../heat/heat-messages.ts';
import { scaleFor, type HeatScale } from '../../heat/heat-scale.ts';
import { HeatThread } from '../../heat/heat-thread.ts';
import { goToEvent } from '../go-to-event.ts';
import { openSession } from '../playback/open-session.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';
import type { HeatChoice, ReplayView, ReplayViewStore } from '../replay-view.ts';
import { heatKinds, heatSubject } from './heat-session.ts';

/** While samples come in, what is shown is renewed so often, ms. */
const RENEW_MS = 600;
/** A session that is being recorded is read anew so often, ms. */
const GROW_MS = 15_000;

export interface HeatState {
  /** Null while there is none, or nothing to show. */
  readonly answer: HeatAnswer | null;
  readonly scale: HeatScale | null;
  /** What the answer is about: its kind, and whether something is taken away from it. */
  readonly kind: HeatProfile | null;
  readonly isDifference: boolean;
  /** Of the samples, 0 to 1; null when all are read. */
  readonly progress: number | null;
  /** The samples were not read to their end because somebody said so. */
  readonly cancelled: boolean;
  readonly error: string | null;
  /** The worker has answered what was asked last. */
  readonly settled: boolean;
}

const NOTHING: HeatState = {
  answer: null,
  scale: null,
  kind: null,
  isDifference: false,
  progress: null,
  cancelled: false,
  error: null,
  settled: false,
};

export class Heatmap {
  readonly store: StoreApi<HeatState> = createStore<HeatState>()(() => NOTHING);
  readonly #playback: Playback;
  readonly #client: EngineClient;
  readonly #view: ReplayViewStore;
  /** Opens another session at a moment. */
  readonly #openAt: (session: string, t: number) => void;
  #thread: HeatThread | null = null;
  #reading: AbortController | null = null;
  #asked = '';
  /** What the scale may not be left for: a window that moves changes what is shown, not what it is measured by. */
  #scaleOf = '';
  #begunAt = -Infinity;
  #session: LoadedSession | null = null;
  /** Ids of those that are counted, the open one first. */
  #sessions: readonly string[] = [];

  constructor(playback: Playback, client: EngineClient, view: ReplayViewStore, openAt: (session: string, t: number) => void) {
    this.#openAt = openAt;
    this.#playback = playback;
    this.#client = client;
    this.#view = view;
  }

  /** Follows what is wanted until the returned function is called. */
  follow(): () => void {
    const view = this.#view;
    const playback = this.#playback;
    const stops = [
      view.subscribe((now, before) => {
        if (now.heat.others !== before.heat.others && this.#thread !== null && now.heat.shown) this.#begin();
        else if (now.heat !== before.heat || now.selected !== before.selected) this.#update();
      }),
      playback.onTick(() => {
        if (view.getState().heat.span !== 'all') this.#update();
      }),
      playback.onGrow(() => this.#grow()),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#end();
    };
  }

  /** Of what the session has, in the profile's order. */
  get kinds(): readonly HeatProfile[] {
    return heatKinds(this.#playback.session);
  }

  /** The kind that a choice stands for: the first when it names none. */
  kindOf(choice: HeatChoice): HeatProfile | null {
    const { kinds } = this;
    return kinds.find(({ id }) => id === choice.kind) ?? kinds[0] ?? null;
  }

  /** Goes to the moment and the place of a dot. */
  goToDot(index: number): void {
    const dots = this.store.getState().answer?.dots;
    if (dots === null || dots === undefined || index < 0 || index >= dots.count) return;
    const other = this.#sessions[dots.session[index] as number];
    if (other !== undefined && other !== this.#playback.session.row.id) {
      this.#openAt(other, dots.t[index] as number);
      return;
    }
    const seq = dots.seq[index] as number;
    const state = this.#view.getState();
    const who = dots.who[index] as number;
    if (who > 0) state.select(who);
    if (seq >= 0) goToEvent(this.#playback, this.#view, seq);
    else this.#playback.clock.seek(dots.t[index] as number);
    const [x, y, z] = [0, 1, 2].map((axis) => dots.place[index * 3 + axis] as number) as [number, number, number];
    if (state.camera !== 'follow') state.lookAtPlace([x, Number.isFinite(y) ? y : 0, z]);
  }

  /** Stops reading samples; what was read stays. */
  cancel(): void {
    this.#reading?.abort();
  }

  /** Reads the samples again. */
  again(): void {
    this.#begin();
  }

  #end(): void {
    this.#reading?.abort();
    this.#thread?.dispose();
    this.#thread = null;
  }

  #update(): void {
    const view = this.#view.getState();
    if (!view.heat.shown) return;
    if (this.#thread === null) this.#begin();
    else this.#ask(view);
  }

  #grow(): void {
    if (this.#thread === null || performance.now() - this.#begunAt < GROW_MS) return;
    const { session } = this.#playback;
    if (this.#view.getState().heat.shown && (session.events !== this.#session?.events || session.chunks !== this.#session.chunks))
      this.#begin();
  }

  #begin(): void {
    this.#end();
    const { session } = this.#playback;
    this.#session = session;
    this.#sessions = [session.row.id, ...this.#view.getState().heat.others];
    this.#begunAt = performance.now();
    this.#asked = '';
    const thread = new HeatThread(heatSubject(session), session.events, {
      onAnswer: (answer, query, isSketch) => this.#show(answer, query, isSketch),
      onError: (error) => this.store.setState({ error, settled: true }),
    });
    this.#thread = thread;
    this.store.setState({ error: null, progress: 0, cancelled: false, settled: false });
    this.#ask(this.#view.getState());
    const reading = new AbortController();
    this.#reading = reading;
    void this.#read(session, thread, reading.signal);
  }

  async #read(session: LoadedSession, thread: HeatThread, signal: AbortSignal): Promise<void> {
    const others = this.#sessions.slice(1);
    const share = 1 / (1 + others.length);
    const progress = (of: number, part: number): void => this.store.setState({ progress: (of + part) * share });
    try {
      await this.#feed(session, thread, signal, (part) => progress(0, part));
      for (const [i, id] of others.entries()) {
        const other = await openSession(this.#client, id, signal);
        signal.throwIfAborted();
        thread.add(heatSubject(other, session), other.events);
        await this.#feed(other, thread, signal, (part) => progress(i + 1, part));
      }
      this.store.setState({ progress: null });
    } catch (error) {
      if (thread !== this.#thread) return;
      const cancelled = signal.aborted;
      const message = cancelled ? null : error instanceof Error ? error.message : String(error);
      this.store.setState({ progress: null, cancelled, error: message });
    }
    this.#renew();
  }

  /** One chunk ahead of the worker: what is played comes first. */
  async #feed(session: LoadedSession, thread: HeatThread, signal: AbortSignal, onProgress: (share: number) => void): Promise<void> {
    const chunks = session.chunks.filter(({ layer }) => layer === 0);
    let renewed = performance.now();
    let taken = Promise.resolve();
    for (const [i, { layer, index }] of chunks.entries()) {
      const bytes = await this.#client.call('chunks.read', { id: session.row.id, layer, index });
      await taken;
      signal.throwIfAborted();
      taken = thread.feed(bytes);
      // Said by the next turn, or by the end.
      taken.catch(() => undefined);
      onProgress((i + 1) / (chunks.length + 1));
      if (performance.now() - renewed < RENEW_MS) continue;
      renewed = performance.now();
      this.#renew();
    }
    await taken;
    await thread.end();
    signal.throwIfAborted();
  }

  #renew(): void {
    this.#asked = '';
    const view = this.#view.getState();
    if (view.heat.shown) this.#ask(view);
  }

  #ask(view: ReplayView): void {
    const { heat } = view;
    const selection = this.#selection(heat.choice, view);
    const minus = heat.minus === null ? null : this.#selection(heat.minus, view);
    if (selection === null) {
      this.store.setState({ ...NOTHING, settled: true });
      return;
    }
    const query: HeatQuery = {
      selection,
      minus,
      time: this.#time(view),
      floor: heat.floor,
      radius: heat.radius,
      dots: heat.look === 'dots',
    };
    const asked = JSON.stringify(query);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.store.setState({ settled: false });
    this.#thread?.ask(query);
  }

  #selection(choice: HeatChoice, { selected }: ReplayView): HeatSelection | null {
    const kind = this.kindOf(choice)?.id;
    return kind === undefined ? null : { ...choice, kind, who: choice.who === 'chosen' ? selected : choice.who };
  }

  #time({ heat }: ReplayView): HeatQuery['time'] {
    const { clock, session } = this.#playback;
    if (heat.span === 'all') return null;
    if (heat.span === 'moving') return { from: Math.round(clock.t - heat.aroundMs), to: Math.round(clock.t + heat.aroundMs) };
    if (clock.inPoint === null && clock.outPoint === null) return null;
    return { from: clock.inPoint ?? 0, to: clock.outPoint ?? session.info.durationMs };
  }

  #show(answer: HeatAnswer | null, query: HeatQuery, isSketch: boolean): void {
    const kind = this.#playback.session.profile.heat.find(({ id }) => id === query.selection.kind) ?? null;
    const settled = !isSketch && JSON.stringify(query) === this.#asked;
    this.store.setState({ answer, kind, isDifference: query.minus !== null, settled, scale: this.#scale(answer, query, kind) });
  }

  /** While the window moves the scale only grows: colours stay comparable from moment to moment. */
  #scale(answer: HeatAnswer | null, query: HeatQuery, kind: HeatProfile | null): HeatScale | null {
    if (answer === null || kind === null) return null;
    const fresh = scaleFor(answer.strong, kind.unit);
    const of = JSON.stringify({ ...query, time: query.time === null, dots: null });
    const { scale } = this.store.getState();
    const keep = of === this.#scaleOf && answer.complete && scale !== null && this.#view.getState().heat.span === 'moving';
    this.#scaleOf = of;
    return keep && scale.top >= fresh.top ? scale : fresh;
  }
}
