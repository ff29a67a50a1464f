#!/usr/bin/env node
/** The `sandtable` command: what the app does, for scripts and servers. Exit 0 done, 1 refused with one sentence on stderr, 2 usage. */
import { Command, CommanderError } from 'commander';
import { RefusedInput } from '../engine/game-adapter.ts';
import { addConvertVerb } from './convert-verb.ts';
import { addLibraryVerbs } from './library-verbs.ts';
import { addReadingVerbs } from './reading-verbs.ts';
import { addSimulateVerb } from './simulate-verb.ts';
import { addStreamVerb } from './stream-verb.ts';

const program = new Command('sandtable')
  .description('Records, keeps and plays back game sessions.')
  .showHelpAfterError('(sandtable --help says more)')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });
addReadingVerbs(program);
addLibraryVerbs(program);
addConvertVerb(program);
addStreamVerb(program);
addSimulateVerb(program);

// A reader that stops early (head, less) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof RefusedInput) {
    console.error(error.message);
    process.exitCode = 1;
  } else throw error;
}
