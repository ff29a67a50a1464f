/** Sessions of simulated servers against what the simulator says it did: in every dialect, and under every fault. */
import { describe, expect, test } from 'vitest';
import type { MohaaSimulation } from '../../../../../../simulators/mohaa/bodies.ts';
import { FAULTS, type Fault } from '../../../../../../simulators/mohaa/faults.ts';
import type { Truth } from '../../../../../../simulators/mohaa/truth.ts';
import { writeMohaaLog } from '../../../../../../simulators/mohaa/write-log.ts';
import type { EventLine } from '../../../export/event-lines.ts';
import { statesAt } from '../../../export/state-lines.ts';
import type { MemorySession } from '../../../memory-session.ts';
import { bodyPart, plainName } from '../dialect/words.ts';
import { collected, eventsOf, readLog } from '../test-sessions.ts';

type Kill = Extract<Truth, { kind: 'kill' }>;

interface Played {
  readonly sessions: readonly MemorySession[];
  /** By match. */
  readonly truth: readonly (readonly Truth[])[];
}

async function play(options: MohaaSimulation): Promise<Played> {
  const parts: Uint8Array[] = [];
  const truth: Truth[][] = [];
  await writeMohaaLog(
    (bytes) => {
      parts.push(bytes);
      return Promise.resolve();
    },
    { minutes: 1.3, players: 4, bots: 2, ...options },
    (line) => (truth[line.match] ??= []).push(line),
  );
  return { sessions: await readLog(Buffer.concat(parts)), truth };
}

function killsOf(truth: readonly Truth[]): readonly Kill[] {
  return truth.filter((line) => line.kind === 'kill');
}

function nameOf(party: EventLine['actor']): string {
  return party?.name ?? '';
}

/** Seconds of the map at which the session begins. */
function beginOf(session: MemorySession): number {
  const [clock] = session.info().clocks;
  expect(clock?.id).toBe('map_time');
  return clock?.value[0] ?? Number.NaN;
}

interface Told {
  readonly t: number;
  readonly type: string;
  readonly actor: string;
  readonly target: string;
  readonly friendly: boolean;
}

async function comparedKills(session: MemorySession, truth: readonly Truth[]): Promise<void> {
  const begin = beginOf(session);
  const told = (await eventsOf(session)).filter(({ type }) => type === 'kill' || type === 'death');
  const expected: readonly Told[] = killsOf(truth).map(({ time, name, target, friendly }) => ({
    t: Math.round((time - begin) * 1000),
    type: name === '' || name === target ? 'death' : 'kill',
    actor: plainName(name),
    target: plainName(target),
    friendly,
  }));
  const found: readonly Told[] = told.map(({ t, type, actor, target, data }) => ({
    t,
    type,
    actor: nameOf(actor),
    target: nameOf(target),
    friendly: data?.['friendly'] === true,
  }));
  const order = (a: Told, b: Told): number => a.t - b.t || a.target.localeCompare(b.target);
  expect(found.toSorted(order)).toEqual(expected.toSorted(order));
}

describe.each(['seed', 'lines', 'json'] as const)('%s', (dialect) => {
  test('matches, kills, wounds, people, rounds and score are those of the simulator', { timeout: 60_000 }, async () => {
    const { sessions, truth } = await play({ dialect, matches: 2 });
    expect(sessions).toHaveLength(2);
    for (const [index, session] of sessions.entries()) {
      const own = truth[index] ?? [];
      const events = await eventsOf(session);
      const info = session.info();
      expect(info.warnings).toEqual([]);
      expect(info.partial).toBe(false);
      expect(info.world).toBe(own.find((line) => line.kind === 'match')?.map);
      await comparedKills(session, own);

      const score = own.find((line) => line.kind === 'score');
      expect(info.result).toBe(`${score?.allies} : ${score?.axis}`);
      const rounds = own.filter((line) => line.kind === 'round');
      expect(
        events
          .filter(({ type }) => type === 'round_start' || type === 'round_end')
          .map(({ type, data }) => [type, Number(data?.['round_number'])]),
      ).toEqual(rounds.map(({ number, event }) => [`round_${event}`, number]));

      const joins = own.filter((line) => line.kind === 'join');
      const people = session.entities().filter(({ kind }) => kind === 'player' || kind === 'ai');
      expect(people.map(({ name, kind }) => `${name}:${kind}`).toSorted()).toEqual(
        joins.map(({ name, isBot }) => `${plainName(name)}:${isBot ? 'ai' : 'player'}`).toSorted(),
      );
      expect(events.filter(({ type }) => type === 'join')).toHaveLength(joins.length);
      expect(events.filter(({ type }) => type === 'leave')).toHaveLength(own.filter(({ kind }) => kind === 'leave').length);
      expect(events.filter(({ type }) => type === 'spawn')).toHaveLength(own.filter(({ kind }) => kind === 'spawn').length);

      const shots = own.filter((line) => line.kind === 'shot');
      expect(events.filter(({ type }) => type === 'shot').map(({ actor, weapon }) => [nameOf(actor), weapon])).toEqual(
        shots.map(({ name, weapon }) => [plainName(name), weapon]),
      );
      const hits = own.filter((line) => line.kind === 'hit');
      expect(
        events
          .filter(({ type }) => type === 'damage')
          .map(({ actor, target, data }) => [nameOf(actor), nameOf(target), Number(data?.['damage'])]),
      ).toEqual(hits.map(({ name, target, damage }) => [plainName(name), plainName(target), damage]));
      expect(events.filter(({ type }) => type === 'hit').map(({ data }) => data?.['hit'])).toEqual(
        hits.filter(({ hitloc }) => hitloc !== 'general').map(({ hitloc }) => bodyPart(hitloc)),
      );
      for (const [i, kill] of killsOf(own).entries()) {
        const event = events.filter(({ type, nativeType }) => (type === 'kill' || type === 'death') && nativeType.includes('kill'))[i];
        expect([event?.data?.['hit'], event?.data?.['means']]).toEqual([bodyPart(kill.hitloc), kill.means]);
        const metres = event?.data?.['metres'] ?? 0; // nothing for what nobody did, or did to oneself
        expect(Math.abs(Number(metres) - kill.metres), `${kill.time}`).toBeLessThan(0.06);
      }
    }
  });

  test('people are where the simulator has them', { timeout: 60_000 }, async () => {
    const { sessions, truth } = await play({ dialect });
    const [session] = sessions;
    const own = truth[0] ?? [];
    if (session === undefined) throw new Error('no session');
    const begin = beginOf(session);
    const ms = (time: number): number => Math.round((time - begin) * 1000);
    const kills = killsOf(own);
    // Of one moment the place is told first: who died in it is dead.
    const isKilled = (time: number, name: string): boolean => kills.some((kill) => kill.time === time && kill.target === name);
    const places = own.filter((line) => line.kind === 'place').filter(({ time, name }) => !isKilled(time, name));
    const moments = [...kills.map(({ time }) => ms(time)), ...places.map(({ time }) => ms(time))];
    const states = new Map((await collected(statesAt(session, [...new Set(moments)]))).map((line) => [line.t, line.entities]));
    const find = (time: number, name: string) => states.get(ms(time))?.find((entity) => entity.name === plainName(name));
    for (const { time, target, to } of kills) {
      const dead = find(time, target);
      expect(dead?.life, `${target} at ${time}`).toBe('dead');
      expect(dead?.nativePosition).toEqual(to);
    }
    let seen = 0;
    for (const { time, name, place } of places) {
      const state = find(time, name);
      if (state === undefined || state.nativePosition === null) continue;
      seen++;
      const [x = 0, y = 0, z = 0] = state.nativePosition;
      const inches = Math.hypot(x - place[0], y - place[1], z - place[2]);
      // Seen at most 3 s ago; the later trackers report every hundred inches of a way.
      expect(inches, `${name} at ${time}`).toBeLessThan(dialect === 'seed' ? 3 * 250 + 60 : 170);
      expect(state.alive).toBe(true);
    }
    expect(seen / places.length).toBeGreaterThan(dialect === 'seed' ? 0.1 : 0.6);
  });
});

describe('faults', () => {
  const all = Object.keys(FAULTS) as Fault[];

  test.each(all)('with %s the matches are still told apart, and nobody is lost', { timeout: 60_000 }, async (fault) => {
    for (const dialect of ['json', 'seed'] as const) {
      const { sessions, truth } = await play({ dialect, matches: 3, faults: [fault] });
      expect(sessions, `sessions of ${dialect}`).toHaveLength(3);
      for (const [index, session] of sessions.entries()) {
        const own = truth[index] ?? [];
        const isLossy = fault === 'loss' || fault === 'garbage';
        if (!isLossy) {
          const isCutOff = fault === 'crash' && index === 1; // what waited for the next flush died with the server
          const end = isCutOff ? session.info().durationMs / 1000 + beginOf(session) : Number.POSITIVE_INFINITY;
          await comparedKills(
            session,
            own.filter(({ time }) => time <= end),
          );
        }
        const names = new Set(own.filter((line) => line.kind === 'join').map(({ name }) => plainName(name)));
        const people = session.entities().filter(({ kind }) => kind === 'player');
        expect(people.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
      }
    }
  });

  test('all of them at once', { timeout: 60_000 }, async () => {
    const { sessions, truth } = await play({ matches: 3, faults: all });
    expect(sessions).toHaveLength(3);
    const kills = (await Promise.all(sessions.map(eventsOf))).flat().filter(({ type }) => type === 'kill').length;
    const lost = truth.flat().reduce((sum, line) => sum + (line.kind === 'lost' ? line.events : 0), 0);
    const done = truth.flatMap((lines) => killsOf(lines)).filter(({ name, target }) => name !== '' && name !== target).length;
    expect(kills).toBeGreaterThanOrEqual(done - lost);
    expect(kills).toBeLessThanOrEqual(done);
  });
});
