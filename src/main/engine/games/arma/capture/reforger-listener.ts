/** The port of the Reforger addon: five requests that tell of an operation while it runs. What is answered with 200 is on disk. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { CaptureContext } from '../../../capture/capture-source.ts';
import { IngestServer } from '../../../capture/ingest-server.ts';
import { Dispatcher } from '../recorder/dispatcher.ts';
import { CommandFeed } from './command-feed.ts';
import type { FeedHost } from './feed-host.ts';
import { lets } from './listener-settings.ts';
import { CaptureMetrics } from './metrics.ts';
import type { ReforgerSettings } from './reforger-capture.ts';
import {
  endLines,
  endRequest,
  entitiesRequest,
  entityLines,
  eventLines,
  eventsRequest,
  frameLines,
  framesRequest,
  startLine,
  startRequest,
} from './reforger-messages.ts';

/** A frame of a thousand units has about 100 KB. */
const BODY_LIMIT = 8 * 1024 * 1024;
/** An addon that says nothing for so long is gone, ms. */
const SILENCE_MS = 10 * 60_000;
const MOST_SESSIONS = 16;

/** Until the context's signal aborts. */
export async function recordReforger(options: ReforgerSettings, context: CaptureContext): Promise<void> {
  const metrics = new CaptureMetrics();
  const server = await IngestServer.listen({ host: options.host, port: options.port, bodyLimit: BODY_LIMIT });
  const tell = (): void =>
    context.state(
      metrics.recording > 0
        ? { phase: 'recording', message: 'An operation is being recorded.' }
        : { phase: 'waiting', message: 'Waiting for an operation.' },
    );
  const sessions = new Sessions({ context, metrics, onMission: tell });
  try {
    const { routes } = server;
    // The addon says what it sends, but not always in these words.
    routes.addContentTypeParser('*', { parseAs: 'string' }, routes.getDefaultJsonParser('error', 'error'));
    const route = (name: string, answer: (body: unknown, reply: FastifyReply) => Promise<FastifyReply>): void => {
      for (const base of ['/session', '/api/session', '/:secret/session', '/:secret/api/session']) {
        routes.post<{ Params: { secret?: string } }>(`${base}/${name}`, async ({ body, params }, reply) => {
          if (!lets(options, params.secret ?? null)) return await reply.code(403).send('The secret is wrong.\n');
          return await answer(body, reply);
        });
      }
    };
    route('start', async (body, reply) => {
      const request = startRequest.safeParse(body);
      if (!request.success) return await unreadable(reply);
      const id = await sessions.begin(startLine(request.data));
      return id === null ? await reply.code(503).send('Too many operations at once.\n') : await reply.send({ sessionId: id });
    });
    const lines = <T extends { readonly sessionId: string }>(name: string, schema: z.ZodType<T>, linesOf: (request: T) => string): void =>
      route(name, async (body, reply) => {
        const request = schema.safeParse(body);
        if (!request.success) return await unreadable(reply);
        const isKnown = await sessions.take(request.data.sessionId, linesOf(request.data), name === 'end');
        return isKnown ? await reply.code(200).send() : await reply.code(404).send('There is no such session.\n');
      });
    lines('entities', entitiesRequest, entityLines);
    lines('frames', framesRequest, frameLines);
    lines('events', eventsRequest, eventLines);
    lines('end', endRequest, endLines);
    routes.get('/metrics', async (_request, reply) => await reply.type(metrics.contentType).send(await metrics.text()));
    await server.open();
    context.address(server.address);
    tell();
    if (!context.signal.aborted) await once(context.signal, 'abort');
  } finally {
    await server.close();
    await sessions.close();
  }
}

async function unreadable(reply: FastifyReply): Promise<FastifyReply> {
  return await reply.code(400).send('This request cannot be read.\n');
}

interface Session {
  readonly feed: CommandFeed;
  silence: NodeJS.Timeout | undefined;
  /** Requests of one operation are taken one after the other. */
  turn: Promise<void>;
}

/** Operations that are being told, by the id that their addon was given. */
class Sessions {
  readonly #host: FeedHost;
  readonly #sessions = new Map<string, Session>();

  constructor(host: FeedHost) {
    this.#host = host;
  }

  /** Null when there are too many. */
  async begin(line: string): Promise<string | null> {
    if (this.#sessions.size >= MOST_SESSIONS) return null;
    const id = randomUUID();
    const feed = new CommandFeed(this.#host, {
      recorder: (host) => {
        const dispatcher = new Dispatcher(host, { isOpen: true });
        return { dispatcher, taker: dispatcher };
      },
      reply: (answer) => {
        if (!answer.startsWith('["ok"')) this.#host.context.count('commands_refused');
      },
      callback: () => undefined,
      onCommit: () => undefined,
    });
    this.#sessions.set(id, { feed, silence: undefined, turn: Promise.resolve() });
    await this.take(id, line, false);
    return id;
  }

  /** Resolves when the lines are on disk; false when there is no such operation. */
  async take(id: string, lines: string, isEnd: boolean): Promise<boolean> {
    const session = this.#sessions.get(id);
    if (session === undefined) return false;
    clearTimeout(session.silence);
    session.silence = setTimeout(() => void this.#end(id), SILENCE_MS);
    const turn = session.turn.then(async () => {
      await session.feed.push(Buffer.from(lines));
      await session.feed.last();
    });
    session.turn = turn.catch(() => undefined);
    await turn;
    if (isEnd) await this.#end(id);
    return true;
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#sessions.keys(), async (id) => await this.#end(id)));
  }

  async #end(id: string): Promise<void> {
    const session = this.#sessions.get(id);
    if (session === undefined) return;
    this.#sessions.delete(id);
    clearTimeout(session.silence);
    await session.turn;
    await session.feed.close();
  }
}
