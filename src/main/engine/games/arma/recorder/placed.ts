/** Mines and charges that somebody placed: drawn as markers, as the recorder's own files have them. */
import { BadCommand } from './arguments.ts';
import type { Parts } from './parts.ts';

export interface Placed {
  readonly frame: number;
  readonly id: number;
  readonly name: string;
  readonly point: readonly number[];
  /** -1 for nobody. */
  readonly owner: number;
  readonly side: string;
}

export interface PlacedEvent {
  readonly frame: number;
  readonly id: number;
  /** detonated, deleted or hit */
  readonly what: string;
  readonly point: readonly number[];
  /** Who was hit, -1 for nobody. */
  readonly victim: number;
}

export function place({ drawings, placed }: Parts, { frame, id, name, point, owner, side }: Placed): void {
  const marker = `placed:${id}`;
  const style = { type: 'Minefield', text: name, color: 'D96600', size: [1, 1], shape: 'ICON', brush: 'Solid' };
  drawings.create({ name: marker, frame, owner, side, ...style, state: { place: point, direction: 0, alpha: 1 } });
  placed.set(id, { name, marker, owner });
}

export function happenToPlaced({ drawings, placed, mission }: Parts, { frame, id, what, point, victim }: PlacedEvent): void {
  const known = placed.get(id);
  if (known === undefined) throw new BadCommand(`nothing was placed as ${id}`);
  if (what === 'hit') {
    mission.tell(mission.frame(frame), 'hit', [victim, [known.owner, known.name], 0]);
    return;
  }
  if (what !== 'detonated' && what !== 'deleted') throw new BadCommand('what is placed is detonated, deleted or hit');
  if (what === 'detonated') mission.tell(mission.frame(frame), 'detonated', [known.name, known.owner, point]);
  drawings.remove(known.marker, frame);
  placed.delete(id);
}
