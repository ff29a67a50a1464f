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
    for (const [team, hex] of Object.entries(TEAM_HEX[theme])) expect(of(`team-${team}`), team).toBe(hex);
  });

  it('keeps text readable on every ground it stands on', () => {
    for (const ground of ['bg', 'panel', 'raised', 'field']) {
      for (const text of ['t1', 't2', 't3']) expect(contrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const text of ['accent', 'ok', 'warn', 'bad', 'team-blue', 'team-orange', 'team-east', 'team-guer', 'team-civ', 'team-none']) {
      expect(contrast(of(text), of('panel')), text).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(of('accent-ink'), of('accent'))).toBeGreaterThanOrEqual(4.5);
  });
});
