// Serves the renderer's own files at sandtable://app/, with the CSP on every answer: the page has no file:// and no network.
import { extname, join, normalize, sep } from 'node:path';
import { protocol, session } from 'electron';
import { CONTENT_SECURITY_POLICY } from './engine/transport/content-security.ts';

export const APP_ORIGIN = 'sandtable://app';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must run before `app` is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'sandtable', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  // Not isolated from other origins as under http://: there are none here, and it would start a second process for the page in place of the first.
};
/** net::ERR_FILE_NOT_FOUND */
const NOT_FOUND = { error: -6 };

/** Answers sandtable://app/<file> from `rendererDir`, and nothing else. */
export function serveApp(rendererDir: string): void {
  // Not `handle`: it loads Node's fetch for its Response and streams every file through main's one thread. Here main names the file, and the system reads it.
  session.defaultSession.protocol.registerFileProtocol('sandtable', ({ method, url: asked }, answer) => {
    const url = new URL(asked);
    if (url.host !== 'app' || method !== 'GET') return answer(NOT_FOUND);
    const path = join(rendererDir, normalize(decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)));
    const type = MIME[extname(path)];
    if (type === undefined || !path.startsWith(rendererDir + sep)) return answer(NOT_FOUND);
    answer({ path, mimeType: type, headers: { 'content-type': type, ...HEADERS } });
  });
}
