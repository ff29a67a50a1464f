/** A dialog over the page: a title, what it is about, and what can be done at its end. */
import { Dialog as Base } from '@base-ui/react/dialog';
import { useRef, type ReactNode, type RefObject } from 'react';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './overlay.module.css';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** px, 440 when left out. */
  readonly width?: number;
  /** The dialog itself when left out. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

export function Dialog({ title, open, onClose, width, initialFocus, end, children }: DialogProps) {
  const { close } = useWords().ui;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          ref={popup}
          className={styles.dialog}
          style={{ width: `min(${width ?? 440}px, calc(100vw - 40px))` }}
          initialFocus={initialFocus ?? popup}
        >
          <div className={styles.dialogHead}>
            <Base.Title className={styles.dialogTitle}>{title}</Base.Title>
            {/* No tooltip: it would take the first press of Escape for itself. */}
            <Base.Close
              render={
                <Button kind="plain" aria-label={close} data-icon="">
                  <Icon name="x" />
                </Button>
              }
            />
          </div>
          <div className={styles.dialogBody}>{children}</div>
          {end !== undefined && <div className={styles.dialogEnd}>{end}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
