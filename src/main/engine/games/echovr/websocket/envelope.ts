/**
 * The JSON messages of streams: the seed's {"type":"session_data"|"user_bones","timestamp":…,"data":base64}, and nevr-agent's {"frame":{…}} in protojson, whose names
 * become those of the game, so that one reader reads all.
 */
import { z } from 'zod';

type RawKind = 'session_data' | 'user_bones';

export interface RawMessage {
  readonly kind: RawKind;
  /** Unix seconds. */
  readonly seconds: number;
  /** JSON as the game's API gave it. */
  readonly json: Buffer;
}

interface EnvelopeFrame {
  /** Unix ms, NaN when it does not say. */
  readonly stamp: number;
  /** In the game's own names. */
  readonly session: Buffer;
  readonly bones: Buffer | null;
}

export type TextMessage =
  | ({ readonly is: 'raw' } & RawMessage)
  | ({ readonly is: 'frame' } & EnvelopeFrame)
  /** The header of a capture; it says nothing that a frame needs. */
  | { readonly is: 'header' };

const raw = z.object({
  type: z.enum(['session_data', 'user_bones']),
  timestamp: z.number().min(0).max(253_402_300_799),
  data: z.base64(),
});
const object = z.record(z.string(), z.unknown());
/** protojson with the names of the schema, or with those of JSON. */
const frame = z.object({
  timestamp: z.string().max(64).nullish(),
  session: object,
  player_bones: object.nullish(),
  playerBones: object.nullish(),
});

/** The schema's names that are not the game's; none of them means two things. */
const GAME_NAMES: Readonly<Record<string, string>> = {
  session_id: 'sessionid',
  session_ip: 'sessionip',
  team_name: 'team',
  has_possession: 'possession',
  account_number: 'userid',
  display_name: 'name',
  slot_number: 'playerid',
  player_index: 'playerid',
  jersey_number: 'number',
  packet_loss_ratio: 'packetlossratio',
  is_stunned: 'stunned',
  is_invulnerable: 'invulnerable',
  is_blocking: 'blocking',
  left_holding_onto: 'holding_left',
  right_holding_onto: 'holding_right',
  left_hand: 'lhand',
  right_hand: 'rhand',
  weapon: 'Weapon',
  ordnance: 'Ordnance',
  tac_mod: 'TacMod',
  arm: 'Arm',
};
/** A frame's deepest value is 7 objects down. */
const MAX_NESTING = 16;

/** The message, or what is wrong with it, one sentence. */
export function readText(text: string): TextMessage | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'The message is not JSON.';
  }
  const message = object.safeParse(value);
  if (!message.success) return 'The message is no JSON object.';
  const { data } = message;
  if ('type' in data) {
    const parsed = raw.safeParse(data);
    if (!parsed.success) return 'A message with a type must be session_data or user_bones, with a timestamp in seconds and base64 data.';
    const { type, timestamp, data: base64 } = parsed.data;
    return { is: 'raw', kind: type, seconds: timestamp, json: Buffer.from(base64, 'base64') };
  }
  if ('header' in data) return { is: 'header' };
  // The documents of the ingest show the frame without its envelope.
  const parsed = frame.safeParse('frame' in data ? data['frame'] : data);
  if (!parsed.success) return 'The message holds no frame: there is no session in it.';
  const { timestamp, session, player_bones: bones, playerBones } = parsed.data;
  const named = inGameNames(session, 0);
  const skeletons = inGameNames(bones ?? playerBones ?? null, 0);
  if (named === undefined || skeletons === undefined) return 'The frame is nested too deeply.';
  return {
    is: 'frame',
    stamp: timestamp === null || timestamp === undefined ? Number.NaN : Date.parse(timestamp),
    session: Buffer.from(JSON.stringify(named)),
    bones: skeletons === null ? null : Buffer.from(JSON.stringify(skeletons)),
  };
}

export function rawMessage({ kind, seconds, json }: RawMessage): string {
  return JSON.stringify({ type: kind, timestamp: seconds, data: json.toString('base64') });
}

/** Undefined when it is nested too deeply. */
function inGameNames(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_NESTING) return undefined;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const named = inGameNames(item, depth + 1);
      if (named === undefined) return undefined;
      items.push(named);
    }
    return items;
  }
  const renamed: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const named = inGameNames(item, depth + 1);
    if (named === undefined) return undefined;
    renamed.push([GAME_NAMES[key] ?? key, named]);
  }
  return Object.fromEntries(renamed);
}
