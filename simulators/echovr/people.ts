/** Who comes and goes, and how well they are connected. */
import { enterArena } from './flight.ts';
import { NAMES, newPlayer, type Player, shownPing } from './player.ts';
import type { World } from './world.ts';

/** Ping from which on a caster speaks of trouble, ms. */
const TROUBLE = 150;

export function announceAll(world: World): void {
  for (const player of [...world.players, ...world.spectators]) announce(world, player);
}

function announce(world: World, player: Player): void {
  world.act('player_joined', player.slot, { name: player.name });
}

/** Someone of orange leaves; null when nobody can. */
export function leave(world: World): Player | null {
  const player = idle(world, 1);
  if (player === undefined) return null;
  tellTrouble(world, player);
  world.players.splice(world.players.indexOf(player), 1);
  world.act('player_left', player.slot, { name: player.name });
  world.forget(player);
  return player;
}

/** Comes back into another slot than it had. */
export function comeBack(world: World, player: Player): void {
  player.slot = world.freeSlot(player.slot);
  enterArena(player);
  world.players.push(player);
  announce(world, player);
}

/** One of each team changes to the other. */
export function swapTeams(world: World): void {
  const blue = idle(world, 0);
  const orange = idle(world, 1);
  if (blue === undefined || orange === undefined) return;
  for (const player of [blue, orange]) {
    world.forget(player);
    const from = player.team;
    player.team = 1 - from;
    enterArena(player);
    world.act('player_switched_team', player.slot, { from: from === 0 ? 'blue' : 'orange', to: from === 0 ? 'orange' : 'blue' });
  }
}

/** A second spectator comes in and, when it is there already, goes. */
export function visitor(world: World): void {
  const [, there] = world.spectators;
  if (there === undefined) {
    const player = newPlayer(world.chance, NAMES[NAMES.length - 2] as string, 2, world.freeSlot());
    player.position = [0, 8, 0];
    world.spectators.push(player);
    announce(world, player);
  } else {
    tellTrouble(world, there);
    world.spectators.pop();
    world.act('player_left', there.slot, { name: there.name });
  }
}

/** Someone of a team who has nothing to do with the disc. */
function idle(world: World, team: number): Player | undefined {
  return world.players.find((p) => p.team === team && p !== world.holder && p !== world.lastHolder && p.stunned === 0);
}

/** Pings walk about; now and then a connection is bad for some seconds. */
export function ping(world: World, dt: number): void {
  const { chance } = world;
  for (const player of world.players) {
    if (chance.within(0.5, dt)) player.ping = Math.max(12, Math.min(140, player.ping + chance.whole(7) - 3));
    player.lag = Math.max(0, player.lag - dt);
    if (player.lag === 0 && chance.within(0.003, dt)) player.lag = chance.between(2, 5);
    const trouble = shownPing(player) > TROUBLE;
    if (trouble && player.troubleFrom < 0) player.troubleFrom = world.frame;
    if (!trouble) tellTrouble(world, player);
  }
}

/** Tells of a time of bad ping that ends now. */
export function tellTrouble(world: World, player: Player): void {
  const { troubleFrom } = player;
  player.troubleFrom = -1;
  if (troubleFrom < 0 || troubleFrom === world.frame) return;
  world.measure({ kind: 'ping', slot: player.slot, fromFrame: troubleFrom, ms: world.since(troubleFrom) });
}
