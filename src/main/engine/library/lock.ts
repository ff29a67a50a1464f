/** One engine owns a library. The lock file says which, so that a second one can say so; a lock whose owner is gone is taken over. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';
import { RefusedInput } from '../game-adapter.ts';

const lockOwner = z.object({
  pid: z.int().positive(),
  /** Of `serve`; null in the desktop app and on the command line. */
  port: z.int().nullable(),
  host: z.string(),
  /** Says which start of the machine and of the process the pid belongs to. */
  boot: z.string(),
  started: z.string(),
});
type LockOwner = z.infer<typeof lockOwner>;

export interface Lock {
  release(): void;
}

/** Throws RefusedInput, naming the owner, when a living process has it. */
export function takeLock(file: string, port: number | null): Lock {
  const mine: LockOwner = { pid: process.pid, port, host: hostname(), boot: bootId(), started: processStart(process.pid) };
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return { release: () => releaseIfMine(file, mine) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = readOwner(file);
    if (owner !== null && isAlive(owner)) throw new RefusedInput(describeOwner(owner));
    setAside(file);
  }
  throw new RefusedInput('The library is being opened by another Sandtable at this very moment; try again.');
}

function describeOwner(owner: LockOwner): string {
  if (owner.host !== hostname()) {
    return `The library is open on another computer (${owner.host}); close it there, or delete library.lock when that computer is off.`;
  }
  const where = owner.port === null ? '' : `, serving it at port ${owner.port}`;
  return `The library is already open in another Sandtable (process ${owner.pid}${where}); use that one, or close it first.`;
}

function readOwner(file: string): LockOwner | null {
  try {
    return lockOwner.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null; // gone, or cut by a crash while it was written
  }
}

/** Renamed first, so that of two that find the same stale lock only one removes it. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return; // the other one did it
  }
  rmSync(aside, { force: true });
}

function releaseIfMine(file: string, mine: LockOwner): void {
  const owner = readOwner(file);
  if (owner !== null && owner.pid === mine.pid && owner.started === mine.started && owner.host === mine.host) rmSync(file, { force: true });
}

function isAlive(owner: LockOwner): boolean {
  if (owner.host !== hostname()) return true; // a shared folder: another machine's processes cannot be seen from here
  if (!sameBoot(owner.boot, bootId())) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return owner.started === '' || owner.started === processStart(owner.pid);
}

/** Linux names each boot; elsewhere it is the time of the boot, in seconds. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return String(Math.round(Date.now() / 1000 - uptime()));
  }
}

function sameBoot(a: string, b: string): boolean {
  if (a === b) return true;
  const drift = Math.abs(Number(a) - Number(b)); // clocks are corrected now and then
  return drift < 120;
}

/** Start time of a process in clock ticks since boot, where the system tells it; tells a pid from its later reuse. */
function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
