/** Buttons: a word with or without an icon, and an icon alone with its name as tooltip. */
import type { ComponentProps } from 'react';
import { Icon } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';
import styles from './button.module.css';

interface Look {
  /** primary: the one thing to do here, once per view. */
  readonly kind?: 'primary' | 'quiet' | 'outline' | 'plain';
  readonly size?: 'small' | 'medium' | 'large';
}

export interface ButtonProps extends Look, ComponentProps<'button'> {
  readonly icon?: string;
}

export function Button({ kind = 'quiet', size = 'medium', icon, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={className === undefined ? styles.button : `${styles.button} ${className}`}
      data-kind={kind}
      data-size={size}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Look, Omit<ComponentProps<'button'>, 'children' | 'aria-label' | 'title'> {
  readonly icon: string;
  /** Its name: tooltip and accessible name. */
  readonly label: string;
  /** As shown in the tooltip: "Ctrl K". */
  readonly keys?: string;
  readonly filled?: boolean;
  readonly iconSize?: 14 | 16 | 20;
}

export function IconButton({
  kind = 'plain',
  size = 'medium',
  icon,
  label,
  keys,
  filled = false,
  iconSize = 16,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={className === undefined ? styles.button : `${styles.button} ${className}`}
        data-icon=""
        data-kind={kind}
        data-size={size}
      >
        <Icon name={icon} filled={filled} size={iconSize} />
      </button>
    </Tooltip>
  );
}
