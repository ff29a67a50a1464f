import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Handles } from '../import/handles.ts';
import { fileHandlers } from './file-handlers.ts';

function place(name = 'clip.webm') {
  const handles = new Handles();
  const path = join(mkdtempSync(join(tmpdir(), 'sandtable-file-')), name);
  return { handles, path, handle: handles.mint({ path, access: 'write', temporary: false }), files: fileHandlers(handles) };
}

/** Begins a file; `saved` settles when it is there. */
async function begin({ files, handle }: ReturnType<typeof place>, abort = new AbortController()) {
  const named = Promise.withResolvers<string>();
  const emit = ({ file }: { readonly file: string }): Promise<void> => Promise.resolve(named.resolve(file));
  const saved = files['file.save']({ handle }, { signal: abort.signal, emit });
  saved.catch(named.reject);
  return { file: await named.promise, saved, abort };
}

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);
const never = new AbortController().signal;

describe('a file that a page writes', () => {
  it('is there when it is complete, whatever the order of its pieces, and only then', async () => {
    const here = place();
    writeFileSync(here.path, 'before');
    const { file, saved } = await begin(here);
    await here.files['file.write']({ file, position: 2, bytes: bytes(3, 4) }, never);
    await Promise.all([
      here.files['file.write']({ file, position: 0, bytes: bytes(1, 2) }, never),
      here.files['file.write']({ file, position: 3, bytes: bytes(9) }, never),
    ]);
    expect(readFileSync(here.path).toString()).toBe('before');
    await here.files['file.end']({ file }, never);
    expect(await saved).toEqual({ bytes: 4 });
    expect([...readFileSync(here.path)]).toEqual([1, 2, 3, 9]);
    expect(existsSync(`${here.path}.part`)).toBe(false);
  });

  it('goes when its page goes, and leaves what was there', async () => {
    const here = place();
    writeFileSync(here.path, 'before');
    const { file, saved, abort } = await begin(here);
    await here.files['file.write']({ file, position: 0, bytes: bytes(1) }, never);
    abort.abort();
    await expect(saved).rejects.toThrow('not completed');
    expect(readFileSync(here.path).toString()).toBe('before');
    expect(existsSync(`${here.path}.part`)).toBe(false);
    await expect(here.files['file.write']({ file, position: 0, bytes: bytes(1) }, never)).rejects.toThrow('not being written');
  });

  it('needs a place that a person chose, once', async () => {
    const here = place();
    const { file, saved } = await begin(here);
    await here.files['file.end']({ file }, never);
    await saved;
    await expect(begin(here)).rejects.toThrow('choose it again');
    await expect(begin({ ...here, handle: here.handles.mint({ path: here.path, access: 'read', temporary: false }) })).rejects.toThrow(
      'choose it again',
    );
    await expect(begin(place('no/such/folder/clip.webm'))).rejects.toThrow('ENOENT');
  });
});
