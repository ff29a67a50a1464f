/** Conversion to what only a session can be written as: reads the recording as an import does, session by session, and writes each as an export does. */
import { exportTargets, NDJSON } from '../export/export-targets.ts';
import { type ConvertReport, type ConvertTask, RefusedInput } from '../game-adapter.ts';
import { SessionWriter } from '../session-writer.ts';
import type { Sniffed } from '../sniff.ts';
import { zstd } from '../zstd.ts';
import { SpilledSession } from './spilled-session.ts';

type Warnings = ConvertReport['warnings'];

/** Several sessions follow each other in NDJSON; other formats hold one, and a recording with more is refused. */
export async function convertThroughSession({ adapter, format }: Sniffed, task: ConvertTask, tempDir: string): Promise<ConvertReport> {
  const { source, signal } = task;
  const write = writerOf(adapter.formats, task);
  const warnings = new Map<string, { count: number; first: string }>();
  let frames = 0;
  let open = begin();
  let sessions = 1;
  try {
    await format.read(source, open.writer, {
      signal,
      nextSession: async () => {
        if (task.to !== NDJSON)
          throw new RefusedInput('This recording holds several sessions, and that format only one: import it, and export them one by one.');
        await end();
        open = begin();
        sessions++;
        return open.writer;
      },
    });
    signal.throwIfAborted();
    await end();
  } catch (error) {
    open.writer.discard();
    throw error;
  } finally {
    open.session.close();
  }
  return { framesIn: frames, framesOut: frames, warnings: [...warnings].map(([code, { count, first }]) => ({ code, count, first })) };

  function begin(): { readonly session: SpilledSession; readonly writer: SessionWriter } {
    const session = new SpilledSession(tempDir);
    const writer = new SessionWriter({
      target: session,
      compression: zstd,
      signal,
      tempDir,
      onProgress: (bytesDone, step) => task.progress(bytesDone, step),
    });
    return { session, writer };
  }

  async function end(): Promise<void> {
    const { session, writer } = open;
    await writer.finish();
    const info = session.info();
    task.progress(source.size, sessions === 1 ? 'Writing' : `Writing session ${sessions}`);
    const told = await write(session);
    frames += info.frames;
    add(info.warnings);
    if (info.partial)
      add([{ code: 'partial', count: 1, first: 'The end of the recording is missing or damaged; what came before it was converted.' }]);
    add(told);
    session.close();
  }

  function add(list: Warnings): void {
    for (const { code, count, first } of list) {
      const known = warnings.get(code);
      if (known === undefined) warnings.set(code, { count, first });
      else known.count += count;
    }
  }
}

function writerOf(
  formats: Sniffed['adapter']['formats'],
  { to, out, signal }: ConvertTask,
): (session: SpilledSession) => Promise<Warnings> {
  const stoppable = async (bytes: Uint8Array): Promise<void> => {
    signal.throwIfAborted();
    await out(bytes);
  };
  const target = exportTargets(formats).find(({ id }) => id === to);
  if (target === undefined) throw new RefusedInput('A session of this game cannot be written as that.');
  return async (session) => (await target.write(session, stoppable, signal)).warnings;
}
