/** Asks a running game for its current frame over the game's own HTTP API: one request at a time for each path, over a connection that stays. */
import { Agent, get, type IncomingMessage } from 'node:http';

/** Real answers have 10 to 40 KB. */
const MAX_ANSWER = 4 * 1024 * 1024;
/** A game that loads a level answers late; longer than this it is gone. */
const TIMEOUT_MS = 5000;
/** Error bodies are one short line. */
const MAX_ERROR_BODY = 1000;

export interface GameHost {
  readonly host: string;
  readonly port: number;
}

export type GameAnswer =
  | { readonly kind: 'frame'; readonly body: Buffer }
  /** no-session: between matches. lobby: nothing may be recorded here. disabled: API access is off. off: nobody listens. broken: late, cut or not what it should be. */
  | { readonly kind: 'no-session' | 'lobby' | 'disabled' | 'off' | 'broken' };

export class GameApi {
  readonly #host: GameHost;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2 });

  constructor(host: GameHost) {
    this.#host = host;
  }

  /** Never rejects; aborted requests are broken ones. */
  ask(path: '/session' | '/player_bones', signal: AbortSignal): Promise<GameAnswer> {
    return new Promise((resolve) => {
      const request = get({ ...this.#host, path, agent: this.#agent, signal, timeout: TIMEOUT_MS }, (response) => {
        answer(response).then(resolve, () => resolve({ kind: 'broken' }));
      });
      // `timeout` counts idle time; a game that trickles is as late as one that is silent.
      const late = setTimeout(() => request.destroy(), TIMEOUT_MS);
      request.on('timeout', () => request.destroy());
      request.on('error', (error: NodeJS.ErrnoException) => resolve({ kind: isOff(error.code) ? 'off' : 'broken' }));
      request.on('close', () => clearTimeout(late));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

async function answer(response: IncomingMessage): Promise<GameAnswer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_ANSWER) return { kind: 'broken' };
    parts.push(part);
  }
  if (response.statusCode === 404) return { kind: 'no-session' };
  if (response.statusCode === 500) return { kind: 'disabled' };
  const body = Buffer.concat(parts, length);
  if (body.length <= MAX_ERROR_BODY && body.includes('"err_description"')) return { kind: 'lobby' };
  return response.statusCode === 200 && body[0] === 0x7b ? { kind: 'frame', body } : { kind: 'broken' };
}

function isOff(code: string | undefined): boolean {
  return code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'ENOTFOUND' || code === 'EHOSTDOWN';
}
