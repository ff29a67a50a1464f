/** What the engine's main thread and the thread of one capture say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { CaptureState } from '../../../shared/engine-api.ts';
import type { CaptureSettings, ImportedFile, LogFields } from './capture-source.ts';
import type { StoredToken } from './sender-tokens.ts';

export interface CaptureOrder {
  /** Folder of the library. */
  readonly libraryDir: string;
  /** CaptureSource.id */
  readonly id: string;
  readonly settings: CaptureSettings;
  readonly tokens: readonly StoredToken[];
  readonly writer: MessagePort;
}

/** To the thread. */
export type CaptureCommand =
  | { readonly type: 'stop' }
  /** Comes with a port, see follower.ts. */
  | { readonly type: 'follow'; readonly session: string; readonly port: MessagePort }
  | { readonly type: 'imported'; readonly call: number; readonly result: ImportedFile }
  /** These are the ones from now on; to be answered. */
  | { readonly type: 'tokens'; readonly call: number; readonly tokens: readonly StoredToken[] }
  | {
      readonly type: 'tokenMade';
      readonly call: number;
      readonly made: { readonly id: string; readonly secret: string } | { readonly refusal: string };
    };

/** From the thread. */
export type CaptureReport =
  | { readonly type: 'state'; readonly phase: 'waiting' | 'recording' | 'trouble'; readonly message: string }
  | { readonly type: 'address'; readonly address: string }
  | { readonly type: 'counters'; readonly counters: Readonly<Record<string, number>> }
  /** A session is recorded from now on, or is now called otherwise. */
  | { readonly type: 'session'; readonly session: CaptureState['sessions'][number] }
  | { readonly type: 'ended'; readonly session: string }
  | { readonly type: 'import'; readonly call: number; readonly path: string; readonly name: string }
  | { readonly type: 'log'; readonly event: string; readonly fields: LogFields }
  | { readonly type: 'tokensTaken'; readonly call: number }
  | { readonly type: 'makeToken'; readonly call: number; readonly name: string; readonly key: string }
  /** The token of this id was shown. */
  | { readonly type: 'heard'; readonly token: string }
  /** The last one; with the sentence when the capture refused to begin or to go on. */
  | { readonly type: 'stopped'; readonly refusal: string | null };
