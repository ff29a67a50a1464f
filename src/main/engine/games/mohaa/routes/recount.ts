/** For tests: what a simulator's truth says of each name, added up in the most naive way. */
import type { Truth } from '../../../../../../simulators/mohaa/truth.ts';
import { plainName } from '../dialect/words.ts';
import type { MatchTruth } from './test-library.ts';

type Kill = Extract<Truth, { kind: 'kill' }>;

export interface Recount {
  matches: number;
  kills: number;
  botKills: number;
  deaths: number;
  headshots: number;
  shots: number;
  hits: number;
  /** By bullets, which only hit enemies. */
  bulletDamage: number;
  damageTaken: number;
  suicides: number;
  teamKills: number;
  rounds: number;
  /** Seconds. */
  playtime: number;
  bestStreak: number;
  longest: number;
  readonly weaponKills: Map<string, number>;
  readonly hitParts: Map<string, number>;
  readonly killed: Map<string, number>;
  readonly killedBy: Map<string, number>;
  readonly chains: Map<number, number>;
}

const HEAD = new Set(['head', 'helmet']);
const GAP = 4;

function nobody(): Recount {
  const none = {
    matches: 0,
    kills: 0,
    botKills: 0,
    deaths: 0,
    headshots: 0,
    shots: 0,
    hits: 0,
    bulletDamage: 0,
    damageTaken: 0,
    suicides: 0,
  };
  const maps = { weaponKills: new Map(), hitParts: new Map(), killed: new Map(), killedBy: new Map(), chains: new Map() };
  return { ...none, teamKills: 0, rounds: 0, playtime: 0, bestStreak: 0, longest: 0, ...maps };
}

export function isFight({ name, target, friendly }: Kill): boolean {
  return name !== '' && name !== target && !friendly;
}

/** By plain name; bots among them. */
export function recount(matches: readonly MatchTruth[]): {
  readonly people: ReadonlyMap<string, Recount>;
  readonly bots: ReadonlySet<string>;
} {
  const people = new Map<string, Recount>();
  const bots = new Set<string>();
  for (const { lines } of matches) for (const line of lines) if (line.kind === 'join' && line.isBot) bots.add(plainName(line.name));
  for (const { lines } of matches) recountMatch(lines, people, bots);
  return { people, bots };
}

function recountMatch(lines: readonly Truth[], people: Map<string, Recount>, bots: ReadonlySet<string>): void {
  const of = (name: string): Recount => {
    const plain = plainName(name);
    const known = people.get(plain) ?? nobody();
    people.set(plain, known);
    return known;
  };
  const here = new Map<string, number>();
  const streaks = new Map<string, number>();
  const chains = new Map<string, { length: number; at: number }>();
  for (const line of lines) {
    switch (line.kind) {
      case 'join':
        of(line.name).matches++;
        here.set(line.name, line.time);
        break;
      case 'leave':
        of(line.name).playtime += line.time - (here.get(line.name) ?? line.time);
        here.delete(line.name);
        break;
      case 'shot':
        of(line.name).shots++;
        break;
      case 'hit':
        of(line.target).damageTaken += line.damage;
        if (line.hitloc === 'general') break;
        of(line.name).hits++;
        of(line.name).bulletDamage += line.damage;
        raise(of(line.name).hitParts, line.hitloc);
        break;
      case 'round':
        if (line.event === 'end') for (const name of here.keys()) of(name).rounds++;
        break;
      case 'kill':
        recountKill(line, of, bots, streaks, chains);
        break;
      default:
    }
  }
  for (const [name, chain] of chains) endChain(of(name), chain);
}

function recountKill(
  line: Kill,
  of: (name: string) => Recount,
  bots: ReadonlySet<string>,
  streaks: Map<string, number>,
  chains: Map<string, { length: number; at: number }>,
): void {
  const { name, target, time } = line;
  const isByBot = isFight(line) && bots.has(plainName(name));
  if (!isByBot) of(target).deaths++;
  if (name === target || (name === '' && line.means === 'suicide')) of(target).suicides++;
  else if (line.friendly) of(name).teamKills++;
  streaks.delete(target);
  if (!isFight(line)) return;
  const own = of(name);
  if (bots.has(plainName(target))) {
    own.botKills++;
    return;
  }
  own.kills++;
  if (HEAD.has(line.hitloc)) own.headshots++;
  if (line.means === 'bullet') raise(own.weaponKills, line.weapon);
  raise(own.killed, plainName(target));
  raise(of(target).killedBy, plainName(name));
  own.longest = Math.max(own.longest, line.metres);
  const streak = (streaks.get(name) ?? 0) + 1;
  streaks.set(name, streak);
  own.bestStreak = Math.max(own.bestStreak, streak);
  const chain = chains.get(name);
  if (chain !== undefined && time - chain.at <= GAP) Object.assign(chain, { length: chain.length + 1, at: time });
  else {
    if (chain !== undefined) endChain(own, chain);
    chains.set(name, { length: 1, at: time });
  }
}

function endChain({ chains }: Recount, { length }: { readonly length: number }): void {
  if (length > 1) chains.set(length, (chains.get(length) ?? 0) + 1);
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
