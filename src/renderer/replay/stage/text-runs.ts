/** Words drawn once to a small bitmap at device pixels, then only copied: what a 2D canvas needs to show forty crisp labels per frame for next to nothing. */
import type { Colour } from './palette.ts';

export interface TextRun {
  readonly image: HTMLCanvasElement;
  /** CSS pixels, plate included. */
  readonly width: number;
  readonly height: number;
}

export interface TextLook {
  readonly font: string;
  readonly ink: Colour;
  /** CSS colour behind the text; null for none. */
  readonly plate: string | null;
  /** A dark rim around the letters, for words that stand on lines without a plate. */
  readonly rim: boolean;
  readonly border: string | null;
  /** CSS pixels. */
  readonly height: number;
  readonly padding: number;
}

const RADIUS = 3;
const MOST_RUNS = 1500;

export class TextRuns {
  readonly #runs = new Map<TextLook, Map<string, TextRun>>();
  readonly #pixelRatio: number;
  #count = 0;

  constructor(pixelRatio: number) {
    this.#pixelRatio = pixelRatio;
  }

  get(look: TextLook, text: string): TextRun {
    let runs = this.#runs.get(look);
    if (runs === undefined) this.#runs.set(look, (runs = new Map<string, TextRun>()));
    let run = runs.get(text);
    if (run === undefined) {
      if (this.#count++ > MOST_RUNS) this.clear();
      run = this.#draw(look, text);
      runs.set(text, run);
    }
    return run;
  }

  clear(): void {
    for (const runs of this.#runs.values()) runs.clear();
    this.#count = 0;
  }

  #draw(look: TextLook, text: string): TextRun {
    const image = document.createElement('canvas');
    const context = image.getContext('2d');
    if (context === null) return { image, width: 0, height: look.height };
    context.font = look.font;
    const width = Math.ceil(context.measureText(text).width) + 2 * look.padding;
    const ratio = this.#pixelRatio;
    image.width = Math.ceil(width * ratio);
    image.height = Math.ceil(look.height * ratio);
    context.scale(ratio, ratio);
    if (look.plate !== null) {
      context.fillStyle = look.plate;
      context.beginPath();
      context.roundRect(0, 0, width, look.height, RADIUS);
      context.fill();
    }
    if (look.border !== null) {
      context.strokeStyle = look.border;
      context.lineWidth = 1;
      context.beginPath();
      context.roundRect(0.5, 0.5, width - 1, look.height - 1, RADIUS - 0.5);
      context.stroke();
    }
    context.font = look.font;
    context.textBaseline = 'alphabetic';
    // Capitals stand in the middle.
    const baseline = look.height / 2 + context.measureText('H').actualBoundingBoxAscent / 2;
    if (look.rim) {
      context.strokeStyle = 'rgb(13 15 17 / 0.85)';
      context.lineWidth = 3;
      context.lineJoin = 'round';
      context.strokeText(text, look.padding, baseline);
    }
    context.fillStyle = look.ink.css;
    context.fillText(text, look.padding, baseline);
    return { image, width, height: look.height };
  }
}
