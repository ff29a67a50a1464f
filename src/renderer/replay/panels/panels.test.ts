import { describe, expect, it } from 'vitest';
import type { GameProfile } from '../../../shared/games/profile.ts';
import { eventCode, type EventType } from '../../../shared/session/event-types.ts';
import type { EntityInfo } from '../../../shared/session/model.ts';
import type { EventTable, FrameState, LoadedSession, Playback } from '../playback/types.ts';
import { currentAt, filterEvents, lastAtOrBefore } from './event-filter.ts';
import { eventWords, joined } from './event-words.ts';
import { Metrics } from './metrics.ts';
import { countHere, rosterGroups, rosterRows } from './roster-rows.ts';
import { firstTeams, teamsNow } from './use-teams.ts';

interface Happening {
  readonly t: number;
  readonly type: EventType;
  readonly actor?: number;
  readonly target?: number;
  readonly weapon?: number;
}

const STRINGS = ['', 'MX 6.5 mm', 'killed'];

function person(id: number, name: string, team: string): EntityInfo {
  return { id, kind: 'player', nativeId: String(id), name, team, group: null, className: null, firstT: 0, lastT: 1000, data: null };
}

function session(happenings: readonly Happening[]): LoadedSession {
  const column = (of: (h: Happening) => number): Int32Array => Int32Array.from(happenings, of);
  const events: EventTable = {
    count: happenings.length,
    t: column((h) => h.t),
    type: Uint8Array.from(happenings, (h) => eventCode(h.type)),
    nativeType: column(() => 2),
    actor: column((h) => h.actor ?? 0),
    target: column((h) => h.target ?? 0),
    weapon: column((h) => h.weapon ?? 0),
    frame: column(() => -1),
    position: new Float32Array(happenings.length * 3).fill(Number.NaN),
    targetPosition: new Float32Array(happenings.length * 3).fill(Number.NaN),
  };
  const profile = {
    icon: 'map',
    events: {
      shot: { icon: 'map', text: '{actor} fires {data.rounds}' },
      kill: { icon: 'crosshair', text: '{actor} kills {target}', detail: '[{weapon}][, {data.distance} m]' },
    },
    nativeEvents: {},
    metrics: [{ id: 'kills', label: 'kills', short: 'K', unit: '', from: { event: ['kill'], as: 'actor', without: 'friendly' } }],
  } as unknown as GameProfile;
  const entities = [person(0, '', ''), person(1, 'Ruiz', 'WEST'), person(2, 'Petrov', 'EAST'), person(3, 'Brandt', 'WEST')];
  return { events, profile, strings: STRINGS, entities } as unknown as LoadedSession;
}

const FIGHT = session([
  { t: 10, type: 'shot', actor: 1 },
  { t: 20, type: 'kill', actor: 1, target: 2, weapon: 1 },
  { t: 20, type: 'hit', actor: 2, target: 1 },
  { t: 30, type: 'kill', actor: 1, target: 3 },
  { t: 40, type: 'kill', target: 2 },
]);

describe('event words', () => {
  it('fills names, weapon and payload', () => {
    const words = eventWords(FIGHT, 1, { distance: 101 });
    expect(joined(words.text)).toBe('Ruiz kills Petrov');
    expect(words.text.map((part) => part.entity)).toEqual([1, null, 2]);
    expect(words.detail).toBe('MX 6.5 mm, 101 m');
  });

  it('leaves optional parts out, without a stray separator', () => {
    expect(eventWords(FIGHT, 1, null).detail).toBe('MX 6.5 mm');
    expect(eventWords(FIGHT, 3, { distance: 7.25 }).detail).toBe('7.3 m');
  });

  it('says nothing of a payload that has not come yet, and does not hide that one lacks a field', () => {
    expect(joined(eventWords(FIGHT, 0, null).text)).toBe('Ruiz fires');
    expect(joined(eventWords(FIGHT, 0, { rounds: 3 }).text)).toBe('Ruiz fires 3');
    expect(joined(eventWords(FIGHT, 0, {}).text)).toBe('Ruiz fires unknown');
  });

  it('names what nobody is known for', () => {
    expect(joined(eventWords(FIGHT, 4, null).text)).toBe('unknown kills Petrov');
    expect(joined(eventWords(FIGHT, 2, null).text)).toBe('killed: Petrov on Ruiz');
  });
});

describe('event filter', () => {
  const base = { importance: 0, types: null, text: '', selectedOnly: false } as const;

  it('goes by importance, type, entity and text', () => {
    expect([...filterEvents(FIGHT, base, null)]).toEqual([0, 1, 2, 3, 4]);
    expect([...filterEvents(FIGHT, { ...base, importance: 3 }, null)]).toEqual([1, 3, 4]);
    expect([...filterEvents(FIGHT, { ...base, types: ['hit', 'shot'] }, null)]).toEqual([0, 2]);
    expect([...filterEvents(FIGHT, { ...base, selectedOnly: true }, 3)]).toEqual([3]);
    expect([...filterEvents(FIGHT, { ...base, text: ' petrov ' }, null)]).toEqual([1, 2, 4]);
    expect([...filterEvents(FIGHT, { ...base, text: '6.5' }, null)]).toEqual([1]);
  });

  it('finds events by what they are', () => {
    expect([...filterEvents(FIGHT, { ...base, text: 'shot' }, null)]).toEqual([0]);
  });

  it('finds the last one at or before a moment', () => {
    const all = filterEvents(FIGHT, base, null);
    expect(lastAtOrBefore(FIGHT, all, 9)).toBe(-1);
    expect(lastAtOrBefore(FIGHT, all, 20)).toBe(2);
    expect(lastAtOrBefore(FIGHT, all, 9999)).toBe(4);
  });

  it('marks the one of several at the same moment that was gone to', () => {
    const all = filterEvents(FIGHT, base, null);
    expect(currentAt(FIGHT, all, 25, 1)).toBe(1);
    expect(currentAt(FIGHT, all, 25, null)).toBe(2);
    expect(currentAt(FIGHT, all, 35, 1)).toBe(3);
  });
});

describe('metrics', () => {
  it('count up to t, without friends', () => {
    const metrics = new Metrics({ session: FIGHT } as unknown as Playback);
    const [kills] = FIGHT.profile.metrics;
    if (kills === undefined) throw new Error('no metric');
    expect(metrics.at(kills, 1, 19)).toBe(0);
    expect(metrics.at(kills, 1, 20)).toBe(1);
    expect(metrics.at(kills, 1, 30)).toBe(1);
    expect(metrics.at(kills, 2, 30)).toBe(0);
  });
});

describe('roster', () => {
  const squad = [
    person(0, '', ''),
    { ...person(1, 'Ruiz', 'WEST'), group: 'Alpha' },
    { ...person(2, 'Petrov', 'EAST'), group: 'Alpha' },
    { ...person(3, 'Brandt', 'WEST'), group: 'Bravo' },
    { ...person(4, 'Hunter', 'WEST'), kind: 'vehicle' as const },
  ];
  const profile = {
    teams: [
      { id: 'WEST', label: 'West', colour: 'blue' },
      { id: 'EAST', label: 'East', colour: 'east' },
    ],
    kinds: { vehicle: { plural: 'Vehicles' } },
    roster: { groups: true },
  };
  const groups = rosterGroups(profile as unknown as GameProfile, squad, firstTeams(profile as unknown as GameProfile, squad));
  const keys = (closed: readonly string[], needle: string): string[] =>
    rosterRows(groups, squad, new Set(closed), needle).map(({ key }) => key);

  it('lists teams, groups, people, then vehicles', () => {
    expect(keys([], '')).toEqual(['t0', 't0/Alpha', 'e1', 't0/Bravo', 'e3', 't0/Vehicles', 'e4', 't1', 't1/Alpha', 'e2']);
    expect(keys(['t0/Alpha', 't1'], '')).toEqual(['t0', 't0/Alpha', 't0/Bravo', 'e3', 't0/Vehicles', 'e4', 't1']);
  });

  it('opens what is folded while somebody is searched', () => {
    expect(keys(['t0'], 'brandt')).toEqual(['t0', 't0/Bravo', 'e3']);
  });

  it('moves whoever changed sides, and nobody who is gone', () => {
    const first = firstTeams(profile as unknown as GameProfile, squad);
    const state = { exists: Uint8Array.of(1, 1, 0, 1, 1), team: Int8Array.of(-1, 1, 0, 0, 0) };
    const now = teamsNow(first, state);
    expect([...now]).toEqual([-1, 1, 1, 0, 0]);
    expect(teamsNow(now, state)).toBe(now);
    const rows = rosterRows(rosterGroups(profile as unknown as GameProfile, squad, now), squad, new Set(), '');
    expect(rows.map(({ key }) => key)).toEqual(['t0', 't0/Bravo', 'e3', 't0/Vehicles', 'e4', 't1', 't1/Alpha', 'e1', 'e2']);
  });

  it('counts people of a team, without vehicles, who are here and alive', () => {
    const [team] = rosterRows(groups, squad, new Set(), '');
    if (team?.kind !== 'team') throw new Error('no team');
    expect(team.members).toEqual([1, 3]);
    const state = { exists: Uint8Array.of(1, 1, 1, 1, 1), life: Uint8Array.of(0, 1, 1, 3, 1) } as unknown as FrameState;
    expect(countHere(team.members, state)).toBe(1);
    state.exists[1] = 0;
    expect(countHere(team.members, state)).toBe(0);
  });
});
