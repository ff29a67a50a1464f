/** Starts the built desktop app in a real Electron, on a profile of its own. */
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..');

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** `files` are handed over as arguments, as a file association does. */
export async function desktop(profile: string, files: readonly string[] = []): Promise<Desktop> {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const rootFlag = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    ...(dist === undefined ? {} : { executablePath: join(dist, 'electron') }),
    args: [root, ...rootFlag, '--use-angle=swiftshader', '--enable-unsafe-swiftshader', `--profile=${profile}`, ...files],
  });
  return { app, page: await app.firstWindow() };
}
