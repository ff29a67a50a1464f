// The windows: sandboxed, isolated, no navigation, no pop-ups, no permissions; the app's own remembers where it was.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, screen, shell, type Rectangle, type WebPreferences } from 'electron';
import { z } from 'zod';
import { APP_ORIGIN } from './app-protocol.ts';

const windowState = z.object({ x: z.int(), y: z.int(), width: z.int().min(640), height: z.int().min(480), maximised: z.boolean() });

/** The same for every window: a page gets nothing but what its preload hands it. */
function securely(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    backgroundThrottling: false,
    v8CacheOptions: 'bypassHeatCheck', // compiled scripts are kept from the first start on, not from the third in three days
  };
}

/** With a `link`: another one, for the replay that it names; it does not remember where it was. */
export function createWindow(preload: string, link: string | null = null): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const remembered = link === null ? readState(stateFile) : null;
  const window = new BrowserWindow({
    ...(remembered ?? { width: 1440, height: 900 }),
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: '#0D0F11',
    title: 'Sandtable',
    // The page draws the title bar; on macOS the traffic lights stay.
    ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' as const } : { frame: false }),
    webPreferences: securely(preload),
  });
  if (remembered?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  const address = link === null ? '/' : `/?window${link}`;
  if (link === null)
    window.on('close', () => {
      const { x, y, width, height } = window.getNormalBounds();
      writeFileSync(stateFile, JSON.stringify({ x, y, width, height, maximised: window.isMaximized() }));
    });
  void window.loadURL(`${APP_ORIGIN}${address}`);
  return window;
}

/** The clean feed of a session: the system's own frame around nothing but its picture, 16:9, for a streaming program to capture. */
export function createFeedWindow(preload: string, sessionId: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    useContentSize: true,
    minWidth: 480,
    minHeight: 270,
    backgroundColor: '#0D0F11',
    title: 'Clean feed',
    autoHideMenuBar: true,
    webPreferences: securely(preload),
  });
  window.setAspectRatio(16 / 9);
  void window.loadURL(`${APP_ORIGIN}/#/feed/${sessionId}`);
  return window;
}

/** Applies to every page there will ever be: no navigation away, no new windows (https links of ours open in the browser), no webviews, no permissions. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (URL.canParse(url) && new URL(url).protocol === 'https:') void shell.openExternal(url);
      return { action: 'deny' };
    });
    // Copying text is all that a page may ask for.
    const allowed = (permission: string): boolean => permission === 'clipboard-sanitized-write' || permission === 'fullscreen';
    contents.session.setPermissionRequestHandler((_contents, permission, callback) => callback(allowed(permission)));
    contents.session.setPermissionCheckHandler((_contents, permission) => allowed(permission));
  });
}

function readState(file: string): z.infer<typeof windowState> | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null; // first start
  }
  const parsed = windowState.safeParse(parseJson(text));
  return parsed.success && isVisible(parsed.data) ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Screens come and go: a window that would open outside all of them opens where it does by default. */
function isVisible(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return overlapX > 100 && overlapY > 50;
  });
}
