/** The renderer's built files, known by name before anything is asked: no request turns into a path. */
import { createReadStream, readdirSync, type ReadStream } from 'node:fs';
import { extname, join, sep } from 'node:path';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

export interface StaticFile {
  readonly type: string;
  /** Content-hashed names never change. */
  readonly immutable: boolean;
  open(): ReadStream;
}

/** By URL path; "/" is index.html. Empty when the folder is not there. */
export function staticFiles(dir: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const name of listed(dir)) {
    const type = MIME[extname(name)];
    if (type === undefined) continue;
    const path = `/${name.split(sep).join('/')}`;
    files.set(path === '/index.html' ? '/' : path, {
      type,
      immutable: path.startsWith('/assets/'),
      open: () => createReadStream(join(dir, name)),
    });
  }
  return files;
}

function listed(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
