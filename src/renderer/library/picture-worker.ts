/** Worker: decodes overview chunks and draws them, off the thread that scrolls. */
import { decodeChunk } from '../../shared/session/chunk.ts';
import { loadZstd } from '../engine/zstd.ts';
import type { Theme } from '../ui/team-colours.ts';
import { drawPicture } from './draw-picture.ts';
import { fitPicture, picturePlan, type PictureSubject } from './picture-plan.ts';

export interface PictureRequest {
  readonly id: number;
  /** Null draws the plan of the world alone. */
  readonly overview: Uint8Array | null;
  readonly subject: PictureSubject;
  /** Device pixels, and device pixels per CSS pixel. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly theme: Theme;
}

export interface PictureReply {
  readonly id: number;
  /** Null when the overview cannot be read. */
  readonly bitmap: ImageBitmap | null;
}

const ready = loadZstd();

async function draw(request: PictureRequest): Promise<ImageBitmap> {
  const { overview, subject, width, height, theme } = request;
  const plan = overview === null ? { traces: [], deaths: [] } : picturePlan(decodeChunk(overview, await ready), subject);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no 2D canvas here');
  drawPicture(context, plan, subject, fitPicture(plan, subject, width, height), request, theme);
  return canvas.transferToImageBitmap();
}

addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => {
  draw(data).then(
    (bitmap) => postMessage({ id: data.id, bitmap } satisfies PictureReply, { transfer: [bitmap] }),
    (error: unknown) => {
      console.warn('A session picture was not drawn.', error);
      postMessage({ id: data.id, bitmap: null } satisfies PictureReply);
    },
  );
});
