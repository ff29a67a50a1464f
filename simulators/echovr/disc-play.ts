/** The disc: carried, thrown, bouncing, caught, in the goal. */
import { attackOf, type Player, sideOf } from './player.ts';
import { add, direction, distance, length, minus, times, type Vector } from './vector.ts';
import { GOAL, GOAL_RADIUS, HALF, type World } from './world.ts';

/** The holder's hand leads the disc. */
export function carry({ disc }: World, holder: Player, dt: number): void {
  disc.position = add(add(holder.position, holder.forward, 0.55), holder.up, -0.15);
  disc.velocity = holder.velocity;
  disc.spin += dt;
}

export function flyDisc({ disc, status }: World, dt: number): void {
  if (status === 'round_over' || status === 'post_match') disc.velocity = times(disc.velocity, Math.exp(-dt));
  disc.position = add(disc.position, disc.velocity, dt);
  disc.spin += dt * Math.min(12, length(disc.velocity));
  if (status === 'score' || status === 'post_sudden_death') {
    // Caught behind the goal
    if (Math.abs(disc.position[2]) > 38.5) disc.velocity = [0, 0, 0];
    return;
  }
  for (let i = 0; i < 3; i++) {
    const half = HALF[i] as number;
    if (Math.abs(disc.position[i] as number) <= half) continue;
    disc.position[i] = Math.sign(disc.position[i] as number) * half;
    disc.velocity[i] = -0.8 * (disc.velocity[i] as number);
    disc.bounces++;
  }
}

/** What the holder does with the disc. */
export function handle(world: World, holder: Player, dt: number): void {
  const { chance } = world;
  const attack = attackOf(holder);
  const toGoal = distance(holder.position, [0, 0, attack * GOAL]);
  if (world.heldFor < 0.5) return;
  if (toGoal < 18 && chance.within(2.6, dt)) {
    world.count(holder, 'shots_taken', 'player_shot_taken');
    const wide = 0.5 + toGoal * 0.07;
    throwDisc(world, holder, [chance.between(-wide, wide), chance.between(-wide, wide), attack * (GOAL + 1)], chance.between(14, 20));
    world.shot = true;
    return;
  }
  const threat = world.players.some((p) => p.team !== holder.team && p.stunned === 0 && distance(p.position, holder.position) < 4.5);
  if (!chance.within(threat ? 1.6 : 0.35, dt)) return;
  const mates = world.players.filter((p) => p.team === holder.team && p !== holder && p.stunned === 0);
  const mate = mates.reduce<Player | null>(
    (best, p) => (best === null || p.position[2] * attack > best.position[2] * attack ? p : best),
    null,
  );
  if (mate === null || chance.next() < 0.12) {
    throwDisc(world, holder, [chance.between(-9, 9), chance.between(-6, 6), attack * 30], chance.between(10, 16));
    return;
  }
  const speed = chance.between(11, 17);
  const time = distance(holder.position, mate.position) / speed;
  const error = chance.between(0, 1.6);
  const lead = add(mate.position, mate.velocity, time);
  throwDisc(world, holder, [lead[0] + chance.between(-error, error), lead[1] + chance.between(-error, error), lead[2]], speed);
}

function throwDisc(world: World, holder: Player, target: Vector, speed: number): void {
  const { disc } = world;
  disc.velocity = add(times(direction(minus(target, disc.position)), speed), holder.velocity, 0.15);
  holder.cooldown = 0.6;
  world.thrower = world.passer = holder;
  world.dropper = null;
  world.thrownFrom = holder.position;
  world.shot = false;
  world.take(null);
  world.lastThrow = { arm: speed * 0.7, total: length(disc.velocity), spin: world.chance.between(0.4, 2.4) };
  world.act('disc_thrown', holder.slot);
  const { arm, total } = world.lastThrow;
  world.measure({ kind: 'throw', slot: holder.slot, team: sideOf(holder.team), speed: total, armSpeed: arm });
}

/** Whether the disc has just gone in; the board and the players' numbers then say so. */
export function scoreGoal(world: World): boolean {
  const { disc, thrower: scorer } = world;
  const [x, y, z] = disc.position;
  if (Math.abs(z) < GOAL || Math.hypot(x, y) > GOAL_RADIUS || z * disc.velocity[2] <= 0 || scorer === null) return false;
  const team = z > 0 ? 0 : 1;
  const far = distance(world.thrownFrom, disc.position);
  const amount = far > 14 ? 3 : 2;
  const own = scorer.team !== team;
  world.points[team] += amount;
  if (!own) scorer.stats.points += amount;
  const assistant = own ? null : assistantOf(world, scorer);
  world.lastScore = {
    disc_speed: length(disc.velocity),
    team: sideOf(team),
    goal_type: own
      ? 'SELF GOAL'
      : disc.bounces > 0
        ? far > 14
          ? 'LONG BOUNCE SHOT'
          : 'BOUNCE SHOT'
        : far > 14
          ? 'LONG SHOT'
          : 'INSIDE SHOT',
    point_amount: amount,
    distance_thrown: far,
    person_scored: scorer.name,
    assist_scored: assistant?.name ?? '[INVALID]',
  };
  world.act('scoreboard_updated', -1);
  world.act('goal_scored', -1, { by: scorer.name, points: amount, team: sideOf(team) });
  world.measure({
    kind: 'goal',
    slot: scorer.slot,
    team: sideOf(team),
    points: amount,
    goalType: world.lastScore.goal_type,
    speed: world.lastScore.disc_speed,
    distance: far,
    assist: assistant?.slot ?? -1,
  });
  if (assistant !== null) world.count(assistant, 'assists', 'player_assist');
  for (const player of world.players) {
    if (player.team === team && world.chance.next() < 0.6) {
      player.emote = world.chance.between(1.5, 3);
      world.act('emote_played', player.slot);
    }
  }
  world.lastPass = null;
  return true;
}

/** Who passed to the scorer just before. */
function assistantOf({ lastPass, elapsed }: World, scorer: Player): Player | null {
  return lastPass !== null && lastPass.to === scorer && elapsed - lastPass.at <= 10 ? lastPass.from : null;
}

export function catchDisc(world: World, dt: number): void {
  const { disc, shot, passer: from } = world;
  const reach = world.players.filter((p) => p.stunned === 0 && p.cooldown === 0 && distance(p.position, disc.position) < 1.5);
  const player = reach.toSorted((a, b) => distance(a.position, disc.position) - distance(b.position, disc.position))[0];
  if (player === undefined || !world.chance.within(shot ? 5 : 16, dt)) return;
  const home = -attackOf(player) * GOAL;
  if (from !== null && from.team !== player.team) {
    if (shot && Math.abs(player.position[2] - home) < 9) {
      world.count(player, 'saves', 'player_save');
      player.blocking = true;
    } else {
      world.count(player, 'catches', 'generic_event', { event_type: 'catch' });
      world.act('generic_event', player.slot, { event_type: 'turnover' });
      world.count(player, 'interceptions', 'player_interception');
    }
  } else if (from !== null && from !== player) {
    world.count(from, 'passes', 'player_pass');
    world.count(player, 'catches', 'generic_event', { event_type: 'catch' });
    world.lastPass = { from, to: player, at: world.elapsed };
    world.chain++;
    world.measure({ kind: 'pass', slot: from.slot, team: sideOf(from.team), to: player.slot, chain: world.chain });
  } else if (world.dropper !== null && world.dropper.team !== player.team) {
    world.count(player, 'steals', 'player_steal');
  }
  world.passer = world.dropper = null;
  world.shot = false;
  disc.bounces = 0;
  world.take(player);
}
