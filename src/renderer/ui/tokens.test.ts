// oxlint-disable-next-line no-restricted-imports -- tests run in Node, and this one reads the sheet itself
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TEAM_HEX, type Theme } from './team-colours.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Tokens of the block that `[data-theme=…]` opens. */
function tokens(theme: Theme): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['dark', 'light'] as const)('tokens, %s', (theme) => {
  const token = tokens(theme);
  const of = (name: string): string => token.get(name) ?? 'missing';

  it('gives canvases the same team colours as the style sheet', () => {
    const inSheet = Object.fromEntries(Object.keys(TEAM_HEX[theme]).map((team) => [team, of(`team-${team}`)]));
    expect(inSheet).toEqual(TEAM_HEX[theme]);
  });

  it('keeps text readable on every ground it stands on', () => {
    const grounds = ['bg', 'panel', 'raised', 'field'].flatMap((ground) => ['t1', 't2', 't3'].map((text) => [text, ground] as const));
    const coloured = [...token.keys()].filter((name) => name.startsWith('team-')).concat('accent', 'ok', 'warn', 'bad');
    const pairs = [...grounds, ...coloured.map((text) => [text, 'panel'] as const), ['accent-ink', 'accent'] as const];
    expect(pairs.length).toBe(23);
    expect(pairs.filter(([text, ground]) => !(contrast(of(text), of(ground)) >= 4.5))).toEqual([]);
  });
});
