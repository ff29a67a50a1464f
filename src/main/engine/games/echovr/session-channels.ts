/** The channels that a session of Echo VR has, and where in a frame their values stand. */
import { CHANNEL } from '../../../../shared/session/model.ts';
import type { SessionSink } from '../../session-sink.ts';
import * as F from './frame.ts';
import type { EchoFrame } from './frame.ts';

/** Names of channels by bit of FLAGS. */
export const FLAG_NAMES = ['stunned', 'invulnerable', 'blocking', 'possession', 'emote'] as const;
/** Vectors of a player that are channels of their own: [channel, offset of its numbers, bit of HAS, layer, unit]. */
export const VECTORS = [
  ['lhand', F.LHAND + F.POSITION, F.HAS_LHAND, 0, 'm'],
  ['rhand', F.RHAND + F.POSITION, F.HAS_RHAND, 0, 'm'],
  ['velocity', F.VELOCITY, F.HAS_VELOCITY, 0, 'm/s'],
  ['up', F.HEAD + F.UP, F.HAS_HEAD_AXES, 0, ''],
  ['body_position', F.BODY + F.POSITION, F.HAS_BODY, 1, 'm'],
  ['body_forward', F.BODY + F.FORWARD, F.HAS_BODY_AXES, 1, ''],
  ['body_up', F.BODY + F.UP, F.HAS_BODY_AXES, 1, ''],
  ['lhand_forward', F.LHAND + F.FORWARD, F.HAS_LHAND_AXES, 1, ''],
  ['lhand_up', F.LHAND + F.UP, F.HAS_LHAND_AXES, 1, ''],
  ['rhand_forward', F.RHAND + F.FORWARD, F.HAS_RHAND_AXES, 1, ''],
  ['rhand_up', F.RHAND + F.UP, F.HAS_RHAND_AXES, 1, ''],
] as const;
export const VECTOR_OFFSETS = Int32Array.from(VECTORS, ([, offset]) => offset);
export const VECTOR_BITS = Int32Array.from(VECTORS, ([, , bit]) => bit);
/** String fields of a player that are channels: holding, and combat's loadout. */
export const STRINGS = [
  ['holding_left', F.HOLDING_LEFT],
  ['holding_right', F.HOLDING_RIGHT],
  [CHANNEL.weapon, F.WEAPON],
  ['ordnance', F.ORDNANCE],
  ['tac_mod', F.TAC_MOD],
  ['arm', F.ARM],
] as const;
export const INTS = [
  ['slot', F.SLOT],
  ['number', F.NUMBER],
  ['level', F.LEVEL],
  ['ping', F.PING],
] as const;

export const UP_INDEX = VECTORS.findIndex(([name]) => name === 'up');
export const VELOCITY_INDEX = VECTORS.findIndex(([name]) => name === 'velocity');

/** Channels of the session entity that are plain numbers of the frame: [channel, unit, its value]. */
export const SESSION_NUMBERS: readonly (readonly [string, string, (frame: EchoFrame) => number])[] = [
  ['game_clock', 's', (frame) => frame.gameClock],
  ['blue_points', '', (frame) => frame.bluePoints],
  ['orange_points', '', (frame) => frame.orangePoints],
  ['blue_round_score', '', (frame) => frame.blueRoundScore],
  ['orange_round_score', '', (frame) => frame.orangeRoundScore],
  ['total_round_count', '', (frame) => frame.totalRounds],
  ['blue_restart_request', '', (frame) => frame.blueRestart],
  ['orange_restart_request', '', (frame) => frame.orangeRestart],
  ['pause_timer', 's', (frame) => frame.pause.pausedTimer],
  ['unpause_timer', 's', (frame) => frame.pause.unpausedTimer],
];
/** Drawn over the whole length of a session. */
const OVERVIEW: ReadonlySet<string> = new Set(['blue_points', 'orange_points']);
export const SESSION_STRINGS: readonly (readonly [string, (frame: EchoFrame) => number])[] = [
  ['game_status', (frame) => frame.gameStatus],
  ['pause_state', (frame) => frame.pause.state],
  ['pause_team', (frame) => frame.pause.requestedTeam],
  ['blue_name', (frame) => frame.teamNames[0] as number],
  ['orange_name', (frame) => frame.teamNames[1] as number],
];

export type Channels = ReturnType<typeof declareChannels>;

export function declareChannels(sink: SessionSink) {
  const one = (name: string, type: 'number' | 'int' | 'string' | 'entity', unit = ''): number =>
    sink.channel({ name, type, width: 1, layer: 0, unit });
  const wide = (name: string, width: number, layer: 0 | 1, unit: string): number =>
    sink.channel({ name, type: 'number', width, layer, unit });
  return {
    frame: one(CHANNEL.frame, 'int'),
    stamp: one(CHANNEL.stamp, 'number', 'ms'),
    sessionNumbers: SESSION_NUMBERS.map(([name, unit]) =>
      sink.channel({ name, type: 'number', width: 1, layer: 0, unit, ...(OVERVIEW.has(name) ? { overview: true } : {}) }),
    ),
    sessionStrings: SESSION_STRINGS.map(([name]) => one(name, 'string')),
    discHolder: one('disc_holder', 'entity'),
    payload: wide('payload', 6, 0, ''),
    cameraPosition: wide('camera_position', 3, 1, 'm'),
    cameraForward: wide('camera_forward', 3, 1, ''),
    cameraUp: wide('camera_up', 3, 1, ''),
    shoulders: wide('shoulders', 4, 1, ''),
    position: wide(CHANNEL.position, 3, 0, 'm'),
    forward: wide('forward', 3, 0, ''),
    heading: one(CHANNEL.heading, 'number', 'rad'),
    life: one(CHANNEL.life, 'int'),
    human: one(CHANNEL.human, 'int'),
    name: one(CHANNEL.name, 'string'),
    team: one(CHANNEL.team, 'string'),
    vectors: VECTORS.map(([name, , , layer, unit]) => wide(name, 3, layer, unit)),
    ints: INTS.map(([name]) => one(name, 'int', name === 'ping' ? 'ms' : '')),
    flags: FLAG_NAMES.map((name) => one(name, 'int')),
    strings: STRINGS.map(([name]) => one(name, 'string')),
    packetLoss: one('packet_loss', 'number'),
    stats: F.STAT_NAMES.map((name) => one(name, 'number', name === 'possession_time' ? 's' : '')),
    bones: wide('bones', F.BONES, 1, ''),
    bounces: one('bounce_count', 'int'),
  };
}
