/** Who is meant, by guid, name and claims, and never by team. */
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { readEvent } from '../dialect/native-event.ts';
import { Identities } from './identities.ts';

/** Index of the person whom each event is about. */
function people(...told: readonly JsonObject[]): { readonly found: readonly (number | null)[]; readonly identities: Identities } {
  const identities = new Identities();
  const found = told.map((fields) => {
    const event = readEvent({ type: 'jump', ...fields });
    const actor = event === null || event.actor === null ? null : identities.resolve(event.actor);
    if (event !== null) identities.learn(event, actor);
    return actor?.index ?? null;
  });
  return { found, identities };
}

const player = (name: string, guid = '', more: JsonObject = {}): JsonObject => ({ player_name: name, player_guid: guid, ...more });

test('a team is nobody: the name decides, without its colours', () => {
  const { found, identities } = people(
    player('A', 'allies'),
    player('B', 'allies'),
    player('^1A^7', 'axis'),
    player('B', 'freeforall'),
    player('A', 'spectator'),
  );
  expect(found).toEqual([0, 1, 0, 1, 0]);
  expect(identities.people.map(({ scheme, id }) => [scheme, id])).toEqual([
    ['name', 'A'],
    ['name', 'B'],
  ]);
});

test('the world is nobody', () => {
  expect(people(player('world', 'world'), player('', 'world'), player('', '')).found).toEqual([null, null, null]);
});

test('a guid decides over the name; an event with only one of them finds the same person', () => {
  expect(people(player('A', '12345'), player('A2', '12345'), player('', '12345'), player('A2', ''), player('A2', '777')).found).toEqual([
    0, 0, 0, 0, 1,
  ]);
});

test('low numbers of forum members are no teams', () => {
  expect(people(player('A', '3'), player('B', '4'), player('A', '3')).found).toEqual([0, 1, 0]);
});

test('guests of one name in two slots are two; a slot that is given to somebody else is somebody else', () => {
  const same = people(player('Soldier', 'unauth_1'), player('Soldier', 'unauth_2'), player('Soldier', 'unauth_1'), player('', 'unauth_2'));
  expect(same.found).toEqual([0, 1, 0, 1]);
  expect(people(player('A', 'unauth_1'), player('B', 'unauth_1'), player('', 'unauth_1')).found).toEqual([0, 1, 1]);
});

test('who comes back, into whatever slot, is the same', () => {
  const left = { ...player('A', 'unauth_1'), type: 'disconnect' };
  expect(people(player('A', 'unauth_1'), left, player('B', 'unauth_1'), player('A', 'unauth_5'), player('', 'unauth_5')).found).toEqual([
    0, 0, 1, 0, 0,
  ]);
});

test('who logs in while playing stays the same', () => {
  const auth = { type: 'player_auth', ...player('A', 'unauth_1', { smf_member_id: '42' }) };
  const { found, identities } = people(
    player('A', 'unauth_1'),
    auth,
    player('A', '42'),
    player('Other', 'unauth_2'),
    player('Renamed', '42'),
  );
  expect(found).toEqual([0, 0, 0, 1, 0]);
  expect(identities.people[0]).toMatchObject({ scheme: 'smf', id: '42', name: 'Renamed' });
});

test('who changes the name stays the same', () => {
  const renamed = { type: 'client_userinfo_changed', ...player('A', 'unauth_1', { name: 'B' }) };
  expect(people(player('A', 'unauth_1'), renamed, player('B', 'unauth_1')).found).toEqual([0, 0, 0]);
});

test('bots are apart from people, by id, by flag or by name', () => {
  const { found, identities } = people(
    { type: 'bot_spawn', bot_id: 'bot_001', team: 'axis' },
    player('bot7', 'axis'),
    player('Hans', 'unauth_3', { player_is_bot: '1' }),
    player('bot7', 'axis'),
    player('Bottom', 'axis'),
  );
  expect(found).toEqual([0, 1, 2, 1, 3]);
  expect(identities.people.map(({ isBot }) => isBot)).toEqual([true, true, true, false]);
});

test('claims are kept with the person, by chat and by the tracker', () => {
  const { identities } = people(
    { type: 'chat', ...player('A', 'unauth_1', { message: '!claim moh-1234' }) },
    { type: 'chat', ...player('A', 'unauth_1', { message: 'claim MOH-1234' }) },
    { type: 'chat', ...player('A', 'unauth_1', { message: 'I claim nothing' }) },
    { type: 'identity_claim', ...player('A', 'unauth_1', { claimed_id: 'smf_id' }) },
  );
  expect(identities.people[0]?.claims).toEqual(['MOH-1234', 'smf_id']);
});
