// The desktop app: one instance, one window, the engine in its utility process. No parsing, no SQL, no sockets here.
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { EngineProcess } from './engine-process.ts';
import { IPC } from './ipc-channels.ts';
import { registerIpc } from './ipc.ts';
import { setMenu } from './menu.ts';
import { filesOfArguments, OpenedFiles } from './opened-files.ts';
import { createWindow, lockDown } from './window.ts';

const here = import.meta.dirname;
const opened = new OpenedFiles();

// Before anything reads it: a profile of its own for tests and for people who keep several libraries; else the one that the command line knows too.
const profile = app.commandLine.getSwitchValue('profile');
app.setPath('userData', profile === '' ? join(app.getPath('appData'), 'Sandtable') : profile);

// Every renderer is sandboxed, except where somebody had to say that this machine cannot (root in a container): the two together would not start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
lockDown();

if (app.requestSingleInstanceLock()) void run();
else app.quit(); // the first instance gets our files through its second-instance event

async function run(): Promise<void> {
  opened.add(filesOfArguments(process.argv, process.cwd(), app.getAppPath()));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    opened.add([file]);
  });
  app.on('second-instance', (_event, argv, workingDirectory) => {
    opened.add(filesOfArguments(argv, workingDirectory, app.getAppPath()));
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });

  await app.whenReady();
  const engine = new EngineProcess(join(here, 'entry-electron.js'), join(app.getPath('userData'), 'library'), (reason) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(IPC.engineStopped, reason);
  });
  engine.start();
  opened.onArrival(() => BrowserWindow.getAllWindows()[0]?.webContents.send(IPC.opened));
  registerIpc({ engine, opened });
  serveApp(join(here, '..', 'renderer'));
  setMenu();

  const preload = join(here, 'preload.cjs');
  createWindow(preload);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) createWindow(preload);
  });
  app.on('window-all-closed', () => app.quit());

  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    // What the window remembers is written now, not in the seconds that it would otherwise take: it comes back to this very moment.
    session.defaultSession.flushStorageData();
    void engine.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}
