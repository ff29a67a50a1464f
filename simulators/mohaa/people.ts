/** Who plays, and what with. */
import type { Random } from '../random.ts';
import type { Side, Spot } from './map.ts';

export interface Weapon {
  /** As the game shows it. */
  readonly name: string;
  /** Seconds between shots. */
  readonly pause: number;
  readonly rounds: number;
  readonly damage: number;
  /** Half of the shots hit at this distance, inches. */
  readonly range: number;
}

const WEAPONS: Readonly<Record<Side, readonly Weapon[]>> = {
  allies: [
    { name: 'M1 Garand', pause: 0.45, rounds: 8, damage: 55, range: 900 },
    { name: 'Thompson', pause: 0.1, rounds: 30, damage: 24, range: 420 },
    { name: 'BAR', pause: 0.15, rounds: 20, damage: 32, range: 620 },
    { name: "Springfield '03 Sniper", pause: 1.5, rounds: 5, damage: 110, range: 1600 },
  ],
  axis: [
    { name: 'Mauser KAR 98K', pause: 1.3, rounds: 5, damage: 95, range: 1300 },
    { name: 'MP40', pause: 0.1, rounds: 32, damage: 24, range: 420 },
    { name: 'StG 44', pause: 0.15, rounds: 30, damage: 30, range: 620 },
    { name: 'KAR98 - Sniper', pause: 1.5, rounds: 5, damage: 110, range: 1600 },
  ],
};
export const PISTOL: Readonly<Record<Side, Weapon>> = {
  allies: { name: 'Colt 45', pause: 0.3, rounds: 7, damage: 28, range: 380 },
  axis: { name: 'Walther P38', pause: 0.3, rounds: 8, damage: 26, range: 380 },
};
export const GRENADE: Readonly<Record<Side, string>> = { allies: 'Frag Grenade', axis: 'Stielhandgranate' };

/** Where a shot hits, how often, and what that does to its damage. */
export const HIT_LOCATIONS: readonly (readonly [name: string, share: number, factor: number])[] = [
  ['head', 0.06, 3],
  ['helmet', 0.05, 2],
  ['neck', 0.03, 2],
  ['torso_upper', 0.24, 1],
  ['torso_mid', 0.16, 1],
  ['torso_lower', 0.12, 0.95],
  ['pelvis', 0.06, 0.9],
  ['r_arm_upper', 0.05, 0.7],
  ['l_arm_upper', 0.05, 0.7],
  ['r_leg_upper', 0.07, 0.7],
  ['l_leg_upper', 0.07, 0.7],
  ['r_hand', 0.02, 0.5],
  ['l_foot', 0.02, 0.5],
];

const FIRST =
  'Dusty Rocky Lucky Sly Grim Quick Silent Iron Rusty Foggy Sandy Stormy Brave Sleepy Sour Merry Crooked Swift Bitter Frosty Hollow Noisy Plain Wary Amber'.split(
    ' ',
  );
const LAST =
  'Fox Otter Badger Heron Lynx Raven Mole Stork Adder Hare Finch Moth Wren Pike Toad Crane Newt Owl Stoat Perch Shrew Swan Tern Vole Weasel'.split(
    ' ',
  );
/** Names that break what does not expect them: the scripts encode nothing. */
const AWKWARD = ['a & b', '100% sure', 'C++', '=equal=', '^1Red ^4Baron', 'Jürgen', '{brace}', 'back\\slash', '"quoted"'];

export interface Fighter extends Spot {
  readonly name: string;
  readonly isBot: boolean;
  /** Of those who are logged in, "" for guests. */
  readonly member: string;
  readonly slot: number;
  x: number;
  y: number;
  z: number;
  team: Side;
  weapon: Weapon;
  ammo: number;
  yaw: number;
  pitch: number;
  isCrouching: boolean;
  isAlive: boolean;
  health: number;
  /** Cells on the way, the next one first. */
  path: number[];
  /** Seconds of the map's clock. */
  nextShot: number;
  nextLook: number;
  spawnAt: number;
  nextGrenade: number;
  target: Fighter | null;
  isOnLadder: boolean;
  /** Inches: since the last report, and in all. */
  walked: number;
  walkedInAll: number;
  shots: number;
  hits: number;
}

export class Crowd {
  readonly #random: Random;
  readonly #awkward: boolean;
  #made = 0;

  constructor(random: Random, awkward: boolean) {
    this.#random = random;
    this.#awkward = awkward;
  }

  weaponFor(team: Side): Weapon {
    return this.#random.pick(WEAPONS[team]);
  }

  /** Somebody new; nobody was called like that before. */
  next(slot: number, team: Side, isBot: boolean): Fighter {
    const n = this.#made++;
    const weapon = this.weaponFor(team);
    return {
      name: isBot ? `bot${n + 1}` : this.#name(n),
      isBot,
      member: !isBot && n % 3 === 0 ? String(1000 + n) : '',
      slot,
      team,
      weapon,
      ammo: weapon.rounds,
      x: 0,
      y: 0,
      z: 0,
      yaw: 0,
      pitch: 0,
      isCrouching: false,
      isAlive: false,
      health: 0,
      path: [],
      nextShot: 0,
      nextLook: 0,
      spawnAt: 0,
      nextGrenade: 0,
      target: null,
      isOnLadder: false,
      walked: 0,
      walkedInAll: 0,
      shots: 0,
      hits: 0,
    };
  }

  #name(n: number): string {
    const awkward = AWKWARD[Math.floor(n / 2)];
    if (this.#awkward && n % 2 === 1 && awkward !== undefined) return awkward;
    const first = FIRST[(n * 7) % FIRST.length] ?? '';
    const last = LAST[(n * 3 + Math.floor(n / FIRST.length)) % LAST.length] ?? '';
    return `${first} ${last}${n < FIRST.length * LAST.length ? '' : ` ${n}`}`;
  }
}
