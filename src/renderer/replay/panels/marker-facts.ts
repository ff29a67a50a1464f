/** What the inspector says of something on the map: what is written at it, how it is drawn, and who sees it. */
import type { EntityInfo } from '../../../shared/session/model.ts';
import { formatCount, formatMetres } from '../../ui/format.ts';
import { words } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { readMarkerShape, type MarkerShape } from '../stage/marker-shape.ts';

export function isDrawn({ kind }: Pick<EntityInfo, 'kind'>): boolean {
  return kind === 'marker' || kind === 'projectile';
}

/** Empty when nothing is. */
export function markerText(playback: Playback, { id }: EntityInfo): string {
  return shapeOf(playback, id)?.text ?? '';
}

/** "Ellipse, 100 m × 60 m"; the source's own name of an icon. */
export function markerLook(playback: Playback, { id }: EntityInfo): string {
  const shape = shapeOf(playback, id);
  if (shape === null) return '';
  const { kind, size, points, icon } = shape;
  if (kind === 'icon') return icon;
  const says = words().panels.inspector.look;
  return kind === 'polyline' ? says.line(formatCount(points.length)) : says[kind](formatMetres(size[0] * 2), formatMetres(size[1] * 2));
}

/** The side that sees it, or that all do. */
export function markerSide({ session }: Playback, { team }: EntityInfo): string {
  return session.profile.teams.find(({ id }) => id === team)?.label ?? team ?? words().panels.inspector.allSides;
}

function shapeOf(playback: Playback, id: number): MarkerShape | null {
  const json = playback.state.exists[id] === 1 ? playback.value(id, 'shape') : null;
  return typeof json === 'string' ? readMarkerShape(json, playback.session.info.space) : null;
}
