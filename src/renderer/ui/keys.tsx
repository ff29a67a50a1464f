/** A key as printed on the keyboard. */
import { useWords, words } from '../words/words.ts';
import styles from './keys.module.css';

/** `keys`: as keysLabel() writes them, "Ctrl K". */
export function Keys({ keys }: { readonly keys: string }) {
  useWords(); // again in another language
  return <kbd className={styles.keys}>{keyWords(keys)}</kbd>;
}

/** "Ctrl K" as the keyboards of the language have it; anything else stays. */
export function keyWords(keys: string): string {
  const names: Readonly<Record<string, string>> = words().ui.keys;
  return keys
    .split(' ')
    .map((key) => names[key.toLowerCase()] ?? key)
    .join(' ');
}
