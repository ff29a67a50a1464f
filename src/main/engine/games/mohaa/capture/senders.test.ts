/** Who is let in from where: tokens count everywhere, and what needs none only on this machine. */
import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isHere, Senders } from './senders.ts';

const TOKENS = new Map([['good', { id: 'id-1', name: 'Bunker' }]]);

function senders(open: boolean): Senders {
  return new Senders({
    open,
    tokens: {
      find: (secret) => TOKENS.get(secret) ?? null,
      nameOf: (id) => (id === 'id-1' ? 'Bunker' : null),
      make: () => Promise.reject(new Error('nobody asks')),
    },
  });
}

function from(remoteAddress: string, token = '', url = '/'): IncomingMessage {
  const headers = token === '' ? {} : { 'x-server-token': token };
  return { headers, url, socket: { remoteAddress } } as unknown as IncomingMessage;
}

describe('senders', () => {
  test.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) =>
    expect(isHere(from(address))).toBe(true),
  );
  test.each(['10.0.0.9', '::ffff:10.0.0.9', 'fe80::1', '227.0.0.1', ''])('%s is another', (address) =>
    expect(isHere(from(address))).toBe(false),
  );

  test('without a check only on this machine; what they send tells servers apart', () => {
    const open = senders(true);
    expect(open.identify(from('127.0.0.1'), '')).toEqual({ lets: true, name: '' });
    const one = open.identify(from('127.0.0.1', 'any'), '');
    expect(one).toEqual({ lets: true, name: expect.stringMatching(/^server-[0-9a-f]{8}$/) });
    expect(open.identify(from('127.0.0.1', '', '/x?server_token=any'), '')).toEqual(one);
    expect(open.identify(from('127.0.0.1', 'other'), '')).not.toEqual(one);
    expect(open.identify(from('127.0.0.1', 'good'), '')).toEqual({ lets: true, name: 'Bunker' });
    expect(open.identify(from('10.0.0.9', 'any'), '')).toEqual({ lets: false, error: 'Invalid server token' });
    expect(open.identify(from('10.0.0.9'), 'good')).toEqual({ lets: true, name: 'Bunker' });
  });

  test('who only looks needs a token from another machine', () => {
    const closed = senders(false);
    expect(closed.mayRead(from('127.0.0.1'))).toBe(true);
    expect(closed.mayRead(from('10.0.0.9'))).toBe(false);
    expect(closed.mayRead(from('10.0.0.9', 'good'))).toBe(true);
    expect(closed.identify(from('127.0.0.1'), '')).toEqual({ lets: false, error: 'Missing server token' });
  });

  test('an id that was given at registration is the name of its token', () => {
    expect(senders(false).serverName('id-1')).toBe('Bunker');
    expect(senders(false).serverName('dev-server-01')).toBe('dev-server-01');
  });
});
