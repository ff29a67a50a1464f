/** Sends one session's finished parts to the library's writer thread, with a bound on the bytes under way, and keeps what is stored only at its end. */
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import type { NewCareer } from '../career/session-career.ts';
import { finishedSession } from '../library/finished-session.ts';
import type { KnownSession, StoredChunk, StoredEvents, WriterOperations } from '../library/operations.ts';
import { movable, whole, type ThreadCaller } from '../library/thread-call.ts';
import type { StoredNotes } from '../session-source.ts';
import type { SessionPart, SessionTarget } from '../session-target.ts';
import { EventSpark } from './event-spark.ts';

/** Parts that the writer has not yet committed, bytes. */
const UNDER_WAY_BYTES = 4 * 1024 * 1024;

export interface Preview {
  readonly overview: Uint8Array;
  readonly info: SessionInfo;
  readonly entities: readonly EntityInfo[];
  readonly strings: readonly string[];
}

export class ImportTarget implements SessionTarget {
  readonly #writer: ThreadCaller<WriterOperations>;
  readonly #import: string;
  readonly #id: string;
  readonly #onPreview: (preview: Preview) => void;
  readonly #spark = new EventSpark();
  readonly #waiting: (() => void)[] = [];
  #info: SessionInfo | null = null;
  #entities: readonly EntityInfo[] = [];
  #strings: readonly string[] = [''];
  #overview: Uint8Array | null = null;
  #notes: StoredNotes | null = null;
  #underWay = 0;
  #storedBytes = 0;
  #failure: Error | null = null;

  constructor(writer: ThreadCaller<WriterOperations>, importId: string, id: string, onPreview: (preview: Preview) => void) {
    this.#writer = writer;
    this.#import = importId;
    this.#id = id;
    this.#onPreview = onPreview;
  }

  async put(part: SessionPart): Promise<void> {
    switch (part.kind) {
      case 'info':
        this.#info = part.info;
        return;
      case 'entities':
        this.#entities = part.entities;
        return;
      case 'strings':
        this.#strings = part.strings;
        return;
      case 'notes':
        this.#notes = part.notes;
        return;
      case 'overview':
        this.#overview = part.data;
        if (this.#info !== null)
          this.#onPreview({ overview: part.data, info: this.#info, entities: this.#entities, strings: this.#strings });
        return;
      case 'chunk':
        return await this.#send({ ...part, data: whole(part.data) }, part.data.length);
      case 'events':
        this.#spark.add(part.columns);
        return await this.#send(
          { ...part, columns: whole(part.columns), payloads: whole(part.payloads) },
          part.columns.length + part.payloads.length,
        );
    }
  }

  /**
   * After the last part: stores what all of them come to. `fallbackTitle`: for recordings without a title of their own. Answers the session that is the same one,
   * shared earlier, which then has the notes; this one is to be dropped.
   */
  async finish(fallbackTitle: string, career?: NewCareer): Promise<KnownSession | null> {
    while (this.#underWay > 0 && this.#failure === null) await this.#taken();
    if (this.#failure !== null) throw this.#failure;
    if (this.#info === null) throw new Error('a session ended without its info');
    if (this.#notes !== null) {
      const known = await this.#writer.call('adoptNotes', { import: this.#import, id: this.#id, notes: this.#notes });
      if (known !== null) return known;
    }
    const info = this.#info.title === '' ? { ...this.#info, title: fallbackTitle } : this.#info;
    const spark = this.#spark.counts(info.durationMs);
    const session = finishedSession(
      { info, entities: this.#entities, strings: this.#strings, overview: this.#overview, spark },
      this.#storedBytes,
    );
    await this.#writer.call('finishSession', {
      import: this.#import,
      id: this.#id,
      session: career === undefined ? session : { ...session, career },
    });
    return null;
  }

  async #send(part: StoredChunk | StoredEvents, bytes: number): Promise<void> {
    while (this.#underWay >= UNDER_WAY_BYTES && this.#failure === null) await this.#taken();
    if (this.#failure !== null) throw this.#failure;
    this.#underWay += bytes;
    this.#storedBytes += bytes;
    const transfer = part.kind === 'chunk' ? movable(part.data) : [...movable(part.columns), ...movable(part.payloads)];
    void this.#writer
      .call('addPart', { import: this.#import, id: this.#id, part }, transfer)
      .catch((error: unknown) => {
        this.#failure ??= error instanceof Error ? error : new Error(String(error));
      })
      .then(() => {
        this.#underWay -= bytes;
        for (const wake of this.#waiting.splice(0)) wake();
      });
  }

  /** Resolves when the writer took another part, or failed. */
  #taken(): Promise<void> {
    return new Promise((resolve) => void this.#waiting.push(resolve));
  }
}
