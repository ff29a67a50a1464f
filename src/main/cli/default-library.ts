/** The desktop app's own library, so that the command line sees the same sessions. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export function defaultLibrary(): string {
  return join(applicationData(), 'Sandtable', 'library');
}

/** What Electron calls appData. */
function applicationData(): string {
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
}
