import { describe, expect, it } from 'vitest';
import type { Space } from '../../../shared/session/model.ts';
import { BRUSHES, HATCH_FALLING, HATCH_RISING, readMarkerShape } from './marker-shape.ts';

/** x, z up, y north: as maps are written. */
const SPACE: Space = { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 1 };

describe('readMarkerShape', () => {
  it('reads areas, and lines in the axes of the source', () => {
    expect(
      readMarkerShape(
        JSON.stringify({ shape: 'ELLIPSE', text: 'A', color: '#FF0000', size: [150, 110], brush: 'FDiagonal', alpha: 0.5 }),
        SPACE,
      ),
    ).toEqual({
      kind: 'ellipse',
      icon: '',
      text: 'A',
      colour: '#FF0000',
      size: [150, 110],
      brush: BRUSHES['fdiagonal'],
      alpha: 0.5,
      points: [],
    });
    const line = readMarkerShape(JSON.stringify({ shape: 'POLYLINE', points: [[1, 2], [3, 4, 9], ['x', 1], null] }), SPACE);
    expect(line?.points).toEqual([
      [1, -2],
      [3, -4],
    ]);
  });
  it('leans the hatch of a diagonal as the name of its slash says', () => {
    expect(BRUSHES['fdiagonal']?.hatch).toBe(HATCH_RISING);
    expect(BRUSHES['bdiagonal']?.hatch).toBe(HATCH_FALLING);
    expect(BRUSHES['diaggrid']?.hatch).toBe(HATCH_RISING + HATCH_FALLING);
  });
  it('draws nothing for helpers and for what it cannot read', () => {
    expect(readMarkerShape(JSON.stringify({ shape: 'ICON', hidden: true }), SPACE)).toBeNull();
    for (const text of ['', 'null', '3', '{', '"icon"']) expect(readMarkerShape(text, SPACE)).toBeNull();
  });
  it('survives fields of the wrong kind', () => {
    expect(readMarkerShape(JSON.stringify({ shape: 5, text: [], size: 'big', alpha: 7, points: {} }), SPACE)).toEqual({
      kind: 'icon',
      icon: '',
      text: '',
      colour: '',
      size: [0, 0],
      brush: BRUSHES['solid'],
      alpha: 1,
      points: [],
    });
  });
});
