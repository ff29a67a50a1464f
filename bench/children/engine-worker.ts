/** The engine in a thread of its own, as the desktop app has it in a process of its own: answers on the port that it is given. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { createEngine } from '../../src/main/engine/engine.ts';
import { portWire } from '../../src/main/engine/transport/port-wire.ts';

const { libraryDir, port } = workerData as { libraryDir: string; port: MessagePort };
const engine = await createEngine({ libraryDir, desktop: true });
engine.connect(portWire(port, (listener) => port.on('message', listener)));
parentPort?.postMessage('ready');
parentPort?.once('message', () => void engine.close().then(() => process.exit()));
