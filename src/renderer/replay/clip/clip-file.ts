/** Where a clip is written while it is made: in the desktop app to the place that a person chose, in a browser to its own store and then into the downloads. */
import { BufferTarget, StreamTarget, type StreamTargetChunk, type Target } from 'mediabunny';
import { MOST_WRITTEN_BYTES, type EngineClient } from '../../../shared/engine-api.ts';
import { desktop } from '../../app/desktop.ts';
import { words } from '../../words/words.ts';
import { saveBlob } from '../heat/save-blob.ts';

/** A browser without a store of its own keeps the clip in memory: no larger ones, bytes. */
export const MOST_IN_MEMORY = 512 * 1024 * 1024;
const FOLDER = 'clips';
const CHUNK_BYTES = 1024 * 1024;

export interface ClipFile {
  readonly target: Target;
  /** Grows without memory growing. */
  readonly streams: boolean;
  /** What it is called at last. */
  readonly name: string;
  /** It is complete: hands it over. Resolves with its size in bytes. */
  finish(): Promise<number>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Null when the person thought better of it. Rejects with one sentence. */
export async function openClipFile(client: EngineClient, name: string): Promise<ClipFile | null> {
  if (desktop === null) return (await openStored(name)) ?? inMemory(name);
  const place = await desktop.saveFile(name);
  return place === null ? null : await openSaved(client, place.handle, place.name);
}

async function openSaved(client: EngineClient, handle: string, name: string): Promise<ClipFile> {
  const abort = new AbortController();
  const opened = Promise.withResolvers<string>();
  const saved = client.stream('file.save', { handle }, ({ file }) => opened.resolve(file), abort.signal);
  saved.catch(opened.reject);
  const file = await opened.promise;
  const writable = new WritableStream<StreamTargetChunk>({
    write: async ({ data, position }) => {
      for (let at = 0; at < data.length; at += MOST_WRITTEN_BYTES)
        await client.call('file.write', { file, position: position + at, bytes: data.slice(at, at + MOST_WRITTEN_BYTES) });
    },
  });
  return {
    target: new StreamTarget(writable, { chunked: true, chunkSize: CHUNK_BYTES }),
    streams: true,
    name,
    finish: async () => {
      await client.call('file.end', { file });
      return (await saved).bytes;
    },
    discard: async () => {
      abort.abort();
      await saved.catch(() => undefined); // that is what was asked for
    },
  };
}

/** Null where the browser has no such store, or lets nobody write to it. */
async function openStored(name: string): Promise<ClipFile | null> {
  try {
    const root = await navigator.storage.getDirectory();
    // What an earlier page did not take away.
    await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    const handle = await folder.getFileHandle(`${crypto.randomUUID()}.part`, { create: true });
    const writable = await handle.createWritable();
    return {
      target: new StreamTarget(writable, { chunked: true, chunkSize: CHUNK_BYTES }),
      streams: true,
      name,
      finish: async () => {
        const file = await handle.getFile();
        saveBlob(file, name);
        return file.size;
      },
      discard: async () => {
        await writable.abort().catch(() => undefined); // the output may have ended it
        await folder.removeEntry(handle.name).catch(() => undefined);
      },
    };
  } catch {
    return null;
  }
}

function inMemory(name: string): ClipFile {
  const target = new BufferTarget();
  return {
    target,
    streams: false,
    name,
    finish: () => {
      const { buffer } = target;
      if (buffer === null) throw new Error(words().broadcast.clip.notCompleted);
      saveBlob(new Blob([buffer]), name);
      return Promise.resolve(buffer.byteLength);
    },
    discard: () => Promise.resolve(),
  };
}
