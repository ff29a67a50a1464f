import type { EventType } from '../../../../../shared/session/event-types.ts';
/**
 * Writes one match into a SessionSink, event by event as they arrive: people, their tracks, lives and weapons, the score, and every event with its payload whole.
 * Events wait until none that happened before can come any more; who records live calls `settle`, and the same events read from a file give the same session.
 */
import { SESSION_ENTITY, type EntityId, type JsonObject } from '../../../../../shared/session/model.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { textAt } from '../dialect/fields.ts';
import { distance, type NativeEvent, type Party } from '../dialect/native-event.ts';
import { bodyPart, plainName } from '../dialect/words.ts';
import { Identities, type Person } from '../matches/identities.ts';
import type { Match, PlacedEvent } from '../matches/match-splitter.ts';
import { declareChannels, METRES_PER_UNIT, SPACE, type Channels } from './channels.ts';
import { rankOf, sharedType } from './event-map.ts';
import { sessionHeader } from './session-header.ts';
import { MAX_INTERPOLATE, SEEN_FOR, Track } from './tracks.ts';

/** Events of several posts at once may pass each other by so much, ms. */
const REORDER = 2000;
/** Two tellings of one death are no further apart, ms. */
const SAME_DEATH = 250;
/** What only the living do. */
const ACTS = new Set(
  (
    'weapon_fire weapon_change weapon_raise weapon_ready weapon_no_ammo weapon_holster reload weapon_reload_done grenade_throw jump land crouch prone ' +
    'player_stand distance player_movement ladder_mount ladder_dismount item_pickup health_pickup ammo_pickup armor_pickup use turret_enter vehicle_enter'
  ).split(' '),
);
const TEAMS = new Set(['allies', 'axis', 'freeforall', 'spectator']);
const ENDS = new Set(['match_end', 'match_result']);
const SIDES = new Set(['allies', 'axis']);
const PHASES: Readonly<Record<string, string>> = {
  warmup_start: 'warm-up',
  warmup_end: 'playing',
  match_start: 'playing',
  round_start: 'playing',
  intermission_start: 'intermission',
  match_end: 'over',
  match_result: 'over',
};
/** Of match_start and match_end: worth showing with the session. */
const DETAILS = ['gametype', 'timelimit', 'fraglimit', 'maxclients', 'winning_team', 'total_rounds'];

interface Waiting {
  readonly placed: PlacedEvent;
  readonly rank: number;
  readonly json: string | undefined;
}

interface Known {
  readonly person: Person;
  readonly track: Track;
  /** Of the person, as it was shown last. */
  shown: Pick<Person, 'scheme' | 'id' | 'name'> & { readonly claims: number };
  team: string;
  hasJoined: boolean;
}

const NOTHING_SHOWN: Known['shown'] = { scheme: 'name', id: '', name: '', claims: 0 };

export class SessionBuilder {
  readonly #sink: SessionSink;
  readonly #match: Match;
  readonly #channels: Channels;
  readonly #identities = new Identities();
  /** By Person.index. */
  readonly #known: Known[] = [];
  readonly #waiting: Waiting[] = [];
  /** ms; everything before was written. */
  #t = 0;
  /** ms; nobody is forgotten before. */
  #expiresAt = 0;
  #score: { allies: number; axis: number } = { allies: Number.NaN, axis: Number.NaN };
  #hasEnded = false;
  #shown = '';
  #details: JsonObject = {};

  constructor(sink: SessionSink, match: Match, format: string) {
    this.#sink = sink;
    this.#match = match;
    sink.header({ game: 'mohaa', format, adapterVersion: 1, space: SPACE, framePeriodMs: 0, maxInterpolateMs: MAX_INTERPOLATE });
    this.#channels = declareChannels(sink);
  }

  /** Events of the match in order of arrival. `json`: what was sent, where it is at hand. */
  add(placed: PlacedEvent, json?: string): void {
    const waiting = this.#waiting;
    const rank = rankOf(placed.event.type);
    let at = waiting.length;
    while (at > 0 && isLater(waiting[at - 1] as Waiting, placed.t, rank)) at--;
    if (at === waiting.length) waiting.push({ placed, rank, json });
    else waiting.splice(at, 0, { placed, rank, json });
    this.#writeUntil(placed.now - REORDER);
  }

  /** What was written so far may be sealed. */
  settle(): void {
    this.#tellHeader();
    this.#sink.settled(this.#t);
  }

  /** The match is over. */
  finish(): void {
    this.#writeUntil(Number.POSITIVE_INFINITY);
    for (const { track } of this.#known) track.expire(this.#match.clock.now);
    this.#tellHeader();
  }

  #writeUntil(limit: number): void {
    const waiting = this.#waiting;
    let count = 0;
    while (count < waiting.length && (waiting[count] as Waiting).placed.t <= limit) this.#write(waiting[count++] as Waiting);
    if (count > 0) waiting.splice(0, count);
  }

  #write({ placed: { event, t }, json }: Waiting): void {
    const isLate = t < this.#t;
    if (isLate) this.#sink.warn('late', `The event ${event.nativeType} at ${t} ms came more than ${REORDER / 1000} s after later ones.`);
    else this.#t = t;
    if (this.#t > this.#expiresAt) this.#expire();
    const actor = this.#resolve(event.actor, this.#t);
    const target = this.#resolve(event.target, this.#t);
    // What came too late still counts as an event; samples of the past are gone by.
    if (!isLate) this.#sample(event, t, actor, target);
    this.#tell(event, json, t, actor, target);
    this.#identities.learn(event, actor?.person ?? null);
    if (actor !== null) this.#showName(actor, this.#t);
  }

  #expire(): void {
    this.#expiresAt = this.#t + SEEN_FOR; // of those who come from now on
    for (const { track } of this.#known) {
      track.expire(this.#t);
      this.#expiresAt = Math.min(this.#expiresAt, track.expiresAt);
    }
  }

  #resolve(party: Party | null, t: number): Known | null {
    const person = party === null ? null : this.#identities.resolve(party);
    if (person === null || party === null) return null;
    let known = this.#known[person.index];
    if (known === undefined) {
      const entity = this.#sink.entity({ kind: person.isBot ? 'ai' : 'player', nativeId: person.id, name: plainName(person.name) });
      known = { person, track: new Track(entity, this.#sink, this.#channels), shown: NOTHING_SHOWN, team: '', hasJoined: false };
      this.#known[person.index] = known;
      if (!person.isBot) this.#sink.number(entity, this.#channels.human, t, 1);
    }
    this.#showName(known, t);
    // The first tracker writes the team where the id belongs.
    this.#joinTeam(known, party.team || (TEAMS.has(party.guid) ? party.guid : ''), t);
    return known;
  }

  #showName(known: Known, t: number): void {
    const { person, track, shown } = known;
    const claims = person.claims.length; // they only grow
    if (person.name === shown.name && person.id === shown.id && person.scheme === shown.scheme && claims === shown.claims) return;
    known.shown = { scheme: person.scheme, id: person.id, name: person.name, claims };
    const name = plainName(person.name);
    if (name !== '') this.#string(track.entity, this.#channels.name, t, name);
    this.#sink.updateEntity(track.entity, {
      nativeId: person.id,
      name: name === '' ? person.id : name,
      data: { scheme: person.scheme, name: person.name, ...(claims > 0 ? { claims: person.claims } : {}) },
    });
  }

  #joinTeam(known: Known, team: string, t: number): void {
    if (team === '' || team === known.team) return;
    known.team = team;
    this.#string(known.track.entity, this.#channels.team, t, team);
    this.#sink.updateEntity(known.track.entity, { team });
  }

  #sample(event: NativeEvent, t: number, actor: Known | null, target: Known | null): void {
    const { type } = event;
    if (actor !== null) {
      if (sharedType(type) === 'spawn') actor.track.spawn(t);
      else if (ACTS.has(type)) actor.track.act(t);
      this.#see(actor, event.actor, t);
      if (type === 'disconnect') actor.track.leave(t);
      else if (type === 'team_change') this.#joinTeam(actor, textAt(event.fields, 'new_team') || textAt(event.fields, 'team'), t);
      this.#equip(event, actor, t);
    }
    if (target !== null && target !== actor) this.#see(target, event.target, t);
    this.#board(event, t);
  }

  #see({ track }: Known, party: Party | null, t: number): void {
    const { heading, pitch, stance } = this.#channels;
    if (party === null) return;
    if (party.place === null) track.mention(t);
    else track.at(party.place, t);
    if (!Number.isNaN(party.yaw)) this.#sink.number(track.entity, heading, t, party.yaw);
    if (!Number.isNaN(party.pitch)) this.#sink.number(track.entity, pitch, t, party.pitch);
    if (party.stance !== '') this.#string(track.entity, stance, t, party.stance);
  }

  #equip(event: NativeEvent, { track }: Known, t: number): void {
    const { stance, weapon, points } = this.#channels;
    switch (event.type) {
      case 'weapon_change':
      case 'weapon_fire':
      case 'reload':
      case 'weapon_raise':
      case 'weapon_ready':
        if (event.weapon !== '') this.#string(track.entity, weapon, t, event.weapon);
        break;
      case 'crouch':
      case 'prone':
        this.#string(track.entity, stance, t, event.type);
        break;
      case 'player_stand':
        this.#string(track.entity, stance, t, 'stand');
        break;
      case 'score_change':
        this.#number(track.entity, points, t, event.fields['new_score']);
    }
  }

  /** Score, round and phase of the match. */
  #board({ type, fields }: NativeEvent, t: number): void {
    const { allies, axis, round, playerCount, phase } = this.#channels;
    if (type === 'heartbeat' || ENDS.has(type) || type === 'match_outcome' || type === 'round_end') {
      this.#number(SESSION_ENTITY, allies, t, fields['allies_score']);
      this.#number(SESSION_ENTITY, axis, t, fields['axis_score']);
    }
    this.#number(SESSION_ENTITY, round, t, fields['round_number']);
    if (type === 'heartbeat') this.#number(SESSION_ENTITY, playerCount, t, fields['player_count']);
    const word = PHASES[type];
    if (word !== undefined) this.#string(SESSION_ENTITY, phase, t, word);
    if (type !== 'match_start' && !ENDS.has(type)) return;
    if (type === 'match_start') for (const side of [allies, axis]) this.#sink.number(SESSION_ENTITY, side, t, 0);
    for (const name of DETAILS) {
      const value = fields[name];
      if (typeof value === 'string' || typeof value === 'number') this.#details = { ...this.#details, [name]: value };
    }
  }

  #tell(event: NativeEvent, json: string | undefined, t: number, actor: Known | null, target: Known | null): void {
    const place = event.target?.place ?? event.actor?.place ?? event.place;
    const more = isFight(event) ? wounds(event, actor, target) : null;
    this.#sink.event({
      t,
      type: this.#typeOf(event, t, actor, target),
      nativeType: event.nativeType,
      actor: actor?.track.entity ?? 0,
      target: target?.track.entity ?? 0,
      weapon: event.weapon || event.means,
      data: more === null ? event.sent : { ...event.sent, ...more },
      ...(place === null ? {} : { position: place }),
      ...(json === undefined || more !== null ? {} : { json }),
    });
  }

  /** What an event is, in view of those before it. */
  #typeOf(event: NativeEvent, t: number, actor: Known | null, target: Known | null): EventType {
    const type = sharedType(event.type);
    switch (type) {
      case 'kill':
      case 'death': {
        if (target === null) return 'custom';
        const { track } = target;
        // Of a death trackers may tell twice: as what one did, and as what happened to the other.
        if (track.diedAt >= 0 && Math.abs(t - track.diedAt) <= SAME_DEATH) return 'custom';
        if (t >= this.#t) track.die(t);
        return actor === null || actor === target ? 'death' : 'kill';
      }
      case 'spawn':
      case 'join':
        if (actor !== null) actor.hasJoined = true;
        return type;
      default:
        if (event.type === 'heartbeat') return this.#hasScored(event) ? 'score' : 'custom';
        if (ENDS.has(event.type)) {
          this.#hasScored(event);
          // A match ends once, whether the game says so, or somebody reports its result, or both.
          const isAgain = this.#hasEnded;
          this.#hasEnded = true;
          return isAgain ? 'custom' : 'match_end';
        }
        if (event.type !== 'client_begin' || actor === null || actor.hasJoined) return type;
        actor.hasJoined = true;
        return 'join';
    }
  }

  #hasScored({ fields }: NativeEvent): boolean {
    const allies = fields['allies_score'];
    const axis = fields['axis_score'];
    if (typeof allies !== 'number' || typeof axis !== 'number') return false;
    const before = this.#score;
    this.#score = { allies, axis };
    return !Number.isNaN(before.allies) && (before.allies !== allies || before.axis !== axis);
  }

  #tellHeader(): void {
    const { clock } = this.#match;
    const header = sessionHeader(this.#match, this.#details, this.#score);
    const clocks = clock.maps();
    const shown = JSON.stringify([header, clocks]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#sink.header(header);
    for (const map of clocks) this.#sink.clock(map);
  }

  #number(entity: EntityId, channel: number, t: number, value: unknown): void {
    if (typeof value === 'number') this.#sink.number(entity, channel, t, value);
  }

  #string(entity: EntityId, channel: number, t: number, text: string): void {
    this.#sink.number(entity, channel, t, this.#sink.intern(text));
  }
}

function isLater(waiting: Waiting, t: number, rank: number): boolean {
  return waiting.placed.t > t || (waiting.placed.t === t && waiting.rank > rank);
}

function isFight({ type, target }: NativeEvent): boolean {
  return target !== null && rankOf(type) < 3;
}

/** What the payload of a fight does not say, or not in these words. */
function wounds(event: NativeEvent, actor: Known | null, target: Known | null): JsonObject {
  const from = event.actor?.place ?? null;
  const to = event.target?.place ?? null;
  const isOther = actor !== null && target !== null && actor !== target;
  return {
    ...(event.hitLocation === '' ? {} : { hit: bodyPart(event.hitLocation) }),
    ...(event.means === '' ? {} : { means: event.means }),
    ...(isOther && from !== null && to !== null ? { metres: Math.round(distance(from, to) * METRES_PER_UNIT * 10) / 10 } : {}),
    ...(isOther && actor.team === target.team && SIDES.has(actor.team) ? { friendly: true } : {}),
    ...((actor !== null && actor === target) || event.type === 'player_suicide' ? { suicide: true } : {}),
  };
}
