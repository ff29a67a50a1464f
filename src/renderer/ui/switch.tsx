/** On or off. */
import { Switch as Base } from '@base-ui/react/switch';
import styles from './fields.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, on, disabled = false, onChange }: SwitchProps) {
  return (
    <Base.Root className={styles.switch} aria-label={label} checked={on} disabled={disabled} onCheckedChange={onChange}>
      <Base.Thumb className={styles.thumb} />
    </Base.Root>
  );
}
