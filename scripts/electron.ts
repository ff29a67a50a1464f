// Finds an Electron runtime and a display, and never waits for a download that cannot come.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const installed = join(root, 'node_modules/electron');

/** The folder that holds the Electron binary, or undefined when none is on this machine. */
export function findElectron(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const dist = override !== undefined && override !== '' ? override : join(installed, 'dist');
  return existsSync(join(dist, binary())) ? dist : undefined;
}

/** Downloads npm's Electron if its host answers within a few seconds. */
export async function downloadElectron(): Promise<string | undefined> {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(`${mirror}v${version}/SHASUMS256.txt`, { method: 'HEAD', signal: AbortSignal.timeout(4000) });
    if (!answer.ok) return undefined;
    console.log(`Downloading Electron ${version} (about 120 MB, once) ...`);
    execFileSync(process.execPath, [join(installed, 'install.js')], { stdio: 'inherit', timeout: 600_000 });
  } catch {
    return undefined;
  }
  return findElectron();
}

export function electronBinary(dist: string): string {
  return join(dist, binary());
}

export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

/** Chromium's sandbox refuses to run as root, as in a container. */
export function rootFlags(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function binary(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
