import { describe, expect, it } from 'vitest';
import type { CaptureState } from '../../shared/engine-api.ts';
import type { CaptureProfile } from '../../shared/games/profile.ts';
import { counterWords, filledSnippet, newSecret, settingsOf, typedValue } from './capture-words.ts';

const profile: CaptureProfile = {
  id: 'relay',
  label: 'Relay',
  summary: 'Takes what a relay sends.',
  fields: [
    { name: 'port', label: 'Port', help: '', type: 'port', initial: 5000 },
    { name: 'token', label: 'Token', help: '', type: 'secret', initial: '' },
  ],
};
const snippet = { title: 'Relay', help: '', text: 'send {address}/{port} with "{token}", {unknown}' };
const state = { settings: { port: 6000 } } as unknown as CaptureState;

describe('capture words', () => {
  it('fills fields with what was set, else with what they begin with', () => {
    expect(settingsOf(profile, undefined)).toEqual({ port: 5000, token: '' });
    expect(settingsOf(profile, state)).toEqual({ port: 6000, token: '' });
  });

  it('sends numbers as numbers, and what is none as it was typed', () => {
    const [port, token] = profile.fields;
    if (port === undefined || token === undefined) throw new Error('no fields');
    expect(['8080', '80 80', '', '-1'].map((text) => typedValue(port, text))).toEqual([8080, '80 80', '', -1]);
    expect(typedValue(token, '123')).toBe('123');
  });

  it('fills a snippet in, and shows a secret only to who wants it', () => {
    const settings = { port: 5000, token: 'open' };
    expect(filledSnippet(snippet, profile.fields, settings, '127.0.0.1', 'shown')).toBe('send 127.0.0.1/5000 with "open", {unknown}');
    expect(filledSnippet(snippet, profile.fields, settings, null, 'masked')).toBe('send {address}/5000 with "••••••••", {unknown}');
    expect(filledSnippet(snippet, profile.fields, { port: 5000, token: '' }, null, 'shown')).toContain('with ""');
  });

  it('writes counters for people', () => {
    expect(counterWords('framesRecorded', 1284)).toEqual({ label: 'frames recorded', value: '1,284' });
    expect(counterWords('bytes_received', 3_100_000)).toEqual({ label: 'bytes received', value: '3.1\u00a0MB' });
  });

  it('makes secrets that differ and can stand anywhere', () => {
    const made = Array.from({ length: 20 }, newSecret);
    expect(new Set(made).size).toBe(20);
    expect(made.every((secret) => /^[\w-]{32}$/.test(secret))).toBe(true);
  });
});
