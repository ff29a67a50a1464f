/** Files that a page writes piece by piece while it makes them, such as clips: beside their place under another name, and in it once they are complete. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { RefusedInput } from '../game-adapter.ts';
import type { Handles } from '../import/handles.ts';
import type { ApiHandlers } from '../transport/connection.ts';
import { writeRefusal } from '../write-refusal.ts';

interface OpenFile {
  readonly file: FileHandle;
  /** Those of before, in order. */
  writing: Promise<unknown>;
  bytes: number;
  end(complete: boolean): void;
}

type FileMethod = Extract<keyof ApiHandlers, `file.${string}`>;

/** A page may write what a person chose in a save dialog; its requests end with its connection, and an unfinished file goes with them. */
export function fileHandlers(handles: Handles): Pick<ApiHandlers, FileMethod> {
  const files = new Map<string, OpenFile>();
  return {
    'file.save': async ({ handle }, { signal, emit }) => {
      const place = handles.get(handle, 'write');
      if (place === null) throw new RefusedInput('The place to save to is no longer at hand; choose it again.');
      handles.forget(handle);
      const part = `${place.path}.part`;
      const id = randomUUID();
      const file = await written(open(part, 'w'));
      try {
        const complete = await new Promise<boolean>((resolve) => {
          files.set(id, { file, writing: Promise.resolve(), bytes: 0, end: resolve });
          signal.addEventListener('abort', () => resolve(false), { once: true });
          void emit({ file: id });
        });
        const open = files.get(id);
        await open?.writing;
        await file.close();
        if (!complete || signal.aborted) throw new RefusedInput('The file was not completed.');
        await written(rename(part, place.path));
        return { bytes: open?.bytes ?? 0 };
      } catch (error) {
        await file.close().catch(() => undefined);
        await rm(part, { force: true });
        throw error;
      } finally {
        files.delete(id);
      }
    },
    'file.write': async ({ file: id, position, bytes }) => {
      const open = files.get(id);
      if (open === undefined) throw new RefusedInput('This file is not being written.');
      const write = open.writing.then(() => written(writeAt(open.file, bytes, position)));
      open.writing = write.catch(() => undefined); // told to whoever asked for it
      open.bytes = Math.max(open.bytes, position + bytes.length);
      await write;
      return null;
    },
    'file.end': ({ file: id }) => {
      files.get(id)?.end(true);
      return Promise.resolve(null);
    },
  };
}

async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}

async function written<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const refusal = writeRefusal(error);
    throw refusal === null ? error : new RefusedInput(refusal);
  }
}
