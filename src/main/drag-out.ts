// Files that are dragged out of a window: the engine writes them into a folder of ours, the system takes them from there. It goes with the app.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, nativeImage, type NativeImage, type WebContents } from 'electron';
import type { FileHandle } from '../shared/desktop-bridge.ts';
import type { EngineProcess } from './engine-process.ts';

const folder = join(app.getPath('temp'), `sandtable-drag-${process.pid}`);

export class DragOut {
  readonly #engine: EngineProcess;
  /** By handle. */
  readonly #paths = new Map<string, string>();

  constructor(engine: EngineProcess) {
    this.#engine = engine;
  }

  /** A place for the engine to write a file of this name to. */
  place(name: string): FileHandle {
    const own = join(folder, randomUUID());
    mkdirSync(own, { recursive: true });
    const path = join(own, basename(name));
    const handle = this.#engine.mint(path, 'write');
    this.#paths.set(handle.handle, path);
    return handle;
  }

  /** The files of these places hang on the pointer from now on; nothing happens when one was not written. */
  start(page: WebContents, handles: readonly string[]): void {
    const files = handles.map((handle) => this.#paths.get(handle)).filter((path) => path !== undefined && existsSync(path));
    const [file] = files;
    if (file === undefined || files.length < handles.length) return;
    page.startDrag({ file, files: files as string[], icon: sheet() });
  }

  clear(): void {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What hangs on the pointer: a sheet in the accent colour. */
function sheet(): NativeImage {
  const [width, height] = [24, 32];
  const bitmap = Buffer.alloc(width * height * 4);
  for (let at = 0; at < bitmap.length; at += 4) bitmap.set([0x8a, 0xcc, 0xe6, 0xff], at); // BGRA
  return nativeImage.createFromBitmap(bitmap, { width, height });
}
