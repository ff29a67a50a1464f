import { randomUUID } from 'node:crypto';
/** Whether the listener lives, whether it can do its work, and what it counted: for whoever watches over it. */
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { CaptureContext } from '../../../capture/capture-source.ts';
import type { Intake } from './intake.ts';
import type { IngestMetrics } from './metrics.ts';

/** A library that does not answer in this time is none, ms. */
const PATIENCE_MS = 5000;
/** Whoever asks again within this time gets the answer of before, ms. */
const SAME_MS = 500;

interface Checks {
  /** Its database takes writes. */
  readonly library: boolean;
  /** Its folder takes files. */
  readonly storage: boolean;
}

export function operationsRoutes(app: FastifyInstance, context: CaptureContext, intake: Intake, metrics: IngestMetrics): void {
  app.get('/health', async (_request, reply) => await reply.send({ status: 'ok', timestamp: new Date().toISOString() }));

  let last: { readonly at: number; readonly checks: Promise<Checks> } | null = null;
  app.get('/ready', async (_request, reply) => {
    const now = performance.now();
    if (last === null || now - last.at > SAME_MS) last = { at: now, checks: checked(context) };
    const checks = { ...(await last.checks), queue: !intake.isFull };
    const ready = Object.values(checks).every((holds) => holds);
    return await reply.code(ready ? 200 : 503).send({ ready, checks, queueDepth: intake.depth });
  });

  app.get('/metrics', async (_request, reply) => await reply.type(metrics.contentType).send(await metrics.text()));
}

async function checked(context: CaptureContext): Promise<Checks> {
  const [library, storage] = await Promise.all([holds(context.checkLibrary()), holds(writes(context.tmpDir))]);
  return { library, storage };
}

async function writes(folder: string): Promise<void> {
  const path = join(folder, `ready-${randomUUID()}`);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.write('ready');
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}

async function holds(check: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)));
  const done = check.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
