/** A key as printed on the keyboard. */
import styles from './keys.module.css';

export function Keys({ keys }: { readonly keys: string }) {
  return <kbd className={styles.keys}>{keys}</kbd>;
}
