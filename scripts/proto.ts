/** `npm run proto`: makes the static code for messages of protobuf formats, and its types, from our .proto files. What it makes is committed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const GAMES = 'src/main/engine/games';
/** What is made, without its ending; from which files; what of it is not needed. */
const MADE: readonly { readonly out: string; readonly from: readonly string[]; readonly without: readonly string[] }[] = [
  { out: `${GAMES}/echovr/nevrcap-messages`, from: ['nevrcap.proto'], without: [] },
  { out: `${GAMES}/arma/chunks/chunk-messages`, from: ['chunks-v1.proto', 'chunks-v2.proto'], without: ['--no-encode'] },
];
const OPTIONS = ['-t', 'static-module', '-w', 'es6', '--no-create', '--no-convert', '--no-verify', '--no-delimited', '--no-typeurl'];

for (const { out, from, without } of MADE) {
  const sources = from.map((name) => join(dirname(out), name));
  const options = [...OPTIONS, ...without];
  const folder = mkdtempSync(join(tmpdir(), 'sandtable-proto-'));
  try {
    const commented = join(folder, 'commented.js');
    const types = join(folder, 'types.d.ts');
    execFileSync('node_modules/.bin/pbjs', [...options, '-o', commented, ...sources]);
    execFileSync('node_modules/.bin/pbts', ['-o', types, commented]);
    // The types are in the comments, which the code itself can do without.
    execFileSync('node_modules/.bin/pbjs', [...options, '--no-comments', '-o', `${out}.js`, ...sources]);
    const head = `// Made by scripts/proto.ts from ${sources.map((path) => basename(path)).join(' and ')}; not to be edited.\n`;
    writeFileSync(`${out}.js`, `${head}/* oxlint-disable */\n${readFileSync(`${out}.js`, 'utf8').replace(/^\/\*eslint-disable.*\n/, '')}`);
    writeFileSync(`${out}.d.ts`, `${head}/* oxlint-disable */\n${readFileSync(types, 'utf8')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  execFileSync('node_modules/.bin/oxfmt', [`${out}.js`, `${out}.d.ts`]);
}
