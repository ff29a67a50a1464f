/** What the listener counts for /metrics: the names and meanings that dashboards of the older stats server know, in the text format of Prometheus. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; those of the older server. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export class IngestMetrics {
  readonly #registry = new Registry();
  readonly #ingested: Counter;
  readonly #processed: Counter;
  readonly #failed: Counter;
  readonly #shed: Counter;
  readonly #duration: Histogram;

  /** `depth`: events that were taken and are still held in memory. */
  constructor(depth: () => number) {
    const registers = [this.#registry];
    const counter = (name: string, help: string): Counter => new Counter({ name, help, registers });
    this.#ingested = counter('mohaa_events_ingested_total', 'Events received.');
    this.#processed = counter('mohaa_events_processed_total', 'Events written, from when on they survive the end of the process.');
    this.#failed = counter('mohaa_events_failed_total', 'Events that could not be written; their senders were told.');
    this.#shed = counter('mohaa_events_load_shed_total', 'Events that were turned away because too many waited.');
    this.#duration = new Histogram({
      name: 'mohaa_batch_insert_duration_seconds',
      help: 'How long it takes to write what arrived together.',
      buckets: BUCKETS,
      registers,
    });
    const queue: Gauge = new Gauge({
      name: 'mohaa_worker_queue_depth',
      help: 'Events that were received and are still held in memory.',
      registers,
      collect: () => queue.set(depth()),
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  async text(): Promise<string> {
    return await this.#registry.metrics();
  }

  ingested(events: number): void {
    this.#ingested.inc(events);
  }

  processed(events: number, seconds: number): void {
    this.#processed.inc(events);
    this.#duration.observe(seconds);
  }

  failed(events: number): void {
    this.#failed.inc(events);
  }

  shed(events: number): void {
    this.#shed.inc(events);
  }
}
