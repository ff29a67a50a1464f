/** Serves a library to a browser, with the built app or with a page of the benches; prints the address and ends with its stdin. */
import { startServing } from '../../src/main/engine/entry-node.ts';
import { answer, childInput } from './child-side.ts';

export interface ServeInput {
  readonly libraryDir: string;
  readonly rendererDir: string;
}

const serving = await startServing({ ...(childInput() as ServeInput), port: 0 });
answer({ address: serving.address });
process.stdin.resume();
process.stdin.once('end', () => void serving.close());
