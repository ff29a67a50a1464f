/** What the preload offers to the page in the desktop app as `window.sandtable`; absent in a browser. */

export const PORT_MESSAGE = 'sandtable-port';

/** A file that main allowed the engine to read or write; the page never sees or sends a path. */
export interface FileHandle {
  readonly handle: string;
  /** Base name, for display. */
  readonly name: string;
}

/** `DroppedFile` is the DOM's File: this folder does not see the DOM. */
export interface DesktopBridge<DroppedFile> {
  readonly desktop: true;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /**
   * Asks for a fresh connection to the engine (message protocol of engine-api.ts). The port cannot cross the context bridge, so it arrives as a `message` event of
   * the window from its own origin, with data {type: PORT_MESSAGE, id} and the port in `ports[0]`. Rejects with one sentence when the engine refused to start.
   */
  connect(id: string): Promise<void>;
  /** Open dialog; empty when the person cancelled. */
  openFiles(): Promise<readonly FileHandle[]>;
  /** For a file or folder that was dropped on the window; null when it has no path on this machine. */
  handleForFile(file: DroppedFile): Promise<FileHandle | null>;
  /** Save dialog; null when cancelled. */
  saveFile(suggestedName: string): Promise<FileHandle | null>;
  /** Directory dialog for a folder that new files go into; null when cancelled. */
  chooseOutputFolder(): Promise<FileHandle | null>;
  /** Dialog for the ground of a world: a folder of tiles, an image, a height map or the game's folder; null when cancelled. */
  chooseGround(kind: 'tiles' | 'image' | 'heights' | 'mesh'): Promise<FileHandle | null>;
  /** Files handed over by argument, association or a second start, also those from before the page was ready. Returns unsubscribe. */
  onOpen(listener: (handles: readonly FileHandle[]) => void): () => void;
  /** The engine process ended; the sentence says why when that is known. */
  onEngineStopped(listener: (reason: string) => void): () => void;
  restartEngine(): Promise<void>;
  /** A place that a session is exported to before it is dragged out of the window. */
  dragPlace(name: string): Promise<FileHandle>;
  /** The files at these places hang on the pointer from now on, for another program to take. Resolves when they were let go. */
  startDrag(handles: readonly string[]): Promise<void>;
  /** Another window of the app with this replay in it, at the link's moment: "#/replay/…". */
  openWindow(link: string): Promise<void>;
  /** A second window with nothing but the picture of a session, which follows its replay; the one that is open already comes to the front. */
  openFeed(sessionId: string): Promise<void>;
  /** Size of everything in the window, 1 is normal. */
  setZoom(factor: number): void;
  readonly window: { minimise(): void; toggleMaximise(): void; close(): void };
}
