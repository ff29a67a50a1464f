/** Browser: fetches files that the engine made ready, once each, into the person's downloads. */

/** Chromium drops, without a word, what a page asks for beyond ten downloads a second. */
const APART_MS = 150;

const waiting: (() => void)[] = [];
let pacing: ReturnType<typeof setInterval> | null = null;

/** `id`: of the one-time download. */
export function fetchDownload(id: string, name: string): void {
  waiting.push(() => {
    const link = document.createElement('a');
    link.href = `download/${id}`;
    link.download = name;
    link.click();
  });
  if (pacing !== null) return;
  fetchNext();
  pacing = setInterval(fetchNext, APART_MS);
}

function fetchNext(): void {
  const next = waiting.shift();
  if (next !== undefined) return next();
  if (pacing !== null) clearInterval(pacing);
  pacing = null;
}
