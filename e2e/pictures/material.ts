/** Recordings to take pictures of: made up by the simulators, or hand-written for the limits (long names, many sessions). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOcap } from '../../simulators/arma/write-ocap.ts';
import { simulateEcho } from '../../simulators/echovr/simulate.ts';
import { writeMohaaLog } from '../../simulators/mohaa/write-log.ts';

const LONG_NAME =
  'Operation Unverhältnismäßig-Langer-Name über der Bucht von Agia Marina, third attempt after the crash, with reinforcements';

/** What the largest session's title begins with. */
export const LARGE = 'A whole campaign';

/** A file at `path`, written piece by piece. */
async function write(path: string, pieces: (out: (bytes: Uint8Array) => Promise<void>) => Promise<unknown>): Promise<string> {
  await using file = await open(path, 'wx');
  await pieces(async (bytes) => void (await file.write(bytes)));
  return path;
}

/** An evening of each game. */
export async function writeNormal(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  return [
    await write(join(folder, 'operation.json'), (out) => writeOcap(out, { minutes: 10 })),
    await write(join(folder, 'match.echoreplay'), (out) =>
      simulateEcho(out, { format: 'zip', name: 'match.echoreplay', seconds: 180, bones: true }),
    ),
    await write(join(folder, 'friday.ndjson'), (out) => writeMohaaLog(out, { seed: 1, minutes: 4, matches: 3, players: 10, bots: 2 })),
    await write(join(folder, 'saturday.ndjson'), (out) => writeMohaaLog(out, { seed: 2, minutes: 4, matches: 3, players: 10, bots: 2 })),
  ];
}

/** A few hundred sessions, one of them large, with names that want more room than there is. */
export async function writeHuge(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await write(join(folder, 'season.ndjson'), (out) =>
    writeMohaaLog(out, { seed: 5, minutes: 1, rounds: 1, matches: 60, players: 30, bots: 2, faults: ['awkward'] }),
  );
  await write(join(folder, 'large.json'), (out) => writeOcap(out, { minutes: 60, units: 300 }));
  await renamed(join(folder, 'large.json'), `${LARGE}, ${LONG_NAME}`);
  await writeMany(folder, 120);
  return folder;
}

/** Short operations, every fifth with a name that wants more room than there is. */
export async function writeMany(folder: string, count: number): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (let i = 0; i < count; i++) {
    const path = await write(join(folder, `small-${i}.json`), (out) => writeOcap(out, { seed: i + 1, minutes: 0.5, units: 8 }));
    await renamed(path, i % 5 === 0 ? `${LONG_NAME} ${i}` : `Exercise ${i}`);
    paths.push(path);
  }
  return paths;
}

async function renamed(path: string, name: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  writeFileSync(path, text.replace('Operation Cold Harbour', name));
}
