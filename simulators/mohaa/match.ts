/** One map of a made-up server: people walk, see each other, shoot, die and come back, tick by tick of the game's 20 a second. What happens is told twice: to the tracker, and as the truth. */
import type { Random } from '../random.ts';
import { canSee, cellAt, FREE_CELLS, isLadder, pathBetween, spawnCells, spotOf, type Side, type Spot } from './map.ts';
import { GRENADE, HIT_LOCATIONS, PISTOL, type Crowd, type Fighter } from './people.ts';
import type { Tell, Truth, TruthPlace } from './truth.ts';

const TICK = 0.05;
const METRES = 0.0254;
/** Inches a second. */
const RUN = 250;
const CROUCH = 90;
/** Trackers report somebody's way so often, inches. */
const REPORT = 100;
const RESPAWN = 4;
const HEARTBEAT = 30;
const GRENADE_REACH = 260;

export interface MatchPlan {
  readonly index: number;
  readonly map: string;
  /** Seconds of play. */
  readonly seconds: number;
  readonly rounds: number;
  readonly players: number;
  readonly bots: number;
  /** The server dies in the middle, and nothing is said any more. */
  readonly crashes: boolean;
}

/** What a tracker is told: the event by its first name, who had a part in it, and the rest by the first tracker's names. */
export interface GameEvent {
  /** Seconds since the map was loaded. */
  readonly time: number;
  readonly type: string;
  /** Copies: they are as they were. */
  readonly player?: Fighter;
  readonly attacker?: Fighter | 'world';
  readonly victim?: Fighter;
  readonly more?: Readonly<Record<string, string | number>>;
}

type TruthOf<T> = T extends Truth ? Omit<T, 'match' | 'time'> : never;

export class Match {
  readonly #plan: MatchPlan;
  readonly #random: Random;
  readonly #crowd: Crowd;
  readonly #tellTruth: Tell;
  readonly #fighters: Fighter[] = [];
  readonly #grenades: { by: Fighter; at: Spot; explodes: number }[] = [];
  readonly #score = { allies: 0, axis: 0 };
  #events: GameEvent[] = [];
  #ticks = 0;
  #round = 0;
  #roundScore = { allies: 0, axis: 0 };

  constructor(plan: MatchPlan, random: Random, crowd: Crowd, tell: Tell) {
    this.#plan = plan;
    this.#random = random;
    this.#crowd = crowd;
    this.#tellTruth = tell;
  }

  get #time(): number {
    return Math.round(this.#ticks * TICK * 100) / 100;
  }

  /** The events of each tick in which there are any; with the seconds of the map's clock. */
  *play(): Generator<{ readonly time: number; readonly events: readonly GameEvent[] }> {
    const { seconds, rounds, crashes, map } = this.#plan;
    this.#truth({ kind: 'match', map, rounds });
    this.#begin();
    const end = crashes ? seconds * 0.7 : seconds;
    for (; this.#time < end; this.#ticks++) {
      this.#step();
      yield* this.#flush();
    }
    if (!crashes) this.#end();
    this.#truth({ kind: 'score', ...this.#score });
    this.#truth({ kind: 'end', why: crashes ? 'crash' : 'over' });
    yield* this.#flush();
  }

  *#flush(): Generator<{ readonly time: number; readonly events: readonly GameEvent[] }> {
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    yield { time: this.#time, events };
  }

  #begin(): void {
    const { players, bots, seconds } = this.#plan;
    this.#tell('server_start', {});
    this.#ticks = 40;
    this.#tell('match_start', { more: { gametype: 2, timelimit: Math.round(seconds / 60), fraglimit: 0, maxclients: 20, ...this.#map() } });
    for (let slot = 0; slot < players + bots; slot++) this.#join(slot, slot >= players);
    this.#startRound();
  }

  #end(): void {
    this.#endRound();
    const { allies, axis } = this.#score;
    this.#tell('match_end', {
      more: {
        ...this.#map(),
        duration: Math.round(this.#time),
        winning_team: winner(this.#score),
        allies_score: allies,
        axis_score: axis,
        total_rounds: this.#round,
      },
    });
    for (const fighter of this.#fighters) this.#leave(fighter);
    this.#tell('server_quit', {});
  }

  #step(): void {
    const time = this.#time;
    const { seconds, rounds } = this.#plan;
    if (this.#round < rounds && time >= (seconds / rounds) * this.#round) {
      this.#endRound();
      this.#startRound();
    }
    if (this.#ticks % (HEARTBEAT / TICK) === 0) this.#heartbeat();
    if (this.#ticks % Math.round(45 / TICK) === 0) this.#change();
    for (const fighter of this.#fighters) {
      if (fighter.isAlive) this.#act(fighter);
      else if (time >= fighter.spawnAt) this.#spawn(fighter);
      if (fighter.isAlive && this.#ticks % Math.round(1 / TICK) === 0)
        this.#truth({ kind: 'place', name: fighter.name, place: placeOf(fighter) });
    }
    for (const grenade of this.#grenades.filter(({ explodes }) => time >= explodes)) this.#explode(grenade);
  }

  /** Somebody comes, goes or changes sides. */
  #change(): void {
    const random = this.#random;
    const humans = this.#fighters.filter(({ isBot }) => !isBot);
    const one = random.pick(humans);
    const what = random.next();
    if (what < 0.5) {
      this.#leave(one);
      this.#fighters.splice(this.#fighters.indexOf(one), 1);
      this.#join(one.slot, false);
    } else if (what < 0.75) {
      const from = one.team;
      one.team = from === 'allies' ? 'axis' : 'allies';
      this.#tell('team_change', { player: one, more: { old_team: from, new_team: one.team } });
      this.#truth({ kind: 'team', name: one.name, from, to: one.team });
      if (one.isAlive) this.#die(one, null, { weapon: '', means: 'suicide', hitloc: 'general', damage: 100 });
    } else
      this.#tell('chat', {
        player: one,
        more: { message: random.pick(['gg', 'nice one & thanks', '100% luck', 'who = who?', 'left! left!']) },
      });
  }

  #join(slot: number, isBot: boolean): void {
    const allies = this.#fighters.filter(({ team }) => team === 'allies').length;
    const team: Side = allies * 2 < this.#fighters.length + 1 ? 'allies' : 'axis';
    const fighter = this.#crowd.next(slot, team, isBot);
    fighter.spawnAt = this.#time + this.#random.between(0.5, 2);
    this.#fighters.push(fighter);
    this.#tell('connect', { player: fighter, more: { client_num: slot } });
    this.#truth({ kind: 'join', name: fighter.name, isBot, slot });
  }

  #leave(fighter: Fighter): void {
    this.#tell('distance', { player: fighter, more: { walked: fighter.walkedInAll, sprinted: 0, driven: 0, distance: fighter.walked } });
    this.#tell('disconnect', { player: fighter });
    this.#truth({ kind: 'leave', name: fighter.name, isBot: fighter.isBot, slot: fighter.slot });
    for (const other of this.#fighters) if (other.target === fighter) other.target = null;
    fighter.isAlive = false;
  }

  #spawn(fighter: Fighter): void {
    const random = this.#random;
    const { x, y, z } = spotOf(random.pick(spawnCells(fighter.team)));
    fighter.weapon = this.#crowd.weaponFor(fighter.team);
    Object.assign(fighter, {
      x,
      y,
      z,
      isAlive: true,
      health: 100,
      path: [],
      target: null,
      isCrouching: false,
      isOnLadder: false,
      ammo: fighter.weapon.rounds,
    });
    fighter.yaw = Math.round(random.between(0, 360));
    fighter.nextGrenade = this.#time + random.between(15, 60);
    this.#tell('spawn', { player: fighter, more: { team: fighter.team } });
    this.#truth({ kind: 'spawn', name: fighter.name, place: placeOf(fighter) });
  }

  #act(fighter: Fighter): void {
    const time = this.#time;
    if (time >= fighter.nextLook) {
      fighter.nextLook = time + this.#random.between(0.2, 0.5);
      this.#look(fighter);
    }
    const { target } = fighter;
    if (target !== null && target.isAlive && canSee(fighter, target)) this.#fight(fighter, target);
    else this.#walk(fighter, fighter.isCrouching ? CROUCH : RUN);
  }

  #look(fighter: Fighter): void {
    const enemies = this.#fighters.filter((other) => other.isAlive && other.team !== fighter.team && canSee(fighter, other));
    enemies.sort((a, b) => distance(fighter, a) - distance(fighter, b));
    fighter.target = enemies[0] ?? null;
    if (fighter.isCrouching && fighter.target === null) {
      fighter.isCrouching = false;
      this.#tell('player_stand', { player: fighter });
    }
  }

  #fight(fighter: Fighter, target: Fighter): void {
    const time = this.#time;
    const random = this.#random;
    fighter.yaw = round(((Math.atan2(target.y - fighter.y, target.x - fighter.x) * 180) / Math.PI + 360) % 360);
    fighter.pitch = round((-Math.atan2(target.z - fighter.z, Math.hypot(target.x - fighter.x, target.y - fighter.y)) * 180) / Math.PI);
    const range = distance(fighter, target);
    if (time >= fighter.nextGrenade && range > 300 && range < 900) return this.#throw(fighter, target);
    if (range > fighter.weapon.range * 1.5) this.#walk(fighter, RUN);
    if (time < fighter.nextShot) return;
    if (fighter.ammo === 0) {
      fighter.ammo = fighter.weapon.rounds;
      fighter.nextShot = time + 2.2;
      this.#tell('reload', { player: fighter, more: { weapon: fighter.weapon.name } });
      return;
    }
    fighter.ammo--;
    fighter.shots++;
    fighter.nextShot = time + fighter.weapon.pause * random.between(1, 1.4);
    this.#tell('weapon_fire', {
      player: fighter,
      more: { weapon: fighter.weapon.name, ammo_remaining: fighter.ammo, aim_pitch: fighter.pitch, aim_yaw: fighter.yaw },
    });
    this.#truth({ kind: 'shot', name: fighter.name, weapon: fighter.weapon.name, place: placeOf(fighter) });
    const chance = 0.5 / (1 + (range / fighter.weapon.range) ** 2);
    if (random.chance(chance * (target.isCrouching ? 0.7 : 1))) this.#hit(fighter, target);
    else if (!target.isCrouching && random.chance(0.05)) {
      target.isCrouching = true;
      this.#tell('crouch', { player: target });
    }
  }

  #hit(fighter: Fighter, target: Fighter): void {
    let share = this.#random.next();
    const [hitloc, , factor] = HIT_LOCATIONS.find(([, part]) => (share -= part) < 0) ?? (['torso_upper', 0, 1] as const);
    const damage = Math.round(fighter.weapon.damage * factor * this.#random.between(0.8, 1.2));
    fighter.hits++;
    this.#tell('weapon_hit', { player: fighter, victim: target, more: { hitloc } });
    this.#hurt(target, fighter, { weapon: fighter.weapon.name, means: 'bullet', hitloc, damage });
  }

  #hurt(target: Fighter, by: Fighter, wound: { weapon: string; means: string; hitloc: string; damage: number }): void {
    const { weapon, means, hitloc, damage } = wound;
    this.#tell('damage', { attacker: by, victim: target, more: { damage, weapon, hitloc, mod: means } });
    this.#truth({ kind: 'hit', name: by.name, target: target.name, weapon, hitloc, damage, metres: metresBetween(by, target) });
    target.health -= damage;
    if (target.health <= 0) this.#die(target, by, wound);
  }

  /** `by`: null for what nobody did. */
  #die(
    target: Fighter,
    by: Fighter | null,
    { weapon, means, hitloc, damage }: { weapon: string; means: string; hitloc: string; damage: number },
  ): void {
    target.isAlive = false;
    target.spawnAt = this.#time + RESPAWN + this.#random.between(0, 2);
    const friendly = by !== null && by !== target && by.team === target.team;
    if (by !== null && by !== target) {
      const points = friendly ? -1 : 1;
      this.#score[by.team] += points;
      this.#roundScore[by.team] += points;
    }
    const more = { weapon, mod: means, hitloc, damage, inflictor: weapon === '' ? 'NIL' : weapon };
    this.#tell('kill', { attacker: by ?? 'world', victim: target, more });
    if (means === 'bullet' && hitloc === 'head' && by !== null) this.#tell('headshot', { player: by, victim: target, more: { weapon } });
    this.#tell('death', { player: target, more: { inflictor: weapon === '' ? 'NIL' : weapon } });
    this.#truth({
      kind: 'kill',
      name: by?.name ?? '',
      target: target.name,
      weapon,
      means,
      hitloc,
      from: by === null ? null : placeOf(by),
      to: placeOf(target),
      metres: by === null ? 0 : metresBetween(by, target),
      friendly,
    });
  }

  #throw(fighter: Fighter, target: Fighter): void {
    fighter.nextGrenade = this.#time + this.#random.between(20, 60);
    fighter.nextShot = this.#time + 1;
    const at = { x: target.x + this.#random.between(-160, 160), y: target.y + this.#random.between(-160, 160), z: target.z };
    this.#grenades.push({ by: fighter, at, explodes: this.#time + 2.5 });
    this.#tell('grenade_throw', { player: fighter, more: { projectile: 'grenade', weapon: GRENADE[fighter.team] } });
  }

  #explode(grenade: { by: Fighter; at: Spot; explodes: number }): void {
    this.#grenades.splice(this.#grenades.indexOf(grenade), 1);
    const { by, at } = grenade;
    if (!this.#fighters.includes(by)) return; // it went with its owner
    this.#tell('grenade_explode', { player: by, more: { projectile: 'grenade' } });
    for (const target of this.#fighters) {
      const range = distance(at, target);
      if (!target.isAlive || range > GRENADE_REACH || !canSee(at, target)) continue;
      this.#hurt(target, by, {
        weapon: GRENADE[by.team],
        means: 'grenade',
        hitloc: 'general',
        damage: Math.round(140 * (1 - range / GRENADE_REACH)),
      });
    }
  }

  /** One tick along the way, or towards a new place. */
  #walk(fighter: Fighter, speed: number): void {
    const [next] = fighter.path;
    if (next === undefined) {
      fighter.path = pathBetween(cellAt(fighter), this.#random.pick(FREE_CELLS));
      if (this.#random.chance(0.1)) this.#pause(fighter);
      return;
    }
    const spot = spotOf(next);
    const left = distance(fighter, spot);
    const step = Math.min(left, speed * TICK);
    if (left > 0) {
      fighter.x += ((spot.x - fighter.x) / left) * step;
      fighter.y += ((spot.y - fighter.y) / left) * step;
      fighter.z += ((spot.z - fighter.z) / left) * step;
      if (Math.abs(spot.x - fighter.x) + Math.abs(spot.y - fighter.y) > 1)
        fighter.yaw = round(((Math.atan2(spot.y - fighter.y, spot.x - fighter.x) * 180) / Math.PI + 360) % 360);
    }
    fighter.pitch = 0;
    this.#climb(fighter, Math.abs(spot.z - fighter.z) > 1 && isLadder(next));
    if (step === left) fighter.path.shift();
    fighter.walked += step;
    fighter.walkedInAll += step;
    if (fighter.walked < REPORT) return;
    this.#tell('distance', { player: fighter, more: { walked: fighter.walkedInAll, sprinted: 0, driven: 0, distance: fighter.walked } });
    fighter.walked = 0;
    if (this.#random.chance(0.02)) {
      this.#tell('jump', { player: fighter, more: { jump_height: 40 } });
      this.#tell('land', { player: fighter, more: { fall_height: 40 } });
    }
    if (this.#random.chance(0.01)) this.#tell('item_pickup', { player: fighter, more: { item: 'MedKit', count: 25 } });
  }

  #climb(fighter: Fighter, isOnLadder: boolean): void {
    if (fighter.isOnLadder === isOnLadder) return;
    fighter.isOnLadder = isOnLadder;
    this.#tell(isOnLadder ? 'ladder_mount' : 'ladder_dismount', { player: fighter });
  }

  #pause(fighter: Fighter): void {
    const pistol = PISTOL[fighter.team];
    const old = fighter.weapon.name;
    fighter.weapon = fighter.weapon === pistol ? this.#crowd.weaponFor(fighter.team) : pistol;
    fighter.ammo = fighter.weapon.rounds;
    this.#tell('weapon_change', { player: fighter, more: { old_weapon: old, new_weapon: fighter.weapon.name } });
    if (this.#random.chance(0.02)) this.#die(fighter, null, { weapon: '', means: 'falling', hitloc: 'general', damage: 120 });
  }

  #startRound(): void {
    this.#round++;
    this.#roundScore = { allies: 0, axis: 0 };
    this.#tell('round_start', { more: { round_number: this.#round } });
    this.#truth({ kind: 'round', number: this.#round, event: 'start', winner: '' });
  }

  #endRound(): void {
    if (this.#round === 0) return;
    const best = winner(this.#roundScore);
    this.#tell('round_end', { more: { round_number: this.#round, winning_team: best } });
    this.#truth({ kind: 'round', number: this.#round, event: 'end', winner: best });
  }

  #heartbeat(): void {
    const { allies, axis } = this.#score;
    this.#tell('heartbeat', {
      more: { ...this.#map(), round_number: this.#round, allies_score: allies, axis_score: axis, player_count: this.#fighters.length },
    });
  }

  #map(): { readonly map_name: string } {
    return { map_name: this.#plan.map };
  }

  #tell(type: string, event: Omit<GameEvent, 'time' | 'type'>): void {
    const copy = (fighter: Fighter): Fighter => ({ ...fighter });
    this.#events.push({
      ...event,
      time: this.#time,
      type,
      ...(event.player === undefined ? {} : { player: copy(event.player) }),
      ...(event.victim === undefined ? {} : { victim: copy(event.victim) }),
      ...(event.attacker === undefined || event.attacker === 'world' ? {} : { attacker: copy(event.attacker) }),
    });
  }

  #truth(truth: TruthOf<Truth>): void {
    this.#tellTruth({ match: this.#plan.index, time: this.#time, ...truth });
  }
}

function winner({ allies, axis }: { readonly allies: number; readonly axis: number }): Side | 'draw' {
  return allies === axis ? 'draw' : allies > axis ? 'allies' : 'axis';
}

function distance(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}

function metresBetween(a: Spot, b: Spot): number {
  return distance(a, b) * METRES;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** As trackers write it: the engine prints six digits. */
export function placeOf({ x, y, z }: Spot): TruthPlace {
  return [Number(x.toPrecision(6)), Number(y.toPrecision(6)), Number(z.toPrecision(6))];
}
