/** Browser: fetches a file that the engine made ready, once, into the person's downloads. */

/** `id`: of the one-time download. */
export function fetchDownload(id: string, name: string): void {
  const link = document.createElement('a');
  link.href = `download/${id}`;
  link.download = name;
  link.click();
}
