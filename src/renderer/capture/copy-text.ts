/** Copies a text and says so. */
import { notify } from '../ui/notices.tsx';

/** `what` with its article: "the address". */
export async function copyText(text: string, what: string): Promise<void> {
  await navigator.clipboard.writeText(text).then(
    () => notify({ text: `Copied ${what}.` }),
    () => notify({ text: `The clipboard is not to be had here; ${what} was not copied.`, failed: true }),
  );
}
