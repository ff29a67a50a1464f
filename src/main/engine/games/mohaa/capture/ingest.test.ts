/** The listener as trackers and strangers meet it: every dialect over real HTTP, who is let in, and what is answered to what cannot be taken. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import type { Engine } from '../../../engine.ts';
import { allPayloads, ended, EVENTS_PATH, listening, rows, samplePath, until } from './testing.ts';

const hasSamples = existsSync(samplePath('enums.json'));
if (!hasSamples) console.warn(`Skipped: sample files of trackers (no ${samplePath('')}).`);

const dirs: string[] = [];
const engines: Engine[] = [];
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

async function open(settings: Readonly<Record<string, string | number | boolean>> = {}, log?: Parameters<typeof listening>[2]) {
  const dir = mkdtempSync(join(tmpdir(), 'sandtable-mohaa-'));
  dirs.push(dir);
  const listener = await listening(join(dir, 'library'), settings, log);
  engines.push(listener.engine);
  return { ...listener, dir };
}

async function closeAll(): Promise<void> {
  await Promise.all(engines.splice(0).map(async (engine) => await engine.close()));
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
  readonly headers: Headers;
}

async function post(
  base: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  path = EVENTS_PATH,
): Promise<Answer> {
  const response = await fetch(base + path, { method: 'POST', body: Buffer.from(body), headers });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith('{') ? (JSON.parse(text) as unknown) : null, headers: response.headers };
}

/** Of a form as its script wrote it: nothing is encoded. */
function formFields(body: string): JsonObject {
  const entries = body.split(/&(?=\w+=)/).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  return Object.fromEntries(entries.filter(([name]) => name !== 'server_token'));
}

const KILL = { type: 'player_kill', match_id: 'no_match', session_id: 'sess_1', timestamp: 9.8, attacker_name: 'A', victim_name: 'B' };

describe('what trackers send', { timeout: 60_000 }, () => {
  let base = '';
  /** Of everything that the tests below send, as the library has it. */
  let stored: readonly JsonObject[] = [];
  let engine: Engine;
  const answers = new Map<string, readonly Answer[]>();
  const samples = hasSamples ? readSamples() : null;

  beforeAll(async () => {
    ({ engine, base } = await open({ open: true }));
    for (const [name, bodies] of Object.entries({ ...samples?.bodies, read: READ.map(([body]) => [body, FORM] as const) })) {
      const given: Answer[] = [];
      for (const [body, type] of bodies) given.push(await post(base, body, { 'content-type': type }));
      answers.set(name, given);
    }
    await post(base, JSON.stringify([{ ...KILL, ...RESULT_OF }]), { 'content-type': JSON_TYPE });
    const results = [JSON.stringify(RESULT), '{', '{}'];
    answers.set('result', await Promise.all(results.map(async (body) => await post(base, body, {}, '/api/v1/ingest/match-result'))));
    await ended(engine);
    stored = await allPayloads(engine);
  }, 60_000);
  afterAll(closeAll);

  const answered = (name: string): readonly unknown[] => answers.get(name)?.map(({ status, json }) => [status, json]) ?? [];

  test.runIf(samples !== null)('the first tracker: every body, every field, and the answer that names the type', async () => {
    const { forms = [] } = samples ?? {};
    expect(forms).toHaveLength(28);
    expect(answered('forms')).toEqual(forms.map((body) => [202, { status: 'accepted', type: formFields(body)['type'] }]));
    for (const body of forms) expect(stored).toContainEqual(expect.objectContaining(formFields(body)));
    expect(await rows(engine)).toContainEqual(
      expect.objectContaining({ status: 'ready', world: 'dm/mohdm1', title: 'Team match on Southern France, dev-server-01' }),
    );
  });

  test.runIf(samples !== null)('the later trackers: arrays, the closing zero of the real flush, and texts in place of numbers', () => {
    const { flush = [], texts = [] } = samples ?? {};
    expect(answered('later')).toEqual([flush, texts].map(({ length }) => [202, { status: 'accepted', processed: length }]));
    for (const sent of [...flush, ...texts]) expect(stored).toContainEqual(expect.objectContaining(sent));
  });

  test.runIf(samples !== null)('every event type of the later list, as one array and as lines', () => {
    const { types = [] } = samples ?? {};
    expect(answered('types')).toEqual(Array.from({ length: 2 }, () => [202, { status: 'accepted', processed: types.length }]));
    for (const sent of types) {
      // What people log in with is nobody's business.
      const kept = 'auth_token' in sent ? { ...sent, auth_token: '(hidden)' } : sent;
      for (const sentAs of ['array', 'lines']) expect(stored).toContainEqual(expect.objectContaining({ ...kept, sentAs }));
    }
  });

  test('what can be read of a body is taken, the rest is skipped', () => {
    expect(answered('read')).toEqual(READ.map(([, expected]) => [202, expected]));
    expect(stored).toContainEqual(expect.objectContaining({ player_name: 'a&b=c 100%+' }));
    expect(stored).toContainEqual(expect.objectContaining({ any: 'thing' }));
  });

  test('a result that is reported is recorded, with the match that it belongs to', async () => {
    expect(answered('result')).toEqual([
      [200, { status: 'processed' }],
      [400, { error: 'Invalid JSON' }],
      [400, { error: 'Missing match_id' }],
    ]);
    const [row, ...more] = (await rows(engine)).filter(({ result }) => result === '3 : 10');
    expect(more).toEqual([]);
    expect(row?.events).toBe(2);
    const { info } = await engine.client.call('sessions.get', { id: row?.id ?? '' });
    expect(info.eventsByType).toEqual({ kill: 1, match_end: 1 });
    expect(info.data).toMatchObject({ winning_team: 'axis', server: RESULT_OF.server_id, match_id: RESULT_OF.match_id });
  });

  test('nothing is stored but what was taken', () => {
    const { forms = [], flush = [], texts = [], types = [] } = samples ?? {};
    expect(stored).toHaveLength(forms.length + flush.length + texts.length + 2 * types.length + 11 + 2);
  });
});

const RESULT_OF = { match_id: 'match_0123456789abcdef', server_id: 'of results', map_name: 'dm/mohdm6' };
const RESULT = { ...RESULT_OF, gametype: 'tdm', duration: 600, winning_team: 'axis', allies_score: 3, axis_score: 10, total_rounds: 2 };

const LINE = 'type=jump&player_name=a&b=c 100%+&timestamp=5&server_id=s1';
/** Bodies, and the answers to them; 11 events. */
const READ: readonly (readonly [string, unknown])[] = [
  [`${LINE}\n\n${LINE}\nnothing at all\n${LINE}`, { status: 'accepted', processed: 3 }],
  [`${LINE}\n${JSON.stringify(KILL)}\n[${JSON.stringify(KILL)}]`, { status: 'accepted', processed: 3 }],
  [`[${JSON.stringify(KILL)},null,7,{"no":"type"}]`, { status: 'accepted', processed: 1 }],
  [`[${JSON.stringify(KILL)},{"type":"player_ki`, { status: 'accepted', processed: 1 }],
  ['[]', { status: 'accepted', processed: 0 }],
  [JSON.stringify(KILL), { status: 'accepted', type: 'player_kill' }],
  [JSON.stringify(KILL, null, 2), { status: 'accepted', type: 'player_kill' }],
  ['type=never_heard_of&any=thing&timestamp=6', { status: 'accepted', type: 'never_heard_of' }],
];

/** What the authors of trackers wrote down of theirs: as events, and as the bodies that they are sent in. */
function readSamples() {
  const read = (name: string): unknown => JSON.parse(readFileSync(samplePath(name), 'utf8'));
  const forms = Object.values((read('v2_form_bodies.json') as { bodies: Record<string, string> }).bodies);
  const flush = (read('real_flush_2026-02-06.json') as { body: JsonObject[] }).body;
  const texts = read('v3_all_strings_variant.json') as JsonObject[];
  const types = (read('bruno_sample_events.json') as { events: JsonObject[] }[])
    .flatMap(({ events }) => events)
    .map((event): JsonObject => ({ ...event, timestamp: 1_738_540_800 }));
  const sentAs = (how: string): readonly JsonObject[] => types.map((event) => ({ ...event, sentAs: how }));
  const lines = sentAs('lines').map((event) => JSON.stringify(event));
  const bodies: Readonly<Record<string, readonly (readonly [body: string, type: string])[]>> = {
    forms: forms.map((body) => [body, FORM]),
    later: [`${JSON.stringify(flush)}\0`, JSON.stringify(texts)].map((body) => [body, JSON_TYPE]),
    types: [JSON.stringify(sentAs('array')), lines.join('\r\n')].map((body) => [body, JSON_TYPE]),
  };
  return { forms, flush, texts, types, bodies };
}

describe('who is let in', { timeout: 60_000 }, () => {
  afterEach(closeAll);

  test('tokens: told once, kept hashed, taken in three places, revoked', async () => {
    const { engine, base, dir } = await open();
    const { client } = engine;
    const { token, secret } = await client.call('capture.token.make', { id: 'mohaa', name: 'My server' });
    const list = async () => (await client.call('capture.list', {})).find(({ id }) => id === 'mohaa')?.tokens;
    expect(await list()).toEqual([token]);
    expect(token).toMatchObject({ name: 'My server', byItself: false, heardAt: null });
    const event = 'type=jump&player_name=A&timestamp=1';
    const missing = { status: 401, json: { error: 'Missing server token' } };
    const invalid = { status: 401, json: { error: 'Invalid server token' } };
    expect(await post(base, event)).toMatchObject(missing);
    expect(await post(base, '')).toMatchObject(missing);
    expect(await post(base, event, { 'x-server-token': 'wrong' })).toMatchObject(invalid);
    expect(await post(base, event, { authorization: `Bearer ${secret}x` })).toMatchObject(invalid);
    expect(await post(base, `${event}&server_token=${token.id}`)).toMatchObject(invalid);
    expect(await post(base, event, { 'x-server-token': 'x'.repeat(4000) })).toMatchObject(invalid);
    const taken = { status: 202 };
    expect(await post(base, event, { 'x-server-token': secret })).toMatchObject(taken);
    expect(await post(base, event, { authorization: `Bearer ${secret}` })).toMatchObject(taken);
    expect(await post(base, event, { authorization: secret })).toMatchObject(taken);
    expect(await post(base, `${event}&server_token=${secret}&server_id=s`)).toMatchObject(taken);
    expect(await post(base, JSON.stringify([{ type: 'jump', server_token: secret }]))).toMatchObject(taken);
    expect(await post(base, event, {}, `${EVENTS_PATH}?server_token=${secret}`)).toMatchObject(taken);
    await until('that it was heard', async () => ((await list())?.[0]?.heardAt === null ? null : true));
    await client.call('capture.token.revoke', { id: 'mohaa', token: token.id });
    expect(await post(base, event, { 'x-server-token': secret })).toMatchObject(invalid);
    expect(await list()).toEqual([]);
    await expect(client.call('capture.token.revoke', { id: 'mohaa', token: token.id })).rejects.toThrow('revoked already');
    await expect(client.call('capture.token.make', { id: 'ocap', name: 'x' })).rejects.toThrow('need no tokens');
    await ended(engine);
    // The token's name is the server's; it stands nowhere itself.
    expect((await rows(engine)).map(({ title }) => title).toSorted()).toEqual(['Match, My server', 'Match, s']);
    await engine.close();
    engines.splice(0);
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    expect(files.filter((file) => readFileSync(join(file.parentPath, file.name)).includes(secret))).toEqual([]);
  });

  test('servers register themselves as the tracker of today does, and tokens outlive the engine', async () => {
    const { engine, base, dir } = await open();
    const register = async (name: string): Promise<{ server_id: string; token: string }> => {
      const answer = await post(base, JSON.stringify({ name, ip_address: '10.0.0.5', port: '12203' }), {}, '/api/v1/servers/register');
      expect(answer.status).toBe(200);
      return answer.json as { server_id: string; token: string };
    };
    const first = await register('Bunker');
    const again = await register('Bunker');
    const other = await register('Beach');
    expect(again.server_id).toBe(first.server_id);
    expect(other.server_id).not.toBe(first.server_id);
    const send = async (to: string, token: string) => (await post(to, JSON.stringify([KILL]), { 'x-server-token': token })).status;
    expect([await send(base, first.token), await send(base, again.token), await send(base, other.token)]).toEqual([401, 202, 202]);
    const known = async (id: string, token: string): Promise<unknown> => {
      const answer = await fetch(`${base}/api/v1/servers/${id}`, { headers: { authorization: `Bearer ${token}` } });
      return await answer.json();
    };
    expect(await known(other.server_id, other.token)).toEqual({ server_id: other.server_id, name: 'Beach' });
    expect(await known(other.server_id, first.token)).toEqual({ error: 'Invalid server token' });
    const asForm = await post(base, 'name=Bridge&ip_address=10.0.0.5&port=12204', {}, '/api/v1/servers/register');
    expect(asForm.json).toEqual({ server_id: expect.any(String), token: expect.any(String) });
    expect((await post(base, '[1]', {}, '/api/v1/servers/register')).status).toBe(400);
    await engine.close();
    engines.splice(0);
    const later = await listening(join(dir, 'library'));
    engines.push(later.engine);
    expect([await send(later.base, again.token), await send(later.base, first.token)]).toEqual([202, 401]);
  });
});

/** As a page does whose name was pointed here. */
async function rebound(base: string): Promise<string> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  const body = JSON.stringify(KILL);
  socket.write(
    `POST ${EVENTS_PATH} HTTP/1.1\r\nHost: attacker.example:${port}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  let answer = '';
  for await (const part of socket) answer += String(part);
  return answer;
}

describe('people', { timeout: 60_000 }, () => {
  afterEach(closeAll);

  test('a code that somebody shows joins who plays to who is claimed', async () => {
    const { base } = await open({ open: true });
    const claimed = '/api/v1/auth/verify';
    expect(await post(base, 'x', {}, claimed)).toMatchObject({ status: 400 });
    expect(await post(base, '{"token":"MOH-0000","player_guid":"7"}', {}, claimed)).toMatchObject({
      status: 401,
      json: { error: 'Invalid or expired token' },
    });
    const kill = { ...KILL, attacker_guid: '77', attacker_name: 'Anna', victim_guid: '78', victim_name: 'Bo' };
    // The second one says that nothing can come any more that was before the first.
    await post(base, JSON.stringify([kill, { ...kill, timestamp: 20 }]));
    const begun = await until('a code', async () => {
      const answer = await post(base, '{"player_guid":"77"}', { 'content-type': JSON_TYPE }, '/api/v1/auth/claim/init');
      return answer.status === 200 ? (answer.json as { code: string }) : null;
    });
    expect(await post(base, JSON.stringify({ token: begun.code, player_guid: '90', player_name: 'Anna2' }), {}, claimed)).toMatchObject({
      status: 200,
      json: { valid: true, status: 'verified', player_guid: '90', player_name: 'Anna2' },
    });
  });
});

describe('what cannot be taken', { timeout: 60_000 }, () => {
  let base = '';
  let engine: Engine;
  beforeAll(async () => {
    ({ base, engine } = await open({ open: true }));
  });
  afterAll(closeAll);

  test('web pages and other names are turned away from everything', async () => {
    const before = (await rows(engine)).length;
    const paths = [EVENTS_PATH, '/api/v1/ingest/match-result', '/api/v1/servers/register'];
    for (const path of paths) {
      expect((await post(base, JSON.stringify(KILL), { origin: 'http://example.org' }, path)).status, `at ${path}`).toBe(403);
      expect((await post(base, JSON.stringify(KILL), { 'sec-fetch-site': 'cross-site' }, path)).status, `at ${path}`).toBe(403);
    }
    for (const path of ['/health', '/ready', '/metrics'])
      expect((await fetch(base + path, { headers: { origin: 'http://localhost:3000' } })).status).toBe(403);
    expect(await rebound(base)).toContain('HTTP/1.1 421');
    expect((await rows(engine)).length).toBe(before);
  });

  test.each([
    ['', FORM, 'Missing event type'],
    ['\0\0', FORM, 'Missing event type'],
    ['player_name=A&timestamp=1', FORM, 'Missing event type'],
    ['{"no":"type"}', JSON_TYPE, 'Missing event type'],
    ['{"type":""}', JSON_TYPE, 'Missing event type'],
    ['{"type":', JSON_TYPE, 'Invalid JSON: The JSON is damaged or cut.'],
    ['nonsense', JSON_TYPE, 'Invalid JSON: A line is neither a form nor JSON.'],
    ['nonsense', FORM, 'Missing event type'],
    ['[{"type":', JSON_TYPE, 'Invalid JSON array'],
    [
      `{"type":"x","deep":${'['.repeat(50)}${']'.repeat(50)}}`,
      JSON_TYPE,
      'Invalid JSON: An event has too many fields, or fields that are nested too deeply.',
    ],
  ])('400 to %j as %s', async (body, type, error) => {
    const answer = await post(base, body, { 'content-type': type });
    expect([answer.status, answer.json]).toEqual([400, { error }]);
  });

  test('413 to what is larger than 1 MiB, also when nobody says how large', async () => {
    const answer = { status: 413, json: { error: 'Request body too large' } };
    const padded = (bytes: number): string => `type=chat&message=${'x'.repeat(bytes - 'type=chat&message='.length)}`;
    expect(await post(base, padded(2 ** 20))).toMatchObject({ status: 202 });
    expect(await post(base, padded(2 ** 20 + 1))).toMatchObject(answer);
    const { hostname, port } = new URL(base);
    const socket = connect(Number(port), hostname);
    socket.write(`POST ${EVENTS_PATH} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const part = 'x'.repeat(64 * 1024);
    for (let i = 0; i < 20; i++) socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
    const [head] = (await until('an answer', () => socket.read() as Buffer | null)).toString().split('\r\n');
    expect(head).toBe('HTTP/1.1 413 Payload Too Large');
    socket.destroy();
    expect((await post(base, `{"x":"${'x'.repeat(2 ** 20)}"}`, {}, '/api/v1/ingest/match-result')).status).toBe(413);
  });

  test('nothing else is here', async () => {
    expect((await fetch(base + EVENTS_PATH)).status).toBe(404);
    expect((await fetch(`${base}/etc/passwd`)).status).toBe(404);
  });
});

describe('operations', { timeout: 60_000 }, () => {
  afterEach(closeAll);

  test('health, readiness, which is none while the library takes no files, and the six numbers of the older server', async () => {
    const { base, dir } = await open({ open: true });
    await post(base, JSON.stringify([KILL, { ...KILL, timestamp: 10 }]));
    const health = (await (await fetch(`${base}/health`)).json()) as { status: string; timestamp: string };
    expect([health.status, Number.isNaN(Date.parse(health.timestamp))]).toEqual(['ok', false]);
    const ready = await fetch(`${base}/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, checks: { library: true, storage: true, queue: true }, queueDepth: expect.any(Number) },
    ]);
    const metrics = await (await fetch(`${base}/metrics`)).text();
    const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
    expect([value('mohaa_events_ingested_total'), value('mohaa_events_processed_total')]).toEqual([2, 2]);
    expect([value('mohaa_events_failed_total'), value('mohaa_events_load_shed_total')]).toEqual([0, 0]);
    expect(value('mohaa_worker_queue_depth')).toBeGreaterThanOrEqual(0);
    expect(value('mohaa_batch_insert_duration_seconds_count')).toBe(1);
    expect(metrics).toContain('# TYPE mohaa_batch_insert_duration_seconds histogram');
    const tmp = join(dir, 'library', 'tmp');
    rmSync(tmp, { recursive: true });
    const unready = await until('that it is not ready', async () => {
      const answer = await fetch(`${base}/ready`);
      return answer.status === 503 ? ((await answer.json()) as JsonObject) : null;
    });
    expect(unready).toMatchObject({ ready: false, checks: { library: true, storage: false, queue: true } });
    mkdirSync(tmp);
    await until('that it is ready', async () => ((await fetch(`${base}/ready`)).ok ? true : null));
  });

  test('a full queue turns away at once, is not ready, and loses nothing that it took', async () => {
    const { engine, base } = await open({ open: true, queue: 40 });
    const body = JSON.stringify(Array.from({ length: 20 }, (_, i) => ({ ...KILL, timestamp: 10 + i })));
    const answers = await Promise.all(Array.from({ length: 30 }, async () => await post(base, body, { 'x-server-token': 'one' })));
    const taken = answers.filter(({ status }) => status === 202).length;
    const refused = answers.filter(({ status }) => status === 429);
    expect(taken + refused.length).toBe(30);
    expect(refused.length).toBeGreaterThan(0);
    for (const { json, headers } of refused)
      expect([json, headers.get('retry-after')]).toEqual([{ error: 'System overloaded, retry later' }, '1']);
    // One body that can never fit.
    expect((await post(base, JSON.stringify(Array.from({ length: 41 }, () => KILL)))).status).toBe(429);
    const shed = /^mohaa_events_load_shed_total (\d+)$/m.exec(await (await fetch(`${base}/metrics`)).text())?.[1];
    expect(Number(shed)).toBeGreaterThan(refused.length);
    await until('room', async () => ((await post(base, body, { 'x-server-token': 'one' })).status === 202 ? true : null));
    await ended(engine);
    expect(await allPayloads(engine)).toHaveLength((taken + 1) * 20);
  });

  test('each notable thing is one line of the log, and no line has a token', async () => {
    const lines: string[] = [];
    const { engine, base } = await open({}, (event, fields) => void lines.push(JSON.stringify({ event, ...fields })));
    const answer = await post(base, '{"name":"Bunker","ip_address":"10.0.0.5","port":"12203"}', {}, '/api/v1/servers/register');
    const { token } = answer.json as { token: string };
    await post(base, JSON.stringify([KILL]), { 'x-server-token': token });
    await ended(engine);
    const events = lines.map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events).toEqual(['listening', 'server_registered', 'match_begun', 'match_ended']);
    expect(lines.join('')).not.toContain(token);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ capture: 'mohaa', server: 'Bunker' });
  });
});
