/** Starts the built desktop app in a real Electron, on a profile of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..');

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** `files` are handed over as arguments, as a file association does. */
export async function desktop(profile: string, files: readonly string[] = []): Promise<Desktop> {
  const { binary, args } = commandLine(profile, files);
  const app = await _electron.launch({ executablePath: binary, args });
  return { app, page: await app.firstWindow() };
}

/** Starts the app again on a profile that is in use; resolves when that second start has ended. */
export async function secondStart(profile: string, files: readonly string[]): Promise<void> {
  const { binary, args } = commandLine(profile, files);
  const child = spawn(binary, args, { stdio: 'ignore' });
  await once(child, 'exit');
}

function commandLine(profile: string, files: readonly string[]): { readonly binary: string; readonly args: string[] } {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules', 'electron', 'dist');
  const rootFlag = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [root, ...rootFlag, '--use-angle=swiftshader', '--enable-unsafe-swiftshader', `--profile=${profile}`, ...files];
  return { binary: join(dist, 'electron'), args };
}
