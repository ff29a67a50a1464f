/** The signs of the map, drawn once onto a texture: red is the sign itself, green the dark rim around it. */
import * as THREE from 'three';
import type { MarkerFrame, MarkerGlyph } from '../../../shared/games/profile.ts';

interface Drawing {
  /** SVG path on 24 x 24, drawn as lines. */
  readonly lines?: string;
  /** The same, filled. */
  readonly fill?: string;
}

const ring = (radius: number, x = 12, y = 12): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`;

const GLYPHS: Readonly<Record<MarkerGlyph, Drawing>> = {
  dot: { fill: ring(4) },
  circle: { lines: ring(7) },
  square: { lines: 'M6 6H18V18H6Z' },
  cross: { lines: 'M12 5V19M5 12H19' },
  arrow: { fill: 'M12 3L18 13H14V21H10V13H6Z' },
  flag: { lines: 'M7 21V4', fill: 'M7 4L18 8L7 12Z' },
  start: { lines: ring(7), fill: 'M10 8.5L16 12L10 15.5Z' },
  end: { lines: ring(7), fill: 'M9.2 9.2H14.8V14.8H9.2Z' },
  objective: { lines: `${ring(7.5)}M12 2V7M12 17V22M2 12H7M17 12H22`, fill: ring(2) },
  unknown: { lines: 'M8.6 9A3.5 3.5 0 1 1 13.5 12Q12 12.8 12 14.6', fill: ring(1.3, 12, 18.4) },
  pickup: { lines: `${ring(7.5)}M9 8V16M15 8V16M9 12H15` },
  join: { lines: 'M5 19L12 12M19 19L12 12M12 12V4M8.5 7.5L12 4L15.5 7.5' },
  ambush: { lines: 'M5 19C5 11 9 8 19 8M15 4L19 8L15 12M5 12H9M8 19H12' },
  warning: { lines: 'M12 4L21 20H3ZM12 10V14.5', fill: ring(1.1, 12, 17.3) },
  destroy: { lines: 'M6 6L18 18M18 6L6 18' },
  mine: {
    fill: ring(4.2),
    lines: 'M12 4V7M12 17V20M4 12H7M17 12H20M6.5 6.5L8.6 8.6M17.5 6.5L15.4 8.6M6.5 17.5L8.6 15.4M17.5 17.5L15.4 15.4',
  },
  grenade: { fill: ring(4.6, 12, 14.5), lines: 'M12 10V6H16M10 6H12' },
  smoke: { fill: `${ring(4, 8.5, 14)}${ring(4.4, 14.8, 14.4)}${ring(4.2, 12.4, 9.8)}` },
  flare: {
    fill: ring(2.6),
    lines: 'M12 3V7.4M12 16.6V21M3 12H7.4M16.6 12H21M5.6 5.6L8.7 8.7M15.3 15.3L18.4 18.4M18.4 5.6L15.3 8.7M8.7 15.3L5.6 18.4',
  },
  rocket: { fill: 'M12 3Q15 6.5 15 10V15H9V10Q9 6.5 12 3Z', lines: 'M9 13L6 18H9M15 13L18 18H15M12 17.5V21' },
  shell: { fill: 'M12 3.5Q15.4 8 15.4 12V18H8.6V12Q8.6 8 12 3.5Z', lines: 'M8.6 20.5H15.4' },
  charge: { lines: 'M6.5 9H17.5V19H6.5ZM12 9V4M12 4H16', fill: 'M9 12H15V16H9Z' },
  infantry: { lines: 'M4 7L20 17M20 7L4 17' },
  motorised: { lines: 'M4 7L20 17M20 7L4 17M12 7V17' },
  mechanised: { lines: 'M4 7L20 17M20 7L4 17M8 9.5H16Q18 9.5 18 12T16 14.5H8Q6 14.5 6 12T8 9.5Z' },
  armour: { lines: 'M8 8.5H16Q19 8.5 19 12T16 15.5H8Q5 15.5 5 12T8 8.5Z' },
  reconnaissance: { lines: 'M4 17L20 7' },
  helicopter: { fill: 'M5 9L12 12L5 15ZM19 9L12 12L19 15Z' },
  plane: { lines: 'M12 12C9 7.5 5 8.5 5 12S9 16.5 12 12S19 8.5 19 12S15 16.5 12 12Z' },
  drone: { lines: 'M5 9L12 14L19 9' },
  medical: { lines: 'M12 7V17M5 12H19' },
  artillery: { fill: ring(3.2) },
  mortar: { lines: 'M12 16V8M9.5 10.5L12 8L14.5 10.5', fill: ring(1.6, 12, 16) },
  headquarters: { lines: 'M4 9.5H20' },
  support: { lines: 'M4 14.5H20' },
  maintenance: { lines: 'M7 9.5Q9.5 12 7 14.5M17 9.5Q14.5 12 17 14.5M8.3 12H15.7' },
  naval: { lines: 'M12 7V17M9 9.5H15M7 14Q8.5 17 12 17Q15.5 17 17 14' },
  'air-defence': { lines: 'M5 17Q5 9 12 9T19 17' },
  installation: { lines: 'M5 17V10H19V17' },
};

/** Around the sign of a unit: rectangle, diamond, square, and a clover for who is not known. */
const FRAMES: Readonly<Record<MarkerFrame, Drawing>> = {
  friend: { lines: 'M3 6.5H21V17.5H3Z' },
  hostile: { lines: 'M12 2L22 12L12 22L2 12Z' },
  neutral: { lines: 'M4 4H20V20H4Z' },
  unidentified: { lines: 'M7.5 7.5A4.6 4.6 0 0 1 16.5 7.5A4.6 4.6 0 0 1 16.5 16.5A4.6 4.6 0 0 1 7.5 16.5A4.6 4.6 0 0 1 7.5 7.5Z' },
};

const GLYPH_NAMES = Object.keys(GLYPHS) as MarkerGlyph[];
const FRAME_NAMES = Object.keys(FRAMES) as MarkerFrame[];
/** Cells of the texture, by rows. */
export const ATLAS_COLUMNS = 8;
const CELL = 64;

/** These point somewhere; all others stand upright. */
export function isDirected(glyph: MarkerGlyph): boolean {
  return glyph === 'arrow' || glyph === 'ambush';
}

export function glyphCell(glyph: MarkerGlyph): number {
  return GLYPH_NAMES.indexOf(glyph);
}

/** -1 for no frame. */
export function frameCell(frame: MarkerFrame | null): number {
  return frame === null ? -1 : GLYPH_NAMES.length + FRAME_NAMES.indexOf(frame);
}

/** Needs a document. */
export function drawMarkerAtlas(): THREE.Texture {
  const canvas = document.createElement('canvas');
  canvas.width = ATLAS_COLUMNS * CELL;
  canvas.height = ATLAS_COLUMNS * CELL;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.fillStyle = '#000';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.globalCompositeOperation = 'lighter';
    const drawings = [...GLYPH_NAMES.map((name) => GLYPHS[name]), ...FRAME_NAMES.map((name) => FRAMES[name])];
    for (const [cell, drawing] of drawings.entries()) drawCell(context, cell, drawing);
  }
  const texture = new THREE.CanvasTexture(canvas);
  texture.flipY = false;
  texture.generateMipmaps = true;
  texture.minFilter = THREE.LinearMipmapLinearFilter;
  return texture;
}

function drawCell(context: CanvasRenderingContext2D, cell: number, { lines, fill }: Drawing): void {
  const scale = CELL / 28;
  context.setTransform(scale, 0, 0, scale, ((cell % ATLAS_COLUMNS) + 2 / 28) * CELL, (Math.floor(cell / ATLAS_COLUMNS) + 2 / 28) * CELL);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const paint = (colour: string, wider: number): void => {
    context.fillStyle = context.strokeStyle = colour;
    if (lines !== undefined) {
      context.lineWidth = 2.2 + wider;
      context.stroke(new Path2D(lines));
    }
    if (fill === undefined) return;
    const area = new Path2D(fill);
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas fills a path
    context.fill(area);
    context.lineWidth = wider;
    if (wider > 0) context.stroke(area);
  };
  paint('#0f0', 3);
  paint('#f00', 0);
}
