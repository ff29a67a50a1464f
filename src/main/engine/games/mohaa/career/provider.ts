/**
 * Counts a match for the career statistics.
 *
 * Kills are those of enemies; bots apart, team mates and oneself apart. Deaths are all deaths. Hits and shots are what the server says happened; where it only sums them
 * up, that sum. A kill's distance is between the two places. Damage counts once where a server tells it under two names: by the name that came first.
 */
import { SESSION_ENTITY, type JsonObject, type SessionInfo } from '../../../../../shared/session/model.ts';
import type { CareerEntity, CareerEvent, CareerProvider, CareerRun } from '../../../career/provider.ts';
import type { SessionDetail, SessionMoments, SessionPerson, SessionPoints, SessionRows } from '../../../career/rows.ts';
import { canonicalType } from '../dialect/event-types.ts';
import { readEvent, type Place } from '../dialect/native-event.ts';
import { teamWord } from '../dialect/words.ts';
import { CLOSE, DAMAGE_UNITS, LONG, POPULATION_MS, type Counter } from './counters.ts';
import { mohaaCareerModel } from './model.ts';
import { MatchMoments } from './moments.ts';
import { bodyKey, numberIn, text, weaponOf } from './payload.ts';
import { PersonCounts } from './person-counts.ts';
import { MatchPoints } from './points.ts';

const CM_PER_INCH = 2.54;
const HEAD = new Set(['head', 'helmet']);
const TORSO = new Set(['neck', 'pelvis']);
const SIDES = new Set(['allies', 'axis']);
const STANCES: Readonly<Record<string, Counter>> = { stand: 'standingKills', crouch: 'crouchingKills', prone: 'proneKills' };
/** Of weapon's, body's and opponent's details. */
const WEAPON = { kills: 0, botKills: 1, deaths: 2, headshots: 3, shots: 4, hits: 5, damage: 6, grenades: 7 } as const;
const BODY = { hits: 0, hitsTaken: 1, kills: 2, deaths: 3 } as const;
const OPPONENT = { kills: 0, deaths: 1, damage: 2 } as const;
/** Events that say where somebody is, and are no fight. */
const MOVES = new Set(['custom', 'jump', 'land', 'stance', 'ladder', 'spawn', 'weapon_change', 'reload', 'pickup']);
const PICKED: Readonly<Record<string, Counter>> = { health_pickup: 'healthPicked', ammo_pickup: 'ammoPicked', armor_pickup: 'armorPicked' };
/** A match ends with it, or its winner is said; the last word counts, but for results that are sent beside the events. */
const DECIDES = new Set(['match_end', 'team_win', 'match_outcome', 'game_end', 'match_result']);
/** A kill and what else is told of it are no further apart, ms. */
const SAME_SHOT = 1000;

interface KillDetails {
  readonly actor: PersonCounts;
  readonly weapon: string;
  readonly hit: string;
  readonly part: string;
  /** Its place among the moments. */
  readonly moment: number;
  /** Where the killer stood. */
  readonly from: Place | null;
}

class MatchRun implements CareerRun {
  readonly #entity: (id: number) => CareerEntity;
  /** By EntityId. */
  readonly #people = new Map<number, PersonCounts>();
  readonly #points = new MatchPoints();
  readonly #moments = new MatchMoments();
  #hasKill = false;
  /** Native name of the events that count as damage. */
  #damageType = '';
  #winner = '';
  #isDecided = false;
  #lastT = 0;

  constructor(entity: (id: number) => CareerEntity) {
    this.#entity = entity;
  }

  event(e: CareerEvent): void {
    const { t } = e;
    this.#lastT = Math.max(this.#lastT, t);
    const actor = this.#person(e.actor ?? SESSION_ENTITY, t);
    const target = e.target === e.actor ? actor : this.#person(e.target ?? SESSION_ENTITY, t);
    const data = e.data ?? {};
    if (actor !== null) this.#learnStance(actor, data, e);
    switch (e.type) {
      case 'kill':
      case 'death':
        if (target !== null) this.#death(e.type, e, data, actor, target);
        return;
      case 'damage':
        if (target !== null) this.#damage(e, data, actor, target);
        return;
      case 'hit':
        if (actor !== null) this.#hit(e, data, actor, target);
        return;
      case 'round_start':
        this.#moments.add(e.type, e, null);
        return;
      case 'round_end':
        this.#moments.add(e.type, e, null);
        for (const person of this.#people.values()) if (person.isHere) person.add('rounds');
        return;
      default:
        if (actor !== null) this.#act(e, data, actor);
        if (DECIDES.has(canonicalType(e.nativeType))) this.#decide(canonicalType(e.nativeType), data, actor);
    }
  }

  rows(info: SessionInfo): SessionRows {
    const people: SessionPerson[] = [];
    const counts: number[][] = [];
    const details: SessionDetail[] = [];
    const indexes = this.#indexes(people);
    for (const [entity, person] of this.#people) {
      const index = indexes.get(entity) as number;
      // Somebody who is two entities has played one match.
      const own = this.#decided(person);
      const before = counts[index];
      counts[index] = before === undefined ? own : own.map((count, i) => (i === 0 ? 1 : count + (before[i] as number)));
      for (const { kind, key, counts: some } of person.details()) {
        const ofPeople = kind === 'opponent';
        details.push({ person: index, kind, key: ofPeople ? (indexes.get(key as number) as number) : key, ofPeople, counts: some });
      }
    }
    const server = info.data['server'];
    return {
      map: info.world,
      server: typeof server === 'string' ? server : '',
      people,
      counts,
      details: [...joined(details), ...this.#population(info)],
    };
  }

  points(): readonly SessionPoints[] {
    return this.#points.all();
  }

  moments(): SessionMoments {
    return this.#moments.all();
  }

  #person(entity: number, t: number): PersonCounts | null {
    if (entity === SESSION_ENTITY) return null;
    let person = this.#people.get(entity);
    if (person === undefined) this.#people.set(entity, (person = new PersonCounts()));
    person.seen(t);
    // Only for the colour of points, and at last for who won: while a stored match is counted again it is that of the end.
    const { team } = this.#entity(entity);
    if (team !== null && team !== undefined) person.team = team;
    return person;
  }

  #isBot(entity: number | undefined): boolean {
    return entity !== undefined && this.#entity(entity).kind === 'ai';
  }

  /** Trackers of later kinds say how everybody stands. */
  #learnStance(actor: PersonCounts, data: JsonObject, { t }: CareerEvent): void {
    const stance = data['player_stance'] ?? data['attacker_stance'] ?? data['killer_stance'];
    if (typeof stance === 'string' && stance !== '') actor.takeStance(stance, t);
  }

  #death(type: 'kill' | 'death', e: CareerEvent, data: JsonObject, actor: PersonCounts | null, target: PersonCounts): void {
    const { t } = e;
    const read = readEvent(data);
    const moment = this.#moments.add(type, e, read);
    const isOwn = actor === target || data['suicide'] === true || (actor === null && data['means'] === 'suicide');
    const isFriendly = !isOwn && data['friendly'] === true;
    const isByBot = !isOwn && actor !== null && !isFriendly && this.#isBot(e.actor);
    target.add(isByBot ? 'botDeaths' : 'deaths');
    if (isOwn) target.add('suicides');
    else if (actor === null) target.add('accidents');
    else if (isFriendly) target.add('teamDeaths');
    if (e.nativeType === 'player_crushed' || text(data['means']).startsWith('crush')) target.add('crushed');
    const hit = text(data['hit']);
    const part = bodyKey(data);
    if (part !== '') target.detail('body', part, BODY.deaths);
    const weapon = weaponOf(e, data, actor);
    this.#points.add('deaths', t, e.position, e.target ?? 0, weapon, target.team);
    if (!isOwn && actor !== null) {
      if (weapon !== '') target.detail('weapon', weapon, WEAPON.deaths);
      if (isFriendly) actor.add('teamKills');
      else this.#kill(e, data, { actor, weapon, hit, part, moment, from: read?.actor?.place ?? null });
    }
    target.die(t);
  }

  #kill(e: CareerEvent, data: JsonObject, { actor, weapon, hit, part, moment, from }: KillDetails): void {
    const { t } = e;
    const isHead = HEAD.has(hit);
    const isBot = this.#isBot(e.target);
    actor.add(isBot ? 'botKills' : 'kills');
    if (isHead) actor.add(isBot ? 'botHeadshots' : 'headshots');
    actor.lastKill = { t, target: e.target ?? 0, weapon, isSaid: hit !== '', moment };
    if (weapon !== '') actor.detail('weapon', weapon, isBot ? WEAPON.botKills : WEAPON.kills);
    this.#points.add('kills', t, e.position, e.actor ?? 0, weapon, actor.team);
    this.#points.add('killers', t, from, e.actor ?? 0, weapon, actor.team);
    if (isBot) return;
    if (!this.#hasKill) actor.add('firstKills');
    this.#hasKill = true;
    actor.kill(t);
    if (isHead && weapon !== '') actor.detail('weapon', weapon, WEAPON.headshots);
    if (part !== '') actor.detail('body', part, BODY.kills);
    if (TORSO.has(hit) || hit.endsWith('torso')) actor.add('torsoKills');
    else if (/(arm|leg|hand|foot)$/.test(hit)) actor.add('limbKills');
    actor.add(STANCES[actor.stance] ?? 'standingKills');
    const means = text(data['means']);
    if (means === 'grenade' || means === 'explosion') actor.add('grenadeKills');
    else if (means === 'bash' || e.nativeType === 'player_bash') actor.add('bashKills');
    else if (means === 'vehicle' || e.nativeType === 'player_roadkill') actor.add('roadKills');
    else if (means === 'telefrag' || e.nativeType === 'player_telefragged') actor.add('telefrags');
    const metres = data['metres'];
    if (typeof metres !== 'number') return this.#versus(e);
    actor.detail('distance', Math.floor(metres), 0);
    if (metres >= LONG) actor.add('longKills');
    else if (metres < CLOSE) actor.add('closeKills');
    this.#versus(e);
  }

  /** Some trackers say of a kill where it hit, some tell this event beside it, some both. */
  #headshot({ t, target = 0 }: CareerEvent, actor: PersonCounts): void {
    const kill = actor.lastKill;
    if (kill === null || kill.isSaid || t - kill.t > SAME_SHOT || (target !== 0 && target !== kill.target)) return;
    actor.lastKill = null; // once
    this.#moments.setHit(kill.moment, 'head');
    const isBot = this.#isBot(kill.target);
    actor.add(isBot ? 'botHeadshots' : 'headshots');
    if (!isBot && kill.weapon !== '') actor.detail('weapon', kill.weapon, WEAPON.headshots);
    if (!isBot) actor.detail('body', 'head', BODY.kills);
    this.#people.get(kill.target)?.detail('body', 'head', BODY.deaths);
  }

  #versus({ actor = 0, target = 0 }: CareerEvent): void {
    this.#people.get(actor)?.detail('opponent', target, OPPONENT.kills);
    this.#people.get(target)?.detail('opponent', actor, OPPONENT.deaths);
  }

  #damage(e: CareerEvent, data: JsonObject, actor: PersonCounts | null, target: PersonCounts): void {
    const type = canonicalType(e.nativeType);
    if (this.#damageType === '') this.#damageType = type;
    const points = numberIn(data['damage']);
    if (type !== this.#damageType || !(points > 0)) return;
    const amount = Math.round(points * DAMAGE_UNITS);
    target.add('damageTaken', amount);
    if (actor === null || actor === target) return;
    if (data['friendly'] === true) return actor.add('teamDamage', amount);
    actor.add('damageDealt', amount);
    actor.detail('opponent', e.target ?? 0, OPPONENT.damage, amount);
    const weapon = weaponOf(e, data, actor);
    if (weapon !== '') actor.detail('weapon', weapon, WEAPON.damage, amount);
  }

  #hit(e: CareerEvent, data: JsonObject, actor: PersonCounts, target: PersonCounts | null): void {
    actor.add('hits');
    const weapon = e.weapon === undefined || e.weapon === '' ? actor.weapon : e.weapon;
    if (weapon !== '') actor.detail('weapon', weapon, WEAPON.hits);
    const part = bodyKey(data);
    if (part === '') return;
    actor.detail('body', part, BODY.hits);
    target?.detail('body', part, BODY.hitsTaken);
  }

  #act(e: CareerEvent, data: JsonObject, actor: PersonCounts): void {
    const { t, type, weapon = '' } = e;
    const entity = e.actor ?? 0;
    if (MOVES.has(type)) this.#points.add('movement', t, e.position, entity, weapon, actor.team);
    switch (type) {
      case 'shot':
        actor.add('shots');
        if (weapon !== '') {
          actor.weapon = weapon;
          actor.detail('weapon', weapon, WEAPON.shots);
        }
        this.#points.add('shots', t, e.position, entity, weapon, actor.team);
        return;
      case 'weapon_change':
        actor.add('weaponChanges');
        if (weapon !== '') actor.weapon = weapon;
        return;
      case 'grenade':
        actor.add('grenades');
        if (weapon !== '') actor.detail('weapon', weapon, WEAPON.grenades);
        this.#points.add('grenades', t, e.position, entity, weapon, actor.team);
        return;
      case 'explosion':
        return this.#points.add('grenades', t, e.position, entity, weapon, actor.team);
      case 'jump':
        return actor.add('jumps');
      case 'stance':
        return actor.takeStance(e.nativeType.includes('crouch') ? 'crouch' : e.nativeType.includes('prone') ? 'prone' : 'stand', t);
      case 'ladder':
        if (e.nativeType.endsWith('mount') && !e.nativeType.endsWith('dismount')) actor.add('ladders');
        return;
      case 'reload':
        return actor.add('reloads');
      case 'pickup':
        actor.add('pickups');
        if (PICKED[e.nativeType] !== undefined) actor.add(PICKED[e.nativeType] as Counter);
        return;
      case 'capture':
      case 'objective':
        return actor.add('objectives');
      case 'chat':
        return actor.add('messages');
      case 'leave':
        return actor.left(t);
      case 'spawn':
        return actor.takeStance('', t);
      case 'custom':
        return this.#told(e, data, actor);
      default:
    }
  }

  /** Trackers of the first kind tell ways bit by bit, later ones how far somebody came since the last time, beside sums. */
  #told(e: CareerEvent, data: JsonObject, actor: PersonCounts): void {
    const type = canonicalType(e.nativeType);
    if (type === 'accuracy_summary') {
      actor.summary(numberIn(data['shots_fired'] ?? data['fired']) || 0, numberIn(data['shots_hit'] ?? data['hits']) || 0);
      return;
    }
    if (type === 'headshot') return this.#headshot(e, actor);
    if (type === 'weapon_no_ammo') return actor.add('noAmmo');
    if (type !== 'distance') return;
    const step = numberIn(data['delta_distance'] ?? data['distance']);
    const isSummed = !Number.isNaN(step);
    let rest = step;
    for (const way of ['sprinted', 'driven', 'swum'] as const) {
      const told = numberIn(data[way === 'swum' ? 'swam' : way]);
      if (!(told > 0)) continue;
      const inches = isSummed ? actor.grown(way, told) : told;
      actor.add(way, inches * CM_PER_INCH);
      rest -= inches;
    }
    const walked = isSummed ? Math.max(rest, 0) : numberIn(data['walked']);
    if (walked > 0) actor.add('walked', walked * CM_PER_INCH);
  }

  #decide(type: string, data: JsonObject, actor: PersonCounts | null): void {
    const outcome = numberIn(data['match_outcome'] ?? data['outcome']);
    if (actor !== null && (outcome === 0 || outcome === 1)) {
      actor.outcome = outcome;
      return;
    }
    const winner = text(data['winning_team'] ?? data['winner'] ?? data['teamnum']);
    if (winner === '' || (type === 'match_result' && this.#isDecided)) return;
    this.#isDecided ||= type !== 'match_result';
    this.#winner = winner === '0' ? 'axis' : winner === '1' ? 'allies' : winner === '2' ? 'draw' : teamWord(winner);
  }

  /** A person's counts with who won. */
  #decided(person: PersonCounts): number[] {
    if (Number.isNaN(person.outcome) && this.#winner !== '' && SIDES.has(person.team)) {
      person.outcome = this.#winner === person.team ? 1 : SIDES.has(this.#winner) ? 0 : 0.5;
      const counts = person.counts();
      person.outcome = Number.NaN; // the next word may be another
      return counts;
    }
    return person.counts();
  }

  /** Of each entity its place among `people`, which is filled. */
  #indexes(people: SessionPerson[]): Map<number, number> {
    const indexes = new Map<number, number>();
    const known = new Map<string, number>();
    for (const [entity, counts] of this.#people) {
      counts.team = this.#entity(entity).team ?? '';
      const person = identify(entity, this.#entity(entity), counts.team);
      const key = `${person.scheme}\n${person.value}`;
      const same = known.get(key);
      const index = same ?? people.push(person) - 1;
      known.set(key, index);
      indexes.set(entity, index);
    }
    return indexes;
  }

  #population(info: SessionInfo): SessionDetail[] {
    const start = info.startedAt === null ? Number.NaN : Date.parse(info.startedAt);
    if (Number.isNaN(start)) return [];
    const steps = new Map<number, [number, number]>();
    for (const [entity, { visits }] of this.#people) {
      const which = this.#isBot(entity) ? 1 : 0;
      for (const [from, to] of visits) {
        for (let at = start + from; at < start + to;) {
          const step = Math.floor(at / POPULATION_MS);
          const end = Math.min((step + 1) * POPULATION_MS, start + to);
          const counts = steps.get(step) ?? [0, 0];
          counts[which] += end - at;
          steps.set(step, counts);
          at = end;
        }
      }
    }
    return Array.from(steps, ([key, counts]) => ({ person: -1, kind: 'population', key, ofPeople: false, counts: counts.map(Math.round) }));
  }
}

function identify(entity: number, { kind, nativeId, name = '', data }: CareerEntity, team: string): SessionPerson {
  const isBot = kind === 'ai';
  const scheme = isBot ? 'bot' : text(data?.['scheme']) || 'name';
  const claims = data?.['claims'];
  return {
    scheme,
    // Numbers of bots are those of their slots.
    value: (isBot && name) || nativeId,
    isScoped: scheme === 'guest',
    bot: isBot,
    name: name || nativeId,
    entity,
    team,
    claims: Array.isArray(claims) ? claims.filter((claim) => typeof claim === 'string') : [],
  };
}

/** Of those who are two entities, one row for each key. */
function joined(details: readonly SessionDetail[]): SessionDetail[] {
  const rows = new Map<string, SessionDetail & { readonly counts: number[] }>();
  for (const detail of details) {
    const key = `${detail.person}\n${detail.kind}\n${detail.key}`;
    const same = rows.get(key);
    if (same === undefined) rows.set(key, { ...detail, counts: [...detail.counts] });
    else for (const [i, count] of detail.counts.entries()) same.counts[i] = (same.counts[i] ?? 0) + count;
  }
  return [...rows.values()];
}

export const mohaaCareer: CareerProvider = {
  model: mohaaCareerModel,
  version: 1,
  begin: (entity) => new MatchRun(entity),
};
