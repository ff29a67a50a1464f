/** Pictures of sessions: fetched when their card is in sight, drawn by a worker, the latest ones kept. */
import { createContext, useContext } from 'react';
import type { EngineClient, Results } from '../../shared/engine-api.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import type { EntityInfo, SessionInfo } from '../../shared/session/model.ts';
import type { Theme } from '../ui/team-colours.ts';
import { pictureSubject } from './picture-plan.ts';
import type { PictureReply, PictureRequest } from './picture-worker.ts';

interface PictureSize {
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

export interface Pictures {
  /** What is kept, at any size, so that a card never flashes empty. */
  kept(sessionId: string, theme: Theme): ImageBitmap | null;
  /** `version` changes when the session does. Resolves with the picture at this size, or null when the session has none. Rejects when cancelled. */
  of(
    session: { readonly id: string; readonly version: string },
    size: PictureSize,
    theme: Theme,
    signal: AbortSignal,
  ): Promise<ImageBitmap | null>;
  /** Draws what an import has so far. */
  draw(from: PictureSource, size: PictureSize, theme: Theme): Promise<ImageBitmap | null>;
}

interface PictureSource {
  readonly overview: Uint8Array | null;
  readonly preview: { readonly info: SessionInfo; readonly entities: readonly EntityInfo[] };
}

interface Kept {
  readonly bitmap: ImageBitmap;
  readonly size: PictureSize;
  readonly version: string;
}

/** Pictures under way at once: enough to hide the engine's latency, few enough to drop what scrolled by. */
const AT_ONCE = 3;
const MOST_KEPT = 120;

export function createPictures(client: EngineClient): Pictures {
  const kept = new Map<string, Kept>();
  const waiting: (() => void)[] = [];
  const drawing = new Map<number, (bitmap: ImageBitmap | null) => void>();
  let worker: Worker | null = null;
  let nextId = 1;
  let busy = 0;

  const start = (): Worker => {
    const started = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module', name: 'pictures' });
    started.addEventListener('message', ({ data }: MessageEvent<PictureReply>) => {
      drawing.get(data.id)?.(data.bitmap);
      drawing.delete(data.id);
    });
    return started;
  };

  const draw = ({ overview, preview }: PictureSource, size: PictureSize, theme: Theme): Promise<ImageBitmap | null> => {
    const profile = PROFILES[preview.info.game];
    if (profile === undefined) return Promise.resolve(null);
    worker ??= start();
    const id = nextId++;
    const request: PictureRequest = { id, overview, subject: pictureSubject(preview.info, preview.entities, profile), ...size, theme };
    const answer = new Promise<ImageBitmap | null>((resolve) => drawing.set(id, resolve));
    worker.postMessage(request);
    return answer;
  };

  const keep = (key: string, picture: Kept): void => {
    kept.delete(key);
    kept.set(key, picture);
    for (const [oldest] of kept) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest); // not closed: a card may still show it
    }
  };

  /** What came last is in sight; what waits longest has scrolled away. */
  const turn = async (signal: AbortSignal): Promise<void> => {
    if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    busy++;
    signal.throwIfAborted();
  };
  const done = (): void => {
    busy--;
    waiting.pop()?.();
  };

  return {
    draw,
    kept: (sessionId, theme) => kept.get(`${sessionId} ${theme}`)?.bitmap ?? null,
    async of({ id, version }, size, theme, signal) {
      const key = `${id} ${theme}`;
      const old = kept.get(key);
      if (old !== undefined && old.size.width === size.width && old.size.height === size.height && old.version === version)
        return old.bitmap;
      try {
        await turn(signal);
        const answer: Results['sessions.overview'] = await client.call('sessions.overview', { id });
        signal.throwIfAborted();
        const bitmap = await draw({ overview: answer.overview, preview: answer }, size, theme);
        if (bitmap !== null) keep(key, { bitmap, size, version });
        return bitmap;
      } finally {
        done();
      }
    },
  };
}

export const PicturesContext = createContext<Pictures | null>(null);

export function usePictures(): Pictures {
  const pictures = useContext(PicturesContext);
  if (pictures === null) throw new Error('no pictures above this component');
  return pictures;
}
