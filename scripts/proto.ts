/** `npm run proto`: makes the static code for the messages of .nevrcap, and its types, from nevrcap.proto. What it makes is committed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OUT = 'src/main/engine/games/echovr/nevrcap-messages';
const SOURCE = 'src/main/engine/games/echovr/nevrcap.proto';
const OPTIONS = ['-t', 'static-module', '-w', 'es6', '--no-create', '--no-convert', '--no-verify', '--no-delimited', '--no-typeurl'];

const folder = mkdtempSync(join(tmpdir(), 'sandtable-proto-'));
try {
  const commented = join(folder, 'commented.js');
  const types = join(folder, 'types.d.ts');
  execFileSync('node_modules/.bin/pbjs', [...OPTIONS, '-o', commented, SOURCE]);
  execFileSync('node_modules/.bin/pbts', ['-o', types, commented]);
  // The types are in the comments, which the code itself can do without.
  execFileSync('node_modules/.bin/pbjs', [...OPTIONS, '--no-comments', '-o', `${OUT}.js`, SOURCE]);
  const head = `// Made by scripts/proto.ts from nevrcap.proto; not to be edited.\n`;
  writeFileSync(`${OUT}.js`, `${head}/* oxlint-disable */\n${readFileSync(`${OUT}.js`, 'utf8').replace(/^\/\*eslint-disable.*\n/, '')}`);
  writeFileSync(`${OUT}.d.ts`, `${head}/* oxlint-disable */\n${readFileSync(types, 'utf8')}`);
} finally {
  rmSync(folder, { recursive: true });
}
execFileSync('node_modules/.bin/oxfmt', [`${OUT}.js`, `${OUT}.d.ts`]);
