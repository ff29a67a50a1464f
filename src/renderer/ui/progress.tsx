/** A bar that fills; what is done, how fast and how long yet stands beside it in words. */
import { Progress as Base } from '@base-ui/react/progress';
import styles from './fields.module.css';

/** `share` 0 to 1; null while nobody knows. */
export function Progress({ label, share }: { readonly label: string; readonly share: number | null }) {
  return (
    <Base.Root aria-label={label} value={share === null ? null : Math.round(share * 100)}>
      <div className={styles.bar}>
        <div className={styles.barFill} style={{ transform: `scaleX(${share ?? 0})` }} />
      </div>
    </Base.Root>
  );
}
