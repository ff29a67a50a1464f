import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
/** What goes on air: keeps the newest presentation of a replay, the token of the overlay pages, and the listener that serves them. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import {
  BROADCAST_PORT,
  OVERLAYS,
  overlayPart,
  type BroadcastState,
  type MapPlan,
  type OverlayKind,
  type OverlayMessage,
  type Presentation,
} from '../../../shared/broadcast.ts';
import type { Items } from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { Library } from '../library/library.ts';
import type { StreamContext } from '../transport/connection.ts';
import { PortTaken } from '../transport/listen.ts';
import { OverlayServer } from './overlay-server.ts';

const SETTING = 'broadcast';
const FOLLOW_MS = 200;
const NOBODY: BroadcastState['watching'] = { scoreboard: 0, feed: 0, map: 0, card: 0, clock: 0 };

/** What the library keeps: of the token only its SHA-256. One of 192 random bits needs no salt. */
const kept = z.object({
  on: z.boolean(),
  port: z.int().min(0).max(65_535),
  token: z.object({ sha256: z.string().length(64), madeAt: z.string() }).nullable(),
});
type Kept = z.infer<typeof kept>;

export class Broadcast {
  readonly #library: Pick<Library, 'read' | 'write'>;
  readonly #rendererDir: string | null;
  readonly #changes = new EventEmitter<{ change: [] }>();
  #kept: Kept = { on: false, port: BROADCAST_PORT, token: null };
  #token: string | null = null;
  #server: OverlayServer | null = null;
  #trouble: string | null = null;
  #freePort: number | null = null;
  #shown: Presentation | null = null;
  #plan: MapPlan | null = null;
  readonly #sent = new Map<OverlayKind, string>();
  /** One change of the listener after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  /** `rendererDir`: null where nothing is served to anybody. */
  constructor(library: Pick<Library, 'read' | 'write'>, rendererDir: string | null) {
    this.#library = library;
    this.#rendererDir = rendererDir;
    this.#changes.setMaxListeners(0);
  }

  /** Listens again when it did before; a port that is taken meanwhile is said by the state. */
  async start(): Promise<void> {
    const value = await this.#library.read('setting', { name: SETTING });
    const found = value === null ? null : kept.safeParse(JSON.parse(value));
    if (found?.success === true) this.#kept = found.data;
    if (this.#kept.on && this.#rendererDir !== null) await this.#listen(this.#kept.port);
  }

  get state(): BroadcastState {
    const { on, port, token } = this.#kept;
    return {
      on,
      port,
      address: this.#server?.address ?? null,
      trouble: this.#trouble,
      freePort: this.#freePort,
      madeAt: token?.madeAt ?? null,
      token: this.#token,
      watching: this.#server?.watching ?? NOBODY,
    };
  }

  /** A port that is taken leaves it off, and the state says which one is free. Throws RefusedInput where there is nothing to serve. */
  async set(on: boolean, port: number): Promise<BroadcastState> {
    return await this.#inTurn(async () => {
      if (this.#rendererDir === null) throw new RefusedInput('Nothing is served from here.');
      const isSame = on && this.#server !== null && this.#kept.port === port;
      if (!isSame) await this.#stop();
      if (on && !isSame) await this.#listen(port);
      if (on && this.#kept.token === null) this.#make();
      await this.#keep({ on: on && this.#server !== null, port });
      return this.state;
    });
  }

  /** Another token; that of before is good no more. */
  async renew(): Promise<BroadcastState> {
    return await this.#inTurn(async () => {
      this.#make();
      this.#server?.closePages();
      await this.#keep({});
      return this.state;
    });
  }

  /** No token is good any more, until another one is made. */
  async revoke(): Promise<BroadcastState> {
    return await this.#inTurn(async () => {
      this.#token = null;
      this.#kept = { ...this.#kept, token: null };
      this.#server?.closePages();
      await this.#keep({});
      return this.state;
    });
  }

  /** `shown` null: nothing is on air. `plan`: what lies under the map from now on, null for the one of before. */
  publish(shown: Presentation | null, plan: MapPlan | null): void {
    this.#shown = shown;
    if (plan !== null) this.#plan = plan;
    if (this.#server === null) return;
    if (plan !== null) this.#server.send('map', { kind: 'plan', plan });
    for (const kind of OVERLAYS) {
      const message = this.#part(kind);
      const text = JSON.stringify(message);
      if (this.#sent.get(kind) === text) continue;
      this.#sent.set(kind, text);
      this.#server.send(kind, message);
    }
  }

  async follow({ signal, emit }: StreamContext<Items['broadcast.follow']>): Promise<void> {
    while (!signal.aborted) {
      const changed = once(this.#changes, 'change', { signal }).catch(() => undefined); // by the abort
      await emit(this.state);
      await changed;
      await pause(FOLLOW_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#stop());
  }

  #part(kind: OverlayKind): OverlayMessage {
    return { kind: 'part', part: this.#shown === null ? null : overlayPart(this.#shown, kind) };
  }

  #make(): void {
    this.#token = randomBytes(24).toString('base64url');
    this.#kept = { ...this.#kept, token: { sha256: hash('sha256', this.#token), madeAt: new Date().toISOString() } };
  }

  #isGood(token: string): boolean {
    const sha256 = this.#kept.token?.sha256;
    return sha256 !== undefined && timingSafeEqual(Buffer.from(hash('sha256', token)), Buffer.from(sha256));
  }

  async #listen(port: number): Promise<void> {
    if (this.#rendererDir === null) return;
    this.#trouble = null;
    this.#freePort = null;
    try {
      this.#server = await OverlayServer.listen({
        port,
        rendererDir: this.#rendererDir,
        isGood: (token) => this.#isGood(token),
        opening: (kind) => [
          ...(kind === 'map' && this.#plan !== null ? [{ kind: 'plan', plan: this.#plan } as const] : []),
          this.#part(kind),
        ],
        onChange: () => this.#changes.emit('change'),
      });
      this.#sent.clear();
    } catch (error) {
      if (!(error instanceof RefusedInput)) throw error;
      this.#trouble = error.message;
      this.#freePort = error instanceof PortTaken ? error.free : null;
    }
  }

  async #stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    await server?.close();
  }

  async #keep(change: Partial<Kept>): Promise<void> {
    this.#kept = { ...this.#kept, ...change };
    await this.#library.write('setSetting', { name: SETTING, value: JSON.stringify(this.#kept) });
    this.#changes.emit('change');
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return await turn;
  }
}
