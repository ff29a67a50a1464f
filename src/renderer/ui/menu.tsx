/** Menus: a button that opens one, and one on the secondary mouse button. Both show the same list of items. */
import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Icon } from './icon.tsx';
import { keyWords } from './keys.tsx';
import styles from './overlay.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: string;
  /** Given for one of several choices: a check mark stands before the chosen one. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Quiet text at the end: a count or keys. */
  readonly hint?: string;
  /** A line above it. */
  readonly separated?: boolean;
  run(): void;
}

export interface MenuProps {
  /** On the button. */
  readonly label: string;
  /** What is chosen here, for those who cannot see the button's surroundings; the label when left out. */
  readonly name?: string;
  readonly items: readonly MenuItem[];
  readonly icon?: string;
  readonly kind?: NonNullable<ButtonProps['kind']>;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly align?: 'start' | 'end';
  /** Something else than the ordinary is chosen. */
  readonly isSet?: boolean;
}

export function Menu({ label, name, items, icon, kind = 'outline', size = 'small', align = 'start', isSet = false }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger
        render={
          <Button
            kind={kind}
            size={size}
            aria-label={name === undefined ? undefined : `${name}: ${label}`}
            data-set={isSet || undefined}
            {...(icon === undefined ? {} : { icon })}
          >
            {label}
            {icon === undefined && <Icon name="chevron-down" size={14} />}
          </Button>
        }
      />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} align={align}>
          <Base.Popup className={styles.popup}>
            <Items items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface ContextMenuProps {
  readonly items: readonly MenuItem[];
  /** The element that it opens on. */
  readonly children: ReactElement;
}

export function ContextMenu({ items, children }: ContextMenuProps) {
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger render={children} />
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner className={styles.positioner}>
          <BaseContextMenu.Popup className={styles.popup}>
            <Items items={items} />
          </BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  );
}

function Items({ items }: { readonly items: readonly MenuItem[] }) {
  const choice = items.some((item) => item.checked !== undefined);
  return items.map((item) => (
    <div key={item.id}>
      {item.separated === true && <Base.Separator className={styles.separator} />}
      {/* Arrow-wrapped: the engine of the menu passes its own event. */}
      <Base.Item className={styles.item} data-danger={item.danger === true} disabled={item.disabled === true} onClick={() => item.run()}>
        {choice && <span className={styles.mark}>{item.checked === true && <Icon name="check" />}</span>}
        {item.icon !== undefined && <Icon name={item.icon} />}
        <span className={styles.grow}>{item.label}</span>
        {item.hint !== undefined && <span className={styles.hint}>{keyWords(item.hint)}</span>}
      </Base.Item>
    </div>
  ));
}
