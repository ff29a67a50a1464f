/** Which type of the shared vocabulary an event of the game is. Those whose meaning depends on what happened before are decided in session-builder.ts. */
import type { EventType } from '../../../../../shared/session/event-types.ts';

const TYPES: Readonly<Record<string, EventType>> = {
  match_start: 'match_start',
  match_end: 'match_end',
  match_result: 'match_end',
  round_start: 'round_start',
  round_end: 'round_end',
  kill: 'kill',
  player_teamkill: 'kill',
  player_bash: 'kill',
  player_roadkill: 'kill',
  player_telefragged: 'kill',
  bot_killed: 'kill',
  actor_killed: 'kill',
  player_crushed: 'death',
  player_suicide: 'death',
  death: 'death',
  damage: 'damage',
  player_pain: 'damage',
  weapon_fire: 'shot',
  weapon_hit: 'hit',
  reload: 'reload',
  weapon_change: 'weapon_change',
  weapon_drop: 'drop',
  item_drop: 'drop',
  item_pickup: 'pickup',
  health_pickup: 'pickup',
  ammo_pickup: 'pickup',
  armor_pickup: 'pickup',
  grenade_throw: 'grenade',
  grenade_explode: 'explosion',
  explosion: 'explosion',
  jump: 'jump',
  land: 'land',
  crouch: 'stance',
  prone: 'stance',
  player_stand: 'stance',
  ladder_mount: 'ladder',
  ladder_dismount: 'ladder',
  vehicle_enter: 'enter',
  vehicle_change: 'enter',
  turret_enter: 'enter',
  vehicle_exit: 'exit',
  turret_exit: 'exit',
  vehicle_death: 'destroyed',
  connect: 'join',
  disconnect: 'leave',
  spawn: 'spawn',
  player_respawn: 'spawn',
  bot_spawn: 'spawn',
  actor_spawn: 'spawn',
  team_change: 'team_change',
  chat: 'chat',
  score_change: 'score',
  objective_update: 'objective',
  objective_capture: 'capture',
  team_win: 'note',
  game_start: 'note',
  game_end: 'note',
  warmup_start: 'note',
  warmup_end: 'note',
  intermission_start: 'note',
  map_restart: 'note',
  map_change_start: 'note',
  server_start: 'note',
  server_shutdown: 'note',
  server_quit: 'note',
  server_console_command: 'note',
  player_inactivity_drop: 'note',
  teamkill_kick: 'note',
  vote_start: 'note',
  vote_passed: 'note',
  vote_failed: 'note',
};

const BY_TYPE: ReadonlyMap<string, EventType> = new Map(Object.entries(TYPES));

/** By canonical type; what fits nowhere is custom. */
export function sharedType(type: string): EventType {
  return BY_TYPE.get(type) ?? 'custom';
}

/** After how many others of the same moment an event is taken: a hit comes before the kill, the kill before the death that it was. */
export function rankOf(type: string): number {
  if (type === 'death' || type === 'headshot') return 2;
  const shared = sharedType(type);
  return shared === 'kill' || shared === 'death' ? 1 : shared === 'damage' || shared === 'hit' || shared === 'shot' ? 0 : 3;
}
