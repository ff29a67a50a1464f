/** Makes a clip: frame i is the moment from + i * 1000 / rate, drawn whole before it is encoded, and none is left out. */
import { CanvasSource, Output } from 'mediabunny';
import { FeedReader, boardOf } from '../../broadcast/present.ts';
import { words } from '../../words/words.ts';
import type { ClipFile } from './clip-file.ts';
import { CLIP_QUALITY, type ClipFormat, type ClipRate, type ClipSize } from './clip-formats.ts';
import { drawFeed, drawScoreboard, loadOverlayFonts } from './draw-overlays.ts';
import { OffscreenStage, type OffscreenSource } from './offscreen.ts';

export interface ClipOrder {
  /** Session ms; from is in the clip, to is its end. */
  readonly from: number;
  readonly to: number;
  readonly size: Pick<ClipSize, 'width' | 'height'>;
  readonly rate: ClipRate;
  readonly format: ClipFormat;
  readonly scoreboard: boolean;
  readonly feed: boolean;
}

export function frameCount({ from, to, rate }: Pick<ClipOrder, 'from' | 'to' | 'rate'>): number {
  return Math.max(1, Math.round(((to - from) * rate) / 1000));
}

/** `onFrame`: frames done, of all. Rejects with one sentence, or when `signal` aborts; nothing is then left of the file. */
export async function exportClip(
  order: ClipOrder,
  source: OffscreenSource,
  file: ClipFile,
  signal: AbortSignal,
  onFrame: (done: number, all: number) => void,
): Promise<number> {
  const { from, size, rate, format } = order;
  const all = frameCount(order);
  const output = new Output({ format: format.container(), target: file.target });
  try {
    const picture = new ClipPicture(order, source);
    try {
      await picture.load();
      const frames = new CanvasSource(picture.canvas, { codec: format.codec, quality: CLIP_QUALITY, latencyMode: 'quality' });
      output.addVideoTrack(frames, { frameRate: rate });
      await output.start();
      for (let i = 0; i < all; i++) {
        await picture.draw(from + (i * 1000) / rate, signal);
        // Waits while the encoder or whoever writes has enough to do.
        await frames.add(i / rate, 1 / rate);
        onFrame(i + 1, all);
      }
      frames.close();
    } finally {
      picture.dispose();
    }
    await output.finalize();
    signal.throwIfAborted();
    return await file.finish();
  } catch (error) {
    if (output.state !== 'finalized') await output.cancel().catch(() => undefined); // the file goes in any case
    await file.discard();
    signal.throwIfAborted();
    throw new Error(
      words().broadcast.clip.notMade(`${size.width} x ${size.height}`, error instanceof Error ? error.message : String(error)),
      {
        cause: error,
      },
    );
  }
}

interface PictureOrder {
  readonly t: number;
  readonly size: Pick<ClipSize, 'width' | 'height'>;
  readonly transparent: boolean;
  readonly scoreboard: boolean;
  readonly feed: boolean;
}

/** One moment as PNG. */
export async function exportPicture({ t, ...order }: PictureOrder, source: OffscreenSource, signal: AbortSignal): Promise<Blob> {
  const picture = new ClipPicture({ ...order, from: t, to: t, rate: 30 }, source);
  try {
    await picture.load();
    await picture.draw(t, signal);
    return await picture.canvas.convertToBlob({ type: 'image/png' });
  } finally {
    picture.dispose();
  }
}

/** The canvas that frames are drawn on: stage, words, and what was chosen to lie over them. */
class ClipPicture {
  readonly canvas: OffscreenCanvas;
  readonly #order: Omit<ClipOrder, 'format'>;
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #stage: OffscreenStage;
  readonly #feed: FeedReader;

  constructor(order: Omit<ClipOrder, 'format'> & { readonly transparent?: boolean }, source: OffscreenSource) {
    const { width, height } = order.size;
    this.#order = order;
    this.canvas = new OffscreenCanvas(width, height);
    const context = this.canvas.getContext('2d');
    if (context === null) throw new Error('no 2D canvas');
    this.#context = context;
    this.#stage = new OffscreenStage(source, { width, height, transparent: order.transparent === true });
    this.#feed = new FeedReader(this.#stage.playback, () => undefined);
  }

  /** What every frame needs, so that none lacks it. */
  async load(): Promise<void> {
    await Promise.all([loadOverlayFonts(), this.#feed.load(this.#order.from, this.#order.to)]);
  }

  async draw(t: number, signal: AbortSignal): Promise<void> {
    const { rate, scoreboard, feed } = this.#order;
    await this.#stage.draw(t, 1000 / rate, this.#context, signal);
    const board = scoreboard ? boardOf(this.#stage.playback) : null;
    if (board !== null) drawScoreboard(this.#context, board);
    if (feed) drawFeed(this.#context, this.#feed.rows(t));
  }

  dispose(): void {
    this.#stage.dispose();
  }
}
