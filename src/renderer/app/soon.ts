/** What the first view does without, and what comes a little later so that nobody waits for it: dialogs whose first letters would be lost. */

/** The window stands by then, and nobody has found a dialog yet. */
const SOON_MS = 2000;

/** Loads a module before it is asked for. */
export function soon(load: () => Promise<unknown>): void {
  setTimeout(() => void load().catch(() => undefined), SOON_MS); // whoever needs it asks again, and says why
}
