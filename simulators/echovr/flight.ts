/** How players move: with momentum, towards where their part in play wants them. */
import { attackOf, type Player } from './player.ts';
import { add, direction, distance, dot, length, limit, minus, times, type Vector } from './vector.ts';
import { HALF, type World } from './world.ts';

const TUBES: readonly (readonly [number, number])[] = [
  [0, 4.535],
  [4.275, 1.425],
  [-4.275, 1.425],
  [2.649, -3.605],
  [-2.649, -3.605],
];

/** Everyone waits in a tube of their side, the disc in the middle. */
export function toTubes(world: World): void {
  const count = [0, 0];
  for (const player of world.players) {
    const [x, y] = TUBES[(count[player.team] = (count[player.team] as number) + 1) % TUBES.length] as readonly [number, number];
    const side = -attackOf(player);
    player.position = [x, y, side * world.chance.between(50, 54)];
    player.velocity = [0, 0, 0];
    player.forward = [0, 0, -side];
    player.up = [0, 1, 0];
    player.stunned = 0;
    player.grip = true;
  }
  world.disc = { position: [0, 0, 0], velocity: [0, 0, 0], spin: 0, bounces: 0 };
  world.take(null);
  world.thrower = world.passer = world.dropper = null;
  world.lastPass = null;
  world.shot = false;
  world.chain = 0;
}

/** Out of the tubes, at the start of play. */
export function launch(world: World): void {
  for (const player of world.players) {
    player.grip = false;
    player.velocity = [0, 0, attackOf(player) * world.chance.between(15, 19)];
  }
}

/** Someone who comes into running play does so by a tube. */
export function enterArena(player: Player): void {
  const attack = attackOf(player);
  player.position = [0, 4.5, attack * -45];
  player.velocity = [0, 0, attack * 10];
  player.forward = [0, 0, attack];
}

export function fly(world: World, player: Player, dt: number): void {
  if (player.stunned > 0) {
    player.velocity = times(player.velocity, Math.exp(-0.5 * dt));
  } else {
    const way = minus(aimOf(world, player, dt), player.position);
    const near = length(way);
    // Nobody brakes for a free disc.
    const rush = world.holder === null && distance(player.position, world.disc.position) < 8 ? 5 : 0;
    const wanted = times(direction(way), Math.min(world.holder === player ? 8.5 : 10.5, near * 1.6 + rush));
    const push = limit(minus(wanted, player.velocity), 9 * dt);
    player.velocity = add(player.velocity, push);
  }
  player.velocity = limit(player.velocity, 19);
  player.position = add(player.position, player.velocity, dt);
  for (let i = 0; i < 3; i++) {
    // The tubes are behind the walls: who comes out of one is let in.
    const half = i === 2 ? (Math.hypot(player.position[0], player.position[1]) < 6 ? 56 : HALF[2]) : (HALF[i] as number);
    if (Math.abs(player.position[i] as number) <= half) continue;
    player.position[i] = Math.sign(player.position[i] as number) * half;
    player.velocity[i] = -0.3 * (player.velocity[i] as number);
  }
  turn(world, player, dt);
}

export function drift(world: World, player: Player, dt: number): void {
  player.emote = Math.max(0, player.emote - dt);
  player.velocity = times(player.velocity, Math.exp(-0.8 * dt));
  player.position = add(player.position, player.velocity, dt);
  for (let i = 0; i < 3; i++)
    player.position[i] = Math.max(-(HALF[i] as number) - 16, Math.min((HALF[i] as number) + 16, player.position[i] as number));
  turn(world, player, dt);
}

function turn(world: World, player: Player, dt: number): void {
  const look = direction(add(minus(world.disc.position, player.position), player.velocity, 0.3), player.forward);
  player.phase += dt * (2 + length(player.velocity) * 0.2);
  const rate = player.stunned > 0 ? 0.3 : 5;
  player.forward = direction(add(player.forward, minus(look, player.forward), Math.min(1, rate * dt)), player.forward);
  const roll: Vector = [Math.sin(player.phase * 0.13) * 0.5, 1, Math.cos(player.phase * 0.11) * 0.3];
  player.up = direction(add(roll, player.forward, -dot(roll, player.forward)), [0, 1, 0]);
}

/** Where a player wants to be. */
function aimOf(world: World, player: Player, dt: number): Vector {
  const { holder, disc, chance } = world;
  const attack = attackOf(player);
  const mates = world.players.filter((p) => p.team === player.team);
  const keeper = mates.reduce((a, b) => (a.position[2] * attack <= b.position[2] * attack ? a : b));
  player.wishLeft -= dt;
  if (player.wishLeft <= 0) {
    player.wishLeft = chance.between(1.2, 3);
    player.wish = [chance.between(-11, 11), chance.between(-6, 6), chance.between(-9, 9)];
  }
  if (holder === player) return [player.wish[0] * 0.35, player.wish[1] * 0.35, attack * 30];
  const target = holder === null ? meeting(world, player) : holder.position;
  if (holder === null || holder.team !== player.team) {
    const order = mates.filter((p) => p.stunned === 0).toSorted((a, b) => distance(a.position, target) - distance(b.position, target));
    const place = order.indexOf(player);
    if (place === 0 || (holder === null && place === 1)) return target;
    if (player === keeper) return [disc.position[0] * 0.15, disc.position[1] * 0.2, -attack * 32.5];
    // Between the disc and the own goal
    return [target[0] * 0.5 + player.wish[0], target[1] * 0.5 + player.wish[1], (target[2] - attack * 34) / 2 + player.wish[2]];
  }
  if (player === keeper) return [player.wish[0] * 0.3, player.wish[1] * 0.3, -attack * 22];
  const ahead = Math.max(-30, Math.min(30, holder.position[2] + attack * 11 + player.wish[2]));
  return [player.wish[0], player.wish[1], ahead];
}

/** Where the disc will be when the player can be there too. */
function meeting(world: World, player: Player): Vector {
  const { position, velocity } = world.disc;
  let time = 0;
  for (let i = 0; i < 3; i++) time = Math.min(2.5, distance(player.position, add(position, velocity, time)) / 10);
  const at = add(position, velocity, time);
  return [Math.max(-14, Math.min(14, at[0])), Math.max(-8, Math.min(8, at[1])), Math.max(-37, Math.min(37, at[2]))];
}
