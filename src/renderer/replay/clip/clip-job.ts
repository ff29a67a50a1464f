/** The export that runs for a replay: one at a time, whether its dialog is open or not. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../../shared/engine-api.ts';
import { sentenceOf } from '../../engine/api-error.ts';
import { RateMeter } from '../../library/rate-meter.ts';
import { formatBytes } from '../../ui/format.ts';
import { notify } from '../../ui/notices.tsx';
import { words } from '../../words/words.ts';
import { MOST_IN_MEMORY, openClipFile } from './clip-file.ts';
import { exportClip, frameCount, type ClipOrder } from './export-clip.ts';
import type { OffscreenSource } from './offscreen.ts';

export interface ClipProgress {
  readonly done: number;
  readonly all: number;
  /** Frames per second; null until it is known. */
  readonly rate: number | null;
  /** ms */
  readonly left: number | null;
}

interface ClipJobState {
  /** Null while nothing runs. */
  readonly progress: ClipProgress | null;
  /** One sentence of what went wrong last. */
  readonly failure: string | null;
}

/** Bits that a pixel of a picture takes at most, about. */
const BITS_PER_PIXEL = 0.15;

export class ClipJob {
  readonly store: StoreApi<ClipJobState> = createStore<ClipJobState>()(() => ({ progress: null, failure: null }));
  readonly #client: EngineClient;
  #abort: AbortController | null = null;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  /** `name`: of the file. Resolves true when it was made. */
  async run(order: ClipOrder, source: OffscreenSource, name: string): Promise<boolean> {
    if (this.#abort !== null) return false;
    const abort = new AbortController();
    this.#abort = abort;
    this.store.setState({ failure: null });
    const says = words().broadcast.clip;
    try {
      const file = await openClipFile(this.#client, name);
      if (file === null) return false; // thought better of it
      const { width, height } = order.size;
      if (!file.streams && (width * height * frameCount(order) * BITS_PER_PIXEL) / 8 > MOST_IN_MEMORY)
        throw new Error(says.tooLarge(formatBytes(MOST_IN_MEMORY)));
      const meter = new RateMeter();
      this.store.setState({ progress: { done: 0, all: frameCount(order), rate: null, left: null } });
      const bytes = await exportClip(order, source, file, abort.signal, (done, all) => {
        this.store.setState({ progress: { done, all, ...meter.measure(done, all, performance.now()) } });
      });
      notify({ text: says.done(file.name, formatBytes(bytes)) });
      return true;
    } catch (error) {
      if (abort.signal.aborted) notify({ text: says.cancelled });
      else {
        this.store.setState({ failure: sentenceOf(error) });
        notify({ text: says.failed(sentenceOf(error)), failed: true });
      }
      return false;
    } finally {
      this.#abort = null;
      this.store.setState({ progress: null });
    }
  }

  cancel(): void {
    this.#abort?.abort();
  }
}
