/** The engine as the desktop app's utility process: takes commands of Electron main, and a port for each page. */
import { join } from 'node:path';
import type { MessageEvent, MessagePortMain } from 'electron';
import { engineCommand, type EngineCommand, type EngineNotice } from './control.ts';
import type { Engine } from './engine.ts';
import { RefusedInput } from './game-adapter.ts';
import { firstReads } from './library/first-reads.ts';
import { libraryFolder } from './library/folder.ts';
import { Library } from './library/library.ts';
import { earlyWire, type EarlyReads } from './transport/early-wire.ts';
import { portWire } from './transport/port-wire.ts';

/** Nobody asked for a list. */
const MOST_WAIT_MS = 400;

const main = process.parentPort;
const libraryDir = process.argv.at(-1);
if (libraryDir === undefined) throw new Error('the engine needs the folder of its library');

// Its threads start, and windows are answered from it, while everything else is still being loaded.
const opening = Library.open(libraryDir, null);
let isRefused = false;
opening.catch(() => {
  isRefused = true; // said below
});
let load = (): void => undefined;
/** Everything else is loaded once the window shows its sessions: on few cores the two would slow each other down. */
const loading = new Promise<void>((resolve) => {
  load = resolve;
});
const starting = start(libraryDir, opening);
const early = readsOf(libraryDir, opening);
main.on('message', ({ data, ports }: MessageEvent) => {
  const command = engineCommand.safeParse(data);
  if (command.success) void obey(command.data, ports);
  else console.error('engine: main sent something that is no command');
});
early.then(
  () => {
    notify({ type: 'ready' });
    setTimeout(load, MOST_WAIT_MS);
  },
  () => load(),
);
if ((await starting) === null) setImmediate(() => process.exit(1)); // after the notice went out

/** What the first window is answered with: the library itself, or, when that is in order, what can be read of it before it stands. */
async function readsOf(dir: string, library: Promise<Library>): Promise<EarlyReads> {
  await new Promise(setImmediate); // by now it is known whether the library is somebody else's
  const first = isRefused ? null : firstReads(libraryFolder(dir));
  if (first === null) {
    const whole = await library;
    return { list: (args) => whole.read('list', args), stats: (args) => whole.read('stats', args) };
  }
  void starting.finally(() => first.close());
  const { reads } = first;
  return { list: (args) => reads.list(args), stats: () => reads.stats() };
}

async function start(dir: string, library: Promise<Library>): Promise<Engine | null> {
  try {
    await loading;
    const { createEngine } = await import('./engine.ts');
    const rendererDir = join(import.meta.dirname, '..', 'renderer');
    return await createEngine({ libraryDir: dir, library, desktop: true, captures: [], rendererDir });
  } catch (error) {
    if (!(error instanceof RefusedInput)) console.error('engine:', error);
    notify({
      type: 'refused',
      message: error instanceof RefusedInput ? error.message : 'The library could not be opened; the log says more.',
    });
    return null;
  }
}

async function obey(command: EngineCommand, ports: readonly MessagePortMain[]): Promise<void> {
  switch (command.type) {
    case 'connect': {
      const library = await early;
      for (const port of ports) {
        const wire = earlyWire(
          portWire(port, (listener) => port.on('message', ({ data }) => listener(data as unknown))),
          library,
          load,
        );
        void starting.then((engine) => engine?.connect(wire));
      }
      return;
    }
    case 'mint':
      (await starting)?.mint({ path: command.path, access: command.access, temporary: false }, command.handle);
      return;
    case 'close':
      await (await starting)?.close().catch((error: unknown) => console.error('engine:', error));
      process.exit(0);
  }
}

function notify(notice: EngineNotice): void {
  main.postMessage(notice);
}
