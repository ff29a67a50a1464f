/** What the OCAP addon of Arma Reforger posts, as commands of the recorder. Its frames count from 0, and its places have their height in the middle. */
import { z } from 'zod';
import { gameLine } from './game-line.ts';

const id = z.int().min(0).max(65_535);
const frame = z.int().min(0).max(10_000_000);
const text = z.string().max(4096);
const flag = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);
const number = z.number();
/** East, height, north. */
const place = z.tuple([number, number, number]).transform(([east, height, north]) => [east, north, height]);

export const startRequest = z.object({
  worldName: text,
  missionName: text,
  missionAuthor: text.default(''),
  captureDelay: number.min(0.001).max(3600),
  tag: text.default(''),
  startTime: text.default(''),
});

const entity = z.object({
  id,
  type: z.enum(['unit', 'vehicle']),
  name: text,
  group: text.default(''),
  side: text,
  isPlayer: flag.default(false),
  role: text.default(''),
  class: text.default(''),
  startFrameNum: frame,
});

// Newer addons may add to the ends of lists.
/** id, place, bearing, life, vehicle or 0, name, isPlayer, role */
const unit = z.tuple([id, place, number, z.literal([0, 1, 2]), id, text, flag, text]).rest(z.unknown());
/** id, place, bearing, alive, crew */
const vehicle = z.tuple([id, place, number, flag, z.array(id).max(512)]).rest(z.unknown());
/** frame, type, … as in OCAP recordings */
const event = z.tuple([frame, text]).rest(z.unknown());
const sessionId = z.string().max(64);

export const entitiesRequest = z.object({ sessionId, entities: z.array(entity).max(10_000) });
export const framesRequest = z.object({
  sessionId,
  frameNum: frame,
  units: z.array(unit).max(10_000),
  vehicles: z.array(vehicle).max(10_000),
});
export const eventsRequest = z.object({ sessionId, events: z.array(event).max(10_000) });
export const endRequest = z.object({ sessionId, endFrame: frame, endReason: text.default('') });

const killer = z
  .tuple([z.int(), text])
  .rest(z.unknown())
  .or(z.tuple([z.literal('null')]));
const kill = z.tuple([frame, text, id, killer, number.default(0)]).rest(z.unknown());

export function startLine({ worldName, missionName, missionAuthor, captureDelay, tag, startTime }: z.infer<typeof startRequest>): string {
  const world = { worldName };
  const named = { missionName, briefingName: missionName, missionNameSource: missionName, onLoadName: '', author: missionAuthor };
  const mission = { ...named, serverName: '', serverProfile: '', tag, captureDelay, startTime, extensionBuild: 'reforger' };
  return gameLine(':MISSION:START:', [
    JSON.stringify(world),
    JSON.stringify({ ...mission, addons: [], playableSlots: [], sideFriendly: [] }),
  ]);
}

export function entityLines({ entities }: z.infer<typeof entitiesRequest>): string {
  return entities
    .map((one) => {
      const head = [one.startFrameNum + 1, one.id];
      return one.type === 'unit'
        ? gameLine(':SOLDIER:CREATE:', [...head, one.name, one.group, one.side, one.isPlayer, one.role, one.class, one.class, '', '[]'])
        : gameLine(':VEHICLE:CREATE:', [...head, one.class, one.name, one.class, '[]', one.side]);
    })
    .join('');
}

export function frameLines({ frameNum, units, vehicles }: z.infer<typeof framesRequest>): string {
  const lines = vehicles.map(([who, where, bearing, isAlive, crew]) =>
    gameLine(':VEHICLE:STATE:', [who, where, bearing, isAlive, crew, frameNum + 1]),
  );
  for (const [who, where, bearing, life, inside, name, isPlayer, role] of units) {
    const before = [who, where, bearing, life, inside > 0, name, isPlayer, role];
    // No vitals, scores or seat are told.
    lines.push(gameLine(':SOLDIER:STATE:', [...before, frameNum + 1, false, false, '', '', inside > 0 ? inside : -1]));
  }
  return lines.join('');
}

export function eventLines({ events }: z.infer<typeof eventsRequest>): string {
  return events
    .map((tuple) => {
      const [at, type, ...rest] = tuple;
      const killed = type === 'killed' ? kill.safeParse(tuple) : null;
      if (killed?.success === true) {
        const [, , victim, [killer, weapon = ''], distance] = killed.data;
        return gameLine(':EVENT:KILL:', [at + 1, victim, typeof killer === 'number' ? killer : -1, weapon, distance]);
      }
      const [message = ''] = rest;
      return gameLine(':EVENT:GENERAL:', [at + 1, type, typeof message === 'string' ? message : JSON.stringify(message), '']);
    })
    .join('');
}

export function endLines({ endFrame, endReason }: z.infer<typeof endRequest>): string {
  const end = endReason === '' ? '' : gameLine(':EVENT:ENDMISSION:', [endFrame + 1, '', endReason]);
  return end + gameLine(':MISSION:SAVE:', []);
}
