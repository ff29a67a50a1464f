/** What the ground's dialog and the stage say about it. */
import type { GroundInfo } from '../../../shared/ground.ts';
import { formatCount, formatCountOf } from '../../ui/format.ts';
import type { WorldGroundState } from './world-ground.ts';

export function heightsWords({ info, heights, look }: WorldGroundState): string {
  const map = info?.heights ?? null;
  if (map !== null) {
    const { name, columns, rows, cell, lowest, highest } = map;
    return `${name}: ${formatCount(columns)} by ${formatCount(rows)} heights, ${round(cell)} m apart, from ${round(lowest)} to ${round(highest)} m`;
  }
  if ((info?.mesh ?? null) !== null && look.mesh) return 'None: floors and terrain are those of the shape';
  if (heights === 'people') return 'Inferred from where people stood; blank where nobody was';
  return look.relief ? 'None: this recording says too little of heights to infer any' : 'None';
}

export function pictureWords(info: GroundInfo | null): string {
  const picture = info?.picture ?? null;
  if (picture === null) return 'None';
  if (picture.kind === 'image') {
    const size = `${picture.name}: ${formatCount(picture.width)} by ${formatCount(picture.height)} pixels`;
    return picture.calibration === null ? `${size}; not shown until two of its points have a place` : size;
  }
  const by = picture.attribution === '' ? '' : `, ${picture.attribution}`;
  return `${picture.name}: ${formatCountOf(picture.count, 'tile', 'tiles')} of zoom ${picture.minZoom} to ${picture.maxZoom}${by}`;
}

/** Under the scale: how far contour lines are apart, and whether heights are guessed. Empty when there is no relief. */
export function reliefWords(contours: number, heights: WorldGroundState['heights']): string {
  if (heights === 'none') return '';
  const lines = contours === 0 ? '' : `Contours ${contours}\u00a0m`;
  if (heights === 'map') return lines;
  return lines === '' ? 'Relief inferred' : `${lines}, inferred`;
}

function round(value: number): string {
  return String(Number(value.toFixed(1)));
}
