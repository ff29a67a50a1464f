/** A session held in memory, its chunks as they are stored: for the command line and for tests. */
import { HeldSession } from './held-session.ts';

export class MemorySession extends HeldSession<Uint8Array> {
  protected keep(data: Uint8Array): Uint8Array {
    return data;
  }

  protected bytesAt(data: Uint8Array): Uint8Array {
    return data;
  }
}
