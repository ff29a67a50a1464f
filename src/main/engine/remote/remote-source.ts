/** What a game brings to fetch recordings from the servers that its people keep them on. */
import type { RemoteRecording } from '../../../shared/engine-api.ts';
import type { RemoteFetch } from './remote-fetch.ts';

export interface RemoteSource {
  /** What a server offers, newest first. Throws RefusedInput, one sentence. */
  list(server: RemoteFetch): Promise<readonly RemoteRecording[]>;
  /** Where the file of a recording may lie, below the server's address, the likeliest first; and what it is called. `id`: as `list` gave it. */
  places(id: string): readonly { readonly path: string; readonly name: string }[];
}
