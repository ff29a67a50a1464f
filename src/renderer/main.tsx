/** Starts the page: styles, engine connection, shell. */
import './app/zod-without-eval.ts';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import type { DesktopBridge } from '../shared/desktop-bridge.ts';
import { followAddress } from './app/app-store.ts';
import { App } from './app/app.tsx';
import { listenForKeys } from './app/commands.ts';
import { desktop } from './app/desktop.ts';
import { followLooks } from './app/looks.ts';
import { feedOf } from './broadcast/feed-route.ts';
import { FeedWindow } from './broadcast/feed-window.tsx';
import { createConnection, type ConnectionOptions } from './engine/connection.ts';
import { openPortWire } from './engine/port-wire.ts';

// A window of a feed remembers nothing and can do nothing.
const feed = feedOf(location.hash);
if (feed === null) followAddress();
followLooks();
if (feed === null) listenForKeys();

const connection = createConnection({
  ...(desktop === null ? { open: async () => await (await import('./engine/socket-wire.ts')).openSocketWire() } : throughBridge(desktop)),
  // A server that restarts is back in seconds; the desktop app's engine does not come back by itself.
  retries: desktop === null ? [250, 500, 1000, 2000] : [],
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(feed === null ? <App connection={connection} /> : <FeedWindow connection={connection} sessionId={feed} />);

function throughBridge(bridge: DesktopBridge<File>): Pick<ConnectionOptions, 'open' | 'restart'> {
  return { open: () => openPortWire(bridge), restart: () => bridge.restartEngine() };
}
