/** Who sends: which token a request shows, whether it lets in, and which server it is. */
import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { CaptureTokens } from '../../../capture/capture-source.ts';

export interface SenderRules {
  readonly tokens: CaptureTokens;
  /** Programs on this machine need no token, and any is good. */
  readonly open: boolean;
}

export type Sender =
  /** `name`: of its token, or what else tells it from others. */
  | { readonly lets: true; readonly name: string }
  | { readonly lets: false; readonly error: 'Missing server token' | 'Invalid server token' };

export class Senders {
  readonly #rules: SenderRules;

  /** The last one, for hashing is not free and servers send often. */
  #named = { token: '', name: '' };

  constructor(rules: SenderRules) {
    this.#rules = rules;
  }

  /** `inBody`: the token that its body holds, "" for none. */
  identify(request: IncomingMessage, inBody: string): Sender {
    const { tokens, open } = this.#rules;
    const token = shownToken(request) || inBody;
    const known = tokens.find(token);
    if (known !== null) return { lets: true, name: known.name };
    if (open && isHere(request)) return { lets: true, name: token === '' ? '' : this.#nameOf(token) };
    return { lets: false, error: token === '' ? 'Missing server token' : 'Invalid server token' };
  }

  /** Of a token that nobody made: the same for the same token, and it does not tell it. */
  #nameOf(token: string): string {
    if (this.#named.token !== token) this.#named = { token, name: `server-${hash('sha256', token).slice(0, 8)}` };
    return this.#named.name;
  }

  /** For those who only look: this machine's programs need no token. */
  mayRead(request: IncomingMessage): boolean {
    return isHere(request) || this.identify(request, '').lets;
  }

  /** What an event calls its server: the token's name, when it is the id that it registered with. */
  serverName(serverId: string): string {
    return this.#rules.tokens.nameOf(serverId) ?? serverId;
  }
}

/** Outside of the body; "" for none. */
function shownToken({ headers, url = '' }: IncomingMessage): string {
  const header = headers['x-server-token'];
  if (typeof header === 'string' && header !== '') return header;
  const bearer = headers.authorization?.replace(/^Bearer\s+/i, '').trim();
  if (bearer !== undefined && bearer !== '') return bearer;
  const query = url.indexOf('?');
  return query < 0 ? '' : (new URLSearchParams(url.slice(query)).get('server_token') ?? '');
}

/** Whether it comes from this machine. */
export function isHere({ socket }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? '';
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}
