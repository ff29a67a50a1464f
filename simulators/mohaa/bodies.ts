/** A made-up game server as the bodies that its tracker posts: map after map, the same for the same options. */
import { Random } from '../random.ts';
import type { Fault, Faults } from './faults.ts';
import { Match } from './match.ts';
import { Crowd } from './people.ts';
import { formOf, wireEvent, type Dialect, type Fields, type TrackerIds } from './tracker.ts';
import type { Tell } from './truth.ts';

export interface MohaaSimulation {
  readonly seed?: number;
  readonly dialect?: Dialect;
  readonly players?: number;
  readonly bots?: number;
  /** Maps played one after another. */
  readonly matches?: number;
  /** Length of each, without a restart after a crash. */
  readonly minutes?: number;
  readonly rounds?: number;
  readonly faults?: readonly Fault[];
  readonly server?: string;
  readonly token?: string;
}

export interface SimulatedBody {
  /** ms since the server was started, when the body is sent. */
  readonly at: number;
  readonly body: Uint8Array;
  readonly contentType: 'application/x-www-form-urlencoded' | 'application/json';
  /** Events in it that can be read. */
  readonly events: number;
  /** Counted from 0: what its events belong to. */
  readonly match: number;
  readonly server: string;
  /** For the header in which today's tracker sends it; "" where it is in the body. */
  readonly token: string;
}

const MAPS = ['dm/sandbox', 'obj/sandbox', 'dm/sandbox_night'];
const FLUSH_SECONDS = 2;
const FLUSH_EVENTS = 20;
/** Between two maps, and until a server that died is there again, ms. */
const LOADING = 8000;
const RESTART = 120_000;
/** Longest that a tracker is silent, ms. */
const HEARTBEAT = 30_000;
const TOKEN = 'dev-server-token-replace-in-production';

export function* simulateBodies(options: MohaaSimulation = {}, tell: Tell = () => {}): Generator<SimulatedBody> {
  const faults: Faults = new Set(options.faults);
  const chance = new Random((options.seed ?? 1) * 7 + 3);
  yield* withFaults(playAll(options, faults, tell), faults, chance, tell);
}

function* playAll(options: MohaaSimulation, faults: Faults, tell: Tell): Generator<SimulatedBody> {
  const { seed = 1, dialect = 'json', players = 8, bots = 4, matches = 1, minutes = 5, rounds = 2 } = options;
  const { server = 'dev-server-01', token = TOKEN } = options;
  const random = new Random(seed);
  const crowd = new Crowd(random, faults.has('awkward'));
  let at = 0;
  for (let index = 0; index < matches; index++) {
    const crashes = faults.has('crash') && index % 2 === 1;
    const map = MAPS[index % MAPS.length] ?? '';
    const plan = { index, map, seconds: minutes * 60, rounds, players, bots, crashes };
    const ids = idsOf(index, seed, dialect, faults, server);
    const batch = new Batch(dialect, faults, token, server, index);
    let last = 0;
    for (const { time, events } of new Match(plan, random, crowd, tell).play()) {
      last = time;
      yield* batch.due(at, time);
      for (const event of events) {
        const fields = wireEvent(event, dialect, ids, faults, random);
        if (fields !== null) yield* batch.add(at, time, fields, event.type === 'kill');
      }
    }
    if (!crashes) yield* batch.flush(at, last);
    at += last * 1000 + (crashes ? RESTART : LOADING);
  }
}

function idsOf(index: number, seed: number, dialect: Dialect, faults: Faults, server: string): TrackerIds {
  const hex = (salt: number): string => {
    const random = new Random(seed * 1000 + salt);
    return Array.from({ length: 16 }, () => random.integer(0, 15).toString(16)).join('');
  };
  const isSame = faults.has('same') || faults.has('quiet');
  // The first tracker makes both of the map's clock, which stands at 0 when it is asked.
  if (dialect === 'seed') return { server, session: 'sess_0', match: 'match_sess_0_2' };
  return { server, session: `sess_${hex(isSame ? 0 : index * 2 + 1)}`, match: `match_${hex(isSame ? 1 : index * 2 + 2)}` };
}

/** Events on their way to a body. */
class Batch {
  readonly #dialect: Dialect;
  readonly #faults: Faults;
  readonly #token: string;
  readonly #server: string;
  readonly #match: number;
  #events: Fields[] = [];
  #since = 0;

  constructor(dialect: Dialect, faults: Faults, token: string, server: string, match: number) {
    this.#dialect = dialect;
    this.#faults = faults;
    this.#token = token;
    this.#server = server;
    this.#match = match;
  }

  *add(at: number, time: number, fields: Fields, isUrgent: boolean): Generator<SimulatedBody> {
    if (this.#events.length === 0) this.#since = time;
    this.#events.push(fields);
    const isFull = this.#dialect === 'seed' || (this.#dialect === 'json' && (isUrgent || this.#events.length >= FLUSH_EVENTS));
    if (isFull) yield* this.flush(at, time);
  }

  *due(at: number, time: number): Generator<SimulatedBody> {
    if (time - this.#since >= FLUSH_SECONDS) yield* this.flush(at, this.#since + FLUSH_SECONDS);
  }

  *flush(at: number, time: number): Generator<SimulatedBody> {
    if (this.#events.length === 0) return;
    const isJson = this.#dialect === 'json';
    const text = isJson
      ? JSON.stringify(this.#faults.has('strings') ? this.#events.map(asTexts) : this.#events)
      : this.#events.map((fields) => formOf({ ...fields, server_token: this.#token, server_id: this.#server })).join('\n');
    yield {
      at: at + Math.round(time * 1000),
      body: Buffer.from(this.#faults.has('nul') ? `${text}\0` : text),
      contentType: isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      events: this.#events.length,
      match: this.#match,
      server: this.#server,
      token: isJson ? this.#token : '',
    };
    this.#events = [];
    this.#since = time;
  }
}

function asTexts(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}

function* withFaults(bodies: Iterable<SimulatedBody>, faults: Faults, random: Random, tell: Tell): Generator<SimulatedBody> {
  let held: SimulatedBody | null = null;
  for (const body of bodies) {
    if (faults.has('loss') && random.chance(0.02)) {
      tell({ match: body.match, time: body.at / 1000, kind: 'lost', bodies: 1, events: body.events });
      continue;
    }
    if (faults.has('garbage') && random.chance(0.02)) yield garbage(body, random);
    if (held !== null) {
      // Both arrive when the later one does; but nothing is on its way while a server is down.
      const isTogether = body.at - held.at <= LOADING + HEARTBEAT;
      yield isTogether ? body : held;
      yield isTogether ? { ...held, at: body.at } : body;
      held = null;
    } else if (faults.has('swap') && random.chance(0.1)) held = body;
    else yield body;
  }
  if (held !== null) yield held;
}

/** Sent in between: the beginning of a body, or something else altogether. */
function garbage(body: SimulatedBody, random: Random): SimulatedBody {
  const junk = ['', '{', '[null, 7, "x", {"no":"type"}]', 'GET / HTTP/1.1', '\0\0\0', '<html></html>', '&&&===', '{"type":'];
  return { ...body, body: Buffer.from(random.pick(junk)), events: 0 };
}

/** At the pace of the game, so many times faster, or so many events a second; Infinity is as fast as they are taken. */
export async function* paced(
  bodies: Iterable<SimulatedBody>,
  pace: { readonly speed: number } | { readonly eventsPerSecond: number },
): AsyncGenerator<SimulatedBody> {
  const start = performance.now();
  let sent = 0;
  for (const body of bodies) {
    const due = 'speed' in pace ? body.at / pace.speed : (sent * 1000) / pace.eventsPerSecond;
    const wait = start + due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    sent += body.events;
    yield body;
  }
}
