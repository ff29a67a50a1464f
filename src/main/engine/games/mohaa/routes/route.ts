/** One path of the REST API: where it is, what it takes, what it answers, and who answers. From these the server and the API's document are made. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { LibraryContext, RouteContext } from './context.ts';
import { Refusal, type RefusalStatus } from './refusal.ts';

export type Method = 'GET' | 'POST' | 'PUT';

export interface Route {
  readonly method: Method;
  /** Below /api/v1. A {name} is one segment, but {map}, which may be two. */
  readonly path: string;
  /** Other spellings of the same: what the original's code listened to where its documentation says something else. */
  readonly aliases: readonly string[];
  readonly tag: string;
  readonly summary: string;
  /** Of the path and of the query, by name. */
  readonly parameters: z.ZodObject;
  readonly body: z.ZodObject | null;
  /** Of status 200; null: it only refuses. */
  readonly answer: z.ZodType | null;
  readonly refusals: readonly RefusalStatus[];
  /** Only a game server's token lets one in. */
  readonly needsToken: boolean;
  /** Reads the answer, or what `fromListener` needs for it, in the reading thread; `values` of a path with a body are the body. Throws Refusal. */
  readonly fromLibrary: ((values: unknown, context: LibraryContext) => unknown) | null;
  /** Answers in the listener's thread; `read`: what came of `fromLibrary`. Throws Refusal. */
  readonly fromListener: ((read: unknown, context: RouteContext, request: FastifyRequest, values: unknown) => unknown) | null;
}

interface Described<P extends z.ZodRawShape, A extends z.ZodType> {
  readonly path: string;
  readonly aliases?: readonly string[];
  readonly tag: string;
  readonly summary: string;
  readonly parameters?: P;
  readonly answer: A;
  readonly refusals?: readonly RefusalStatus[];
}

type Values<P extends z.ZodRawShape> = z.output<z.ZodObject<P>>;

/** A path whose answer is read from the library. */
export function get<P extends z.ZodRawShape, A extends z.ZodType>(
  described: Described<P, A> & { readonly run: (values: Values<P>, context: LibraryContext) => z.input<A> },
): Route {
  const { run } = described;
  return { ...routeOf('GET', described, null), fromLibrary: (values, context) => run(values as Values<P>, context) };
}

/** A path whose answer the listener knows. */
export function getNow<A extends z.ZodType>(
  described: Described<z.ZodRawShape, A> & { readonly run: (context: RouteContext) => z.input<A> },
): Route {
  const { run } = described;
  return { ...routeOf('GET', described, null), fromListener: (_read, context) => run(context) };
}

/** `read` looks up in the library what `run` needs. */
export function post<B extends z.ZodObject, A extends z.ZodType, R>(
  described: Described<z.ZodRawShape, A> & {
    readonly body: B;
    readonly needsToken?: true;
    readonly read: (body: z.output<B>, context: LibraryContext) => R;
    readonly run: (read: R, context: RouteContext, request: FastifyRequest, body: z.output<B>) => Promise<z.input<A>>;
  },
): Route {
  const { read, run, body, needsToken = false } = described;
  return {
    ...routeOf('POST', described, body),
    needsToken,
    fromLibrary: (values, context) => read(values as z.output<B>, context),
    fromListener: (found, context, request, values) => run(found as R, context, request, values as z.output<B>),
  };
}

/** A path of the original that Sandtable does not serve, and why: one sentence. */
export function missing(method: Method, path: string, tag: string, sentence: string, aliases: readonly string[] = []): Route {
  const parameters = Object.fromEntries(pathNames(path).map((name) => [name, z.string()]));
  const route = routeOf(method, { path, aliases, tag, summary: sentence, parameters, answer: null, refusals: [501] }, null);
  return {
    ...route,
    fromListener: () => {
      throw new Refusal(501, sentence);
    },
  };
}

function routeOf(
  method: Method,
  {
    path,
    aliases = [],
    tag,
    summary,
    parameters = {},
    answer,
    refusals = [],
  }: Omit<Described<z.ZodRawShape, z.ZodType>, 'answer'> & { readonly answer: z.ZodType | null },
  body: z.ZodObject | null,
): Route {
  const isChecked = Object.keys(parameters).length > 0 || body !== null;
  return {
    method,
    path,
    aliases,
    tag,
    summary,
    parameters: z.object(parameters),
    body,
    answer,
    refusals: isChecked ? [400, ...refusals] : refusals,
    needsToken: false,
    fromLibrary: null,
    fromListener: null,
  };
}

/** Names in the path, in their order. */
export function pathNames(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}
