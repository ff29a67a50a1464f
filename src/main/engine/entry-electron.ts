/** The engine as the desktop app's utility process: takes commands of Electron main, and a port for each page. */
import { join } from 'node:path';
import type { MessageEvent, MessagePortMain } from 'electron';
import { engineCommand, type EngineCommand, type EngineNotice } from './control.ts';
import type { Engine } from './engine.ts';
import { RefusedInput } from './game-adapter.ts';
import { firstReads, type EarlyReads } from './library/first-reads.ts';
import { libraryFolder } from './library/folder.ts';
import type { Library } from './library/library.ts';
import { earlyWire } from './transport/early-wire.ts';
import { portWire } from './transport/port-wire.ts';

/** The window needs so long to show its sessions, ms: on few cores everything else would slow it down. */
const PAINT_MS = 250;
/** Nobody asked for them, ms. */
const MOST_WAIT_MS = 500;

const main = process.parentPort;
const libraryDir = process.argv.at(-1);
if (libraryDir === undefined) throw new Error('the engine needs the folder of its library');

let load = (): void => undefined;
const loading = new Promise<void>((resolve) => {
  load = resolve;
});
// A library that is in order is read before it stands: the window has its sessions, and then everything else is loaded.
const first = firstReads(libraryFolder(libraryDir));
if (first === null) load();
else setTimeout(load, MOST_WAIT_MS);
const opening = loading.then(async () => await (await import('./library/library.ts')).Library.open(libraryDir, null));
const starting = start(libraryDir, opening);
const early: Promise<EarlyReads> = first === null ? opening.then(readsOf) : Promise.resolve(first.reads);
for (const refusable of [opening, early]) refusable.catch(() => undefined); // start says why
void starting.finally(() => first?.close());
main.on('message', ({ data, ports }: MessageEvent) => {
  const command = engineCommand.safeParse(data);
  if (command.success) void obey(command.data, ports);
  else console.error('engine: main sent something that is no command');
});
if ((await starting) === null) setImmediate(() => process.exit(1)); // after the notice went out

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

function readsOf(library: Library): EarlyReads {
  return { list: (args) => library.read('list', args), stats: (args) => library.read('stats', args) };
}

async function obey(command: EngineCommand, ports: readonly MessagePortMain[]): Promise<void> {
  switch (command.type) {
    case 'connect': {
      const library = await early.catch(() => null);
      if (library === null) return; // refused: start says why
      for (const port of ports) {
        const wire = earlyWire(
          portWire(port, (listener) => port.on('message', ({ data }) => listener(data as unknown))),
          library,
          { now: load, soon: () => setTimeout(load, PAINT_MS) },
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
