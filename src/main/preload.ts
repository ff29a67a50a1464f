// The only bridge between page and main: a few named calls, no paths, no generic send.
import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron';
import { PORT_MESSAGE, type DesktopBridge, type FileHandle } from '../shared/desktop-bridge.ts';
import { IPC } from './ipc-channels.ts';

const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';

// A MessagePort cannot cross the context bridge; it goes to the page's own window, and to no other origin.
ipcRenderer.on(IPC.port, (event, id: string) => window.postMessage({ type: PORT_MESSAGE, id }, window.location.origin, [...event.ports]));

function subscribe(channel: string, listener: (value: string) => void): () => void {
  const forward = (_event: unknown, value: string): void => listener(value);
  ipcRenderer.on(channel, forward);
  return () => ipcRenderer.removeListener(channel, forward);
}

/** Main's errors arrive with a prefix of Electron's own; the page gets the sentence alone. */
async function invoke<T>(channel: string, ...args: readonly unknown[]): Promise<T> {
  const answer = (await ipcRenderer.invoke(channel, ...args)) as { ok: true; value: T } | { ok: false; message: string };
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

const bridge: DesktopBridge<File> = {
  desktop: true,
  platform,
  connect: (id) => invoke(IPC.connect, id),
  openFiles: () => invoke(IPC.openFiles),
  handleForFile: async (file) => {
    const path = webUtils.getPathForFile(file);
    return path === '' ? null : await invoke<FileHandle>(IPC.handleForPath, path);
  },
  saveFile: (suggestedName) => invoke(IPC.saveFile, suggestedName),
  chooseOutputFolder: () => invoke(IPC.outputFolder),
  chooseGround: (kind) => invoke(IPC.ground, kind),
  // Main only says that files came; they are taken by whoever listens, so none is lost before the page is ready.
  onOpen: (listener) => {
    const take = (): void =>
      void invoke<readonly FileHandle[]>(IPC.takeOpened).then((handles) => {
        if (handles.length > 0) listener(handles);
      });
    take();
    return subscribe(IPC.opened, take);
  },
  onEngineStopped: (listener) => subscribe(IPC.engineStopped, listener),
  restartEngine: () => invoke(IPC.restartEngine),
  dragPlace: (name) => invoke(IPC.dragPlace, name),
  startDrag: (handles) => invoke(IPC.startDrag, handles),
  openWindow: (link) => invoke(IPC.openWindow, link),
  openFeed: (sessionId) => invoke(IPC.openFeed, sessionId),
  setZoom: (factor) => webFrame.setZoomFactor(factor),
  window: {
    minimise: () => void ipcRenderer.invoke(IPC.minimise),
    toggleMaximise: () => void ipcRenderer.invoke(IPC.toggleMaximise),
    close: () => void ipcRenderer.invoke(IPC.close),
  },
};

contextBridge.exposeInMainWorld('sandtable', bridge);
