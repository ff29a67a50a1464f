/** Every command in all its spellings: how it is buffered, and what it does to a mission. Those that begin and end missions are the dispatcher's own. */
import type { Arguments } from './arguments.ts';
import { createSoldier, createVehicle, deleteEntity, soldierState, vehicleState } from './entity-commands.ts';
import { chat, endMission, generalEvent, radio, sectorEvent } from './event-commands.ts';
import { ace3Death, ace3Unconscious, fired, hit, killed, projectile } from './fight-commands.ts';
import { createMarker, createPlaced, deleteMarker, markerState, placedEvent } from './marker-commands.ts';
import { event as olderEvent, newUnit, newVehicle, updateUnit, updateVehicle } from './older-commands.ts';
import type { Parts } from './parts.ts';
import { fps, telemetry, timeState } from './server-commands.ts';

export interface CommandSpec {
  /** Commands that may wait for the storage; 0: carried out at once. */
  readonly buffer: number;
  /** Throws BadCommand. */
  readonly run: (parts: Parts, args: Arguments) => void;
}

type Row = readonly [names: readonly string[], buffer: number, run: CommandSpec['run']];

const ROWS: readonly Row[] = [
  [[':NEW:SOLDIER:', ':SOLDIER:CREATE:'], 0, createSoldier],
  [[':NEW:VEHICLE:', ':VEHICLE:CREATE:'], 0, createVehicle],
  [[':NEW:SOLDIER:STATE:', ':SOLDIER:STATE:'], 10_000, soldierState],
  [[':NEW:VEHICLE:STATE:', ':VEHICLE:STATE:'], 10_000, vehicleState],
  [[':SOLDIER:DELETE:', ':VEHICLE:DELETE:'], 500, deleteEntity],
  [[':PROJECTILE:', ':EVENT:PROJECTILE:'], 5000, projectile],
  [[':KILL:', ':EVENT:KILL:'], 2000, killed],
  [[':HIT:'], 2000, hit],
  [[':FIRED:'], 10_000, fired],
  [[':EVENT:'], 1000, (parts, args) => (parts.mission.header.firstFrame === 0 ? olderEvent : generalEvent)(parts, args)],
  [[':EVENT:GENERAL:'], 1000, generalEvent],
  [[':EVENT:SECTOR:'], 1000, sectorEvent],
  [[':EVENT:ENDMISSION:'], 100, endMission],
  [[':CHAT:', ':EVENT:CHAT:'], 1000, chat],
  [[':RADIO:', ':EVENT:RADIO:'], 1000, radio],
  [[':FPS:'], 1000, fps],
  [[':TELEMETRY:', ':TELEMETRY:FRAME:'], 100, telemetry],
  // The server's own measurements of a few days in 2026, which nothing shows.
  [[':METRIC:'], 1000, () => {}],
  [[':NEW:TIME:STATE:', ':TIME:STATE:', ':TIME:'], 100, timeState],
  [[':NEW:MARKER:', ':MARKER:CREATE:'], 0, createMarker],
  [[':NEW:MARKER:STATE:', ':MARKER:STATE:', ':MARKER:MOVE:'], 1000, markerState],
  [[':DELETE:MARKER:', ':MARKER:DELETE:'], 500, deleteMarker],
  [[':PLACED:CREATE:'], 0, createPlaced],
  [[':PLACED:EVENT:'], 1000, placedEvent],
  [[':ACE3:DEATH:'], 1000, ace3Death],
  [[':ACE3:UNCONSCIOUS:'], 1000, ace3Unconscious],
  [[':NEW:UNIT:'], 0, newUnit],
  [[':NEW:VEH:'], 0, newVehicle],
  [[':UPDATE:UNIT:'], 10_000, updateUnit],
  [[':UPDATE:VEH:'], 10_000, updateVehicle],
];

export const COMMANDS: ReadonlyMap<string, CommandSpec> = new Map(
  ROWS.flatMap(([names, buffer, run]) => names.map((name): [string, CommandSpec] => [name, { buffer, run }])),
);
