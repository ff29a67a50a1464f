/** Who takes part: groups with roles, and vehicles. */
import { EAST_BASE, GUER_CAMP, WEST_BASE, type Place } from './terrain.ts';

export type Side = 'WEST' | 'EAST' | 'GUER';

export interface GroupPlan {
  readonly side: Side;
  readonly name: string;
  readonly base: Place;
  /** Roles from the leader on. */
  readonly roles: readonly string[];
  /** The first so many are players. */
  readonly players: number;
  readonly task: 'assault-road' | 'assault-air' | 'defend' | 'reserve' | 'flank' | 'mortar';
}

const SQUAD = ['Leader', 'Medic', 'MG', 'AT', 'GL', 'Man', 'Man'];

export const GROUPS: readonly GroupPlan[] = [
  { side: 'WEST', name: 'Alpha 1-1', base: WEST_BASE, roles: SQUAD, players: 6, task: 'assault-road' },
  { side: 'WEST', name: 'Alpha 1-2', base: WEST_BASE, roles: SQUAD.slice(0, 6), players: 5, task: 'assault-road' },
  {
    side: 'WEST',
    name: 'Bravo 1-1',
    base: WEST_BASE,
    roles: ['Leader', 'Medic', 'MG', 'Sniper', 'AT', 'Man'],
    players: 4,
    task: 'assault-air',
  },
  { side: 'WEST', name: 'Vortex', base: WEST_BASE, roles: ['Leader', 'Man'], players: 2, task: 'assault-air' },
  { side: 'EAST', name: 'Anvil garrison 1', base: EAST_BASE, roles: [...SQUAD, 'Man'], players: 2, task: 'defend' },
  { side: 'EAST', name: 'Anvil garrison 2', base: EAST_BASE, roles: SQUAD, players: 1, task: 'defend' },
  { side: 'EAST', name: 'Anvil garrison 3', base: EAST_BASE, roles: SQUAD.slice(0, 6), players: 0, task: 'defend' },
  { side: 'EAST', name: 'Reserve', base: EAST_BASE, roles: ['Leader', 'MG', 'Medic', 'Man', 'Man'], players: 3, task: 'reserve' },
  { side: 'GUER', name: 'Cell', base: GUER_CAMP, roles: ['Leader', 'MG', 'Medic', 'Man', 'AT', 'Man'], players: 1, task: 'flank' },
];

export const NAMES: Readonly<Record<Side, readonly string[]>> = {
  WEST: [
    'Ruiz',
    'Halloran',
    'Okafor',
    'Lindqvist',
    'Marek',
    'Anselm',
    'Nowak',
    'Brandt',
    'Voss',
    'Tanaka',
    'Pereira',
    'Kowal',
    'Ibarra',
    'Whitlock',
    'Sørensen',
    'Abara',
    'Delacroix',
    'Haas',
    'Quill',
    'Moreau',
    'Stroud',
    'Vance',
    'Iversen',
    'Keller',
  ],
  EAST: [
    'Sadeghi',
    'Petrov',
    'Rahimi',
    'Zamani',
    'Karimi',
    'Tehrani',
    'Bakhtari',
    'Volkov',
    'Hakimi',
    'Masood',
    'Kakar',
    'Farahani',
    'Orlov',
    'Jamshidi',
    'Nazari',
    'Sokolov',
    'Daneshvar',
    'Ghorbani',
    'Amini',
    'Moradi',
    'Rostami',
    'Azizi',
    'Belov',
    'Shirazi',
    'Tavakoli',
    'Yazdani',
    'Khosravi',
    'Parsa',
  ],
  GUER: ['Dimitriou', 'Stavros', 'Kosta', 'Elias', 'Markou', 'Nikas', 'Petros', 'Leandros'],
};

export const WEAPONS: Readonly<Record<Side, Readonly<Record<string, string>>>> = {
  WEST: {
    default: 'MX [6.5 mm 30Rnd Sand Mag]',
    MG: 'MX SW [6.5 mm 100Rnd Mag]',
    Sniper: 'MXM [6.5 mm 30Rnd Sand Mag]',
    GL: 'MX 3GL [6.5 mm 30Rnd Sand Mag]',
    AT: 'NLAW [AT]',
  },
  EAST: {
    default: 'Katiba [6.5 mm 30Rnd Caseless Mag]',
    MG: 'Zafir [7.62 mm 150Rnd Box]',
    GL: 'Katiba GL [6.5 mm 30Rnd Caseless Mag]',
    AT: 'RPG-42 Alamut [AT]',
  },
  GUER: { default: 'TRG-21 [5.56 mm 30rnd STANAG Mag]', MG: 'Mk200 [6.5 mm 200Rnd Belt]', AT: 'RPG-7 [PG-7VL]' },
};
