/** What the tracker script on a game server makes of an event, in each of its three dialects. */
import type { Random } from '../random.ts';
import type { Faults } from './faults.ts';
import { placeOf, type GameEvent } from './match.ts';
import type { Fighter } from './people.ts';

/** seed: one form each. lines: forms, some at once. json: an array of objects. */
export type Dialect = 'seed' | 'lines' | 'json';
export type Fields = Readonly<Record<string, string | number>>;

export interface TrackerIds {
  readonly server: string;
  readonly session: string;
  readonly match: string;
}

/** What later trackers call what the first one named. */
const LATER_TYPES: Readonly<Record<string, string>> = { kill: 'player_kill', spawn: 'player_spawn', team_change: 'team_join' };
const OTHER_NAMES: Readonly<Record<string, string>> = {
  hitloc: 'hitlocation',
  mod: 'means_of_death',
  item: 'item_name',
  allies_score: 'allied_score',
  winning_team: 'winner',
  player_count: 'players',
  gametype: 'game_type',
  maxclients: 'max_players',
  old_team: 'from_team',
  new_team: 'to_team',
  ammo_remaining: 'ammo_count',
};
/** What today's tracker says with most of its modules switched off. */
const TODAY = new Set([
  'kill',
  'weapon_change',
  'spawn',
  'jump',
  'crouch',
  'distance',
  'ladder_mount',
  'ladder_dismount',
  'server_start',
  'server_quit',
]);
/** Dropped by later trackers: a headshot is a kill with a place of the body, a death the other side of a kill. */
const SEED_ONLY = new Set(['headshot', 'death']);
const MEANS: Readonly<Record<string, number>> = { bullet: 18, grenade: 14, falling: 7, suicide: 1 };
const HIT_LOCATIONS = [
  'general head helmet neck torso_upper torso_mid torso_lower pelvis r_arm_upper l_arm_upper r_leg_upper l_leg_upper r_arm_lower',
  'l_arm_lower r_leg_lower l_leg_lower r_hand l_hand r_foot l_foot',
]
  .join(' ')
  .split(' ');
const LATER_TEAMS: Readonly<Record<string, string>> = { allies: 'american', axis: 'german' };
/** Of the first tracker: which of a player's events say where. */
const SAYS_PLACE = new Set(['spawn', 'death', 'weapon_fire', 'grenade_throw', 'jump']);

/** Null for what this tracker does not tell. */
export function wireEvent(event: GameEvent, dialect: Dialect, ids: TrackerIds, faults: Faults, random: Random): Fields | null {
  if (faults.has('quiet') && !TODAY.has(event.type)) return null;
  if (dialect !== 'seed' && SEED_ONLY.has(event.type)) return null;
  const fields = dialect === 'seed' ? seedFields(event, ids) : laterFields(event, dialect, ids, faults);
  return faults.has('aliases') ? renamed(fields, random) : fields;
}

function seedFields({ type, time, player, attacker, victim, more = {} }: GameEvent, ids: TrackerIds): Fields {
  const fields: Record<string, string | number> = { type, match_id: ids.match, timestamp: time };
  if (SESSION_EVENTS.has(type)) fields['session_id'] = ids.session;
  // It says who by name; where the id belongs it writes the team.
  const person = (prefix: string, { name, team }: Fighter): void => {
    fields[`${prefix}_name`] = name;
    fields[`${prefix}_guid`] = team;
  };
  if (player !== undefined) person('player', player);
  if (attacker === 'world') Object.assign(fields, { attacker_name: 'world', attacker_guid: 'world' });
  else if (attacker !== undefined) {
    person('attacker', attacker);
    if (type === 'kill') {
      const [x, y, z] = placeOf(attacker);
      Object.assign(fields, {
        attacker_team: attacker.team,
        attacker_x: x,
        attacker_y: y,
        attacker_z: z,
        attacker_pitch: attacker.pitch,
        attacker_yaw: attacker.yaw,
      });
    }
  }
  if (victim !== undefined) {
    person(type === 'weapon_hit' ? 'target' : 'victim', victim);
    if (type === 'kill') {
      const [x, y, z] = placeOf(victim);
      Object.assign(fields, { victim_team: victim.team, victim_x: x, victim_y: y, victim_z: z });
    }
  }
  Object.assign(fields, more);
  if (type === 'kill') {
    // The weapon's field has how, and the place of the body is a number.
    fields['weapon'] = MEANS[String(more['mod'])] ?? 0;
    fields['hitloc'] = HIT_LOCATIONS.indexOf(String(more['hitloc'])) - 1;
    delete fields['mod'];
    delete fields['damage'];
  }
  if (type === 'damage') {
    fields['weapon'] = MEANS[String(more['mod'])] ?? 0;
    delete fields['mod'];
    delete fields['hitloc'];
  }
  if (player !== undefined && SAYS_PLACE.has(type)) {
    const [x, y, z] = placeOf(player);
    Object.assign(fields, { pos_x: x, pos_y: y, pos_z: z });
  }
  return fields;
}

const SESSION_EVENTS = new Set(['match_start', 'match_end', 'heartbeat', 'connect', 'disconnect']);

function laterFields(
  { type, time, player, attacker, victim, more = {} }: GameEvent,
  dialect: Dialect,
  ids: TrackerIds,
  faults: Faults,
): Fields {
  const fields: Record<string, string | number> = {
    type: LATER_TYPES[type] ?? type,
    match_id: faults.has('quiet') ? 'no_match' : ids.match,
    session_id: ids.session,
    timestamp: time,
  };
  const person = (prefix: string, fighter: Fighter): void => {
    const [x, y, z] = placeOf(fighter);
    Object.assign(fields, {
      [`${prefix}_name`]: fighter.name,
      [`${prefix}_guid`]: fighter.isBot ? `bot_${fighter.slot}` : fighter.member || `unauth_${fighter.slot}`,
      ...(fighter.member === '' ? {} : { [`${prefix}_smf_id`]: fighter.member }),
      [`${prefix}_team`]: LATER_TEAMS[fighter.team] ?? fighter.team,
    });
    if (!WITHOUT_BODY.has(type)) {
      const stance = fighter.isCrouching ? 'crouch' : 'stand';
      Object.assign(fields, {
        [`${prefix}_x`]: x,
        [`${prefix}_y`]: y,
        [`${prefix}_z`]: z,
        [`${prefix}_pitch`]: fighter.pitch,
        [`${prefix}_yaw`]: fighter.yaw,
        [`${prefix}_stance`]: stance,
      });
    }
  };
  if (player !== undefined) person(type === 'weapon_hit' ? 'attacker' : 'player', player);
  if (attacker === 'world') Object.assign(fields, { attacker_name: 'world', attacker_guid: 'world' });
  else if (attacker !== undefined) person('attacker', attacker);
  if (victim !== undefined) person(type === 'weapon_hit' ? 'target' : 'victim', victim);
  Object.assign(fields, more);
  delete fields['inflictor'];
  if (type === 'kill' && more['mod'] === 'grenade') fields['weapon'] = 'Explosion';
  if (type === 'team_change')
    Object.assign(fields, { old_team: LATER_TEAMS[String(more['old_team'])], new_team: LATER_TEAMS[String(more['new_team'])] });
  // The one in between writes the place of the body its own way.
  if (dialect === 'lines' && fields['hitloc'] !== undefined) {
    fields['hitlocation'] = fields['hitloc'];
    delete fields['hitloc'];
  }
  return fields;
}

const WITHOUT_BODY = new Set(['connect', 'disconnect', 'chat', 'team_change']);

/** Some of the fields by their other names. */
function renamed(fields: Fields, random: Random): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const other = OTHER_NAMES[name];
      return [other !== undefined && fields[other] === undefined && random.chance(0.5) ? other : name, value];
    }),
  );
}

/** As the script joins it: nothing is encoded. */
export function formOf(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}
