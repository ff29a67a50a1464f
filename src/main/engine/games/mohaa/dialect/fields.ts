/** Fields of an event: which names mean the same, and which of them are numbers, flags or words of an enumeration, however they were sent. */
import type { JsonValue } from '../../../../../shared/session/model.ts';
import { gameTypeWord, hitLocationWord, meansWord, teamWord } from './words.ts';

type Kind = 'number' | 'text' | 'flag' | 'team' | 'hitloc' | 'mod' | 'gametype' | 'any';

interface Rule {
  readonly name: string;
  readonly kind: Kind;
}

/** The prefixes of those whom an event tells about. */
export const PREFIXES = ['attacker', 'victim', 'player', 'target', 'killer', 'actor', 'bot', 'driver', 'opener', 'destroyer'] as const;
export type Prefix = (typeof PREFIXES)[number];

const NUMBERS = [
  'damage distance radius duration load_time timelimit fraglimit maxclients player_count client_num round_number total_rounds',
  'allies_score axis_score score score_delta new_score ammo_remaining count amount armor_amount health_restored fall_height jump_height',
  'walked sprinted driven swam total_distance delta_distance aim_pitch aim_yaw pos_x pos_y pos_z shots_fired shots_hit accuracy',
  'idle_time teamkill_count yes_votes no_votes speed progress cpu_usage protocol teamnum objective_index knockback damageflags yaw pitch',
].flatMap((line) => line.split(' '));
const TEXTS =
  'type match_id session_id server_id map_name message weapon old_weapon new_weapon inflictor item name reason entity projectile objective_id vehicle turret'.split(
    ' ',
  );

/** [what trackers wrote, what it is called here] */
const ALIASES: Readonly<Record<string, string>> = {
  hitlocation: 'hitloc',
  location_hit: 'hitloc',
  means_of_death: 'mod',
  meansofdeath: 'mod',
  item_name: 'item',
  allied_score: 'allies_score',
  winner: 'winning_team',
  players: 'player_count',
  game_type: 'gametype',
  max_players: 'maxclients',
  map: 'map_name',
  from_team: 'old_team',
  to_team: 'new_team',
  is_team: 'team_only',
  fired: 'shots_fired',
  hits: 'shots_hit',
  ammo_count: 'ammo_remaining',
  smf_member_id: 'player_smf_id',
  member_id: 'player_smf_id',
  smf_id: 'player_smf_id',
  player_id: 'player_guid',
};

const RULES = new Map<string, Rule>();
for (const name of NUMBERS) RULES.set(name, { name, kind: 'number' });
for (const name of TEXTS) RULES.set(name, { name, kind: 'text' });
for (const name of ['team', 'old_team', 'new_team', 'winning_team', 'capturing_team']) RULES.set(name, { name, kind: 'team' });
for (const prefix of PREFIXES) {
  // A killer is an attacker under an older name.
  const name = prefix === 'killer' ? 'attacker' : prefix;
  const rule = (field: string, kind: Kind, to = field): unknown => RULES.set(`${prefix}_${field}`, { name: `${name}_${to}`, kind });
  for (const field of ['x', 'y', 'z', 'pitch', 'yaw']) rule(field, 'number');
  for (const field of ['name', 'guid', 'smf_id', 'stance', 'id']) rule(field, 'text');
  rule('member_id', 'text', 'smf_id');
  rule('smf_member_id', 'text', 'smf_id');
  rule('team', 'team');
  for (const flag of ['is_bot', 'isbot', 'bot']) rule(flag, 'flag', 'is_bot');
}
RULES.set('hitloc', { name: 'hitloc', kind: 'hitloc' });
RULES.set('mod', { name: 'mod', kind: 'mod' });
RULES.set('gametype', { name: 'gametype', kind: 'gametype' });
RULES.set('team_only', { name: 'team_only', kind: 'flag' });
for (const [alias, name] of Object.entries(ALIASES)) RULES.set(alias, RULES.get(name) ?? { name, kind: 'any' });

/** Fields under one name each, with numbers as numbers; those that are not known stay as they are. */
export type Fields = Readonly<Record<string, JsonValue | undefined>>;

export function normalFields(sent: Readonly<Record<string, JsonValue>>): Fields {
  const fields: Record<string, JsonValue> = {};
  for (const key in sent) {
    const value = sent[key] as JsonValue;
    const rule = RULES.get(key);
    if (rule === undefined) {
      if (key !== '__proto__') fields[key] = value;
      continue;
    }
    const normal =
      rule.kind === 'text' && typeof value === 'string' && value !== '' && value !== 'NIL' ? value : normalValue(value, rule.kind);
    // The name itself counts more than its alias, and what says something more than what says nothing.
    if (normal !== undefined && (key === rule.name || fields[rule.name] === undefined)) fields[rule.name] = normal;
  }
  return fields;
}

const KNOWN: ReadonlyMap<string, string> = new Map(Array.from(RULES.keys(), (key) => [key, key]));

/**
 * The name itself when trackers send such a field, else undefined: to tell a field from a part of a text that holds an ampersand. Always the same string object, by
 * which V8 finds a field much faster than by one that was just cut out of a body.
 */
export function knownField(key: string): string | undefined {
  return KNOWN.get(key);
}

/** Undefined when it says nothing: null, "", the script's own NIL, or a number that is none. */
function normalValue(value: JsonValue, kind: Kind): JsonValue | undefined {
  if (value === null || value === '' || value === 'NIL') return undefined;
  if (kind === 'number') return numberOf(value);
  if (kind === 'any' || typeof value === 'object') return value;
  if (kind === 'flag') return value === true || value === 1 || value === '1' || value === 'true';
  const text = String(value);
  switch (kind) {
    case 'team':
      return teamWord(text);
    case 'hitloc':
      return hitLocationWord(text);
    case 'mod':
      return meansWord(text);
    case 'gametype':
      return gameTypeWord(text);
    case 'text':
    default:
      return text;
  }
}

const DECIMAL = /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/;

/** Undefined when it is none. */
function numberOf(value: JsonValue): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !DECIMAL.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** "" when it is not there. */
export function textAt(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** NaN when it is not there. */
export function numberAt(fields: Fields, name: string): number {
  const value = fields[name];
  return typeof value === 'number' ? value : Number.NaN;
}
