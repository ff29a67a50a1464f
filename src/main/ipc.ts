// Main's side of the bridge: every call is checked for its sender (our own page, top frame) and its arguments before anything happens.
import { basename, isAbsolute } from 'node:path';
import { BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent, type OpenDialogOptions } from 'electron';
import { z } from 'zod';
import type { FileHandle } from '../shared/desktop-bridge.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import type { DragOut } from './drag-out.ts';
import type { EngineProcess } from './engine-process.ts';
import { IPC } from './ipc-channels.ts';
import type { OpenedFiles } from './opened-files.ts';

const connectionId = z.string().min(1).max(64);
const suggestedName = z.string().max(255);
const sessionId = z.string().regex(/^[0-9a-f-]{8,36}$/);
/** A replay, at a moment of it. */
const replayLink = z.string().regex(/^#\/replay\/[0-9a-f-]{8,36}(\?[\w=&%.,+*~-]{0,8000})?$/);
const dragged = z.array(z.uuid()).min(1).max(1000);
const groundKind = z.enum(['tiles', 'image', 'heights', 'mesh']);
const path = z.string().max(32_768).refine(isAbsolute);

const GROUND_DIALOGS: Readonly<Record<z.infer<typeof groundKind>, OpenDialogOptions>> = {
  tiles: { title: 'Choose the folder of a map', properties: ['openDirectory'] },
  image: {
    title: 'Choose an image of the map',
    properties: ['openFile'],
    filters: [{ name: 'Images', extensions: ['png', 'jpg', 'jpeg', 'webp'] }],
  },
  mesh: { title: 'Choose the folder of the game', properties: ['openDirectory'] },
  heights: { title: 'Choose a height map', properties: ['openFile'], filters: [{ name: 'Height maps', extensions: ['asc', 'txt'] }] },
};

export interface IpcDependencies {
  readonly engine: EngineProcess;
  readonly opened: OpenedFiles;
  /** Shows the feed window of a session. */
  readonly openFeed: (sessionId: string) => void;
  /** Another window, with this replay in it. */
  readonly openWindow: (link: string) => void;
  readonly dragOut: DragOut;
}

export function registerIpc({ engine, opened, openFeed, openWindow, dragOut }: IpcDependencies): void {
  answer(IPC.connect, (event, id) => {
    const name = connectionId.parse(id);
    event.sender.postMessage(IPC.port, name, [engine.connect()]);
  });
  answer(IPC.openFiles, async (event) => {
    const options: OpenDialogOptions = {
      title: 'Choose recordings',
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: 'Recordings', extensions: ['json', 'gz', 'zip', 'echoreplay', 'nevrcap', 'tape', 'sandtable'] },
        { name: 'All files', extensions: ['*'] },
      ],
    };
    const window = BrowserWindow.fromWebContents(event.sender);
    const result = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
    return result.filePaths.map((file) => engine.mint(file, 'read'));
  });
  answer(IPC.handleForPath, (_event, file) => engine.mint(path.parse(file), 'read'));
  answer(IPC.saveFile, async (event, name): Promise<FileHandle | null> => {
    const window = BrowserWindow.fromWebContents(event.sender);
    const options = { title: 'Export session', defaultPath: basename(suggestedName.parse(name)) };
    const result = window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
    return result.canceled || result.filePath === '' ? null : engine.mint(result.filePath, 'write');
  });
  answer(IPC.outputFolder, async (event): Promise<FileHandle | null> => {
    const window = BrowserWindow.fromWebContents(event.sender);
    const options: OpenDialogOptions = { title: 'Folder for the new files', properties: ['openDirectory', 'createDirectory'] };
    const result = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
    const [folder] = result.filePaths;
    return folder === undefined ? null : engine.mint(folder, 'folder');
  });
  answer(IPC.ground, async (event, kind): Promise<FileHandle | null> => {
    const options = GROUND_DIALOGS[groundKind.parse(kind)];
    const window = BrowserWindow.fromWebContents(event.sender);
    const result = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
    const [chosen] = result.filePaths;
    return chosen === undefined ? null : engine.mint(chosen, options.properties?.includes('openDirectory') === true ? 'folder' : 'read');
  });
  answer(IPC.takeOpened, () => opened.take().map((file) => engine.mint(file, 'read')));
  answer(IPC.restartEngine, () => engine.start());
  answer(IPC.openFeed, (_event, id) => openFeed(sessionId.parse(id)));
  answer(IPC.openWindow, (_event, link) => openWindow(replayLink.parse(link)));
  answer(IPC.dragPlace, (_event, name) => dragOut.place(suggestedName.min(1).parse(name)));
  answer(IPC.startDrag, (event, handles) => dragOut.start(event.sender, dragged.parse(handles)));
  answer(IPC.minimise, (event) => BrowserWindow.fromWebContents(event.sender)?.minimize());
  answer(IPC.toggleMaximise, (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (window?.isMaximized() === true) window.unmaximize();
    else window?.maximize();
  });
  answer(IPC.close, (event) => BrowserWindow.fromWebContents(event.sender)?.close());
}

/** Answers one channel with {ok, value} or {ok: false, message}, so that the page gets our sentence and not Electron's wrapping of it. */
function answer(channel: string, handler: (event: IpcMainInvokeEvent, argument: unknown) => unknown): void {
  ipcMain.handle(channel, async (event, argument: unknown) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || frame.origin !== APP_ORIGIN) return { ok: false, message: 'This page may not do that.' };
    try {
      return { ok: true, value: await handler(event, argument) };
    } catch (error) {
      const message =
        error instanceof z.ZodError ? 'The page sent something that does not fit.' : error instanceof Error ? error.message : String(error);
      return { ok: false, message };
    }
  });
}
