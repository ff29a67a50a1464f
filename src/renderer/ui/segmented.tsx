/** One of a few choices, side by side. */
import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Icon } from './icon.tsx';
import styles from './fields.module.css';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly label: string; readonly icon?: string }[];
  readonly onChoose: (id: T) => void;
}

export function Segmented<T extends string>({ label, value, options, onChoose }: SegmentedProps<T>) {
  return (
    <ToggleGroup
      className={styles.segments}
      aria-label={label}
      value={[value]}
      onValueChange={([chosen]) => {
        const option = options.find(({ id }) => id === chosen);
        if (option !== undefined) onChoose(option.id);
      }}
    >
      {options.map(({ id, label: text, icon }) => (
        <Toggle key={id} className={styles.segment} value={id}>
          {icon !== undefined && <Icon name={icon} />}
          {text}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
