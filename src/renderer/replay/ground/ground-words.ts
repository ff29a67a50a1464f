/** What the ground's dialog and the stage say about it. */
import type { GroundInfo } from '../../../shared/ground.ts';
import { formatCount, formatCountOf, formatDecimal } from '../../ui/format.ts';
import type { Words } from '../../words/words.ts';
import type { WorldGroundState } from './world-ground.ts';

type Says = Words['ground'];

export function heightsWords({ info, heights, look }: WorldGroundState, says: Says): string {
  const map = info?.heights ?? null;
  if (map !== null) {
    const { name, columns, rows, cell, lowest, highest } = map;
    return says.heights.map(name, formatCount(columns), formatCount(rows), round(cell), round(lowest), round(highest));
  }
  if ((info?.mesh ?? null) !== null && look.mesh) return says.heights.ofShape;
  if (heights === 'people') return says.heights.inferred;
  return look.relief ? says.heights.tooLittle : says.none;
}

export function pictureWords(info: GroundInfo | null, says: Says): string {
  const picture = info?.picture ?? null;
  if (picture === null) return says.none;
  if (picture.kind === 'image') {
    const size = says.picture.pixels(picture.name, formatCount(picture.width), formatCount(picture.height));
    return picture.calibration === null ? says.picture.unplaced(size) : size;
  }
  const by = picture.attribution === '' ? '' : `, ${picture.attribution}`;
  const tiles = formatCountOf(picture.count, says.picture.tile, says.picture.tiles);
  return `${says.picture.zoom(picture.name, tiles, picture.minZoom, picture.maxZoom)}${by}`;
}

/** Under the scale: how far contour lines are apart, and whether heights are guessed. Empty when there is no relief. */
export function reliefWords(contours: number, heights: WorldGroundState['heights'], { contours: says }: Says): string {
  if (heights === 'none') return '';
  const lines = contours === 0 ? '' : says.legend(contours);
  if (heights === 'map') return lines;
  return lines === '' ? says.inferred : says.legendInferred(lines);
}

function round(value: number): string {
  return formatDecimal(value, 1, 0);
}
