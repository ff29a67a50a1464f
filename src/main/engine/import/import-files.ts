/** A person's import: handles become files (folders are looked through), files become imports, and each tells how it goes. */
import { rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportProgress } from '../../../shared/engine-api.ts';
import type { GameAdapter } from '../game-adapter.ts';
import type { StreamContext } from '../transport/connection.ts';
import { expandFolder } from './expand-folder.ts';
import type { Handles } from './handles.ts';
import type { ImportOrder } from './import-messages.ts';
import type { Importer } from './importer.ts';
import { LatestItem } from './latest-item.ts';
import { sampleName } from './samples.ts';

interface FileToImport {
  readonly path: string;
  /** As the person knows it. */
  readonly shown: string;
  readonly temporary: boolean;
}

export class FileImports {
  readonly #importer: Importer;
  readonly #handles: Handles;
  readonly #adapters: readonly GameAdapter[];

  constructor(importer: Importer, handles: Handles, adapters: readonly GameAdapter[]) {
    this.#importer = importer;
    this.#handles = handles;
    this.#adapters = adapters;
  }

  /** Resolves when all are done; what became of each is in its last item. */
  async importHandles(handles: readonly string[], context: StreamContext<ImportProgress>): Promise<void> {
    await Promise.all(handles.map(async (handle) => await this.#importHandle(handle, context)));
    context.signal.throwIfAborted();
  }

  /** Throws RefusedInput when the game has no sample. */
  async importSample(game: string, context: StreamContext<ImportProgress>): Promise<void> {
    const name = sampleName(game);
    await this.#run({ kind: 'sample', game, name }, name, context);
    context.signal.throwIfAborted();
  }

  async #importFile({ path, shown, temporary }: FileToImport, context: StreamContext<ImportProgress>): Promise<void> {
    await this.#run({ kind: 'file', path, name: basename(shown), temporary }, shown, context);
    if (temporary) await rm(path, { force: true });
  }

  async #run(from: ImportOrder['from'], shown: string, { signal, emit }: StreamContext<ImportProgress>): Promise<void> {
    const items = new LatestItem(emit);
    const last = await this.#importer.run(from, signal, (report) => items.push({ file: shown, ...report }));
    items.push({ file: shown, ...last });
    await items.drained();
  }

  async #importHandle(handle: string, context: StreamContext<ImportProgress>): Promise<void> {
    const minted = this.#handles.get(handle, 'read');
    if (minted === null) return await context.emit(refused('A file', 'This file is no longer at hand; choose it again.'));
    let files: readonly FileToImport[];
    try {
      files = (await stat(minted.path)).isDirectory()
        ? (await expandFolder(minted.path, minted.name, this.#adapters)).map(({ path, name }) => ({
            path,
            shown: name,
            temporary: false,
          }))
        : [{ path: minted.path, shown: minted.name, temporary: minted.temporary }];
    } catch {
      return await context.emit(refused(minted.name, 'This file or folder cannot be read.'));
    }
    if (files.length === 0) await context.emit(refused(minted.name, 'There is no recording in this folder.'));
    await Promise.all(files.map(async (file) => await this.#importFile(file, context)));
    if (minted.temporary) this.#handles.forget(handle);
  }
}

function refused(file: string, message: string): ImportProgress {
  return { file, step: 'Refused', bytesDone: 0, bytesTotal: 0, sessions: [], state: 'refused', message };
}
