/** Small bars in tables: how much of the most, and which of two has more. What they show also stands beside them as a number. */
import styles from './bars.module.css';

/** `share`: 0 to 1. */
export function ShareBar({ share }: { readonly share: number }) {
  return (
    <span className={styles.share} aria-hidden="true">
      <span style={{ width: `${Math.max(share > 0 ? 2 : 0, Math.min(1, share) * 100)}%` }} />
    </span>
  );
}

/** `balance`: from -1 (all theirs) to 1 (all one's own). */
export function BalanceBar({ balance }: { readonly balance: number }) {
  const width = `${Math.min(1, Math.abs(balance)) * 50}%`;
  return (
    <span className={styles.balance} data-ahead={balance > 0} aria-hidden="true">
      <span style={balance > 0 ? { left: '50%', width } : { right: '50%', width }} />
    </span>
  );
}

/** `share`: 0 to 1, of what is to be reached. */
export function ProgressBar({ label, share }: { readonly label: string; readonly share: number }) {
  return (
    <span
      className={styles.progress}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <span style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
    </span>
  );
}
