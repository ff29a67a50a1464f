/** What a capture counts for /metrics, in the text format of Prometheus. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CommandCounts, Dispatcher } from '../recorder/dispatcher.ts';
import type { CommandFeed } from './command-feed.ts';

const LAG_BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.25, 0.5, 1, 2.5];

export class CaptureMetrics {
  readonly #registry = new Registry();
  readonly #feeds = new Set<CommandFeed>();
  /** By command, of feeds that are gone. */
  readonly #before = new Map<string, CommandCounts>();
  readonly #lag: Histogram;
  readonly #uploads: Counter<'result'>;
  readonly #bytes: Counter<'route'>;

  constructor() {
    const registers = [this.#registry];
    this.#commands('queued', 'Commands that had to wait for a mission.', ({ queued }) => queued);
    this.#commands('processed', 'Commands that were carried out.', ({ processed }) => processed);
    this.#commands('dropped', 'Commands that were lost because too many waited.', ({ dropped }) => dropped);
    this.#commands('failed', 'Commands that were refused for what they say.', ({ failed }) => failed);
    this.#uploads = new Counter({
      name: 'sandtable_ocap_uploads_total',
      help: 'Uploads by what became of them.',
      labelNames: ['result'],
      registers,
    });
    this.#bytes = new Counter({ name: 'sandtable_ocap_bytes_total', help: 'Bytes that came, by way.', labelNames: ['route'], registers });
    this.#lag = new Histogram({
      name: 'sandtable_ocap_commit_lag_seconds',
      help: 'From the arrival of commands until they are on disk.',
      buckets: LAG_BUCKETS,
      registers,
    });
    const live: Gauge = new Gauge({
      name: 'sandtable_ocap_live_sessions',
      help: 'Missions that are being recorded now.',
      registers,
      collect: (): void => live.set(this.recording),
    });
  }

  /** Missions that are being recorded now. */
  get recording(): number {
    let recording = 0;
    for (const feed of this.#feeds) if (feed.isRecording) recording++;
    return recording;
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  async text(): Promise<string> {
    return await this.#registry.metrics();
  }

  add(feed: CommandFeed): void {
    this.#feeds.add(feed);
  }

  /** It takes no more commands. */
  remove(feed: CommandFeed): void {
    if (!this.#feeds.delete(feed)) return;
    addCounts(this.#before, feed.dispatcher);
  }

  lag(ms: number): void {
    this.#lag.observe(ms / 1000);
  }

  upload(result: string): void {
    this.#uploads.inc({ result });
  }

  bytes(route: 'upload' | 'tcp' | 'websocket', count: number): void {
    this.#bytes.inc({ route }, count);
  }

  /** Counters of the recorder are read when somebody asks. */
  #commands(what: string, help: string, pick: (counts: CommandCounts) => number): void {
    const counter = new Counter({
      name: `sandtable_ocap_commands_${what}_total`,
      help,
      labelNames: ['command'],
      registers: [this.#registry],
      collect: () => {
        counter.reset();
        for (const [command, counts] of this.#counts()) counter.inc({ command }, pick(counts));
      },
    });
  }

  #counts(): ReadonlyMap<string, CommandCounts> {
    const counts = new Map(Array.from(this.#before, ([name, one]) => [name, { ...one }]));
    for (const { dispatcher } of this.#feeds) addCounts(counts, dispatcher);
    return counts;
  }
}

function addCounts(into: Map<string, CommandCounts>, { counts }: Dispatcher): void {
  for (const [name, { queued, processed, dropped, failed }] of counts) {
    const sum = into.get(name) ?? { queued: 0, processed: 0, dropped: 0, failed: 0 };
    into.set(name, {
      queued: sum.queued + queued,
      processed: sum.processed + processed,
      dropped: sum.dropped + dropped,
      failed: sum.failed + failed,
    });
  }
}
