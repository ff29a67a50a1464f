/** Copies a text and says so. */
import { notify } from '../ui/notices.tsx';
import { words } from '../words/words.ts';

/** `what` as the notice names it: "the address". */
export async function copyText(text: string, what: string): Promise<void> {
  await navigator.clipboard.writeText(text).then(
    () => notify({ text: words().ui.copied(what) }),
    () => notify({ text: words().ui.notCopied(what), failed: true }),
  );
}
