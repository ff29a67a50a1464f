/** The colours and fonts of the timeline's canvases, read from the design tokens. */
import type { TeamColour } from '../../../shared/games/profile.ts';

export interface TimelineTheme {
  readonly bg: string;
  readonly panel: string;
  readonly field: string;
  readonly line: string;
  readonly line2: string;
  readonly t1: string;
  readonly t2: string;
  readonly t3: string;
  readonly accent: string;
  readonly accentInk: string;
  readonly team: Readonly<Record<TeamColour, string>>;
  readonly caption: string;
  readonly captionStrong: string;
}

export function readTheme(element: Element): TimelineTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const family = style.fontFamily;
  return {
    bg: token('--bg'),
    panel: token('--panel'),
    field: token('--field'),
    line: token('--line'),
    line2: token('--line2'),
    t1: token('--t1'),
    t2: token('--t2'),
    t3: token('--t3'),
    accent: token('--accent'),
    accentInk: token('--accent-ink'),
    team: {
      blue: token('--team-blue'),
      orange: token('--team-orange'),
      east: token('--team-east'),
      guer: token('--team-guer'),
      civ: token('--team-civ'),
      none: token('--team-none'),
    },
    caption: `400 11px ${family}`,
    captionStrong: `500 11px ${family}`,
  };
}
