import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { armaProfile } from '../../shared/games/arma.ts';
import type { CaptureProfile } from '../../shared/games/profile.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import { CaptureFlags } from './capture-flags.ts';

const field = { label: '', help: 'Says something.' };
const poller: CaptureProfile = {
  id: 'poller',
  label: '',
  summary: '',
  fields: [
    { ...field, name: 'hosts', type: 'text', initial: '127.0.0.1:1', flag: '--poll <hosts>' },
    { ...field, name: 'rate', type: 'number', initial: 30 },
    { ...field, name: 'whole', type: 'switch', initial: true, flag: '--no-poll-whole' },
  ],
};
const listener: CaptureProfile = {
  id: 'listener',
  label: '',
  summary: '',
  fields: [
    { ...field, name: 'port', type: 'port', initial: 5000, flag: '--listen-port <n>' },
    { ...field, name: 'open', type: 'switch', initial: false, flag: '--listen-open' },
  ],
};

function parsed(...args: readonly string[]): ReturnType<CaptureFlags['chosen']> {
  const command = new Command('serve').exitOverride().configureOutput({ writeErr: () => undefined });
  const flags = new CaptureFlags(command, [{ ...armaProfile, captures: [poller, listener] }]);
  command.parse(args, { from: 'user' });
  return flags.chosen(command.opts());
}

describe('flags of captures', () => {
  it('switch on what is named, with the initial value of all that is not', () => {
    expect(parsed()).toEqual([]);
    expect(parsed('--poll', 'a:1,b:2')).toEqual([{ id: 'poller', settings: { hosts: 'a:1,b:2', rate: 30, whole: true } }]);
    expect(parsed('--no-poll-whole')).toEqual([{ id: 'poller', settings: { hosts: '127.0.0.1:1', rate: 30, whole: false } }]);
    expect(parsed('--listen-open')).toEqual([{ id: 'listener', settings: { port: 5000, open: true } }]);
    expect(parsed('--listen-port', '6000', '--poll', 'c:3')).toEqual([
      { id: 'poller', settings: { hosts: 'c:3', rate: 30, whole: true } },
      { id: 'listener', settings: { port: 6000, open: false } },
    ]);
  });

  it('are told apart by the help, each with its own words', () => {
    const command = new Command('serve');
    expect(new CaptureFlags(command, Object.values(PROFILES)).chosen(command.opts())).toEqual([]);
    const help = command.options.map(({ description, helpGroupHeading }) => `${helpGroupHeading} ${description}`);
    expect(new Set(help).size).toBe(help.length);
  });

  it('are refused when they do not fit', () => {
    expect(() => parsed('--listen-port', 'high')).toThrow('A whole number is expected.');
  });
});
