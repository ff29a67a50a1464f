/** One line of text, with an icon before it and keys after it. */
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './fields.module.css';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'aria-label'> {
  readonly label: string;
  readonly value: string;
  readonly icon?: string;
  readonly end?: ReactNode;
  readonly onText: (text: string) => void;
}

export function TextField({ label, value, icon, end, onText, className, ...rest }: TextFieldProps) {
  return (
    <label className={className === undefined ? styles.field : `${styles.field} ${className}`}>
      {icon !== undefined && <Icon name={icon} />}
      <input {...rest} aria-label={label} value={value} spellCheck={false} onChange={(event) => onText(event.target.value)} />
      {end}
    </label>
  );
}
