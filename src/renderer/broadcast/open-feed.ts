/** Opens the clean feed of a session: a window of its own in the desktop app, a tab in a browser. */
import { desktop } from '../app/desktop.ts';
import { feedAddress } from './feed-route.ts';

export function openFeed(sessionId: string): void {
  if (desktop === null) window.open(feedAddress(sessionId), `feed-${sessionId}`);
  else void desktop.openFeed(sessionId);
}
