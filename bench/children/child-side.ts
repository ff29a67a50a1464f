/** What every child script needs: its input, its answer, and how much memory it took at most. */
import { readFileSync } from 'node:fs';

export function childInput(): unknown {
  return JSON.parse(process.argv[2] ?? 'null');
}

export function answer(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Most memory that this process ever had resident, all threads together, MB. */
export function peakMegabytes(): number {
  return peakKilobytes() / 1024;
}

/** Linux says it of this process alone; maxRSS may still count the parent, out of which the process was made. */
function peakKilobytes(): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (found?.[1] !== undefined) return Number(found[1]);
  } catch {
    // no Linux
  }
  return process.resourceUsage().maxRSS;
}
