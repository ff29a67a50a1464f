/** The sample files of trackers, every field of every event. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../../shared/session/model.ts';
import { eventsOf, readLog } from '../test-sessions.ts';
import { parseBody } from './body.ts';
import { isKnownType } from './event-types.ts';
import type { NativeEvent } from './native-event.ts';

const FOLDER = join(import.meta.dirname, '../../../../../../../shared/data/mohaa');
const here = existsSync(FOLDER);
if (!here) console.warn(`Skipped: sample files of trackers (no ${FOLDER}).`);

function load(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

function single(body: string): NativeEvent {
  const { events, skipped } = parseBody(body);
  const [event] = events;
  if (event === undefined || events.length !== 1 || skipped > 0) throw new Error(`${events.length} events, ${skipped} skipped`);
  return event;
}

/** What an event says, without what is the same in all of them. */
function said({ actor, target, weapon, means, hitLocation, fields }: NativeEvent): JsonObject {
  const { type: _, match_id: _m, timestamp: _t, server_id: _s, session_id: _i, ...more } = fields;
  const party = (one: typeof actor): JsonValue =>
    one === null ? null : [one.name, one.guid, one.team, one.place, Number.isNaN(one.yaw) ? null : one.yaw];
  return {
    actor: party(actor),
    target: party(target),
    weapon,
    means,
    hitLocation,
    fields: more as JsonObject,
  };
}

const ONE = ['SoldierOne', 'allies', '', null, null];
const TWO = ['SniperTwo', 'axis', '', null, null];
const ONE_FIELDS = { player_name: 'SoldierOne', player_guid: 'allies' };
const NO_ONE = { actor: null, target: null, weapon: '', means: '', hitLocation: '' };
const BY_ONE = { ...NO_ONE, actor: ONE };

/** Each form of the first tracker: when, and what it says. */
const SEED: Readonly<Record<string, readonly [number, JsonObject]>> = {
  match_start: [12, { ...NO_ONE, fields: { map_name: 'dm/mohdm1', gametype: 'team', timelimit: 20, fraglimit: 50, maxclients: 20 } }],
  heartbeat: [42, { ...NO_ONE, fields: { map_name: 'dm/mohdm1', round_number: 1, allies_score: 3, axis_score: 2, player_count: 6 } }],
  connect: [15, { ...BY_ONE, fields: { client_num: 3, ...ONE_FIELDS } }],
  spawn: [
    16,
    {
      ...BY_ONE,
      actor: ['SoldierOne', 'allies', 'allies', [-420, -845, 288], null],
      fields: { ...ONE_FIELDS, team: 'allies', pos_x: -420, pos_y: -845, pos_z: 288 },
    },
  ],
  kill: [
    33.45,
    {
      actor: ['SoldierOne', 'allies', 'allies', [120.5, -300.25, 48], 91],
      target: ['SniperTwo', 'axis', 'axis', [512, -288, 64], null],
      weapon: 'Thompson',
      means: 'bullet',
      hitLocation: 'head',
      fields: {
        attacker_name: 'SoldierOne',
        attacker_guid: 'allies',
        attacker_team: 'allies',
        attacker_x: 120.5,
        attacker_y: -300.25,
        attacker_z: 48,
        attacker_pitch: 2.5,
        attacker_yaw: 91,
        victim_name: 'SniperTwo',
        victim_guid: 'axis',
        victim_team: 'axis',
        victim_x: 512,
        victim_y: -288,
        victim_z: 64,
        weapon: '18',
        hitloc: 'head',
        inflictor: 'Thompson',
      },
    },
  ],
  kill_world: [
    40,
    {
      actor: null,
      target: ['SniperTwo', 'axis', 'axis', [512, -288, -64], null],
      weapon: '',
      means: 'falling',
      hitLocation: 'general',
      fields: {
        attacker_name: 'world',
        attacker_guid: 'world',
        victim_name: 'SniperTwo',
        victim_guid: 'axis',
        victim_team: 'axis',
        victim_x: 512,
        victim_y: -288,
        victim_z: -64,
        weapon: '7',
        hitloc: 'general',
      },
    },
  ],
  death: [
    33.45,
    {
      ...NO_ONE,
      target: ['SniperTwo', 'axis', 'axis', [512, -288, 64], null],
      weapon: 'Thompson',
      fields: {
        player_name: 'SniperTwo',
        player_guid: 'axis',
        player_team: 'axis',
        inflictor: 'Thompson',
        pos_x: 512,
        pos_y: -288,
        pos_z: 64,
      },
    },
  ],
  damage: [
    33.3,
    {
      actor: ONE,
      target: TWO,
      weapon: '',
      means: 'bullet',
      hitLocation: '',
      fields: {
        victim_name: 'SniperTwo',
        victim_guid: 'axis',
        damage: 35,
        weapon: '18',
        attacker_name: 'SoldierOne',
        attacker_guid: 'allies',
      },
    },
  ],
  weapon_fire: [
    33.2,
    {
      ...BY_ONE,
      actor: ['SoldierOne', 'allies', '', [120.5, -300.25, 48], 91],
      weapon: 'Thompson',
      fields: {
        ...ONE_FIELDS,
        weapon: 'Thompson',
        ammo_remaining: 22,
        pos_x: 120.5,
        pos_y: -300.25,
        pos_z: 48,
        aim_pitch: 2.5,
        aim_yaw: 91,
      },
    },
  ],
  weapon_hit: [
    33.25,
    {
      ...BY_ONE,
      target: TWO,
      hitLocation: 'torso_upper',
      fields: { ...ONE_FIELDS, hitloc: 'torso_upper', target_name: 'SniperTwo', target_guid: 'axis' },
    },
  ],
  headshot: [
    33.45,
    {
      ...BY_ONE,
      target: TWO,
      weapon: 'Thompson',
      fields: { ...ONE_FIELDS, weapon: 'Thompson', victim_name: 'SniperTwo', victim_guid: 'axis' },
    },
  ],
  reload: [34, { ...BY_ONE, weapon: 'Thompson', fields: { ...ONE_FIELDS, weapon: 'Thompson' } }],
  weapon_change: [35, { ...BY_ONE, weapon: 'Colt 45', fields: { ...ONE_FIELDS, old_weapon: 'Thompson', new_weapon: 'Colt 45' } }],
  grenade_throw: [
    36,
    {
      ...BY_ONE,
      actor: ['SoldierOne', 'allies', '', [1, 2, 3], null],
      fields: { ...ONE_FIELDS, projectile: 'grenade', pos_x: 1, pos_y: 2, pos_z: 3 },
    },
  ],
  grenade_explode: [39, { ...NO_ONE, fields: { projectile: 'grenade' } }],
  jump: [37, { ...BY_ONE, actor: ['SoldierOne', 'allies', '', [1, 2, 3], null], fields: { ...ONE_FIELDS, pos_x: 1, pos_y: 2, pos_z: 3 } }],
  land: [37.6, { ...BY_ONE, fields: { ...ONE_FIELDS, fall_height: 48 } }],
  crouch: [38, { ...BY_ONE, fields: ONE_FIELDS }],
  prone: [38, { ...BY_ONE, fields: ONE_FIELDS }],
  distance: [60, { ...BY_ONE, fields: { ...ONE_FIELDS, walked: 1200.5, sprinted: 300, driven: 0 } }],
  ladder_mount: [61, { ...BY_ONE, fields: ONE_FIELDS }],
  item_pickup: [62, { ...BY_ONE, fields: { ...ONE_FIELDS, item: 'MedKit', count: 25 } }],
  team_change: [63, { ...BY_ONE, fields: { ...ONE_FIELDS, old_team: 'spectator', new_team: 'allies' } }],
  chat: [64, { ...BY_ONE, fields: { ...ONE_FIELDS, message: 'gg & wp = 100%' } }],
  round_start: [70, { ...NO_ONE, fields: { round_number: 2 } }],
  round_end: [130, { ...NO_ONE, fields: { round_number: 2, winning_team: 'allies' } }],
  match_end: [
    900,
    {
      ...NO_ONE,
      fields: { map_name: 'dm/mohdm1', duration: 888, winning_team: 'allies', allies_score: 5, axis_score: 3, total_rounds: 2 },
    },
  ],
  disconnect: [899, { ...BY_ONE, fields: ONE_FIELDS }],
};

const NUMBERS =
  /_(score|votes|fired|hit|amount|restored|height|count|delta|number|time)$|^(damage|duration|radius|speed|distance|players|score|progress)$/;
const PERSON = /^(player|attacker|victim|killer|target|opener|driver|destroyer)_guid$|^(bot|actor)_id$/;

describe.skipIf(!here)('sample files', () => {
  test('the forms of the first tracker', () => {
    const { bodies } = load('v2_form_bodies.json') as { readonly bodies: Readonly<Record<string, string>> };
    expect(Object.keys(bodies).toSorted()).toEqual(Object.keys(SEED).toSorted());
    for (const [name, body] of Object.entries(bodies)) {
      const [time, expected] = SEED[name] ?? [0, {}];
      const parsed = parseBody(body);
      expect(parsed.token, `of ${name}`).toBe('dev-server-token-replace-in-production');
      const event = single(body);
      expect([event.gameTime, event.matchId, event.serverId], `of ${name}`).toEqual([time, 'match_sess_0_12', 'dev-server-01']);
      expect(said(event), `of ${name}`).toEqual(expected);
      // As sent: every field of the body, and only the token is gone.
      const sent = Object.fromEntries(
        body
          .replace('gg & wp', 'gg %26 wp')
          .split('&')
          .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1).replace('%26', '&')]),
      );
      delete sent['server_token'];
      // What people log in with is kept by nobody.
      expect(event.sent, `of ${name}`).toEqual('auth_token' in sent ? { ...sent, auth_token: '(hidden)' } : sent);
    }
  });

  test('the real flush, the same with texts for numbers, and with the zero byte of the story', () => {
    const { body } = load('real_flush_2026-02-06.json') as { readonly body: readonly JsonObject[] };
    const texts = load('v3_all_strings_variant.json') as readonly JsonObject[];
    const place = [-67.0411, 1504.86, 384.125];
    const daichi = ['Daichi', 'unauth_39', 'allies', place, 253.74];
    for (const list of [body, texts]) {
      const event = single(`${JSON.stringify(list)}\0`);
      expect(event.sent).toEqual(list[0]);
      expect([event.gameTime, event.matchId, event.sessionId, event.nativeType, event.type]).toEqual([
        9.8,
        '',
        'sess_f88106789e6e168b',
        'player_kill',
        'kill',
      ]);
      expect(said(event)).toEqual({
        actor: daichi,
        target: daichi,
        weapon: '',
        means: 'grenade',
        hitLocation: 'general',
        fields: {
          damage: 112.487,
          weapon: 'Explosion',
          mod: 'grenade',
          hitloc: 'general',
          ...Object.fromEntries(
            ['attacker', 'victim'].flatMap((prefix) =>
              Object.entries({
                name: 'Daichi',
                guid: 'unauth_39',
                team: 'allies',
                x: place[0],
                y: place[1],
                z: place[2],
                pitch: 0,
                yaw: 253.74,
                stance: 'stand',
              }).map(([field, value]) => [`${prefix}_${field}`, value]),
            ),
          ),
        },
      });
    }
  });

  test('every event of the later authors: its type is known, its fields are kept, and under one name each', () => {
    const groups = load('bruno_sample_events.json') as readonly { readonly events: readonly JsonValue[] }[];
    const events = groups
      .flatMap((group) => group.events)
      .filter((event) => typeof event === 'object' && event !== null) as readonly JsonObject[];
    expect(events.length).toBeGreaterThan(95);
    for (const sent of events) {
      const name = JSON.stringify(sent);
      const event = single(`[${name}]`);
      expect(isKnownType(event.nativeType), `of ${name}`).toBe(true);
      // What people log in with is kept by nobody.
      expect(event.sent, `of ${name}`).toEqual('auth_token' in sent ? { ...sent, auth_token: '(hidden)' } : sent);
      expect([event.matchId, event.gameTime], `of ${name}`).toEqual([sent['match_id'], Number.NaN]);
      expect(event.wallTime, `of ${name}`).toBe(
        typeof sent['timestamp'] === 'number' ? sent['timestamp'] * 1000 : Date.parse(sent['timestamp'] as string),
      );
      // No field is lost under another name, and none is made up.
      expect(Object.keys(event.fields), `of ${name}`).toHaveLength(Object.keys(sent).length);
      const values = Object.values(event.fields);
      const lost = Object.entries(sent).filter(([key, value]) => NUMBERS.test(key) && !values.includes(value));
      expect(lost, `of ${name}`).toEqual([]);
      // What crushes somebody is a thing.
      const people = Object.keys(sent).filter((key) => PERSON.test(key) && (sent['type'] !== 'player_crushed' || key === 'victim_guid'));
      const guids: readonly unknown[] = [event.actor?.guid, event.target?.guid];
      expect(
        people.filter((key) => !guids.includes(sent[key])),
        `of ${name}`,
      ).toEqual([]);
      const place = event.place ?? event.actor?.place ?? undefined;
      expect(place, `of ${name}`).toEqual(typeof sent['location'] === 'string' ? sent['location'].split(' ').map(Number) : undefined);
    }
  });

  test.each(['bruno_sample_events.json', 'v2_form_bodies.json', 'real_flush_2026-02-06.json', 'v3_all_strings_variant.json'])(
    '%s is a recording',
    async (name) => {
      const sessions = await readLog(readFileSync(join(FOLDER, name)), name);
      const events = (await Promise.all(sessions.map(eventsOf))).flat();
      const expected = name.startsWith('v2') ? 28 : name.startsWith('bruno') ? 106 : 1;
      expect(events).toHaveLength(expected);
      for (const { data, nativeType } of events) expect(data?.['type']).toBe(nativeType);
      // The later authors' samples lie a year apart.
      expect(sessions.length === 1).toBe(!name.startsWith('bruno'));
      expect(Math.max(...sessions.map((session) => session.info().durationMs))).toBeLessThan(1_000_000);
    },
  );
});
