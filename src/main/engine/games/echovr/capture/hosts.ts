/** Where games are asked: "127.0.0.1:6721, 192.168.1.20, 127.0.0.1:6721-6724" as a list of hosts. */
import { RefusedInput } from '../../../game-adapter.ts';
import type { GameHost } from './game-api.ts';

const DEFAULT_PORT = 6721;
/** More games at once than one machine records. */
const MAX_HOSTS = 16;
const HOST = /^(?<host>\[[\da-f:.]+\]|[a-z\d](?:[a-z\d.-]*[a-z\d])?)(?::(?<from>\d{1,5})(?:-(?<to>\d{1,5}))?)?$/i;

/** Throws RefusedInput, one sentence, for anything else. */
export function parseHosts(text: string): readonly GameHost[] {
  const hosts: GameHost[] = [];
  for (const part of text.split(/[\s,;]+/)) {
    if (part === '') continue;
    const { host = '', from, to } = HOST.exec(part)?.groups ?? {};
    const first = Number(from ?? DEFAULT_PORT);
    const last = Number(to ?? first);
    if (host === '' || first < 1 || last > 65_535 || last < first)
      throw new RefusedInput(`"${part}" is no address; write it as 127.0.0.1:${DEFAULT_PORT}.`);
    for (let port = first; port <= last; port++) {
      if (hosts.length === MAX_HOSTS) throw new RefusedInput(`At most ${MAX_HOSTS} games can be recorded at once.`);
      hosts.push({ host: host.replace(/^\[|\]$/g, ''), port });
    }
  }
  if (hosts.length === 0) throw new RefusedInput(`Write where the game runs, such as 127.0.0.1:${DEFAULT_PORT}.`);
  return hosts;
}
