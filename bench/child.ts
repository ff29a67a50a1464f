/** Runs a script of children/ in a Node of its own, so that its time and peak memory are its alone, and hands back the JSON that it prints last. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `nodeOptions`: for instance --expose-gc. Whatever the script writes to stderr is shown. */
export async function runChild<T>(script: URL, input: unknown, nodeOptions: readonly string[] = []): Promise<T> {
  const child = spawn(process.execPath, [...nodeOptions, fileURLToPath(script), JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0 || last === '') throw new Error(`${fileURLToPath(script)} ended with code ${code}`);
  return JSON.parse(last) as T;
}
