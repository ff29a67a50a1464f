/** By which names a listener may be called: a page that made another name point here (DNS rebinding) calls it by that one. */
import { isIP } from 'node:net';
import { hostname } from 'node:os';

export const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

/** Answers whether a Host header names this server. One that listens everywhere has addresses that it cannot know, but no name that somebody else could give it. */
export function ownNames(host: string, port: number): (host: string | undefined) => boolean {
  const machine = hostname().toLowerCase();
  return (header) => {
    const [, bracketed, plain = '', given = '80'] = /^(?:\[([\da-f:.]+)\]|([^:]+))(?::(\d+))?$/.exec(header?.toLowerCase() ?? '') ?? [];
    const name = bracketed ?? plain;
    if (name === '' || Number(given) !== port) return false;
    if (name === host || (LOOPBACK.has(host) && LOOPBACK.has(name))) return true;
    return EVERYWHERE.has(host) && (isIP(name) !== 0 || name === 'localhost' || name === machine || name === `${machine}.local`);
  };
}
