/** Bodies in all dialects, well-formed and not. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulateBodies } from '../../../../../../simulators/mohaa/bodies.ts';
import { parseBody } from './body.ts';
import { bodyPart } from './words.ts';

const LONG = process.env['SANDTABLE_LONG'] === '1';
const RUNS = LONG ? 10_000 : 300;

function only(body: Uint8Array | string) {
  const { events, skipped } = parseBody(body);
  expect(skipped).toBe(0);
  expect(events).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
}

describe('dialects', () => {
  test('a form, lines of forms, an object, lines of objects and an array give the same events', () => {
    const form = 'type=kill&match_id=m&timestamp=3.5&attacker_name=A&victim_name=B&hitloc=0';
    const json = '{"type":"kill","match_id":"m","timestamp":3.5,"attacker_name":"A","victim_name":"B","hitloc":0}';
    const of = (body: string) =>
      parseBody(body).events.map(({ type, gameTime, actor, target, hitLocation }) => [
        type,
        gameTime,
        actor?.name,
        target?.name,
        hitLocation,
      ]);
    const one = ['kill', 3.5, 'A', 'B', 'head'];
    expect(of(form)).toEqual([one]);
    expect(of(`${form}\n${form}\r\n\n${form}`)).toEqual([one, one, one]);
    expect(of(json)).toEqual([one]);
    expect(of(`${json}\n${json}\n`)).toEqual([one, one]);
    expect(of(`[${json},\n ${json}]`)).toEqual([one, one]);
    expect(of(`${form}\n${json}\n[${json}]`)).toEqual([one, one, one]);
  });

  test('a zero byte, a byte order mark and numbers as texts change nothing', () => {
    const event = only(
      '\uFEFF[{"type":"player_kill","timestamp":"9.8","damage":"112.487","victim_x":"-67.0411","victim_y":"1","victim_z":"2","victim_guid":"5"}]\0',
    );
    expect(event.gameTime).toBe(9.8);
    expect(event.fields['damage']).toBe(112.487);
    expect(event.target?.place).toEqual([-67.0411, 1, 2]);
    expect(event.fields['victim_guid']).toBe('5');
  });

  test('the token is told apart and is in no event', () => {
    const body = parseBody('type=jump&player_name=A&server_token=wrong&x_y=1&server_token=right&server_id=s');
    expect(body.token).toBe('right');
    expect(JSON.stringify(body.events)).not.toContain('right');
    expect(parseBody('[{"type":"jump","server_token":"t"}]').token).toBe('t');
    expect(parseBody('type=jump&server_token=a&b%26c').token).toBe('a&b&c');
  });

  test('other secrets are hidden, however they were sent', () => {
    const hidden = { type: 'jump', rcon_password: '(hidden)' };
    expect(only('type=jump&rcon_password=x&y').sent).toEqual(hidden);
    expect(only('[{"type":"jump","rcon_password":"x"}]').sent).toEqual(hidden);
  });
});

describe('values that nobody encoded', () => {
  test('an ampersand, an equals sign and a percent sign within a message', () => {
    expect(only('type=chat&player_name=A&message=gg & wp = 100%&server_id=s').fields).toMatchObject({
      message: 'gg & wp = 100%',
      server_id: 's',
    });
    expect(only('type=chat&player_name=a&b&message=x').fields).toMatchObject({ player_name: 'a&b', message: 'x' });
    expect(only('type=chat&player_name==x=&message=1+1').fields).toMatchObject({ player_name: '=x=', message: '1+1' });
  });

  test('escapes are decoded where they are some, plus signs only where an encoder was at work', () => {
    expect(only('type=chat&message=100%25%20%C3%BC%zz%').fields['message']).toBe('100% ü%zz%');
    expect(only('type=match_start&map_name=dm%2Fmohdm1&message=a+b').fields).toMatchObject({ map_name: 'dm/mohdm1', message: 'a b' });
    expect(only('type=chat&message=%ff').fields['message']).toBe('%ff');
  });

  test('a name cannot say what the event is or who sent it', () => {
    const { type, fields, matchId } = only('type=chat&match_id=m&player_name=x&type=kill&match_id=other&attacker_name=y&server_id=real');
    expect([type, matchId, fields['server_id']]).toEqual(['chat', 'm', 'real']);
  });

  test('names in the code page of Windows', () => {
    expect(only(Buffer.from('type=jump&player_name=J\xfcrgen', 'latin1')).actor?.name).toBe('Jürgen');
  });

  test('prototypes stay what they are', () => {
    const { sent } = only('[{"type":"jump","__proto__":{"polluted":1},"constructor":"x"}]');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(sent['constructor']).toBe('x');
    expect(only('type=jump&__proto__=1&toString=x').fields['toString']).toBe('x');
  });
});

describe('aliases', () => {
  test.each([
    ['hitlocation=0', 'hitloc', 'head'],
    ['means_of_death=MOD_PISTOL', 'mod', 'pistol'],
    ['means_of_death=14', 'mod', 'grenade'],
    ['item_name=MedKit', 'item', 'MedKit'],
    ['allied_score=4', 'allies_score', 4],
    ['winner=german', 'winning_team', 'axis'],
    ['players=12', 'player_count', 12],
    ['game_type=2', 'gametype', 'team'],
    ['max_players=20', 'maxclients', 20],
    ['from_team=american', 'old_team', 'allies'],
    ['to_team=4', 'new_team', 'axis'],
    ['is_team=1', 'team_only', true],
    ['killer_guid=77', 'attacker_guid', '77'],
    ['member_id=5', 'player_smf_id', '5'],
    ['smf_member_id=5', 'player_smf_id', '5'],
    ['attacker_member_id=5', 'attacker_smf_id', '5'],
    ['fired=3', 'shots_fired', 3],
  ])('%s', (sent, name, value) => {
    expect(only(`type=x_test&${sent}`).fields[name]).toBe(value);
  });

  test.each([
    ['player_kill', 'kill'],
    ['player_spawn', 'spawn'],
    ['team_join', 'team_change'],
    ['something_new', 'something_new'],
  ])('%s is called %s', (sent, type) => {
    const event = only(`type=${sent}`);
    expect([event.nativeType, event.type]).toEqual([sent, type]);
  });

  test('the name itself counts more than its alias, in either order', () => {
    expect(only('type=kill&hitlocation=neck&hitloc=head').hitLocation).toBe('head');
    expect(only('type=kill&hitloc=head&hitlocation=neck').hitLocation).toBe('head');
    expect(only('type=kill&hitloc=NIL&hitlocation=neck').hitLocation).toBe('neck');
  });

  test('positions under every key', () => {
    for (const keys of ['pos', 'player'])
      expect(only(`type=jump&player_name=A&${keys}_x=1&${keys}_y=2&${keys}_z=3`).actor?.place).toEqual([1, 2, 3]);
    expect(only('type=actor_spawn&actor_id=a&actor_x=1&actor_y=2&actor_z=3').actor?.place).toEqual([1, 2, 3]);
    expect(only('{"type":"item_pickup","player_guid":"5","location":"120 180 64"}').actor?.place).toEqual([120, 180, 64]);
    expect(only('type=jump&player_name=A&pos_x=99999&pos_y=2&pos_z=3').actor?.place).toBeNull();
    expect(only('type=jump&player_name=A&pos_x=1&pos_y=NIL&pos_z=3').actor?.place).toBeNull();
  });
});

test('clocks: seconds of the map, of Unix, milliseconds, dates, nothing', () => {
  const at = (stamp: string) => {
    const { gameTime, wallTime } = only(`{"type":"jump","timestamp":${stamp}}`);
    return [gameTime, wallTime];
  };
  expect(at('9.8')).toEqual([9.8, Number.NaN]);
  expect(at('"9.8"')).toEqual([9.8, Number.NaN]);
  expect(at('1738540800.5')).toEqual([Number.NaN, 1738540800500]);
  expect(at('1738540800500')).toEqual([Number.NaN, 1738540800500]);
  expect(at('"2026-02-02T10:00:00Z"')).toEqual([Number.NaN, Date.UTC(2026, 1, 2, 10)]);
  for (const none of ['"soon"', 'null', '-5', '""', '1e300', '[]']) expect(at(none)).toEqual([Number.NaN, Number.NaN]);
});

test('weapons, however they are spelt and wherever they stand', () => {
  const weapon = (body: string) => only(body).weapon;
  expect(weapon('type=kill&weapon=18&inflictor=Thompson')).toBe('Thompson');
  expect(weapon('type=kill&weapon=MOD_THOMPSON')).toBe('Thompson');
  expect(weapon('type=kill&weapon=7&inflictor=NIL')).toBe('');
  expect(weapon('type=kill&weapon=Explosion&mod=grenade')).toBe('');
  for (const spelling of ['Kar98k', 'KAR98K', 'kar98', 'Mauser KAR 98K'])
    expect(weapon(`type=reload&weapon=${spelling}`)).toBe('Mauser KAR 98K');
  expect(weapon('type=reload&weapon=m1_garand')).toBe('M1 Garand');
  expect(weapon('type=reload&weapon=Potato Gun')).toBe('Potato Gun');
  expect(weapon('type=weapon_change&old_weapon=BAR&new_weapon=Colt 45')).toBe('Colt 45');
});

describe('damage and limits', () => {
  test('an array that is cut keeps its whole events', () => {
    const { events, skipped, problem } = parseBody('[{"type":"jump","player_name":"{]"},{"type":"land"},{"type":"ki');
    expect(events.map(({ type }) => type)).toEqual(['jump', 'land']);
    expect([skipped, problem]).toEqual([1, 'The JSON is damaged or cut.']);
  });

  test('a spoilt event costs itself, a raw line break in a text nothing', () => {
    const { events, skipped } = parseBody('[{"type":"jump",},{"type":"chat","message":"a\nb"}]');
    expect(events.map(({ fields }) => fields['message'])).toEqual(['a b']);
    expect(skipped).toBe(1);
  });

  test('what is no event is counted', () => {
    expect(parseBody('[1,null,"x",[],{},{"type":""},{"type":5}]')).toMatchObject({ skipped: 6, events: [{ nativeType: '5' }] });
    expect(parseBody('hello\nworld')).toMatchObject({ skipped: 2, events: [] });
    expect(parseBody('')).toMatchObject({ skipped: 0, events: [] });
    expect(parseBody('\0\0')).toMatchObject({ skipped: 0, events: [] });
  });

  test('too large, too many, too deep, too wide', () => {
    const limits = { bytes: 1000, events: 3 };
    expect(parseBody('x'.repeat(1001), limits)).toMatchObject({ skipped: 1, events: [] });
    expect(parseBody(`[${Array.from({ length: 9 }, () => '{"type":"a"}').join()}]`, limits).events).toHaveLength(3);
    expect(parseBody('type=a\n'.repeat(9), limits).events).toHaveLength(3);
    expect(parseBody(`{"type":"a","x":${'['.repeat(5000)}${']'.repeat(5000)}}`)).toMatchObject({ skipped: 1, events: [] });
    expect(parseBody(`{"type":"a",${Array.from({ length: 300 }, (_, i) => `"k${i}":1`).join()}}`)).toMatchObject({
      skipped: 1,
      events: [],
    });
    expect(
      Object.keys(parseBody(`type=a&${Array.from({ length: 300 }, (_, i) => `k${i}=1`).join('&')}`).events[0]?.sent ?? {}).length,
    ).toBeLessThan(300);
  });
});

describe('properties', () => {
  const key = fc.stringMatching(/^[a-z]{3,8}_[a-z]{1,8}$/).filter((name) => !name.endsWith('_token') && !name.endsWith('_id'));
  const flat = fc.dictionary(key, fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean()));

  test('whatever is sent as JSON is kept as it was', () => {
    fc.assert(
      fc.property(fc.array(flat, { minLength: 1, maxLength: 20 }), (list) => {
        const sent = list.map((fields) => ({ ...fields, type: 'x_y' }));
        // Zero bytes are the engine's and go; -0 is written as 0.
        const expected = JSON.parse(JSON.stringify(sent)) as unknown;
        expect(parseBody(JSON.stringify(sent)).events.map((event) => event.sent)).toEqual(expected);
        expect(parseBody(sent.map((fields) => JSON.stringify(fields)).join('\n')).events.map((event) => event.sent)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  test('whatever an encoder wrote as a form is kept as it was', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
    fc.assert(
      fc.property(fc.dictionary(key, text), (fields) => {
        const form = Object.entries({ type: 'x_y', ...fields }).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
        expect(parseBody(form.join('&')).events[0]?.sent).toEqual({ type: 'x_y', ...fields });
      }),
      { numRuns: RUNS },
    );
  });

  test('any bytes are answered with events or a count, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { events, skipped, problem } = parseBody(bytes);
        expect(problem === null).toBe(skipped === 0);
        for (const { type } of events) expect(type).not.toBe('');
      }),
      { numRuns: RUNS },
    );
  });

  test('real bodies with bytes changed, left out or doubled', () => {
    const bodies = (['seed', 'lines', 'json'] as const).flatMap((dialect) =>
      [...simulateBodies({ dialect, minutes: 0.3, players: 3, bots: 1, faults: ['awkward'] })].map(({ body }) => body),
    );
    fc.assert(
      fc.property(
        fc.nat(bodies.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'cut', 'double')), { minLength: 1, maxLength: 8 }),
        (index, changes) => {
          let bytes = Buffer.from(bodies[index] ?? []);
          for (const [at, value, how] of changes) {
            const place = at % Math.max(1, bytes.length);
            if (how === 'set') bytes[place] = value;
            else if (how === 'cut') bytes = bytes.subarray(0, place);
            else bytes = Buffer.concat([bytes, bytes.subarray(place)]);
          }
          const { events, skipped } = parseBody(bytes);
          expect(events.length + skipped).toBeLessThan(10_000);
          for (const { actor, target } of events)
            for (const party of [actor, target]) expect(party?.place?.every(Number.isFinite) ?? true).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

test.each([
  ['head', 'head'],
  ['torso_upper', 'upper torso'],
  ['r_arm_lower', 'right lower arm'],
  ['l_foot', 'left foot'],
  ['', ''],
])('%s for people', (word, words) => {
  expect(bodyPart(word)).toBe(words);
});
