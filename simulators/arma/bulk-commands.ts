import { Random } from '../random.ts';
/** Streams of any size for benches: units that wander on their own, of whose states a given share differs from the one before. */
import type { BulkOptions } from './bulk.ts';
import type { OperationTaker } from './taker.ts';

/** Tells the recorder a frame, then yields it. */
export function* bulkCommands(
  { seed, minutes, units, captureDelay, changeRate }: BulkOptions,
  recorder: OperationTaker,
): Generator<number> {
  const last = Math.round((minutes * 60) / captureDelay);
  const random = new Random(seed);
  recorder.begin({ missionName: 'bulk', missionAuthor: 'Sandtable', worldName: 'altis', captureDelay, tags: 'Bench' });
  const people = Array.from({ length: units }, (_, id) => {
    const side = id % 2 === 0 ? 'WEST' : 'EAST';
    const place = [random.between(8000, 20_000), random.between(8000, 20_000), 0];
    return { id, side, group: `${side} ${Math.floor(id / 16)}`, place, facing: random.integer(0, 359) };
  });
  for (const { id, side, group } of people) {
    recorder.unit({ id, name: `Unit ${id}`, group, side, isPlayer: id % 8 === 0 ? 1 : 0, role: 'Rifleman' }, 0);
  }
  const detail = { vehicle: -1, seat: '', stance: 'STAND', scores: [0, 0, 0, 0, 0, 0] };
  for (let frame = 0; frame <= last; frame++) {
    for (const person of people) {
      if (frame === 0 || random.chance(changeRate)) step(person, random);
      const { id, side, group, place, facing } = person;
      recorder.unitState(id, frame, [place, facing, 1, 0, `Unit ${id}`, id % 8 === 0 ? 1 : 0, 'Man', group, side], detail);
    }
    recorder.frameDone(frame);
    yield frame;
  }
}

/** Always a visible step, so that no two neighbours are equal by accident. */
function step(person: { place: number[]; facing: number }, random: Random): void {
  person.facing = (person.facing + random.integer(1, 30)) % 360;
  const angle = (person.facing * Math.PI) / 180;
  const [x = 0, y = 0] = person.place;
  const nx = Math.min(30_000, Math.max(100, x + Math.sin(angle) * 3));
  const ny = Math.min(30_000, Math.max(100, y + Math.cos(angle) * 3));
  person.place = [Number(nx.toFixed(2)), Number(ny.toFixed(2)), Number((20 + Math.sin(nx / 300) * 12 + Math.cos(ny / 270) * 9).toFixed(2))];
}
