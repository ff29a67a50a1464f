/** POST /api/v1/ingest/events: events in, an answer when they are safe. The game's sender waits for each, so nothing else is done before. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NO_TYPE, parseBody, type ParsedBody } from '../dialect/body.ts';
import type { Intake } from './intake.ts';
import type { Senders } from './senders.ts';

export const MOST_BODY_BYTES = 2 ** 20;
/** A body that is refused is still read up to here, so that its sender reads the answer; beyond it the connection is cut. */
const MOST_IGNORED_BYTES = 8 * 2 ** 20;
const RETRY_SECONDS = '1';

export class IngestEndpoint {
  readonly #intake: Intake;
  readonly #senders: Senders;
  /** Something went wrong that its sender is told; one sentence. */
  readonly #onTrouble: (why: string) => void;

  constructor(intake: Intake, senders: Senders, onTrouble: (why: string) => void) {
    this.#intake = intake;
    this.#senders = senders;
    this.#onTrouble = onTrouble;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    if (this.#intake.isFull) {
      this.#intake.turnedAway();
      return refuse(request, response, 429, OVERLOADED);
    }
    if (Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES) return refuse(request, response, 413, TOO_LARGE);
    const parts: Buffer[] = [];
    let bytes = 0;
    const read = (part: Buffer): void => {
      bytes += part.length;
      if (bytes <= MOST_BODY_BYTES) return void parts.push(part);
      parts.length = 0;
      request.off('data', read).off('end', end);
      return refuse(request, response, 413, TOO_LARGE);
    };
    const end = (): void => {
      const [first] = parts;
      this.#take(request, response, parts.length === 1 && first !== undefined ? first : Buffer.concat(parts));
    };
    request.on('data', read).on('end', end);
    request.on('error', () => undefined); // it went away before it had said everything
  }

  /** The same from a broker, which lets in whom it knows; nobody waits for an answer. `topic`: what it calls the server. */
  takeMessage(topic: string, body: Uint8Array): void {
    if (body.length > MOST_BODY_BYTES || topic === '') return;
    const { events } = parseBody(body);
    if (events.length === 0) return;
    this.#intake
      .take({ events, server: this.#senders.serverName(topic), bytes: body.length })
      ?.catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    this.#onTrouble(`Events could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }

  #take(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const parsed = parseBody(body);
    const sender = this.#senders.identify(request, parsed.token);
    if (!sender.lets) return answer(response, 401, { error: sender.error });
    const { events, isBatch } = parsed;
    const [first] = events;
    if (first === undefined) {
      const error = refusal(parsed, request, body);
      return error === null ? answer(response, 202, { status: 'accepted', processed: 0 }) : answer(response, 400, { error });
    }
    const server = first.serverId === '' ? sender.name : this.#senders.serverName(first.serverId);
    const taken = this.#intake.take({ events, server, bytes: body.length });
    if (taken === null) return answer(response, 429, OVERLOADED);
    taken.then(
      () =>
        answer(response, 202, isBatch ? { status: 'accepted', processed: events.length } : { status: 'accepted', type: first.nativeType }),
      (error: unknown) => {
        this.#failed(error);
        answer(response, 503, { error: 'The events could not be stored.' });
      },
    );
    return undefined;
  }
}

const OVERLOADED = { error: 'System overloaded, retry later' };
const TOO_LARGE = { error: 'Request body too large' };

/** Why a body without any event is none, in the words of the older server; null for a batch of which nothing was an event. */
function refusal({ isBatch, isDamaged, problem }: ParsedBody, { headers }: IncomingMessage, body: Buffer): string | null {
  if (isBatch) return isDamaged ? 'Invalid JSON array' : null;
  const isJson = body[0] === OPEN_BRACE || headers['content-type']?.includes('application/json') === true;
  return isJson && problem !== null && problem !== NO_TYPE ? `Invalid JSON: ${problem}` : 'Missing event type';
}

const OPEN_BRACE = 0x7b;

function answer(response: ServerResponse, status: number, value: Readonly<Record<string, string | number>>): void {
  const text = JSON.stringify(value);
  const headers: Record<string, string | number> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  };
  if (status === 429) headers['Retry-After'] = RETRY_SECONDS;
  response.writeHead(status, headers).end(text);
}

/** Before the body has been read. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, value: Readonly<Record<string, string>>): void {
  if (response.headersSent) return;
  let ignored = 0;
  request.on('data', (part: Buffer) => {
    ignored += part.length;
    if (ignored > MOST_IGNORED_BYTES) request.destroy();
  });
  request.on('error', () => undefined);
  answer(response, status, value);
}
