/** A page in a real Chromium, served by the real engine in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import type { ServeInput } from './children/serve-child.ts';

const DEBIAN = '/usr/bin/chromium';

/** Null where there is no Chromium. */
export function chromiumPath(): string | null {
  const path = existsSync(DEBIAN) ? DEBIAN : chromium.executablePath();
  return existsSync(path) ? path : null;
}

export const VIEWPORT = { width: 1440, height: 900 };
export const NO_BROWSER = 'there is no Chromium here';

export interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Of the served page, without what follows #. */
  readonly origin: string;
}

/** Without a graphics card: WebGL by software, or, for pages that have none, nothing that draws as if there were one. */
const WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
export const NO_WEBGL = ['--disable-gpu'];

export async function launch(executablePath: string, drawing: readonly string[] = WEBGL): Promise<Browser> {
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', ...drawing] });
}

export async function withPage<T>(
  executablePath: string,
  input: ServeInput,
  work: (open: OpenPage) => Promise<T>,
  { initScript, drawing = WEBGL }: { readonly initScript?: string; readonly drawing?: readonly string[] } = {},
): Promise<T> {
  const script = fileURLToPath(new URL('./children/serve-child.ts', import.meta.url));
  const server = spawn(process.execPath, [script, JSON.stringify(input)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(server, 'close');
  try {
    const [line] = (await Promise.race([once(createInterface({ input: server.stdout }), 'line'), gone])) as [unknown];
    if (typeof line !== 'string') throw new Error('the engine did not start');
    const { address } = JSON.parse(line) as { address: string };
    const browser = await launch(executablePath, drawing);
    try {
      const page = await browser.newPage({ viewport: VIEWPORT });
      if (initScript !== undefined) await page.addInitScript(initScript);
      const devtools = await page.context().newCDPSession(page);
      await page.goto(address);
      return await work({ page, devtools, origin: new URL(address).origin });
    } finally {
      await browser.close();
    }
  } finally {
    server.stdin.end();
    await gone;
  }
}
