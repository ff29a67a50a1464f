/** The OpenAPI 3.1 document of the REST API, made of the same table and schemas as its answers. */
import { z } from 'zod';
import { answers, refusal } from './answers/schema.ts';
import type { RefusalStatus } from './refusal.ts';
import { pathNames, type Route } from './route.ts';

const BASE = '/api/v1';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type JsonMap = Readonly<Record<string, Json>>;

const REFUSALS: Readonly<Record<RefusalStatus, string>> = {
  400: 'A parameter or the body is none.',
  401: 'The token of a game server is missing or wrong.',
  404: 'There is no such thing.',
  429: 'Too much at once.',
  501: 'Sandtable does not serve this.',
  503: 'Not now.',
};

export function openApiDocument(routes: readonly Route[]): JsonMap {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes)
    for (const path of [route.path, ...route.aliases]) {
      const item = (paths[BASE + path] ??= {});
      item[route.method.toLowerCase()] = operation(route, path);
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'MOHAA statistics',
      version: '1',
      description:
        'Statistics of Medal of Honor: Allied Assault, as Sandtable serves them. Times are UTC. Any error is {"error": "one sentence"}.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: schemas() },
  };
}

function operation(route: Route, path: string): JsonMap {
  const { method, tag, summary, answer, body, refusals } = route;
  const isAlias = path !== route.path;
  const parameters = parametersOf(route, path);
  return {
    operationId: operationId(method, path),
    tags: [tag],
    summary,
    ...(isAlias ? { description: `The same as ${BASE}${route.path}.` } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null ? {} : { requestBody: { content: { 'application/json': { schema: jsonSchema(body, 'input') } } } }),
    responses: {
      ...(answer === null ? {} : { 200: response(summary, answer) }),
      ...Object.fromEntries(refusals.map((status) => [status, response(REFUSALS[status], refusal)])),
      default: response('Any other error.', refusal),
    },
  };
}

function response(description: string, schema: z.ZodType): JsonMap {
  return { description, content: { 'application/json': { schema: reference(answers.get(schema)?.id ?? '') } } };
}

function parametersOf({ parameters }: Route, path: string): readonly JsonMap[] {
  const inPath = new Set(pathNames(path));
  return Object.entries(parameters.shape).map(([name, schema]) => {
    const { description = '', ...rest } = jsonSchema(schema as z.ZodType, 'output');
    const isRequired = inPath.has(name) || !z.safeParse(schema as z.ZodType, undefined).success;
    return { name, in: inPath.has(name) ? 'path' : 'query', required: isRequired, description, schema: rest };
  });
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonMap {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as JsonMap;
  return rest;
}

function schemas(): JsonMap {
  const made = z.toJSONSchema(answers, { uri: address }).schemas as Readonly<Record<string, JsonMap>>;
  return Object.fromEntries(Object.entries(made).map(([id, { $id: _id, $schema: _schema, ...rest }]) => [id, rest]));
}

function reference(id: string): JsonMap {
  return { $ref: address(id) };
}

function address(id: string): string {
  return `#/components/schemas/${id}`;
}

/** getStatsPlayerGuidMatches of GET /stats/player/{guid}/matches. */
function operationId(method: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}
