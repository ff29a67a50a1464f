/** Events that the detector finds, as messages of .nevrcap. */
import type { JsonObject } from '../../../../shared/session/model.ts';
import type { NativeEvent } from './event-detector.ts';
import { type EchoFrame, LAST_THROW_NAMES, NUMBER, PLAYER_INTS, SLOT, USER } from './frame.ts';
import { nevrcap } from './nevrcap-messages.js';
import type { StringPool } from './string-pool.ts';

export type CaptureEvent = nevrcap.LobbySessionEvent.$Properties;

const { Role, EmoteType } = nevrcap;

export function captureEvent(native: NativeEvent, frame: EchoFrame, pool: StringPool, data: JsonObject): CaptureEvent {
  const number = (key: string): number => (typeof data[key] === 'number' ? data[key] : 0);
  const text = (key: string): string => (typeof data[key] === 'string' ? data[key] : '');
  const playerSlot = number('slot');
  switch (native) {
    case 'round_started':
      return { roundStarted: { roundNumber: number('round') } };
    case 'round_paused':
      return { roundPaused: { pauseState: pauseState(frame, pool) } };
    case 'round_unpaused':
      return { roundUnpaused: { pauseState: pauseState(frame, pool) } };
    case 'round_ended':
      return { roundEnded: { roundNumber: number('round'), winningTeam: role(text('winner')) } };
    case 'match_ended':
      return { matchEnded: { winningTeam: role(text('winner')) } };
    case 'scoreboard_updated':
      return {
        scoreboardUpdated: {
          bluePoints: Math.trunc(frame.bluePoints),
          orangePoints: Math.trunc(frame.orangePoints),
          blueRoundScore: frame.blueRoundScore,
          orangeRoundScore: frame.orangeRoundScore,
          gameClockDisplay: frame.clockDisplay,
        },
      };
    case 'player_joined':
      return { playerJoined: { player: member(frame, pool, playerSlot, text('name')), role: role(text('role')) } };
    case 'player_left':
      return { playerLeft: { playerSlot, displayName: text('name') } };
    case 'player_switched_team':
      return { playerSwitchedTeam: { playerSlot, newRole: role(text('to')), prevRole: role(text('from')) } };
    case 'emote_played':
      return { emotePlayed: { playerSlot, emote: EmoteType.EMOTE_TYPE_PRIMARY } };
    case 'disc_possession_changed':
      return { discPossessionChanged: { playerSlot, previousPlayerSlot: number('previous') } };
    case 'disc_thrown':
      return { discThrown: { playerSlot, throwDetails: throwDetails(frame) } };
    case 'disc_caught':
      return { discCaught: { playerSlot } };
    case 'goal_scored':
      return { goalScored: { scoreDetails: scoreDetails(frame, pool) } };
    case 'player_goal':
      return { playerGoal: { playerSlot, totalGoals: number('total'), points: Math.trunc(number('points')) } };
    case 'player_save':
      return { playerSave: { playerSlot, totalSaves: number('total') } };
    case 'player_stun':
      return { playerStun: { playerSlot, totalStuns: number('total') } };
    case 'player_pass':
      return { playerPass: { playerSlot, totalPasses: number('total') } };
    case 'player_steal':
      return { playerSteal: { playerSlot, totalSteals: number('total'), victimPlayerSlot: number('victim') } };
    case 'player_block':
      return { playerBlock: { playerSlot, totalBlocks: number('total') } };
    case 'player_interception':
      return { playerInterception: { playerSlot, totalInterceptions: number('total') } };
    case 'player_assist':
      return { playerAssist: { playerSlot, totalAssists: number('total') } };
    case 'player_shot_taken':
      return { playerShotTaken: { playerSlot, totalShots: number('total') } };
    // generic_event
    default: {
      const words = Object.fromEntries(
        Object.entries(data)
          .filter(([key]) => key !== 'event_type')
          .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
      );
      return { genericEvent: { eventType: text('event_type'), data: words } };
    }
  }
}

function role(name: string): nevrcap.Role {
  return name === 'blue'
    ? Role.ROLE_BLUE_TEAM
    : name === 'orange'
      ? Role.ROLE_ORANGE_TEAM
      : name === 'spectator'
        ? Role.ROLE_SPECTATOR
        : Role.ROLE_UNSPECIFIED;
}

function pauseState({ pause }: EchoFrame, pool: StringPool): nevrcap.PauseState.$Properties {
  return {
    pausedState: pool.text(pause.state),
    unpausedTeam: pool.text(pause.unpausedTeam),
    pausedRequestedTeam: pool.text(pause.requestedTeam),
    unpausedTimer: pause.unpausedTimer,
    pausedTimer: pause.pausedTimer,
  };
}

function scoreDetails({ lastScore }: EchoFrame, pool: StringPool): nevrcap.LastScore.$Properties {
  return {
    discSpeed: lastScore.discSpeed,
    team: pool.text(lastScore.team),
    goalType: pool.text(lastScore.goalType),
    pointAmount: lastScore.points,
    distanceThrown: lastScore.distance,
    personScored: pool.text(lastScore.person),
    assistScored: pool.text(lastScore.assist),
  };
}

function throwDetails({ lastThrow }: EchoFrame): nevrcap.LastThrowInfo.$Properties {
  const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(LAST_THROW_NAMES.map((name, i) => [camel(name), lastThrow[i] as number]));
}

function member(frame: EchoFrame, pool: StringPool, slotNumber: number, displayName: string): nevrcap.TeamMember.$Properties {
  const player = frame.findSlot(slotNumber, 0);
  if (player < 0) return { slotNumber, displayName };
  const at = player * PLAYER_INTS;
  const accountNumber = halves(pool.text(frame.ints[at + USER] as number));
  return {
    slotNumber: frame.ints[at + SLOT] as number,
    displayName,
    jerseyNumber: frame.ints[at + NUMBER] as number,
    ...(accountNumber === null ? {} : { accountNumber }),
  };
}

/** A number of 64 bits as protobufjs takes it when it is told its halves; null for none. */
function halves(digits: string): Long | null {
  if (!/^\d{1,20}$/.test(digits)) return null;
  const value = BigInt.asUintN(64, BigInt(digits));
  if (value === 0n) return null;
  return { low: Number(value & 0xffffffffn) | 0, high: Number(value >> 32n) | 0, unsigned: true } as Long;
}

type Long = Exclude<nevrcap.TeamMember.$Properties['accountNumber'], number | null | undefined>;
