/** The REST API as routes of the listener: finds the path, validates what it takes, and says what went wrong. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { RefusedInput } from '../../../game-adapter.ts';
import type { RouteContext } from './context.ts';
import { LibraryReader } from './library-reader.ts';
import { openApiDocument } from './openapi.ts';
import { Refusal } from './refusal.ts';
import { pathNames, type Route } from './route.ts';
import { ROUTES } from './routes.ts';

const MOST_BODY_BYTES = 16 * 1024;
const JSON_TYPE = 'application/json; charset=utf-8';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** To be registered with the prefix /api/v1. */
export async function mohaaRoutes(app: FastifyInstance, context: RouteContext): Promise<void> {
  const document = JSON.stringify(openApiDocument(ROUTES));
  const reader = new LibraryReader(context.databasePath);
  app.addHook('onClose', async () => await reader.close());
  app.addHook('onSend', async (_request, reply) => void reply.header('X-Content-Type-Options', 'nosniff'));
  app.setErrorHandler(refuse);
  app.setNotFoundHandler(async (_request, reply) => {
    await reply.code(404).send({ error: 'There is no such path; /api/v1/openapi.json lists those that there are.' });
  });
  app.get('/openapi.json', async (_request, reply) => await reply.type(JSON_TYPE).send(document));
  for (const [index, route] of ROUTES.entries()) {
    const handler = handlerOf(route, index, context, reader);
    for (const url of [route.path, ...route.aliases].flatMap(spellings))
      app.route({ method: route.method, url, bodyLimit: MOST_BODY_BYTES, handler });
  }
  await Promise.resolve();
}

function handlerOf(route: Route, index: number, context: RouteContext, reader: LibraryReader): Handler {
  const { parameters, body, needsToken, fromLibrary, fromListener } = route;
  return async (request, reply) => {
    if (needsToken && !context.mayWrite(request)) throw new Refusal(401, 'Only a game server with its token may say this.');
    const inAddress = validated(parameters, { ...(request.query as object), ...inPath(request) }, 'The parameter ');
    const values = body === null ? inAddress : validated(body, request.body ?? {});
    let read: unknown = null;
    if (fromLibrary !== null) {
      const answer = await reader.answer(index, values);
      if (answer === null) throw new Refusal(429, 'Too much is asked at once; ask again in a moment.');
      if (fromListener === null || answer.status !== 200) {
        await reply.code(answer.status).type(JSON_TYPE).send(answer.json);
        return;
      }
      read = JSON.parse(answer.json);
    }
    await reply.send(await fromListener?.(read, context, request, values));
  };
}

/** A map's name may be two segments. */
function inPath({ params }: FastifyRequest): Readonly<Record<string, string>> {
  const { folder, ...names } = params as Readonly<Record<string, string>>;
  return folder === undefined ? names : { ...names, map: `${folder}/${names['map'] ?? ''}` };
}

/** `what` is what its members are called. */
function validated(schema: z.ZodObject, value: unknown, what = ''): unknown {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue === undefined || issue.path.length === 0) throw new Refusal(400, 'The body is no JSON object.');
  throw new Refusal(400, `${what}"${issue.path.join('.')}" ${issue.message}`);
}

/** As the router writes it. */
function spellings(path: string): readonly string[] {
  const url = path.replace(/\{(\w+)\}/g, ':$1');
  return pathNames(path).includes('map') ? [url, url.replace(':map', ':folder/:map')] : [url];
}

async function refuse(error: { readonly statusCode?: number }, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (error instanceof Refusal) return await reply.code(error.status).send({ error: error.message });
  if (error instanceof RefusedInput) return await reply.code(400).send({ error: error.message });
  const status = error.statusCode ?? 500;
  if (status < 500) return await reply.code(status).send({ error: SENTENCES[status] ?? 'This request cannot be read.' });
  if (!request.raw.destroyed) console.error('mohaa:', error);
  await reply.code(500).send({ error: 'Something went wrong inside Sandtable; its log says more.' });
}

const SENTENCES: Readonly<Record<number, string>> = {
  413: `The body is larger than ${MOST_BODY_BYTES / 1024} KB.`,
  415: 'The body must be JSON.',
  429: 'Too much at once; try again in a moment.',
};
