/** info, events, state and statistics: look at one recording, or at a session of a library, without changing anything. */
import { InvalidArgumentError, type Command } from 'commander';
import { eventLines } from '../engine/export/event-lines.ts';
import { statesAt } from '../engine/export/state-lines.ts';
import { RefusedInput } from '../engine/game-adapter.ts';
import { ADAPTERS } from '../engine/games/registry.ts';
import type { SessionSource } from '../engine/session-source.ts';
import { runStatistics } from '../engine/statistics/run-statistics.ts';
import { statisticsLines } from '../engine/statistics/statistics-lines.ts';
import { print, printLine } from './output.ts';
import { readFile } from './read-file.ts';

interface FileOptions {
  readonly session?: number;
}

export function addReadingVerbs(program: Command): void {
  const fileVerb = (name: string, does: string): Command =>
    program
      .command(`${name} <file>`)
      .description(does)
      .option('--session <n>', 'which session of a file that holds several, counted from 1', wholeNumber)
      .option('--json', 'one line of JSON each (what is printed is JSON in any case)');

  fileVerb('info', 'says what a recording is').action(async (file: string, options: FileOptions & { json?: true }) => {
    const sessions = await sessionsOf(file, options);
    const all = options.session === undefined ? sessions : [chosen(sessions, options)];
    for (const session of all) await print(`${JSON.stringify(info(session), undefined, options.json || all.length > 1 ? 0 : 2)}\n`);
  });

  fileVerb('events', 'prints every event as a line of JSON').action(async (file: string, options: FileOptions) => {
    for await (const line of eventLines(chosen(await sessionsOf(file, options), options))) await printLine(line);
  });

  fileVerb('state', 'prints everything that exists at given moments, a line of JSON each')
    .requiredOption('--at <ms>', 'moments in ms since session start, with commas between', moments)
    .action(async (file: string, options: FileOptions & { at: readonly number[] }) => {
      for await (const line of statesAt(chosen(await sessionsOf(file, options), options), options.at)) await printLine(line);
    });

  fileVerb('statistics', 'prints what is counted over a recording, a line of JSON for each table, list and chart')
    .option('--at <ms>', 'as it stood at this moment, in ms since session start; else in total', wholeNumber, Number.POSITIVE_INFINITY)
    .action(async (file: string, options: FileOptions & { at: number }) => {
      const session = chosen(await sessionsOf(file, options), options);
      const provider = ADAPTERS.find(({ id }) => id === session.info().game)?.statistics;
      if (provider === undefined) throw new RefusedInput('There are no statistics for this game.');
      for (const line of statisticsLines(await runStatistics(session, provider), session.entities(), options.at)) await printLine(line);
    });
}

/** The fixed answer of `info`. */
function info(session: SessionSource): object {
  const { format, game, title, world, startedAt, durationMs, frames, entityCount, playerCount, eventCount, eventsByType, warnings } =
    session.info();
  return {
    format,
    game,
    title,
    world,
    startedAt,
    durationMs,
    frames,
    entities: entityCount,
    players: playerCount,
    events: eventCount,
    eventsByType,
    warnings,
  };
}

async function sessionsOf(file: string, options: FileOptions): Promise<readonly SessionSource[]> {
  const sessions = await readFile(file);
  if (sessions.length > 1 && options.session === undefined)
    console.error(`${file} holds ${sessions.length} sessions; --session N chooses one.`);
  return sessions;
}

function chosen(sessions: readonly SessionSource[], { session = 1 }: FileOptions): SessionSource {
  const found = sessions[session - 1];
  if (found === undefined) throw new RefusedInput(`There is no session ${session} in this file; it holds ${sessions.length}.`);
  return found;
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(text);
}

function moments(text: string): readonly number[] {
  return text.split(',').map((part) => wholeNumber(part.trim()));
}
