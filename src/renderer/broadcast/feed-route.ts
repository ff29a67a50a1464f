/** The address of a clean feed. It is no place within the app: its window shows nothing else, ever. */

export function feedAddress(sessionId: string): string {
  return `#/feed/${sessionId}`;
}

/** The session that the window is a feed of; null for a window of the app. */
export function feedOf(hash: string): string | null {
  return /^#\/feed\/([0-9a-f-]{8,36})$/.exec(hash)?.[1] ?? null;
}
