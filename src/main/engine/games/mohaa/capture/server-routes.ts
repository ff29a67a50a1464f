/** What game servers ask for beside posting events: to be registered, to report a result, to have a player's code checked. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import type { CaptureContext } from '../../../capture/capture-source.ts';
import { RefusedInput } from '../../../game-adapter.ts';
import { parseBody } from '../dialect/body.ts';
import { parseForm } from '../dialect/form.ts';
import { readEvent } from '../dialect/native-event.ts';
import type { Intake } from './intake.ts';
import { isHere, type Senders } from './senders.ts';

/** Whoever asks more often in a minute does not keep what it gets. */
const MOST_REGISTRATIONS = 20;
const MINUTE_MS = 60_000;

/** Trackers write the port as a text. */
const registration = z.object({
  name: z.string().trim().max(100).default(''),
  ip_address: z.string().trim().max(100).default(''),
  port: z
    .union([z.string().trim().max(10), z.number()])
    .transform(String)
    .default(''),
});

const verification = z.object({
  token: z.string().trim().max(100),
  player_guid: z.string().max(200).default(''),
  player_name: z.string().max(200).default(''),
});

export interface ServerRoutesOptions {
  readonly context: CaptureContext;
  readonly intake: Intake;
  readonly senders: Senders;
  /** Servers on other machines may register themselves. */
  readonly registration: boolean;
}

/** To be registered with the prefix /api/v1. */
export async function serverRoutes(app: FastifyInstance, options: ServerRoutesOptions): Promise<void> {
  const { context, intake, senders } = options;
  // They say that it is JSON, or a form, or nothing; and the engine sends its terminating zero.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler(async (error: { readonly statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) console.error('capture:', error);
    const message =
      status === 413
        ? 'Request body too large'
        : status < 500
          ? 'This request cannot be read.'
          : 'Something went wrong inside Sandtable; its log says more.';
    await refuse(reply, status, message);
  });

  const registered: number[] = [];
  app.post('/servers/register', async (request, reply) => {
    if (!options.registration && !isHere(request.raw))
      return await refuse(reply, 403, 'Servers on other machines cannot register themselves here; make a token in Sandtable.');
    const asked = registration.safeParse(objectIn(request.body) ?? parseForm(bytesOf(request.body).toString('utf8'))?.fields);
    if (!asked.success) return await refuse(reply, 400, 'Invalid JSON');
    const now = performance.now();
    while ((registered[0] ?? now) < now - MINUTE_MS) registered.shift();
    if (registered.length >= MOST_REGISTRATIONS) return await refuse(reply, 429, 'Too many servers registered; try again in a minute.');
    registered.push(now);
    const { name, ip_address: address, port } = asked.data;
    try {
      const { id, secret } = await context.tokens.make(
        name || `${address || request.ip}:${port}`,
        JSON.stringify([request.ip, name, port]),
      );
      context.log('server_registered', { server: name, address: request.ip });
      return await reply.send({ server_id: id, token: secret });
    } catch (error) {
      if (error instanceof RefusedInput) return await refuse(reply, 503, error.message);
      throw error;
    }
  });

  // Scripts around the tracker ask so whether the token that they have still holds.
  app.get<{ Params: { id: string } }>('/servers/:id', async (request, reply) => {
    const sender = senders.identify(request.raw, '');
    if (!sender.lets) return await refuse(reply, 401, sender.error);
    const name = context.tokens.nameOf(request.params.id);
    return name === null ? await refuse(reply, 404, 'There is no such server') : await reply.send({ server_id: request.params.id, name });
  });

  app.post('/ingest/match-result', async (request, reply) => {
    const sent = objectIn(request.body);
    const { token } = parseBody(bytesOf(request.body));
    const sender = senders.identify(request.raw, token);
    if (!sender.lets) return await refuse(reply, 401, sender.error);
    if (sent === null) return await refuse(reply, 400, 'Invalid JSON');
    const { server_token: _, ...fields } = sent;
    const event = readEvent({ ...fields, type: 'match_result' });
    if (event === null || event.matchId === '') return await refuse(reply, 400, 'Missing match_id');
    const server = event.serverId === '' ? sender.name : senders.serverName(event.serverId);
    const taken = intake.take({ events: [event], server, bytes: bytesOf(request.body).length });
    if (taken === null) return await refuse(reply.header('Retry-After', '1'), 429, 'System overloaded, retry later');
    await taken;
    return await reply.send({ status: 'processed' });
  });

  // What a player types after "login" is checked here; the only tokens of players that there are, are the codes of claims.
  app.post('/auth/verify', async (request, reply) => {
    const asked = verification.safeParse(objectIn(request.body));
    if (!asked.success) return await refuse(reply, 400, 'Invalid JSON');
    const { token: code, player_guid: guid, player_name: name } = asked.data;
    const payload = { code, player_guid: guid, ...(name === '' ? {} : { player_name: name }) };
    const headers = { ...request.headers, 'content-type': 'application/json' };
    delete headers['content-length'];
    const claimed = await app.inject({ method: 'POST', url: '/api/v1/auth/claim/verify', payload, headers, remoteAddress: request.ip });
    if (claimed.statusCode !== 200) return await refuse(reply, 401, 'Invalid or expired token');
    return await reply.send({ valid: true, status: 'verified', player_guid: guid, player_name: name });
  });
  await Promise.resolve();
}

/** Null when it is none. */
function objectIn(body: unknown): JsonObject | null {
  try {
    const value: unknown = JSON.parse(bytesOf(body).toString('utf8').replaceAll('\0', ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

async function refuse(reply: FastifyReply, status: number, error: string): Promise<FastifyReply> {
  return await reply.code(status).send({ error });
}
