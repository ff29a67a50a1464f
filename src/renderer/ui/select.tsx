/** One of a few choices where many stand below each other: the system's own list, which costs a row next to nothing. */
import { Icon } from './icon.tsx';
import styles from './fields.module.css';

export interface SelectProps {
  /** Its name for those who cannot see what stands around it. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** -1 where the keyboard has another way to it. */
  readonly tabIndex?: 0 | -1;
  readonly onChoose: (id: string) => void;
}

export function Select({ label, value, options, tabIndex = 0, onChoose }: SelectProps) {
  return (
    <span className={styles.select}>
      <select aria-label={label} value={value} tabIndex={tabIndex} onChange={(event) => onChoose(event.target.value)}>
        {options.map(({ id, label: text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={14} />
    </span>
  );
}
