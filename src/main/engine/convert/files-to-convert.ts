/** The files that a page holds by handles: what lies in a folder, what each one is, and its conversion. */
import { rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ConversionProgress, FileConversion, FileDescription, ListedFile, Params } from '../../../shared/engine-api.ts';
import { type GameAdapter, RefusedInput } from '../game-adapter.ts';
import { expandFolder } from '../import/expand-folder.ts';
import type { Handles, MintedFile } from '../import/handles.ts';
import type { StreamContext } from '../transport/connection.ts';
import type { FileConverter } from './file-converter.ts';
import { lookAtFile } from './look-at-file.ts';
import { conversionTargets } from './targets.ts';

export class FilesToConvert {
  readonly #converter: FileConverter;
  readonly #handles: Handles;
  readonly #adapters: readonly GameAdapter[];
  readonly #desktop: boolean;

  constructor(converter: FileConverter, handles: Handles, adapters: readonly GameAdapter[], desktop: boolean) {
    this.#converter = converter;
    this.#handles = handles;
    this.#adapters = adapters;
    this.#desktop = desktop;
  }

  async list(handle: string): Promise<readonly ListedFile[]> {
    const file = this.#file(handle);
    const stats = await stat(file.path).catch(() => null);
    if (stats === null) throw new RefusedInput(`${file.name} cannot be read.`);
    if (!stats.isDirectory()) return [{ handle, name: file.name, bytes: stats.size }];
    const found = await expandFolder(file.path, file.name, this.#adapters).catch(() => {
      throw new RefusedInput(`The folder ${file.name} cannot be read.`);
    });
    if (found.length === 0) throw new RefusedInput(`There is no recording in the folder ${file.name}.`);
    return await Promise.all(
      found.map(async ({ path, name }) => ({
        handle: this.#handles.mint({ path, name: basename(path), access: 'read', temporary: false }),
        name,
        bytes: (await stat(path).catch(() => null))?.size ?? 0, // gone meanwhile: it says so when it is looked at
      })),
    );
  }

  async describe(handle: string): Promise<FileDescription> {
    return await this.#with(handle, async ({ path, name }) => {
      const looked = await lookAtFile(path, name, this.#adapters);
      return {
        game: looked.adapter.id,
        format: looked.format.id,
        label: looked.format.label,
        targets: conversionTargets(looked),
      };
    });
  }

  async convert(
    { handle, to, folder }: Params<'convert.file'>,
    { signal, emit }: StreamContext<ConversionProgress>,
  ): Promise<FileConversion> {
    const place = folder === null ? null : this.#handles.get(folder, 'folder');
    if (folder !== null && place === null) throw new RefusedInput('The folder for the new files is no longer at hand; choose it again.');
    if (folder === null && this.#desktop) throw new RefusedInput('Choose a folder for the new files.');
    return await this.#with(handle, async ({ path, name }) => {
      let last: Promise<void> | null = null; // a page that is slow misses what lies in between
      const onProgress = (progress: ConversionProgress): void => {
        last ??= emit(progress).finally(() => (last = null));
      };
      return await this.#converter.run({ path, name, to, folder: place?.path ?? null }, signal, onProgress);
    });
  }

  #file(handle: string): MintedFile {
    const file = this.#handles.get(handle, 'read');
    if (file === null) throw new RefusedInput('This file is no longer at hand; choose it again.');
    return file;
  }

  /** Removes an upload after its use. */
  async #with<T>(handle: string, work: (file: MintedFile) => Promise<T>): Promise<T> {
    const file = this.#file(handle);
    try {
      return await work(file);
    } finally {
      if (file.temporary) {
        this.#handles.forget(handle);
        await rm(file.path, { force: true });
      }
    }
  }
}
