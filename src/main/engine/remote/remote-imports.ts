/** Recordings on the servers of a game's people: what there is, and fetching one into the library. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportProgress, Params, Results } from '../../../shared/engine-api.ts';
import { RefusedInput, type GameAdapter } from '../game-adapter.ts';
import type { Importer } from '../import/importer.ts';
import { LatestItem } from '../import/latest-item.ts';
import type { StreamContext } from '../transport/connection.ts';
import { RemoteFetch, serverAddress } from './remote-fetch.ts';
import type { RemoteSource } from './remote-source.ts';

export class RemoteImports {
  readonly #importer: Importer;
  readonly #adapters: readonly GameAdapter[];
  readonly #tmpDir: string;

  constructor(importer: Importer, adapters: readonly GameAdapter[], tmpDir: string) {
    this.#importer = importer;
    this.#adapters = adapters;
    this.#tmpDir = tmpDir;
  }

  /** Throws RefusedInput when there is no answer, or none that can be used. */
  async list({ game, address }: Params<'remote.list'>, signal: AbortSignal): Promise<Results['remote.list']> {
    return await this.#source(game).list(new RemoteFetch(serverAddress(address), signal));
  }

  /** Resolves when it is done; what became of it is in the last item. */
  async import(
    { game, address, id, name: shown }: Params<'remote.import'>,
    { signal, emit }: StreamContext<ImportProgress>,
  ): Promise<void> {
    const places = this.#source(game).places(id);
    const server = new RemoteFetch(serverAddress(address), signal);
    const items = new LatestItem(emit);
    const path = join(this.#tmpDir, `remote-${randomUUID()}`);
    const onProgress = (bytesDone: number, bytesTotal: number): void =>
      items.push({ file: shown, step: 'Downloading', bytesDone, bytesTotal, sessions: [], state: 'reading' });
    try {
      let name: string | null = null;
      for (const place of places) {
        if (!(await server.save(place.path, path, onProgress))) continue;
        name = place.name;
        break;
      }
      if (name === null) throw new RefusedInput(`The file of ${shown} is not on this server any more.`);
      const from = { kind: 'file', path, name, temporary: true } as const;
      const last = await this.#importer.run(from, signal, (report) => items.push({ file: shown, ...report }));
      items.push({ file: shown, ...last });
      await items.drained();
      signal.throwIfAborted();
    } finally {
      await rm(path, { force: true });
    }
  }

  #source(game: string): RemoteSource {
    const source = this.#adapters.find(({ id }) => id === game)?.remote;
    if (source === undefined) throw new RefusedInput('Recordings of this game are not kept on servers that Sandtable knows.');
    return source;
  }
}
