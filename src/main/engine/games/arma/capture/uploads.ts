/** Finished recordings that the extension sends: a drop-in for OCAP2 web's upload. What is answered with 200 is on disk and gets into the library, now or at the next start. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CaptureContext } from '../../../capture/capture-source.ts';
import type { CaptureMetrics } from './metrics.ts';

/** Whole nights of large operations pack to some tens of MB. */
const MOST_BYTES = 4 * 1024 ** 3;
const MOST_AT_ONCE = 8;
/** Names that are tried for one file. */
const MOST_NAMES = 1000;
const NAME_LENGTH = 120;

export interface UploadOptions {
  readonly context: CaptureContext;
  readonly metrics: CaptureMetrics;
  readonly lets: (secret: string | null) => boolean;
  /** What became of a recording, one sentence. */
  readonly tell: (message: string, isTrouble: boolean) => void;
}

export class Uploads {
  readonly #options: UploadOptions;
  #underWay = 0;

  constructor(options: UploadOptions) {
    this.#options = options;
  }

  /** `base`: paths below which the routes are. */
  async mount(routes: FastifyInstance, bases: readonly string[]): Promise<void> {
    await routes.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 32, parts: 40, fieldSize: 64 * 1024 } });
    // Whatever else is sent is no upload.
    routes.addContentTypeParser('*', (_request, _payload, done) => done(null));
    for (const base of bases) routes.post(`${base}/v1/operations/add`, async (request, reply) => await this.#add(request, reply));
  }

  async #add(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!request.isMultipart()) return await reply.code(400).send('This is no upload.\n');
    if (this.#underWay >= MOST_AT_ONCE) return await reply.code(503).send('Too many uploads at once.\n');
    this.#underWay++;
    const path = join(this.#options.context.tmpDir, `upload-${randomUUID()}`);
    try {
      const { fields, name } = await this.#receive(request, path);
      if (!this.#options.lets(fields.get('secret') ?? null)) {
        this.#options.metrics.upload('forbidden');
        return await reply.code(403).send('The secret is wrong.\n');
      }
      const kind = name === null ? null : await kindOf(path);
      if (kind === null) {
        this.#options.metrics.upload('empty');
        return await reply.code(400).send('There is no recording in this upload.\n');
      }
      const kept = await this.#keep(path, baseOf(fields.get('filename') ?? name ?? ''), kind);
      void this.#import(kept);
      return await reply.code(200).send();
    } finally {
      this.#underWay--;
      await rm(path, { force: true });
    }
  }

  /** Parts come in any order. `name`: of the file as its part says, null when there was none. */
  async #receive(request: FastifyRequest, path: string): Promise<{ fields: ReadonlyMap<string, string>; name: string | null }> {
    const fields = new Map<string, string>();
    let name: string | null = null;
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
        continue;
      }
      const secret = fields.get('secret');
      if (part.fieldname !== 'file' || (secret !== undefined && !this.#options.lets(secret))) {
        part.file.resume();
        continue;
      }
      await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
      if (part.file.truncated) throw new TooLarge();
      this.#options.metrics.bytes('upload', part.file.bytesRead);
      name = part.filename;
    }
    return { fields, name };
  }

  /** Under a name that no other has. */
  async #keep(path: string, base: string, kind: string): Promise<string> {
    for (let i = 1; i < MOST_NAMES; i++) {
      const name = `${base}${i === 1 ? '' : `_${i}`}${kind}`;
      try {
        await link(path, join(this.#options.context.inboxDir, name));
        return name;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    throw new Error('too many uploads of one name wait');
  }

  async #import(name: string): Promise<void> {
    const { context, metrics, tell } = this.#options;
    const path = join(context.inboxDir, name);
    context.count('uploads');
    const { state, message } = await context.importFile(path, name);
    metrics.upload(state);
    if (state === 'done' || state === 'duplicate') await rm(path, { force: true });
    // Kept for a person to look at; the next start would only refuse it again.
    if (state === 'refused') await rename(path, join(context.inboxDir, `unreadable-${name}`));
    if (state === 'done') tell(`${name} has been imported.`, false);
    else if (state === 'duplicate') tell(`${name} was in the library already.`, false);
    else tell(`${name} could not be imported: ${message ?? 'it will be tried again at the next start.'}`, true);
  }
}

class TooLarge extends Error {
  readonly statusCode = 413;
}

/** What its name ends in; null when it is no recording. The sender's word does not count. */
async function kindOf(path: string): Promise<'.json.gz' | '.json' | null> {
  await using file = await open(path, 'r');
  const head = Buffer.alloc(64);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  if (head[0] === 0x1f && head[1] === 0x8b) return '.json.gz';
  return /^\uFEFF?\s*\{/.test(head.toString('utf8', 0, bytesRead)) ? '.json' : null;
}

/** What a sender calls a file, as a name that means nothing to any system. */
function baseOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/\.gz$/i, '')
    .replace(/\.json$/i, '')
    .replaceAll(/[^\p{L}\p{N}_. -]/gu, '_')
    .replace(/^[. -]+/, '');
  const base = clean.slice(0, NAME_LENGTH).trim();
  return base === '' || base.startsWith('unreadable-') ? `recording_${base}` : base;
}
