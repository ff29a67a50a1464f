/**
 * A match of Echo Arena as a small physical game: players fly with momentum, chase and throw the disc, stun, save and score. Blue defends z = -36 and attacks +z.
 * This file runs its rounds, its clock and its script; everything that happens is told as it is done, and the world after each step is what the game's API would answer.
 */
import { carry, catchDisc, flyDisc, handle, scoreGoal } from './disc-play.ts';
import { brawl, stunHolder } from './fight.ts';
import { drift, fly, launch, toTubes } from './flight.ts';
import { announceAll, comeBack, leave, ping, swapTeams, tellTrouble, visitor } from './people.ts';
import { attackOf, type Player, sideOf } from './player.ts';
import { length, thousandth } from './vector.ts';
import { type MatchOptions, type Status, type Teller, World } from './world.ts';

/** Longest sudden death; in its second half nobody saves any more. */
const SUDDEN_DEATH = 20;
/** What else a sudden death takes, and the end of the match after it. */
const AFTER_SUDDEN_DEATH = 18;
/** Who has not come to the middle this long after a restart was not in a joust, s. */
const JOUST = 10;
const PAUSE = [
  { state: 'paused_requested', seconds: 0.5 },
  { state: 'paused', seconds: 3 },
  { state: 'unpausing', seconds: 1.5 },
] as const;

export class Match {
  readonly world: World;
  over = false;

  readonly #seconds: number;
  readonly #roundSeconds: number;
  #phaseLeft = 4;
  /** Seconds of sudden death. */
  #suddenFor = 0;
  #pausePhase = -1;
  #pauseLeft = 0;
  /** Seconds of play since the restart; null when the joust is decided. */
  #joust: number | null = null;
  /** What happens to people, by the part of the match's clock that is played. */
  #script: { at: number; act: () => void }[];
  #away: Player | null = null;

  constructor(options: MatchOptions, tell: Teller) {
    const world = new World(options, tell);
    this.world = world;
    const { seconds, rounds } = options;
    this.#seconds = seconds;
    // A long recording has room for sudden death.
    const planned = seconds > 100 ? seconds - SUDDEN_DEATH - AFTER_SUDDEN_DEATH : seconds;
    const perRound = Math.max(20, (planned - 10) / rounds - 8);
    // Goals and pauses stop the clock: nearly a third of the time, and the shorter a round is, the less sure that is.
    this.#roundSeconds = perRound * (0.6 + 0.08 * Math.min(1, perRound / 600));
    world.clock = this.#roundSeconds;
    toTubes(world);
    this.#film();
    announceAll(world);
    this.#script = [
      { at: 0.2, act: () => visitor(world) },
      { at: 0.3, act: () => (this.#away = leave(world)) },
      {
        at: 0.42,
        act: () => {
          if (this.#away !== null) comeBack(world, this.#away);
        },
      },
      { at: 0.48, act: () => swapTeams(world) },
      { at: 0.55, act: () => this.#pause() },
      { at: 0.66, act: () => visitor(world) },
    ];
  }

  /** One frame on. */
  step(dt: number): void {
    const { world } = this;
    world.frame++;
    world.elapsed += dt;
    const next = this.#script[0];
    if (next !== undefined && world.status === 'playing' && this.#played() >= next.at && world.pause.state === 'unpaused') {
      this.#script.shift();
      next.act();
    }
    ping(world, dt);
    if (world.pause.state !== 'unpaused') this.#wait(dt);
    else if (world.status === 'playing' || world.status === 'sudden_death') this.#play(dt);
    else this.#between(dt);
    this.#film();
  }

  #played(): number {
    const { clock, rounds, roundScores } = this.world;
    return (roundScores[0] + roundScores[1] + 1 - clock / this.#roundSeconds) / rounds;
  }

  /** Tells what is still open; the frame after the last one is its end. */
  finish(): void {
    const { world } = this;
    world.frame++;
    world.tellPossession();
    for (const player of world.players) tellTrouble(world, player);
  }

  /** The spectator who records follows the disc along the side with an unsteady hand, so that no two frames are the same. */
  #film(): void {
    const { world } = this;
    const { frame, disc } = world;
    const z = Math.max(-24, Math.min(24, disc.position[2]));
    world.camera = [
      14.4 + 0.02 * Math.sin(frame * 1.618),
      0.009 * z ** 2 + 0.02 * Math.sin(frame * 0.754),
      z + 0.02 * Math.sin(frame * 0.569),
    ];
    const [spectator] = world.spectators;
    if (spectator === undefined) return;
    spectator.position = world.camera;
    spectator.forward = [-1, 0, 0];
  }

  // Pauses

  #pause(): void {
    const { world } = this;
    world.pause = { ...world.pause, state: PAUSE[0].state, requestedTeam: sideOf(world.chance.whole(2)), unpausedTeam: 'none' };
    this.#pausePhase = 0;
    this.#pauseLeft = PAUSE[0].seconds;
    world.act('round_paused', -1);
  }

  /** Everything stands still. */
  #wait(dt: number): void {
    const { world } = this;
    const { pause } = world;
    this.#pauseLeft -= dt;
    if (pause.state === 'paused') pause.pausedTimer += dt;
    if (pause.state === 'unpausing') pause.unpausedTimer = Math.max(0, this.#pauseLeft);
    if (this.#pauseLeft > 0) return;
    const next = PAUSE[++this.#pausePhase];
    if (next === undefined) {
      world.pause = { state: 'unpaused', requestedTeam: 'none', unpausedTeam: 'none', pausedTimer: 0, unpausedTimer: 0 };
      return;
    }
    pause.state = next.state;
    this.#pauseLeft = next.seconds;
    if (next.state !== 'unpausing') return;
    pause.unpausedTeam = pause.requestedTeam === 'none' ? 'blue' : pause.requestedTeam;
    pause.unpausedTimer = next.seconds;
    world.act('round_unpaused', -1);
  }

  // Rounds

  #enter(status: Status, seconds: number): void {
    this.world.status = status;
    this.#phaseLeft = seconds;
  }

  /** Everything but play: waiting in the tubes, celebrating, the end. */
  #between(dt: number): void {
    const { world } = this;
    const { status } = world;
    this.#phaseLeft -= dt;
    if (status === 'score' || status === 'round_over' || status === 'post_sudden_death' || status === 'post_match') {
      for (const player of world.players) drift(world, player, dt);
      flyDisc(world, dt);
    }
    if (this.#phaseLeft > 0) return;
    switch (status) {
      case 'pre_match':
      case '':
        toTubes(world);
        world.act('round_started', -1, { round: world.roundScores[0] + world.roundScores[1] + 1 });
        this.#enter('round_start', 3);
        return;
      case 'score':
        toTubes(world);
        this.#enter('round_start', 3);
        return;
      case 'round_start':
      case 'pre_sudden_death':
        launch(world);
        this.#joust = 0;
        this.#enter(status === 'round_start' ? 'playing' : 'sudden_death', 0);
        return;
      case 'post_sudden_death':
        this.#endRound();
        return;
      case 'round_over':
        if (world.roundScores[0] + world.roundScores[1] < world.rounds) {
          world.clock = this.#roundSeconds;
          this.#enter('', 0.4);
        } else this.#endMatch();
        return;
      case 'post_match':
        this.over = true;
        return;
      case 'playing':
      case 'sudden_death':
    }
  }

  #play(dt: number): void {
    const { world } = this;
    const sudden = world.status === 'sudden_death';
    if (sudden) this.#suddenFor += dt;
    else world.clock = Math.max(0, world.clock - dt);
    for (const player of world.players) {
      player.stunned = Math.max(0, player.stunned - dt);
      if (player.stunned === 0) player.invulnerable = Math.max(0, player.invulnerable - dt);
      player.cooldown = Math.max(0, player.cooldown - dt);
      player.emote = Math.max(0, player.emote - dt);
      player.blocking = false;
      fly(world, player, dt);
    }
    this.#decideJoust(dt);
    const { holder } = world;
    if (holder !== null) {
      world.heldFor += dt;
      holder.stats.possession_time += dt;
      stunHolder(world, holder, dt);
      if (world.holder === holder) handle(world, holder, dt);
    } else {
      flyDisc(world, dt);
      if (scoreGoal(world)) {
        if (sudden) this.#enter('post_sudden_death', 3);
        else this.#enter('score', 5);
        return;
      }
      if (!(world.shot && this.#suddenFor > SUDDEN_DEATH / 2)) catchDisc(world, dt);
    }
    if (world.holder !== null) carry(world, world.holder, dt);
    brawl(world, dt);
    // Not in the frame in which the disc was caught: nobody would see that it was.
    const isUp = sudden ? this.#suddenFor >= SUDDEN_DEATH : world.clock === 0;
    if (isUp && world.heldFrom !== world.frame) this.#timeIsUp(sudden);
  }

  #decideJoust(dt: number): void {
    if (this.#joust === null) return;
    this.#joust += dt;
    const { world } = this;
    const beyond = (player: Player): number => thousandth(player.position[2]) * attackOf(player);
    const first = world.players.reduce<Player | null>((best, p) => (beyond(p) > (best === null ? 0 : beyond(best)) ? p : best), null);
    if (first !== null) {
      world.measure({
        kind: 'joust',
        slot: first.slot,
        team: sideOf(first.team),
        seconds: thousandth(this.#joust),
        speed: length(first.velocity),
      });
    }
    if (first !== null || this.#joust > JOUST) this.#joust = null;
  }

  /** A draw is decided by the next goal, when the recording is long enough for it. */
  #timeIsUp(sudden: boolean): void {
    const { world } = this;
    const [blue, orange] = world.points;
    const last = world.roundScores[0] + world.roundScores[1] === world.rounds - 1;
    if (blue === orange && last && !sudden && world.elapsed + SUDDEN_DEATH + AFTER_SUDDEN_DEATH < this.#seconds) {
      toTubes(world);
      this.#suddenFor = 0;
      this.#enter('pre_sudden_death', 3);
    } else this.#endRound();
  }

  #endRound(): void {
    const { world } = this;
    const [blue, orange] = world.points;
    const winner = blue > orange || (blue === orange && world.chance.next() < 0.5) ? 0 : 1;
    world.roundScores[winner]++;
    world.act('scoreboard_updated', -1);
    world.take(null);
    world.act('round_ended', -1, { winner: sideOf(winner) });
    this.#enter('round_over', 5);
  }

  #endMatch(): void {
    const { world } = this;
    const [blue, orange] = world.points;
    world.act('match_ended', -1, { winner: blue > orange ? 'blue' : orange > blue ? 'orange' : 'none' });
    this.#enter('post_match', 6);
  }
}
