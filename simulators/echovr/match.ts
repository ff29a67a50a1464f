/**
 * A match of Echo Arena as a small physical game: players fly with momentum, chase and throw the disc, stun, save and score. Blue defends z = -36 and attacks +z.
 * Everything that happens is told to `log` as it is done; the state after each step is what the game's API would answer.
 */
import { add, Chance, direction, distance, dot, length, limit, minus, times, type Vector } from './vector.ts';

export interface Stats {
  possession_time: number;
  points: number;
  saves: number;
  goals: number;
  stuns: number;
  passes: number;
  catches: number;
  steals: number;
  blocks: number;
  interceptions: number;
  assists: number;
  shots_taken: number;
}

export interface Player {
  readonly name: string;
  readonly userid: string;
  readonly number: number;
  readonly level: number;
  slot: number;
  /** 0 blue, 1 orange, 2 spectator. */
  team: number;
  position: Vector;
  velocity: Vector;
  forward: Vector;
  up: Vector;
  /** Seconds of being stunned that are left, and of being safe from it after that. */
  stunned: number;
  invulnerable: number;
  /** Seconds until the disc may be caught again. */
  cooldown: number;
  emote: number;
  blocking: boolean;
  ping: number;
  /** Where it likes to be, drawn anew now and then. */
  wish: Vector;
  wishLeft: number;
  /** Phase of the hands' motion. */
  phase: number;
  grip: boolean;
  stats: Stats;
}

export interface Score {
  disc_speed: number;
  team: string;
  goal_type: string;
  point_amount: number;
  distance_thrown: number;
  person_scored: string;
  assist_scored: string;
}

export type Status = 'pre_match' | 'round_start' | 'playing' | 'score' | 'round_over' | 'post_match';

/** Something the match did: the schema's event name, the player's slot (-1 for none), and what else is known. */
export interface Act {
  readonly type: string;
  readonly slot: number;
  readonly [detail: string]: string | number;
}

export interface MatchOptions {
  readonly seed: number;
  readonly playersPerTeam: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly sessionId: string;
}

const GOAL = 36;
const GOAL_RADIUS = 1.6;
const HALF: Vector = [15, 9, 39];
const NAMES = [
  'Astra',
  'Kestrel',
  'Nimbus',
  'Orbital',
  'Tern',
  'Vex',
  'Solace',
  'Brandy',
  'Quill',
  'Juno',
  'Wren',
  'Halcyon',
  'Pike',
  'Ember',
];
const TUBES: readonly (readonly [number, number])[] = [
  [0, 4.535],
  [4.275, 1.425],
  [-4.275, 1.425],
  [2.649, -3.605],
  [-2.649, -3.605],
];
const TEAM_NAMES = ['Vanguard', 'Halcyon', 'SPECTATORS'] as const;
const NO_SCORE: Score = {
  disc_speed: 0,
  team: 'blue',
  goal_type: '[NO GOAL]',
  point_amount: 0,
  distance_thrown: 0,
  person_scored: '[INVALID]',
  assist_scored: '[INVALID]',
};

export class Match {
  readonly sessionId: string;
  readonly teamNames = TEAM_NAMES;
  readonly rounds: number;
  status: Status = 'pre_match';
  clock: number;
  points: [number, number] = [0, 0];
  roundScores: [number, number] = [0, 0];
  paused = false;
  unpausing = 0;
  disc: { position: Vector; velocity: Vector; spin: number; bounces: number } = {
    position: [0, 0, 0],
    velocity: [0, 0, 0],
    spin: 0,
    bounces: 0,
  };
  readonly players: Player[] = [];
  readonly spectator: Player;
  /** Who has the disc. */
  holder: Player | null = null;
  lastScore: Score = NO_SCORE;
  /** arm_speed, total_speed, rot_per_sec of the last throw. */
  lastThrow: { arm: number; total: number; spin: number } = { arm: 0, total: 0, spin: 0 };
  /** Seconds played, of all kinds of time. */
  elapsed = 0;
  over = false;

  readonly #chance: Chance;
  readonly #log: (act: Act) => void;
  readonly #roundSeconds: number;
  #phaseLeft = 4;
  #heldFor = 0;
  #thrower: Player | null = null;
  #thrownFrom: Vector = [0, 0, 0];
  #passer: Player | null = null;
  #dropper: Player | null = null;
  #shot = false;
  #script: { at: number; act: () => void }[] = [];
  #away: Player | null = null;

  constructor(options: MatchOptions, log: (act: Act) => void) {
    this.#chance = new Chance(options.seed);
    this.#log = log;
    this.sessionId = options.sessionId;
    this.rounds = options.rounds;
    const perTeam = options.playersPerTeam;
    for (let i = 0; i < perTeam * 2; i++) this.players.push(this.#newPlayer(i, i < perTeam ? 0 : 1, i));
    this.spectator = this.#newPlayer(NAMES.length - 1, 2, perTeam * 2);
    // Goals and pauses stop the clock: about a third of the time.
    this.#roundSeconds = Math.max(20, (options.seconds - 10 - options.rounds * 8) / options.rounds) * 0.68;
    this.clock = this.#roundSeconds;
    this.#toTubes();
    for (const player of [...this.players, this.spectator]) this.#act('player_joined', player.slot, { name: player.name });
    const { seconds } = options;
    this.#script = [
      { at: seconds * 0.3, act: () => this.#leave() },
      { at: seconds * 0.42, act: () => this.#return() },
      { at: seconds * 0.55, act: () => this.#pause() },
    ];
  }

  #act(type: string, slot: number, details: Readonly<Record<string, string | number>> = {}): void {
    this.#log({ type, slot, ...details });
  }

  #newPlayer(n: number, team: number, slot: number): Player {
    const chance = this.#chance;
    return {
      name: NAMES[n % NAMES.length] as string,
      userid: String(3_900_000_000_000_000 + Math.floor(chance.next() * 1e12)),
      number: chance.whole(100),
      level: 1 + chance.whole(50),
      slot,
      team,
      position: [0, 0, 0],
      velocity: [0, 0, 0],
      forward: [0, 0, team === 0 ? 1 : -1],
      up: [0, 1, 0],
      stunned: 0,
      invulnerable: 0,
      cooldown: 0,
      emote: 0,
      blocking: false,
      ping: 20 + chance.whole(70),
      wish: [0, 0, 0],
      wishLeft: 0,
      phase: chance.between(0, 6),
      grip: false,
      stats: {
        possession_time: 0,
        points: 0,
        saves: 0,
        goals: 0,
        stuns: 0,
        passes: 0,
        catches: 0,
        steals: 0,
        blocks: 0,
        interceptions: 0,
        assists: 0,
        shots_taken: 0,
      },
    };
  }

  /** +1 for blue, which attacks +z. */
  #attack(player: Player): number {
    return player.team === 0 ? 1 : -1;
  }

  #toTubes(): void {
    const count = [0, 0];
    for (const player of this.players) {
      const [x, y] = TUBES[(count[player.team] = (count[player.team] as number) + 1) % TUBES.length] as readonly [number, number];
      const side = -this.#attack(player);
      player.position = [x, y, side * this.#chance.between(50, 54)];
      player.velocity = [0, 0, 0];
      player.forward = [0, 0, -side];
      player.up = [0, 1, 0];
      player.stunned = 0;
      player.grip = true;
    }
    this.disc = { position: [0, 0, 0], velocity: [0, 0, 0], spin: 0, bounces: 0 };
    this.#take(null);
    this.#thrower = this.#passer = this.#dropper = null;
    this.#shot = false;
  }

  /** The disc changes hands; each change is one of the game's possession changes. */
  #take(player: Player | null): void {
    if (this.holder === player) return;
    this.#act('disc_possession_changed', player?.slot ?? -1);
    if (player !== null) this.#act('disc_caught', player.slot);
    this.holder = player;
    this.#heldFor = 0;
  }

  #count(
    player: Player,
    stat: Exclude<keyof Stats, 'possession_time' | 'points'>,
    type: string,
    details: Readonly<Record<string, string | number>> = {},
  ): void {
    player.stats[stat]++;
    this.#act(type, player.slot, { total: player.stats[stat], ...details });
  }

  #leave(): void {
    const player = this.players.find((p) => p !== this.holder && p.team === 1);
    if (player === undefined) return;
    this.players.splice(this.players.indexOf(player), 1);
    this.#away = player;
    this.#act('player_left', player.slot);
    if (this.#thrower === player) this.#thrower = null;
    if (this.#passer === player) this.#passer = null;
    if (this.#dropper === player) this.#dropper = null;
  }

  /** Comes back into another slot than it had. */
  #return(): void {
    const player = this.#away;
    if (player === null) return;
    this.#away = null;
    const taken = new Set([...this.players, this.spectator].map((p) => p.slot));
    taken.add(player.slot);
    player.slot = Array.from({ length: 15 }, (_, i) => i).find((slot) => !taken.has(slot)) ?? 15;
    player.position = [0, 4.5, -this.#attack(player) * 45];
    player.velocity = [0, 0, this.#attack(player) * 10];
    this.players.push(player);
    this.#act('player_joined', player.slot, { name: player.name });
  }

  #pause(): void {
    if (this.status !== 'playing') {
      this.#script.unshift({ at: this.elapsed + 2, act: () => this.#pause() });
      return;
    }
    this.paused = true;
    this.unpausing = 4;
    this.#act('round_paused', -1);
  }

  step(dt: number): void {
    this.elapsed += dt;
    const next = this.#script[0];
    if (next !== undefined && this.elapsed >= next.at && this.status === 'playing') {
      this.#script.shift();
      next.act();
    }
    for (const player of this.players) {
      if (this.#chance.within(0.5, dt)) player.ping = Math.max(12, Math.min(180, player.ping + this.#chance.whole(7) - 3));
    }
    if (this.paused) {
      this.unpausing -= dt;
      if (this.unpausing <= 0) {
        this.paused = false;
        this.#act('round_unpaused', -1);
      }
      return;
    }
    if (this.status === 'playing') this.#play(dt);
    else this.#between(dt);
  }

  /** Everything but play: waiting in the tubes, celebrating, the end. */
  #between(dt: number): void {
    this.#phaseLeft -= dt;
    if (this.status === 'score' || this.status === 'round_over' || this.status === 'post_match') {
      for (const player of this.players) this.#drift(player, dt);
      this.#flyDisc(dt);
    }
    if (this.#phaseLeft > 0) return;
    switch (this.status) {
      case 'pre_match':
      case 'score':
      case 'round_over':
        if (this.status === 'round_over') {
          if (this.roundScores[0] + this.roundScores[1] >= this.rounds) {
            this.#enter('post_match', 6);
            const [blue, orange] = this.points;
            this.#act('match_ended', -1, { winner: blue > orange ? 'blue' : orange > blue ? 'orange' : 'none' });
            return;
          }
          this.clock = this.#roundSeconds;
        }
        this.#toTubes();
        if (this.status !== 'score') this.#act('round_started', -1, { round: this.roundScores[0] + this.roundScores[1] + 1 });
        this.#enter('round_start', 3);
        return;
      case 'round_start':
        this.#enter('playing', 0);
        for (const player of this.players) {
          player.grip = false;
          player.velocity = [0, 0, this.#attack(player) * this.#chance.between(15, 19)];
        }
        return;
      case 'post_match':
        this.over = true;
        return;
      case 'playing':
    }
  }

  #enter(status: Status, seconds: number): void {
    this.status = status;
    this.#phaseLeft = seconds;
  }

  #play(dt: number): void {
    this.clock = Math.max(0, this.clock - dt);
    for (const player of this.players) {
      player.stunned = Math.max(0, player.stunned - dt);
      if (player.stunned === 0) player.invulnerable = Math.max(0, player.invulnerable - dt);
      player.cooldown = Math.max(0, player.cooldown - dt);
      player.emote = Math.max(0, player.emote - dt);
      player.blocking = false;
      this.#fly(player, dt);
    }
    const { holder } = this;
    if (holder !== null) {
      this.#heldFor += dt;
      holder.stats.possession_time += dt;
      this.#stunHolder(holder, dt);
      if (this.holder === holder) this.#handle(holder, dt);
    } else {
      this.#flyDisc(dt);
      if (this.#goal()) return;
      this.#catch(dt);
    }
    if (this.holder !== null) this.#carry(this.holder, dt);
    this.#brawl(dt);
    if (this.clock === 0) this.#endRound();
  }

  #endRound(): void {
    const [blue, orange] = this.points;
    const winner = blue > orange || (blue === orange && this.#chance.next() < 0.5) ? 0 : 1;
    this.roundScores[winner]++;
    this.#act('scoreboard_updated', -1);
    this.#take(null);
    this.#act('round_ended', -1, { winner: winner === 0 ? 'blue' : 'orange' });
    this.#enter('round_over', 5);
  }

  // Moving

  #fly(player: Player, dt: number): void {
    if (player.stunned > 0) {
      player.velocity = times(player.velocity, Math.exp(-0.5 * dt));
    } else {
      const goal = this.#goalOf(player, dt);
      const way = minus(goal, player.position);
      const near = length(way);
      const wanted = times(direction(way), Math.min(this.holder === player ? 8.5 : 10.5, near * 1.6));
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
    this.#turn(player, dt);
  }

  #drift(player: Player, dt: number): void {
    player.emote = Math.max(0, player.emote - dt);
    player.velocity = times(player.velocity, Math.exp(-0.8 * dt));
    player.position = add(player.position, player.velocity, dt);
    for (let i = 0; i < 3; i++)
      player.position[i] = Math.max(-(HALF[i] as number) - 16, Math.min((HALF[i] as number) + 16, player.position[i] as number));
    this.#turn(player, dt);
  }

  #turn(player: Player, dt: number): void {
    const look = direction(add(minus(this.disc.position, player.position), player.velocity, 0.3), player.forward);
    player.phase += dt * (2 + length(player.velocity) * 0.2);
    const rate = player.stunned > 0 ? 0.3 : 5;
    player.forward = direction(add(player.forward, minus(look, player.forward), Math.min(1, rate * dt)), player.forward);
    const roll: Vector = [Math.sin(player.phase * 0.13) * 0.5, 1, Math.cos(player.phase * 0.11) * 0.3];
    player.up = direction(add(roll, player.forward, -dot(roll, player.forward)), [0, 1, 0]);
  }

  /** Where a player wants to be. */
  #goalOf(player: Player, dt: number): Vector {
    const { holder, disc } = this;
    const attack = this.#attack(player);
    const mates = this.players.filter((p) => p.team === player.team);
    const keeper = mates.reduce((a, b) => (a.position[2] * attack <= b.position[2] * attack ? a : b));
    player.wishLeft -= dt;
    if (player.wishLeft <= 0) {
      player.wishLeft = this.#chance.between(1.2, 3);
      player.wish = [this.#chance.between(-11, 11), this.#chance.between(-6, 6), this.#chance.between(-9, 9)];
    }
    if (holder === player) return [player.wish[0] * 0.35, player.wish[1] * 0.35, attack * 30];
    const target = holder === null ? this.#meeting(player) : holder.position;
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
  #meeting(player: Player): Vector {
    const { position, velocity } = this.disc;
    let time = 0;
    for (let i = 0; i < 3; i++) time = Math.min(2.5, distance(player.position, add(position, velocity, time)) / 10);
    const at = add(position, velocity, time);
    return [Math.max(-14, Math.min(14, at[0])), Math.max(-8, Math.min(8, at[1])), Math.max(-37, Math.min(37, at[2]))];
  }

  // The disc

  #carry(holder: Player, dt: number): void {
    const { disc } = this;
    disc.position = add(add(holder.position, holder.forward, 0.55), holder.up, -0.15);
    disc.velocity = holder.velocity;
    disc.spin += dt;
  }

  #flyDisc(dt: number): void {
    const { disc } = this;
    if (this.status === 'round_over' || this.status === 'post_match') disc.velocity = times(disc.velocity, Math.exp(-dt));
    disc.position = add(disc.position, disc.velocity, dt);
    disc.spin += dt * Math.min(12, length(disc.velocity));
    if (this.status === 'score') {
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
  #handle(holder: Player, dt: number): void {
    const chance = this.#chance;
    const attack = this.#attack(holder);
    const mouth: Vector = [0, 0, attack * GOAL];
    const toGoal = distance(holder.position, mouth);
    if (this.#heldFor < 0.5) return;
    if (toGoal < 18 && chance.within(2.6, dt)) {
      holder.stats.shots_taken++;
      this.#act('player_shot_taken', holder.slot, { total: holder.stats.shots_taken });
      const wide = 0.5 + toGoal * 0.07;
      this.#throw(holder, [chance.between(-wide, wide), chance.between(-wide, wide), attack * (GOAL + 1)], chance.between(14, 20));
      this.#shot = true;
      return;
    }
    const threat = this.players.some((p) => p.team !== holder.team && p.stunned === 0 && distance(p.position, holder.position) < 4.5);
    if (!chance.within(threat ? 1.6 : 0.35, dt)) return;
    const mates = this.players.filter((p) => p.team === holder.team && p !== holder && p.stunned === 0);
    const mate = mates.reduce<Player | null>(
      (best, p) => (best === null || p.position[2] * attack > best.position[2] * attack ? p : best),
      null,
    );
    if (mate === null || chance.next() < 0.12) {
      this.#throw(holder, [chance.between(-9, 9), chance.between(-6, 6), attack * 30], chance.between(10, 16));
      return;
    }
    const speed = chance.between(11, 17);
    const time = distance(holder.position, mate.position) / speed;
    const error = chance.between(0, 1.6);
    const lead = add(mate.position, mate.velocity, time);
    this.#throw(holder, [lead[0] + chance.between(-error, error), lead[1] + chance.between(-error, error), lead[2]], speed);
  }

  #throw(holder: Player, target: Vector, speed: number): void {
    const { disc } = this;
    disc.velocity = add(times(direction(minus(target, disc.position)), speed), holder.velocity, 0.15);
    holder.cooldown = 0.6;
    this.#thrower = this.#passer = holder;
    this.#dropper = null;
    this.#thrownFrom = holder.position;
    this.#shot = false;
    this.#take(null);
    this.lastThrow = { arm: speed * 0.7, total: length(disc.velocity), spin: this.#chance.between(0.4, 2.4) };
    this.#act('disc_thrown', holder.slot);
  }

  #goal(): boolean {
    const { disc } = this;
    const [x, y, z] = disc.position;
    const scorer = this.#thrower;
    if (Math.abs(z) < GOAL || Math.hypot(x, y) > GOAL_RADIUS || z * disc.velocity[2] <= 0 || scorer === null) return false;
    const team = z > 0 ? 0 : 1;
    const far = distance(this.#thrownFrom, disc.position);
    const amount = far > 14 ? 3 : 2;
    const own = scorer.team !== team;
    this.points[team] += amount;
    if (!own) scorer.stats.points += amount;
    const passer = this.#assistant(scorer);
    this.lastScore = {
      disc_speed: length(disc.velocity),
      team: team === 0 ? 'blue' : 'orange',
      goal_type: own ? 'SELF GOAL' : disc.bounces > 0 ? 'BOUNCE SHOT' : far > 14 ? 'LONG SHOT' : 'INSIDE SHOT',
      point_amount: amount,
      distance_thrown: far,
      person_scored: scorer.name,
      assist_scored: passer?.name ?? '[INVALID]',
    };
    this.#act('scoreboard_updated', -1);
    this.#act('goal_scored', -1, { by: scorer.name, points: amount, team: this.lastScore.team });
    if (passer !== null && !own) this.#count(passer, 'assists', 'player_assist');
    for (const player of this.players) {
      if (player.team === team && this.#chance.next() < 0.6) {
        player.emote = this.#chance.between(1.5, 3);
        this.#act('emote_played', player.slot);
      }
    }
    this.#assists = [];
    this.#enter('score', 5);
    return true;
  }

  /** Team mates who passed to each other just before; the last one before the scorer gets the assist. */
  #assists: { from: Player; to: Player; at: number }[] = [];

  #assistant(scorer: Player): Player | null {
    const last = this.#assists.at(-1);
    if (last === undefined || last.to !== scorer || this.elapsed - last.at > 10 || !this.players.includes(last.from)) return null;
    return last.from;
  }

  #catch(dt: number): void {
    const { disc } = this;
    const reach = this.players.filter((p) => p.stunned === 0 && p.cooldown === 0 && distance(p.position, disc.position) < 1.5);
    const player = reach.toSorted((a, b) => distance(a.position, disc.position) - distance(b.position, disc.position))[0];
    if (player === undefined || !this.#chance.within(this.#shot ? 5 : 16, dt)) return;
    const from = this.#passer;
    const shot = this.#shot;
    const home = -this.#attack(player) * GOAL;
    if (shot && from !== null && from.team !== player.team && Math.abs(player.position[2] - home) < 9) {
      this.#count(player, 'saves', 'player_save');
      player.blocking = true;
    } else if (from !== null && from !== player && from.team === player.team) {
      this.#count(from, 'passes', 'player_pass');
      this.#count(player, 'catches', 'generic_event', { event_type: 'catch' });
      this.#assists.push({ from, to: player, at: this.elapsed });
    } else if (from !== null && from.team !== player.team) {
      this.#count(player, 'interceptions', 'player_interception');
    } else if (this.#dropper !== null && this.#dropper.team !== player.team) {
      this.#count(player, 'steals', 'player_steal');
    }
    this.#passer = this.#dropper = null;
    this.#shot = false;
    disc.bounces = 0;
    this.#take(player);
  }

  // Fighting

  #stunHolder(holder: Player, dt: number): void {
    if (holder.invulnerable > 0) return;
    const attacker = this.players.find((p) => p.team !== holder.team && p.stunned === 0 && distance(p.position, holder.position) < 1.9);
    if (attacker === undefined || !this.#chance.within(1.4, dt)) return;
    this.#stun(attacker, holder);
    this.disc.velocity = add(holder.velocity, [this.#chance.between(-3, 3), this.#chance.between(-3, 3), this.#chance.between(-3, 3)]);
    this.#dropper = holder;
    this.#passer = null;
    this.#thrower = null;
    this.#shot = false;
    this.#take(null);
  }

  #stun(attacker: Player, victim: Player): void {
    victim.stunned = 3;
    victim.invulnerable = 3;
    victim.velocity = add(victim.velocity, direction(minus(victim.position, attacker.position)), 4);
    this.#count(attacker, 'stuns', 'player_stun', { victim: victim.slot });
  }

  /** Stuns away from the disc: one in a while, when opponents come close. */
  #brawl(dt: number): void {
    for (const a of this.players) {
      if (a === this.holder || a.stunned > 0) continue;
      for (const b of this.players) {
        if (b.team === a.team || b === this.holder || b.stunned > 0 || b.invulnerable > 0 || distance(a.position, b.position) > 1.5)
          continue;
        if (!this.#chance.within(0.8, dt)) continue;
        this.#stun(a, b);
        return;
      }
    }
  }
}
