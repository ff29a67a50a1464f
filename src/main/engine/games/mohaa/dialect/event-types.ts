/** Every event type that a tracker sends, under the name it has here, and whom it tells about. */
import type { Prefix } from './fields.ts';

interface Roles {
  /** Who did it: the first of these that the event names. */
  readonly actor?: readonly Prefix[];
  /** To whom it was done. */
  readonly target?: readonly Prefix[];
  /** A new map begins with it. */
  readonly beginsMap?: true;
}

const OF_PLAYER: Roles = { actor: ['player'] };
const FIGHT: Roles = { actor: ['attacker', 'player'], target: ['victim', 'target'] };
const OF_GAME: Roles = {};
const OF_MAP: Roles = { beginsMap: true };
const OF_BOT: Roles = { actor: ['bot'] };

const TYPES: Readonly<Record<string, Roles>> = {
  match_start: OF_GAME,
  match_end: OF_GAME,
  match_result: OF_GAME,
  round_start: OF_GAME,
  round_end: OF_GAME,
  heartbeat: OF_GAME,
  match_outcome: OF_PLAYER,
  team_win: OF_GAME,
  game_init: OF_MAP,
  game_start: OF_GAME,
  game_end: OF_GAME,
  warmup_start: OF_GAME,
  warmup_end: OF_GAME,
  intermission_start: OF_GAME,
  map_init: OF_MAP,
  map_start: OF_MAP,
  map_ready: OF_GAME,
  map_shutdown: OF_GAME,
  map_load_start: OF_MAP,
  map_load_end: OF_GAME,
  map_change_start: OF_GAME,
  map_restart: OF_GAME,
  server_init: OF_MAP,
  server_start: OF_MAP,
  server_spawned: OF_MAP,
  server_shutdown: OF_GAME,
  server_quit: OF_GAME,
  server_console_command: OF_GAME,
  kill: FIGHT,
  player_teamkill: FIGHT,
  player_bash: FIGHT,
  player_roadkill: FIGHT,
  player_telefragged: FIGHT,
  player_crushed: { target: ['victim', 'player'] },
  player_suicide: { target: ['player', 'victim'] },
  death: { actor: ['attacker'], target: ['player', 'victim'] },
  damage: FIGHT,
  player_pain: { actor: ['attacker'], target: ['victim', 'player'] },
  weapon_fire: OF_PLAYER,
  weapon_hit: { actor: ['player', 'attacker'], target: ['target', 'victim'] },
  headshot: { actor: ['player', 'attacker'], target: ['victim', 'target'] },
  reload: OF_PLAYER,
  weapon_reload_done: OF_PLAYER,
  weapon_change: OF_PLAYER,
  weapon_ready: OF_PLAYER,
  weapon_no_ammo: OF_PLAYER,
  weapon_holster: OF_PLAYER,
  weapon_raise: OF_PLAYER,
  weapon_drop: OF_PLAYER,
  grenade_throw: OF_PLAYER,
  grenade_explode: OF_PLAYER,
  explosion: OF_PLAYER,
  accuracy_summary: OF_PLAYER,
  jump: OF_PLAYER,
  land: OF_PLAYER,
  crouch: OF_PLAYER,
  prone: OF_PLAYER,
  player_stand: OF_PLAYER,
  player_movement: OF_PLAYER,
  distance: OF_PLAYER,
  ladder_mount: OF_PLAYER,
  ladder_dismount: OF_PLAYER,
  item_pickup: OF_PLAYER,
  item_drop: OF_PLAYER,
  item_respawn: OF_GAME,
  health_pickup: OF_PLAYER,
  ammo_pickup: OF_PLAYER,
  armor_pickup: OF_PLAYER,
  use: OF_PLAYER,
  player_use_object_start: OF_PLAYER,
  player_use_object_finish: OF_PLAYER,
  vehicle_enter: OF_PLAYER,
  vehicle_exit: OF_PLAYER,
  vehicle_change: OF_PLAYER,
  vehicle_crash: { actor: ['driver', 'player'] },
  vehicle_death: { actor: ['destroyer', 'attacker'] },
  turret_enter: OF_PLAYER,
  turret_exit: OF_PLAYER,
  door_open: { actor: ['opener', 'player'] },
  door_close: { actor: ['player'] },
  connect: OF_PLAYER,
  disconnect: OF_PLAYER,
  client_begin: OF_PLAYER,
  client_userinfo_changed: OF_PLAYER,
  player_inactivity_drop: OF_PLAYER,
  spawn: OF_PLAYER,
  player_respawn: OF_PLAYER,
  player_spectate: { actor: ['player'], target: ['target'] },
  player_freeze: OF_PLAYER,
  team_change: OF_PLAYER,
  teamkill_kick: OF_PLAYER,
  chat: OF_PLAYER,
  player_auth: OF_PLAYER,
  identity_claim: OF_PLAYER,
  score_change: OF_PLAYER,
  vote_start: OF_PLAYER,
  vote_passed: OF_GAME,
  vote_failed: OF_GAME,
  objective_update: OF_PLAYER,
  objective_capture: OF_PLAYER,
  bot_spawn: OF_BOT,
  bot_killed: { actor: ['attacker'], target: ['bot'] },
  bot_roam: OF_BOT,
  bot_curious: OF_BOT,
  bot_attack: { actor: ['bot'], target: ['target'] },
  actor_spawn: { actor: ['actor'] },
  actor_killed: { actor: ['attacker'], target: ['actor'] },
};

const ALIASES: Readonly<Record<string, string>> = {
  player_kill: 'kill',
  player_killed: 'kill',
  player_death: 'death',
  player_damage: 'damage',
  player_spawn: 'spawn',
  player_connect: 'connect',
  player_disconnect: 'disconnect',
  player_chat: 'chat',
  team_join: 'team_change',
  player_crouch: 'crouch',
  player_prone: 'prone',
  player_jump: 'jump',
  player_land: 'land',
  server_stop: 'server_shutdown',
};

const UNKNOWN: Roles = { actor: ['player', 'attacker', 'bot', 'actor'], target: ['victim', 'target'] };

const ROLES: ReadonlyMap<string, Roles> = new Map(Object.entries(TYPES));
const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.keys(TYPES).map((type) => [type, type] as const),
  ...Object.entries(ALIASES),
]);

/** What a type is called here: player_kill is a kill. Unknown ones keep their name. */
export function canonicalType(type: string): string {
  return NAMES.get(type) ?? type;
}

/** By canonical type. */
export function rolesOf(type: string): Roles {
  return ROLES.get(type) ?? UNKNOWN;
}

export function isKnownType(type: string): boolean {
  return NAMES.has(type);
}

/** Of all that are known, as they are called here. */
export const KNOWN_TYPES: readonly string[] = Object.keys(TYPES);
