/** The engine as the desktop app's utility process: takes commands of Electron main, and a port for each page. */
import type { MessageEvent, MessagePortMain } from 'electron';
import { engineCommand, type EngineNotice } from './control.ts';
import { createEngine, type Engine } from './engine.ts';
import { RefusedInput } from './game-adapter.ts';
import { portWire } from './transport/port-wire.ts';

const main = process.parentPort;
const libraryDir = process.argv.at(-1);
if (libraryDir === undefined) throw new Error('the engine needs the folder of its library');

const engine = await start(libraryDir);
if (engine === null) setImmediate(() => process.exit(1)); // after the notice went out
else obey(engine);

async function start(dir: string): Promise<Engine | null> {
  try {
    return await createEngine({ libraryDir: dir, desktop: true, captures: [] });
  } catch (error) {
    if (!(error instanceof RefusedInput)) console.error('engine:', error);
    notify({
      type: 'refused',
      message: error instanceof RefusedInput ? error.message : 'The library could not be opened; the log says more.',
    });
    return null;
  }
}

function obey(running: Engine): void {
  main.on('message', ({ data, ports }: MessageEvent) => {
    const command = engineCommand.safeParse(data);
    if (!command.success) {
      console.error('engine: main sent something that is no command');
      return;
    }
    switch (command.data.type) {
      case 'connect':
        for (const port of ports) connect(running, port);
        return;
      case 'mint':
        running.mint({ path: command.data.path, access: command.data.access, temporary: false }, command.data.handle);
        return;
      case 'close':
        void running.close().finally(() => process.exit(0));
    }
  });
  notify({ type: 'ready' });
}

function connect(running: Engine, port: MessagePortMain): void {
  running.connect(portWire(port, (listener) => port.on('message', ({ data }) => listener(data as unknown))));
}

function notify(notice: EngineNotice): void {
  main.postMessage(notice);
}
