import { Icon } from './icon.tsx';
/** A filter that is on; pressing it takes it off. */
import styles from './fields.module.css';

export function Chip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <button type="button" className={styles.chip} aria-label={`${label}: take this filter off`} onClick={onRemove}>
      {label}
      <Icon name="x" size={14} />
    </button>
  );
}
