/** An event as a tracker sent it, read: its own fields, the same under one name each, when it happened by the game, and whom it tells about. */
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { canonicalType, rolesOf } from './event-types.ts';
import { normalFields, numberAt, PREFIXES, textAt, type Fields, type Prefix } from './fields.ts';
import { weaponName, weaponOf } from './weapons.ts';
import { isMeans, meansWord } from './words.ts';

/** Quake units, z up; null when the event does not say. */
export type Place = readonly [number, number, number];

export interface Party {
  /** With its colour codes, "" when not said. */
  readonly name: string;
  /** As sent; may be a team's name (see identities). "world" for nobody. */
  readonly guid: string;
  /** Forum member, "" for guests. */
  readonly smfId: string;
  /** allies, axis, freeforall, spectator, "". */
  readonly team: string;
  readonly place: Place | null;
  /** Degrees counter-clockwise from +x, NaN when not said; pitch is positive downwards. */
  readonly yaw: number;
  readonly pitch: number;
  /** stand, crouch, "" */
  readonly stance: string;
  readonly isBot: boolean;
}

export interface NativeEvent {
  /** As sent: player_kill. */
  readonly nativeType: string;
  /** As it is called here: kill. */
  readonly type: string;
  /** "" when there is none ("no_match"). */
  readonly matchId: string;
  readonly sessionId: string;
  readonly serverId: string;
  /** "" when the event does not say. */
  readonly map: string;
  /** Seconds since the map was loaded; NaN when the event has another clock or none. */
  readonly gameTime: number;
  /** Unix ms by the game server's clock; NaN when the event has the game's clock or none. */
  readonly wallTime: number;
  readonly actor: Party | null;
  readonly target: Party | null;
  /** Where it happened, when it is nobody's place. */
  readonly place: Place | null;
  /** Display name, "" for none. */
  readonly weapon: string;
  /** bullet, grenade, bash …: how somebody was hurt; "" when not said. */
  readonly means: string;
  /** head, torso_upper …; "" when not said. */
  readonly hitLocation: string;
  /** All of them, under one name each, numbers as numbers. */
  readonly fields: Fields;
  /** All of them as sent, but for the server's token. */
  readonly sent: JsonObject;
}

/** Time stamps below are seconds since the map was loaded: no server has run for fifty years, and no tracker is older than 2020. */
const FIRST_UNIX_SECONDS = 1_577_836_800;
const FIRST_UNIX_MS = FIRST_UNIX_SECONDS * 1000;
/** Corner of the engine's world. */
const WORLD_LIMIT = 16_384;
/** A map that was never changed for a year. */
const LONGEST_GAME_SECONDS = 31_536_000;

/** Null when it has no type, which is all that an event needs. */
export function readEvent(sent: JsonObject): NativeEvent | null {
  const fields = normalFields(sent);
  const nativeType = textAt(fields, 'type').trim();
  if (nativeType === '' || nativeType.length > 64) return null;
  const type = canonicalType(nativeType);
  const roles = rolesOf(type);
  const { gameTime, wallTime } = timeOf(sent['timestamp']);
  const matchId = textAt(fields, 'match_id');
  let actor = partyOf(fields, roles.actor);
  const target = partyOf(fields, roles.target);
  const place = placeOf(fields, 'pos_x', 'pos_y', 'pos_z') ?? placeIn(fields['location'] ?? fields['position'] ?? fields['origin']);
  if (actor === null && roles.actor?.[0] === 'player' && textAt(fields, 'name') !== '') actor = { ...NOBODY, name: textAt(fields, 'name') };
  return {
    nativeType,
    type,
    matchId: matchId === 'no_match' ? '' : matchId,
    sessionId: textAt(fields, 'session_id'),
    serverId: textAt(fields, 'server_id'),
    map: textAt(fields, 'map_name'),
    gameTime,
    wallTime,
    actor: actor === null ? null : atPlace(actor, fields, isOwnPlace(type) ? place : null),
    // Of those with one person the place is that person's.
    target: target === null ? null : atPlace(target, fields, actor === null || type === 'death' ? place : null),
    place,
    weapon: weaponIn(fields),
    means: textAt(fields, 'mod') || meansIn(textAt(fields, 'weapon')),
    hitLocation: textAt(fields, 'hitloc'),
    fields,
    sent,
  };
}

/** Explosions and things lie where nobody need stand. */
function isOwnPlace(type: string): boolean {
  return type !== 'explosion' && type !== 'grenade_explode' && type !== 'death';
}

function weaponIn(fields: Fields): string {
  const weapon = textAt(fields, 'weapon');
  if (weapon !== '') return weaponOf(weapon, textAt(fields, 'inflictor'));
  const other = textAt(fields, 'new_weapon') || textAt(fields, 'inflictor');
  return other === '' ? '' : weaponName(other);
}

/** The first tracker writes it where the weapon belongs. */
function meansIn(weapon: string): string {
  return isMeans(weapon) ? meansWord(weapon) : '';
}

function timeOf(stamp: unknown): { readonly gameTime: number; readonly wallTime: number } {
  const none = { gameTime: Number.NaN, wallTime: Number.NaN };
  const value = typeof stamp === 'string' ? (stamp.trim() === '' ? Number.NaN : Number(stamp)) : stamp;
  if (typeof value !== 'number') return none;
  if (Number.isNaN(value)) {
    const date = typeof stamp === 'string' && /^\d{4}-\d\d-\d\d/.test(stamp) ? Date.parse(stamp) : Number.NaN;
    return { gameTime: Number.NaN, wallTime: date };
  }
  if (value >= FIRST_UNIX_MS) return value < 100 * FIRST_UNIX_MS ? { ...none, wallTime: Math.round(value) } : none;
  if (value >= FIRST_UNIX_SECONDS) return { ...none, wallTime: Math.round(value * 1000) };
  return value >= 0 && value < LONGEST_GAME_SECONDS ? { ...none, gameTime: value } : none;
}

const NOBODY: Party = {
  name: '',
  guid: '',
  smfId: '',
  team: '',
  place: null,
  yaw: Number.NaN,
  pitch: Number.NaN,
  stance: '',
  isBot: false,
};

const FIELDS_OF: ReadonlyMap<
  Prefix,
  Readonly<Record<'name' | 'guid' | 'id' | 'smf' | 'team' | 'x' | 'y' | 'z' | 'yaw' | 'pitch' | 'stance' | 'bot', string>>
> = new Map(
  PREFIXES.map((prefix) => [
    prefix,
    {
      name: `${prefix}_name`,
      guid: `${prefix}_guid`,
      id: `${prefix}_id`,
      smf: `${prefix}_smf_id`,
      team: `${prefix}_team`,
      x: `${prefix}_x`,
      y: `${prefix}_y`,
      z: `${prefix}_z`,
      yaw: `${prefix}_yaw`,
      pitch: `${prefix}_pitch`,
      stance: `${prefix}_stance`,
      bot: `${prefix}_is_bot`,
    },
  ]),
);

function partyOf(fields: Fields, prefixes: readonly Prefix[] | undefined): Party | null {
  if (prefixes === undefined) return null;
  for (const prefix of prefixes) {
    const keys = FIELDS_OF.get(prefix);
    if (keys === undefined) continue;
    const name = textAt(fields, keys.name);
    const isMachine = prefix === 'bot' || prefix === 'actor';
    const guid = textAt(fields, keys.guid) || (isMachine ? textAt(fields, keys.id) : '');
    if (name === '' && guid === '') continue;
    if (guid === 'world' || (guid === '' && name === 'world')) return null;
    return {
      name,
      guid,
      smfId: textAt(fields, keys.smf),
      team: textAt(fields, keys.team),
      place: placeOf(fields, keys.x, keys.y, keys.z),
      yaw: numberAt(fields, keys.yaw),
      pitch: numberAt(fields, keys.pitch),
      stance: textAt(fields, keys.stance),
      isBot: isMachine || fields[keys.bot] === true,
    };
  }
  return null;
}

/** What an event with one person says of that person without a prefix. */
function atPlace(party: Party, fields: Fields, place: Place | null): Party {
  const team = party.team === '' ? textAt(fields, 'team') : party.team;
  const yaw = Number.isNaN(party.yaw) ? numberAt(fields, 'aim_yaw') : party.yaw;
  const pitch = Number.isNaN(party.pitch) ? numberAt(fields, 'aim_pitch') : party.pitch;
  if (team === party.team && (party.place !== null || place === null) && Number.isNaN(yaw)) return party;
  return { ...party, team, place: party.place ?? place, yaw, pitch };
}

function placeOf(fields: Fields, x: string, y: string, z: string): Place | null {
  const a = fields[x];
  const b = fields[y];
  const c = fields[z];
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number') return null;
  return Math.abs(a) <= WORLD_LIMIT && Math.abs(b) <= WORLD_LIMIT && Math.abs(c) <= WORLD_LIMIT ? [a, b, c] : null;
}

/** Of "120 180 64", also in brackets and with commas. */
function placeIn(value: unknown): Place | null {
  if (typeof value !== 'string' || value.length > 100) return null;
  const numbers = value.match(/-?\d+(?:\.\d+)?/g)?.map(Number);
  if (numbers?.length !== 3) return null;
  const [x, y, z] = numbers as [number, number, number];
  return Math.max(Math.abs(x), Math.abs(y), Math.abs(z)) <= WORLD_LIMIT ? [x, y, z] : null;
}

/** Quake units. */
export function distance(a: Place, b: Place): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
