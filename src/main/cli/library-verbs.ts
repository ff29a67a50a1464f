/** import, list, export, serve, library verify and reread: what works on a library. */
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ImportProgress, SessionRow } from '../../shared/engine-api.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import type { SessionFilter } from '../../shared/library-questions.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { serve } from '../engine/entry-node.ts';
import { targetOfName } from '../engine/export/export-targets.ts';
import { RefusedInput } from '../engine/game-adapter.ts';
import { CaptureFlags } from './capture-flags.ts';
import { defaultLibrary } from './default-library.ts';
import { takeEngineFlag } from './engine-flag.ts';
import { print, printLine } from './output.ts';
import { wholeNumber } from './reading-verbs.ts';

interface LibraryOptions {
  readonly library: string;
  readonly json?: true;
}

export function addLibraryVerbs(program: Command): void {
  onLibrary(program.command('import <file...>').description('takes recordings (files or folders) into a library')).action(
    async (files: string[], options: LibraryOptions) => {
      await withEngine(options, (engine) => importFiles(engine, files, options));
    },
  );

  onLibrary(program.command('list').description('lists the sessions of a library, newest first'))
    .option('--search <text>', 'in titles, maps, file names and names of players')
    .option('--game <id>', 'of one game')
    .option('--world <name>', 'on one map')
    .option('--player <name>', 'in which this player took part')
    .option('--from <date>', 'not before this day (YYYY-MM-DD)')
    .option('--to <date>', 'not after this day')
    .option('--bin', 'what lies in the bin')
    .action(async (options: LibraryOptions & SessionFilter) => {
      await withEngine(options, (engine) => list(engine, options));
    });

  onLibrary(
    program
      .command('export <session> <out>')
      .description(
        "writes a session to a file, by the ending of its name: the game's own format, .sandtable (with its notes), .events.csv, .tracks.csv, .events.ndjson, .tracks.ndjson, .ndjson; packed with .gz behind it",
      ),
  ).action(async (session: string, out: string, options: LibraryOptions) => {
    await withEngine(options, (engine) => exportSession(engine, session, out, options));
  });

  const serving = program
    .command('serve')
    .description('runs the engine without a desktop and serves the app to a browser on this machine')
    .option('--library <folder>', 'where sessions are kept', defaultLibrary())
    .option('--port <n>', 'port of the app; 0 takes a free one', wholeNumber, 8090)
    .option('--host <address>', 'address to listen on; anything but loopback lets other machines in', '127.0.0.1')
    .action(async (options: { library: string; port: number; host: string }) => {
      const captures = captureFlags.chosen(serving.opts());
      takeEngineFlag(process);
      await serve({ libraryDir: resolve(options.library), port: options.port, host: options.host, captures, rendererDir: rendererDir() });
    });
  const captureFlags = new CaptureFlags(serving, Object.values(PROFILES));

  const library = program.command('library').description('looks after a library');
  onLibrary(library.command('verify').description('reads everything that is stored and says what is damaged')).action(
    async (options: LibraryOptions) => {
      await withEngine(options, async (engine) => {
        const report = await engine.verify(() => undefined);
        await print(options.json ? `${JSON.stringify(report)}\n` : `${JSON.stringify(report, undefined, 2)}\n`);
        if (report.problems.length > 0) process.exitCode = 1;
      });
    },
  );
  onLibrary(library.command('reread [session...]').description('reads kept originals again with the readers of today')).action(
    async (sessions: string[], options: LibraryOptions) => {
      await withEngine(options, (engine) => reread(engine, sessions, options));
    },
  );
}

function onLibrary(command: Command): Command {
  return command.option('--library <folder>', 'where sessions are kept', defaultLibrary()).option('--json', 'prints JSON, a line each');
}

async function withEngine({ library }: LibraryOptions, work: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await createEngine({ libraryDir: resolve(library), desktop: false });
  try {
    await engine.recovered();
    await work(engine);
  } finally {
    await engine.close();
  }
}

async function importFiles(engine: Engine, files: readonly string[], { json }: LibraryOptions): Promise<void> {
  const handles = files.map((file) => engine.mint({ path: resolve(file), access: 'read', temporary: false }));
  const ended: ImportProgress[] = [];
  await engine.client.stream('import.files', { handles }, (progress) => {
    if (progress.state !== 'reading') ended.push(progress);
  });
  for (const { file, state, sessions, message } of ended) {
    if (json) await printLine({ file, state, sessions, message: message ?? null });
    else if (state === 'done' || state === 'duplicate')
      await print(`${file}: ${state === 'done' ? 'imported' : 'already there'} as ${sessions.join(', ')}\n`);
    else console.error(`${file}: ${message ?? state}`);
    if (state !== 'done' && state !== 'duplicate') process.exitCode = 1;
  }
}

async function list(engine: Engine, { json, library: _library, ...filter }: LibraryOptions & SessionFilter): Promise<void> {
  for await (const row of sessionRows(engine, filter)) {
    if (json) await printLine(row);
    else
      await print(
        `${row.id}  ${row.startedAt ?? row.importedAt}  ${row.game}  ${row.world}  ${Math.round(row.durationMs / 1000)} s  ${row.players} players  ${row.title}\n`,
      );
  }
}

async function* sessionRows(engine: Engine, filter: SessionFilter): AsyncGenerator<SessionRow> {
  const limit = 500;
  for (let offset = 0; ; offset += limit) {
    const { rows, total } = await engine.client.call('sessions.list', { filter, sort: 'newest', offset, limit });
    yield* rows;
    if (offset + rows.length >= total || rows.length === 0) return;
  }
}

async function exportSession(engine: Engine, id: string, out: string, { json }: LibraryOptions): Promise<void> {
  const path = resolve(out);
  const { row } = await engine.client.call('sessions.get', { id });
  const { games } = await engine.client.call('hello', {});
  const targets = games.find(({ id: game }) => game === row.game)?.exports ?? [];
  const format = targetOfName(targets, basename(path))?.id;
  if (format === undefined) {
    const endings = targets.map(({ extension }) => extension).join(', ');
    throw new RefusedInput(`${basename(path)} has no ending that this session can be written as; those are ${endings}.`);
  }
  const handle = engine.mint({ path, access: 'write', temporary: false });
  const report = await engine.client.call('export.session', { id, format, handle });
  if (json) await printLine({ bytes: report.bytes, warnings: report.warnings });
  else
    await print(
      `${path}: ${report.bytes} bytes\n${report.warnings.map((warning) => `${warning.code} (${warning.count}): ${warning.first}\n`).join('')}`,
    );
}

async function reread(engine: Engine, sessions: readonly string[], { json }: LibraryOptions): Promise<void> {
  const ids = [...sessions];
  // All are known before the first one changes.
  if (ids.length === 0) for await (const { id } of sessionRows(engine, {})) ids.push(id);
  const { signal } = new AbortController();
  for (const id of ids) {
    const report = await engine.reread(id, signal, () => undefined);
    if (json) await printLine({ session: id, state: report.state, message: report.message ?? null });
    else await print(`${id}: ${report.state === 'done' ? 'read again' : (report.message ?? report.state)}\n`);
    if (report.state !== 'done') process.exitCode = 1;
  }
}

/** Beside this bundle; in development, what `npm run build` made. */
function rendererDir(): string {
  const here = import.meta.dirname;
  return basename(here) === 'cli' ? join(here, '..', '..', '..', 'dist', 'renderer') : join(here, '..', 'renderer');
}
