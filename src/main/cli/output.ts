/** Writes lines to stdout as fast as they are taken, whatever their number. */
import { once } from 'node:events';

export async function printLine(value: unknown): Promise<void> {
  await print(`${JSON.stringify(value)}\n`);
}

export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
