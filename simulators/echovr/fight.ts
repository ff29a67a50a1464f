/** Stuns: of who has the disc, and of others who come close. */
import { type Player, sideOf } from './player.ts';
import { add, direction, distance, minus } from './vector.ts';
import type { World } from './world.ts';

/** An opponent within reach may knock the disc out of the holder's hand. */
export function stunHolder(world: World, holder: Player, dt: number): void {
  if (holder.invulnerable > 0) return;
  const { chance } = world;
  const attacker = world.players.find((p) => p.team !== holder.team && p.stunned === 0 && distance(p.position, holder.position) < 1.9);
  if (attacker === undefined || !chance.within(1.4, dt)) return;
  stun(world, attacker, holder);
  world.disc.velocity = add(holder.velocity, [chance.between(-3, 3), chance.between(-3, 3), chance.between(-3, 3)]);
  world.dropper = holder;
  world.passer = null;
  world.thrower = null;
  world.shot = false;
  world.take(null);
}

/** Stuns away from the disc: one in a while, when opponents come close. */
export function brawl(world: World, dt: number): void {
  for (const a of world.players) {
    if (a === world.holder || a.stunned > 0) continue;
    for (const b of world.players) {
      if (b.team === a.team || b === world.holder || b.stunned > 0 || b.invulnerable > 0 || distance(a.position, b.position) > 1.5)
        continue;
      if (!world.chance.within(0.8, dt)) continue;
      stun(world, a, b);
      return;
    }
  }
}

function stun(world: World, attacker: Player, victim: Player): void {
  victim.stunned = 3;
  victim.invulnerable = 3;
  victim.velocity = add(victim.velocity, direction(minus(victim.position, attacker.position)), 4);
  world.count(attacker, 'stuns', 'player_stun', { victim: victim.slot });
  world.measure({ kind: 'stun', slot: attacker.slot, team: sideOf(attacker.team), victim: victim.slot });
}
