/** Hands a file that the page made to the person: a download in the browser, a save dialog in the desktop app. */

/** How long the file stays in memory for whoever writes it, ms. */
const KEPT_MS = 60_000;

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  // What file systems do not take.
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
