/** What is counted of one player in one match, and the state that counting needs. */
import { COUNTERS, MULTI_GAP, STREAKS, type Counter } from './counters.ts';

const PLACE = new Map(COUNTERS.map((name, index) => [name, index]));
const CHAINS: readonly Counter[] = ['doubleKills', 'multiKills', 'ultraKills', 'monsterKills', 'ludicrousKills'];

export class PersonCounts {
  readonly #counts = new Float64Array(COUNTERS.length);
  readonly #details = new Map<string, Map<string | number, number[]>>();
  /** Times on the server, ms: [from, to]… */
  readonly visits: [number, number][] = [];
  /** Weapon in hand, as far as was said. */
  weapon = '';
  /** Of an enemy, the last one; `isSaid`: where it hit. */
  lastKill: {
    readonly t: number;
    readonly target: number;
    readonly weapon: string;
    readonly isSaid: boolean;
    readonly moment: number;
  } | null = null;
  team = '';
  #isHere = false;
  #stance = '';
  #stanceSince = -1;
  #streak = 0;
  /** By length. */
  readonly #streaks = new Map<number, number>();
  #chain = 0;
  #lastKillAt = Number.NEGATIVE_INFINITY;
  /** By length, of those that are over. */
  readonly #chains = new Map<number, number>();
  /** What the tracker summed up itself; [shots, hits]. */
  #summary: readonly [number, number] = [0, 0];
  /** Ways that trackers tell as sums: the last ones. */
  readonly #told = new Map<string, number>();
  /** Of this match: 1 won, 0 lost, 0.5 drawn; NaN while nobody said. */
  outcome = Number.NaN;

  add(counter: Counter, by = 1): void {
    (this.#counts[PLACE.get(counter) as number] as number) += by;
  }

  get(counter: Counter): number {
    return this.#counts[PLACE.get(counter) as number] as number;
  }

  /** `counter`: its place within the detail. */
  detail(kind: string, key: string | number, counter: number, by = 1): void {
    let keys = this.#details.get(kind);
    if (keys === undefined) this.#details.set(kind, (keys = new Map<string | number, number[]>()));
    let counts = keys.get(key);
    if (counts === undefined) keys.set(key, (counts = []));
    while (counts.length <= counter) counts.push(0);
    (counts[counter] as number) += by;
  }

  /** A sign of life. */
  seen(t: number): void {
    const visit = this.visits.at(-1);
    if (this.#isHere && visit !== undefined) {
      if (t > visit[1]) visit[1] = t;
      return;
    }
    this.#isHere = true;
    this.visits.push([t, t]);
  }

  left(t: number): void {
    this.seen(t);
    this.#isHere = false;
    this.takeStance('', t);
  }

  get isHere(): boolean {
    return this.#isHere;
  }

  get stance(): string {
    return this.#stance;
  }

  /** "" when it is not known any more. */
  takeStance(stance: string, t: number): void {
    if (stance === this.#stance) return;
    if (this.#stance === 'crouch') this.add('crouchTime', t - this.#stanceSince);
    else if (this.#stance === 'prone') this.add('proneTime', t - this.#stanceSince);
    this.#stanceSince = t;
    this.#stance = stance;
  }

  kill(t: number): void {
    this.#streak++;
    if (t - this.#lastKillAt > MULTI_GAP) this.#endChain();
    this.#chain++;
    this.#lastKillAt = t;
  }

  die(t: number): void {
    if (this.#streak > 0) increase(this.#streaks, this.#streak);
    this.#streak = 0;
    this.takeStance('', t);
  }

  summary(shots: number, hits: number): void {
    this.#summary = [Math.max(shots, this.#summary[0]), Math.max(hits, this.#summary[1])];
  }

  /** How much more a sum is than it was. */
  grown(name: string, sum: number): number {
    const before = this.#told.get(name) ?? 0;
    this.#told.set(name, sum);
    return sum >= before ? sum - before : sum;
  }

  /** All counters as they stand now. */
  counts(): number[] {
    const counts = Array.from(this.#counts);
    const put = (counter: Counter, value: number): void => void (counts[PLACE.get(counter) as number] = value);
    put('matches', 1);
    put(
      'playtime',
      this.visits.reduce((sum, [from, to]) => sum + to - from, 0),
    );
    for (const length of STREAKS)
      put(
        `streaks${length}`,
        total(this.#allStreaks(), (own) => own >= length),
      );
    const chains = new Map(this.#chains);
    increase(chains, this.#chain);
    for (const [index, counter] of CHAINS.entries())
      put(
        counter,
        total(chains, (own) => own === index + 2 || (own > index + 2 && index === CHAINS.length - 1)),
      );
    if (this.get('shots') === 0 && this.#summary[0] > 0) {
      put('shots', this.#summary[0]);
      put('hits', this.#summary[1]);
    }
    if (this.outcome === 1) {
      put('wins', 1);
      if (this.team === 'freeforall') put('ffaWins', 1);
      else if (this.team !== '') put('teamWins', 1);
    } else if (this.outcome === 0) put('losses', 1);
    else if (this.outcome === 0.5) put('draws', 1);
    return counts.map(Math.round);
  }

  *details(): Generator<{ readonly kind: string; readonly key: string | number; readonly counts: readonly number[] }> {
    for (const [kind, keys] of this.#details) for (const [key, counts] of keys) yield { kind, key, counts: counts.map(Math.round) };
    for (const [length, count] of this.#allStreaks()) yield { kind: 'streak', key: length, counts: [count] };
  }

  #allStreaks(): ReadonlyMap<number, number> {
    const all = new Map(this.#streaks);
    if (this.#streak > 0) increase(all, this.#streak);
    return all;
  }

  #endChain(): void {
    if (this.#chain > 1) increase(this.#chains, this.#chain);
    this.#chain = 0;
  }
}

function increase(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function total(counts: ReadonlyMap<number, number>, matches: (key: number) => boolean): number {
  let sum = 0;
  for (const [key, count] of counts) if (matches(key)) sum += count;
  return sum;
}
