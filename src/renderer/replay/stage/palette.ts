/** The stage's colours, read once from the design tokens: each as RGB bytes for the shaders and as CSS text for the 2D canvases. */
import type { TeamColour } from '../../../shared/games/profile.ts';

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly css: string;
}

export interface Palette {
  readonly bg: Colour;
  readonly panel: Colour;
  readonly line2: Colour;
  readonly t1: Colour;
  readonly t2: Colour;
  readonly t3: Colour;
  readonly accent: Colour;
  /** Full strength: glyphs, rings, lines. */
  readonly team: Readonly<Record<TeamColour, Colour>>;
  /** Lightened, for text on a plate. */
  readonly teamText: Readonly<Record<TeamColour, Colour>>;
  readonly fontFamily: string;
}

const TEAM_COLOURS: readonly TeamColour[] = ['blue', 'orange', 'east', 'guer', 'civ', 'none'];
const WHITE: Colour = colour(255, 255, 255);

export function colour(r: number, g: number, b: number): Colour {
  return { r, g, b, css: `rgb(${r} ${g} ${b})` };
}

/** `share` of `to`, the rest of `from`. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (a: number, b: number): number => Math.round(a + (b - a) * share);
  return colour(part(from.r, to.r), part(from.g, to.g), part(from.b, to.b));
}

/** "#RRGGBB", "#RGB", "RRGGBB" or "rgb(r, g, b)"; null when it is none of them. */
export function parseColour(text: string): Colour | null {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex !== undefined) {
    const full = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex;
    const value = Number.parseInt(full, 16);
    return colour(value >> 16, (value >> 8) & 255, value & 255);
  }
  const parts = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/.exec(text.trim());
  return parts === null ? null : colour(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** `element` carries the dark tokens: the stage stays dark in both themes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): Colour => {
    const found = parseColour(style.getPropertyValue(name));
    if (found === null) throw new Error(`the design token ${name} is no colour`);
    return found;
  };
  const team = {} as Record<TeamColour, Colour>;
  const teamText = {} as Record<TeamColour, Colour>;
  for (const name of TEAM_COLOURS) {
    team[name] = token(`--team-${name}`);
    teamText[name] = mix(team[name], WHITE, 0.62);
  }
  return {
    bg: token('--bg'),
    panel: token('--panel'),
    line2: token('--line2'),
    t1: token('--t1'),
    t2: token('--t2'),
    t3: token('--t3'),
    accent: token('--accent'),
    team,
    teamText,
    fontFamily: style.fontFamily,
  };
}
