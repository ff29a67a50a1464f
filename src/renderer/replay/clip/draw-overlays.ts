/** The scoreboard and the feed as part of a clip, drawn on its canvas as the overlays show them. */
import type { Presentation } from '../../../shared/broadcast.ts';
import { TEAM_HEX } from '../../ui/team-colours.ts';

const PLATE = 'rgb(13 15 17 / 0.92)';
const ROW_PLATE = 'rgb(13 15 17 / 0.86)';
const INK = '#0d0f11';
const STRONG = '#edeff1';
const QUIET = '#b1b8bf';
const DISPLAY = "'Archivo Variable', 'Archivo', sans-serif";
const UI = "'Inter Variable', 'Inter', sans-serif";
/** Heights and widths are those of a picture of 1080 rows. */
const BOARD = { top: 36, height: 84, side: 330, points: 98, middle: 190, band: 8, pad: 26 } as const;
const FEED = { top: 140, right: 40, height: 48, gap: 8, pad: 18 } as const;

type Context = OffscreenCanvasRenderingContext2D;
type Board = NonNullable<Presentation['scoreboard']>;

/** Letters that are not there when the first frame is drawn would be other ones in the next. */
export async function loadOverlayFonts(): Promise<void> {
  await Promise.all(
    [`760 58px ${DISPLAY}`, `660 34px ${DISPLAY}`, `500 23px ${UI}`, `600 23px ${UI}`].map((font) => document.fonts.load(font)),
  );
}

export function drawScoreboard(context: Context, board: Board): void {
  const { width, height } = context.canvas;
  const scale = height / 1080;
  context.setTransform(scale, 0, 0, scale, width / 2, BOARD.top * scale);
  context.textBaseline = 'middle';
  const middle = BOARD.height / 2 + 2;
  const half = BOARD.middle / 2;
  const whole = half + BOARD.points + BOARD.side;
  plate(context, -whole, 0, whole * 2, BOARD.height, PLATE);
  for (const [sign, side] of [
    [-1, board.left],
    [1, board.right],
  ] as const) {
    const colour = TEAM_HEX.dark[side.colour];
    context.fillStyle = colour;
    context.fillRect(sign < 0 ? -whole : whole - BOARD.band, 0, BOARD.band, BOARD.height);
    context.fillRect(sign < 0 ? -half - BOARD.points : half, 0, BOARD.points, BOARD.height);
    text(context, side.name, sign * (whole - BOARD.band - BOARD.pad), middle, `660 34px ${DISPLAY}`, colour, sign < 0 ? 'left' : 'right');
    text(context, side.points, sign * (half + BOARD.points / 2), middle, `760 58px ${DISPLAY}`, INK, 'center');
  }
  text(context, board.clock, 0, board.status === '' ? middle : 34, `660 40px ${DISPLAY}`, STRONG, 'center');
  text(context, board.status, 0, 66, `500 19px ${UI}`, QUIET, 'center');
}

/** Newest first, as they come. */
export function drawFeed(context: Context, rows: Presentation['feed']): void {
  const { width, height } = context.canvas;
  const scale = height / 1080;
  context.setTransform(scale, 0, 0, scale, width, FEED.top * scale);
  context.textBaseline = 'middle';
  for (const [i, { parts, detail }] of rows.entries()) {
    const words = parts.map(({ text: part, colour }) => ({
      part,
      font: `${colour === null ? 500 : 600} 23px ${UI}`,
      ink: colour === null ? QUIET : TEAM_HEX.dark[colour],
    }));
    if (detail !== '') words.push({ part: `  ${detail}`, font: `400 23px ${UI}`, ink: QUIET });
    let wide = 0;
    for (const { part, font } of words) {
      context.font = font;
      wide += context.measureText(part).width;
    }
    const y = i * (FEED.height + FEED.gap);
    let x = -FEED.right - FEED.pad - wide;
    plate(context, x - FEED.pad, y, wide + 2 * FEED.pad, FEED.height, ROW_PLATE);
    for (const { part, font, ink } of words) {
      text(context, part, x, y + FEED.height / 2 + 1, font, ink, 'left');
      x += context.measureText(part).width;
    }
  }
}

function plate(context: Context, x: number, y: number, width: number, height: number, fill: string): void {
  context.fillStyle = fill;
  context.beginPath();
  context.roundRect(x, y, width, height, 6);
  context.fill();
}

function text(context: Context, words: string, x: number, y: number, font: string, ink: string, align: CanvasTextAlign): void {
  context.font = font;
  context.fillStyle = ink;
  context.textAlign = align;
  context.fillText(words, x, y);
}
