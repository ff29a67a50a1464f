/** Where a SessionWriter's finished parts go: the library's writer thread, or memory. Every part is self-contained and may be committed as it comes. */
import type { EntityInfo, SessionInfo } from '../../shared/session/model.ts';
import type { StoredNotes } from './session-source.ts';

export type SessionPart =
  | {
      readonly kind: 'chunk';
      readonly layer: 0 | 1;
      readonly index: number;
      readonly t0: number;
      readonly t1: number;
      readonly data: Uint8Array<ArrayBuffer>;
    }
  | {
      readonly kind: 'events';
      readonly index: number;
      readonly firstSeq: number;
      readonly count: number;
      readonly t0: number;
      readonly t1: number;
      readonly columns: Uint8Array<ArrayBuffer>;
      readonly payloads: Uint8Array<ArrayBuffer>;
    }
  /** Replaces earlier entity lists. */
  | { readonly kind: 'entities'; readonly entities: readonly EntityInfo[] }
  | { readonly kind: 'strings'; readonly strings: readonly string[] }
  /** May come several times while a file is read (each better than the last), and once at the end. */
  | { readonly kind: 'overview'; readonly data: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'info'; readonly info: SessionInfo }
  /** What people added to it, when it comes with that. */
  | { readonly kind: 'notes'; readonly notes: StoredNotes };

export interface SessionTarget {
  /** Resolves when the part is taken; a slow target slows the reader (back-pressure). */
  put(part: SessionPart): Promise<void>;
}
