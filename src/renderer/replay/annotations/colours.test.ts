import { describe, expect, it } from 'vitest';
import { ANNOTATION_COLOURS } from '../../../shared/annotations.ts';
import { parseColour } from '../stage/palette.ts';
import { annotationColour } from './colours.ts';

/** WCAG 2. */
function luminance(css: string): number {
  const found = parseColour(css);
  if (found === null) throw new Error(`${css} is no colour`);
  const [r = 0, g = 0, b = 0] = [found.r, found.g, found.b].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('colours of annotations', () => {
  it.each(ANNOTATION_COLOURS)('%s can be read on the panels of both themes', (colour) => {
    expect(contrast(annotationColour(colour), '#14171A')).toBeGreaterThan(4.5);
    expect(contrast(annotationColour(colour, 'light'), '#F8F7F4')).toBeGreaterThan(4.5);
    expect(contrast(annotationColour(colour, 'light'), '#DAD6CD')).toBeGreaterThan(4.5);
  });
});
