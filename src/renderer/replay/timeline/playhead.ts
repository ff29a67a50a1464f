/** The moving layer: playhead, its time, and the ruler's labels, which give way to it and to bookmarks. Redrawn for every frame; allocates only when the shown time changes. */
import { formatClock } from '../../ui/format.ts';
import { LABEL_PX } from './draw.ts';
import { FLAG_PX, type Mark } from './marks.ts';
import type { Row } from './rows.ts';
import type { TimelineTheme } from './theme.ts';
import { tickLabel, tickStep, timeToX, type Span } from './time-scale.ts';

export interface MovingScene {
  readonly rows: readonly Row[];
  readonly span: Span;
  readonly durationMs: number;
  readonly width: number;
  readonly height: number;
  readonly bookmarks: readonly Mark[];
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

const PLATE_PAD = 6;
/** Room that a label keeps from the plate, px. */
const LABEL_GAP = 4;

export class PlayheadLayer {
  readonly #context: CanvasRenderingContext2D;
  readonly #scene: MovingScene;
  readonly #theme: TimelineTheme;
  readonly #labels: readonly Label[];
  readonly #ruler: Row | undefined;
  readonly #strip: Row | undefined;
  #shown = -1;
  #text = '';
  #textWidth = 0;

  constructor(context: CanvasRenderingContext2D, scene: MovingScene, theme: TimelineTheme) {
    this.#context = context;
    this.#scene = scene;
    this.#theme = theme;
    this.#ruler = scene.rows.find((row) => row.kind === 'ruler');
    this.#strip = scene.rows.find((row) => row.kind === 'strip');
    this.#labels = this.#makeLabels();
  }

  draw(t: number): void {
    const c = this.#context;
    const { width, height, span, durationMs } = this.#scene;
    c.clearRect(0, 0, width, height);
    if (this.#ruler === undefined || this.#strip === undefined) return;
    this.#measure(t);
    const plateWidth = this.#textWidth + PLATE_PAD * 2;
    const x = timeToX(t, span, width);
    const visible = x >= -1 && x <= width + 1;
    const left = Math.min(width - plateWidth, Math.max(0, x - plateWidth / 2));

    c.font = this.#theme.caption;
    c.textBaseline = 'middle';
    c.fillStyle = this.#theme.t2;
    const middle = this.#ruler.y + this.#ruler.height / 2;
    for (const label of this.#labels) {
      const covered = visible && label.x < left + plateWidth + LABEL_GAP && label.x + label.width > left - LABEL_GAP;
      if (!covered) c.fillText(label.text, label.x, middle);
    }

    c.fillStyle = this.#theme.accent;
    const stripX = Math.round((t / Math.max(1, durationMs)) * width);
    c.fillRect(Math.min(width - 1, stripX), this.#strip.y, 1.5, this.#strip.height - 1);
    if (!visible) return;
    c.fillRect(Math.round(x) - 1, this.#ruler.y + this.#ruler.height - 2, 2, this.#strip.y - this.#ruler.y - this.#ruler.height + 1);
    c.beginPath();
    c.roundRect(left, this.#ruler.y + 1, plateWidth, this.#ruler.height - 3, 3);
    c.fill();
    c.font = this.#theme.captionStrong;
    c.fillStyle = this.#theme.accentInk;
    c.fillText(this.#text, left + PLATE_PAD, middle);
  }

  #measure(t: number): void {
    const tenths = Math.floor(t / 100);
    if (tenths === this.#shown) return;
    this.#shown = tenths;
    this.#text = formatClock(t, this.#scene.durationMs);
    this.#context.font = this.#theme.captionStrong;
    this.#textWidth = this.#context.measureText(this.#text).width;
  }

  #makeLabels(): readonly Label[] {
    const { span, width, durationMs, bookmarks } = this.#scene;
    const step = tickStep(span, width, LABEL_PX);
    const labels: Label[] = [];
    this.#context.font = this.#theme.caption;
    for (let t = Math.ceil(span.from / step) * step; t <= span.to; t += step) {
      const text = tickLabel(t, step, durationMs);
      const textWidth = this.#context.measureText(text).width;
      const x = timeToX(t, span, width) + 5;
      const flagged = bookmarks.some((mark) => {
        const flag = timeToX(mark.t, span, width);
        return flag > x - FLAG_PX - LABEL_GAP && flag < x + textWidth + FLAG_PX + LABEL_GAP;
      });
      if (!flagged && x + textWidth <= width) labels.push({ text, x, width: textWidth });
    }
    return labels;
  }
}
