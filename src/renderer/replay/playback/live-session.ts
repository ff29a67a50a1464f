/** Puts together what is known of a session that is being recorded, from an opening and the deltas after it: each gives a new LoadedSession and a new tail. */
import type { LiveItem } from '../../../shared/engine-api.ts';
import type { GameProfile } from '../../../shared/games/profile.ts';
import type { Chunk } from '../../../shared/session/chunk.ts';
import { decodeChunk } from '../../../shared/session/chunk.ts';
import type { Compression } from '../../../shared/session/envelope.ts';
import { decodeEvents, decodePayloads } from '../../../shared/session/event-block.ts';
import type { EntityInfo } from '../../../shared/session/model.ts';
import { appendToChunk, dropBefore, dropFrom } from '../../../shared/session/tail.ts';
import { LiveEvents } from './live-events.ts';
import type { Growth, LoadedSession, Tail } from './types.ts';

export type Opening = Extract<LiveItem, { kind: 'opening' }>;
export type Delta = Extract<LiveItem, { kind: 'delta' }>;
type Sealed = Growth['sealed'][number];

/** What another engine says of the session does not go on from what is known of it: it has to be opened anew. */
class SessionReplaced extends Error {}

export class LiveSession {
  session: LoadedSession;
  readonly #zstd: Compression;
  readonly #strings: string[];
  /** What the session was made from. */
  readonly #first: Opening;
  #events: LiveEvents;
  #tail: Tail = [null, null];

  constructor(opening: Opening, profile: GameProfile, zstd: Compression) {
    const { row, info, entities, strings, chunks } = opening.detail;
    this.#zstd = zstd;
    this.#strings = [...strings];
    this.#first = opening;
    this.#events = this.#eventsOf(opening);
    this.session = {
      row,
      info,
      profile,
      entities,
      strings: this.#strings,
      events: this.#events.table(),
      chunks,
      overview: opening.overview === null ? null : decodeChunk(opening.overview, zstd),
      eventData: (seq) => Promise.resolve(this.#events.payload(seq)),
    };
  }

  /** Replaces everything: the first opening, and those after a pause. Throws SessionReplaced. */
  open(opening: Opening, tail: Tail): Growth {
    this.#tail = tail;
    if (opening !== this.#first) {
      const { row, info, entities, strings, chunks } = opening.detail;
      this.#addStrings(strings);
      this.#events = this.#eventsOf(opening);
      const overview = opening.overview === null ? this.session.overview : decodeChunk(opening.overview, this.#zstd);
      this.session = { ...this.session, row, info, entities, chunks, events: this.#events.table(), overview };
    }
    return { session: this.session, tail, sealed: [], renumber: null, live: true };
  }

  apply(delta: Delta, added: Tail): Growth {
    this.#strings.push(...(delta.strings ?? []));
    const { session } = this;
    const { events } = delta;
    const renumber =
      events === undefined ? null : this.#events.add(decodeEvents(events.columns, this.#zstd), decodePayloads(events.payloads, this.#zstd));
    this.#tail = [joined(this.#tail[0], added[0]), joined(this.#tail[1], added[1])];
    const sealed = (delta.sealed ?? []).flatMap((ref) => this.#seal(ref));
    this.session = {
      ...session,
      info: { ...(delta.info ?? session.info), durationMs: delta.durationMs, frames: delta.frames },
      entities: delta.entities === undefined ? session.entities : withEntities(session.entities, delta.entities),
      events: events === undefined ? session.events : this.#events.table(),
      chunks: delta.sealed === undefined ? session.chunks : [...session.chunks, ...delta.sealed],
    };
    return { session: this.session, tail: this.#tail, sealed, renumber, live: true };
  }

  /** A newer overview, for what is drawn over the whole length. */
  overview(bytes: Uint8Array): Growth {
    this.session = { ...this.session, overview: decodeChunk(bytes, this.#zstd) };
    return { session: this.session, tail: this.#tail, sealed: [], renumber: null, live: true };
  }

  /** The recording has ended: `stored` is the session as the library has it. The tail stays for as long as its last chunks are not loaded. Throws SessionReplaced. */
  end(stored: LoadedSession): Growth {
    this.#addStrings(stored.strings);
    this.session = { ...stored, strings: this.#strings };
    return { session: this.session, tail: this.#tail, sealed: [], renumber: null, live: false };
  }

  #eventsOf({ detail, events }: Opening): LiveEvents {
    const all = new LiveEvents(detail.info.space);
    all.add(decodeEvents(events.columns, this.#zstd), decodePayloads(events.payloads, this.#zstd));
    return all;
  }

  /** Grown in place: whoever reads texts by their index goes on doing so. */
  #addStrings(strings: readonly string[]): void {
    if (strings.length < this.#strings.length || this.#strings.some((text, i) => text !== strings[i])) throw new SessionReplaced();
    for (let i = this.#strings.length; i < strings.length; i++) this.#strings.push(strings[i] as string);
  }

  /** The part of the tail that the chunk holds; nothing when the tail does not reach back that far. */
  #seal(ref: Sealed['ref']): Sealed[] {
    const tail = this.#tail[ref.layer];
    if (tail === null) return [];
    const rest = dropBefore(tail, ref.t1);
    this.#tail = ref.layer === 0 ? [rest, this.#tail[1]] : [this.#tail[0], rest];
    return tail.t0 <= ref.t0 ? [{ ref, chunk: { ...dropFrom(tail, ref.t1), t0: ref.t0 } }] : [];
  }
}

function joined(tail: Chunk | null, added: Chunk | null): Chunk | null {
  if (tail === null || added === null) return tail ?? added;
  return appendToChunk(tail, added);
}

/** New ones come with the next ids, changed ones take the place of what they were. */
function withEntities(before: readonly EntityInfo[], changed: readonly EntityInfo[]): readonly EntityInfo[] {
  const after = [...before];
  for (const entity of changed) after[entity.id] = entity;
  return after;
}
