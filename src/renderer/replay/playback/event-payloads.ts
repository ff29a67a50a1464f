/** The native payloads of events, block by block as they are asked for; a few blocks are kept. */
import type { EngineClient, SessionDetail } from '../../../shared/engine-api.ts';
import type { Compression } from '../../../shared/session/envelope.ts';
import { decodePayloads } from '../../../shared/session/event-block.ts';
import type { JsonObject } from '../../../shared/session/model.ts';

type Block = SessionDetail['eventBlocks'][number];
type Payloads = readonly (JsonObject | null)[];

const KEPT = 8;

export class EventPayloads {
  readonly #client: EngineClient;
  readonly #id: string;
  /** Ascending by firstSeq. */
  readonly #blocks: readonly Block[];
  readonly #compression: Promise<Compression>;
  /** By block index, in order of use. */
  readonly #loaded = new Map<number, Promise<Payloads>>();

  constructor(client: EngineClient, id: string, blocks: readonly Block[], compression: Promise<Compression>) {
    this.#client = client;
    this.#id = id;
    this.#blocks = blocks;
    this.#compression = compression;
  }

  async get(seq: number): Promise<JsonObject | null> {
    const block = this.#blocks.findLast(({ firstSeq }) => firstSeq <= seq);
    if (block === undefined || seq >= block.firstSeq + block.count) return null;
    const payloads = await this.#load(block.index);
    return payloads[seq - block.firstSeq] ?? null;
  }

  #load(index: number): Promise<Payloads> {
    const loading = this.#loaded.get(index) ?? this.#read(index);
    this.#loaded.delete(index);
    this.#loaded.set(index, loading);
    for (const [old] of this.#loaded) {
      if (this.#loaded.size <= KEPT) break;
      this.#loaded.delete(old);
    }
    return loading;
  }

  #read(index: number): Promise<Payloads> {
    const loading = Promise.all([this.#client.call('events.payloads', { id: this.#id, index }), this.#compression]).then(
      ([bytes, compression]) => decodePayloads(bytes, compression),
    );
    // A block that could not be read is tried again when it is asked for again.
    loading.catch(() => this.#loaded.delete(index));
    return loading;
  }
}
