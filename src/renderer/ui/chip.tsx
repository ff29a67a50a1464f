/** A filter that is on; pressing it takes it off. */
import { useWords } from '../words/words.ts';
import { Icon } from './icon.tsx';
import styles from './fields.module.css';

export function Chip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const says = useWords().ui;
  return (
    <button type="button" className={styles.chip} aria-label={says.takeOff(label)} onClick={onRemove}>
      {label}
      <Icon name="x" size={14} />
    </button>
  );
}
