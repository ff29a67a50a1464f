// The desktop app: one instance, one window and its feeds, the engine in its utility process. No parsing, no SQL, no sockets here.
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { DragOut } from './drag-out.ts';
import { EngineProcess } from './engine-process.ts';
import { IPC } from './ipc-channels.ts';
import { registerIpc } from './ipc.ts';
import { setMenu } from './menu.ts';
import { filesOfArguments, OpenedFiles } from './opened-files.ts';
import { createFeedWindow, createWindow, lockDown } from './window.ts';

const here = import.meta.dirname;
const opened = new OpenedFiles();
/** The first window of the app, other ones with a replay of their own, and the first one's feeds, by session. */
let main: BrowserWindow | null = null;
const others = new Set<BrowserWindow>();
const feeds = new Map<string, BrowserWindow>();

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
    const window = front();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });

  await app.whenReady();
  const preload = join(here, 'preload.cjs');
  const engine = new EngineProcess(join(here, 'entry-electron.js'), join(app.getPath('userData'), 'library'), (reason) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(IPC.engineStopped, reason);
  });
  // The engine and the page start beside one another; everything else waits until both are on their way.
  engine.start();
  serveApp(join(here, '..', 'renderer'));
  openMain(preload);

  opened.onArrival(() => front()?.webContents.send(IPC.opened));
  const dragOut = new DragOut(engine);
  registerIpc({
    engine,
    opened,
    openFeed: (sessionId) => openFeed(preload, sessionId),
    openWindow: (link) => openWindow(preload, link),
    dragOut,
  });
  setMenu();
  app.on('activate', () => {
    if (main === null) openMain(preload);
  });
  app.on('window-all-closed', () => app.quit());

  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    // What the window remembers is written now, not in the seconds that it would otherwise take: it comes back to this very moment.
    session.defaultSession.flushStorageData();
    dragOut.clear();
    void engine.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

/** Feeds follow what is open in it, and go with it. */
function openMain(preload: string): void {
  main = createWindow(preload);
  main.on('closed', () => {
    main = null;
    for (const feed of feeds.values()) feed.close();
  });
}

function openWindow(preload: string, link: string): void {
  const window = createWindow(preload, link);
  others.add(window);
  window.on('closed', () => others.delete(window));
}

/** Where files are opened and who comes to the front. */
function front(): BrowserWindow | undefined {
  return main ?? [...others][0];
}

function openFeed(preload: string, sessionId: string): void {
  const open = feeds.get(sessionId);
  if (open !== undefined) return open.focus();
  const feed = createFeedWindow(preload, sessionId);
  feeds.set(sessionId, feed);
  feed.on('closed', () => feeds.delete(sessionId));
}
