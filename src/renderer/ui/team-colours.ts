/** Team colours: the CSS variable of a token, and its hex values for canvases and three.js. */
import type { TeamColour } from '../../shared/games/profile.ts';

export type Theme = 'dark' | 'light';

/** As in tokens.css; a test holds both to the same values. */
export const TEAM_HEX: Readonly<Record<Theme, Readonly<Record<TeamColour, string>>>> = {
  dark: { blue: '#5aabff', orange: '#ff9b3d', east: '#ff6b57', guer: '#8fe0b0', civ: '#e9e2f2', none: '#9aa2aa' },
  light: { blue: '#0b62bd', orange: '#964e00', east: '#b62d18', guer: '#00553a', civ: '#3f3648', none: '#5e656c' },
};

/** For style props: follows the theme of where it stands. */
export function teamVariable(colour: TeamColour): string {
  return `var(--team-${colour})`;
}
