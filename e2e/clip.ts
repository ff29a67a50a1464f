/** Decodes an exported clip again, in a page that has WebCodecs, and compares its frames with pictures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type * as Mediabunny from 'mediabunny';

const bundle = join(import.meta.dirname, '..', 'node_modules', 'mediabunny', 'dist', 'bundles', 'mediabunny.cjs');

export interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly codec: string;
  /** Seconds, of every frame in order. */
  readonly timestamps: readonly number[];
  /** Mean difference of each picture (first index) from each of the frames `at` (second), 0 to 255. */
  readonly apart: readonly (readonly number[])[];
}

/** `at`: numbers of the frames that are compared with every one of `pictures` (PNG). */
export async function decodeClip(page: Page, clip: Buffer, at: readonly number[], pictures: readonly Buffer[]): Promise<Decoded> {
  await page.evaluate(`${readFileSync(bundle, 'utf8')}\n;globalThis.Mediabunny = Mediabunny; undefined`);
  return await page.evaluate(
    async ({ clip, at, pictures }) => {
      const { Input, BufferSource, ALL_FORMATS, VideoSampleSink } = (globalThis as unknown as { Mediabunny: typeof Mediabunny }).Mediabunny;
      const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const small = new OffscreenCanvas(320, 180).getContext('2d', { willReadFrequently: true });
      if (small === null) throw new Error('no 2D canvas here');
      const pixels = (): Uint8ClampedArray => small.getImageData(0, 0, 320, 180).data;
      const track = await new Input({ source: new BufferSource(bytes(clip)), formats: ALL_FORMATS }).getPrimaryVideoTrack();
      if (track === null) throw new Error('the clip has no picture');
      const timestamps: number[] = [];
      const frames: Uint8ClampedArray[] = [];
      for await (const sample of new VideoSampleSink(track).samples()) {
        if (at.includes(timestamps.length)) {
          sample.draw(small, 0, 0, 320, 180);
          frames.push(pixels());
        }
        timestamps.push(sample.timestamp);
        sample.close();
      }
      const apart: number[][] = [];
      for (const picture of pictures) {
        small.drawImage(await createImageBitmap(new Blob([bytes(picture)], { type: 'image/png' })), 0, 0, 320, 180);
        const shown = pixels();
        apart.push(frames.map((frame) => frame.reduce((sum, value, i) => sum + Math.abs(value - (shown[i] ?? 0)), 0) / frame.length));
      }
      const [width, height, codec] = await Promise.all([track.getDisplayWidth(), track.getDisplayHeight(), track.getCodec()]);
      return { width, height, codec: String(codec), timestamps, apart };
    },
    { clip: clip.toString('base64'), at: [...at], pictures: pictures.map((picture) => picture.toString('base64')) },
  );
}
