/** Writes what a made-up game server sends as a log: a line of JSON for each body, with the time at which it arrived. */
import { simulateBodies, type MohaaSimulation } from './bodies.ts';
import type { Tell } from './truth.ts';

/** Unix ms of the server's start. */
export const STARTED_AT = Date.UTC(2026, 1, 6, 19, 0, 0);

export async function writeMohaaLog(
  out: (bytes: Uint8Array) => Promise<void>,
  options: MohaaSimulation = {},
  tell: Tell = () => {},
): Promise<void> {
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    await out(Buffer.from(lines.join('')));
    lines = [];
  };
  for (const { at, body, server } of simulateBodies(options, tell)) {
    const text = Buffer.from(body)
      .toString('utf8')
      .replace(/&server_token=[^&\n]*/g, '');
    lines.push(`${JSON.stringify({ receivedAt: STARTED_AT + at, server, body: text })}\n`);
    if (lines.length >= 500) await flush();
  }
  await flush();
}
