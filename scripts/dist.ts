// Packs the built app with electron-builder (`-- --dir` for a plain folder) and checks the fuses of what came out.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const root = join(import.meta.dirname, '..');
const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
const packed = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/electron-builder/cli.js'),
    '--publish=never',
    ...(runtime !== undefined && runtime !== '' ? [`-c.electronDist=${runtime}`] : []),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
if (packed.status !== 0) process.exit(packed.status ?? 1);

const fuses: [FuseV1Options, FuseState][] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseState.DISABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
];
const apps = ['release/linux*-unpacked/sandtable', 'release/win*-unpacked/Sandtable.exe', 'release/mac*/Sandtable.app'];
for (const app of globSync(apps, { cwd: root })) {
  const wire = await getCurrentFuseWire(join(root, app));
  const wrong = fuses.filter(([fuse, state]) => wire[fuse] !== state).map(([fuse]) => FuseV1Options[fuse]);
  if (wrong.length > 0) throw new Error(`${app}: wrong fuses: ${wrong.join(', ')}`);
  console.log(`${app}: all ${fuses.length} fuses as they should be`);
}
