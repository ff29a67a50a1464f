/** Notices at the lower right: what happened, and what to do about it. For work that ended elsewhere, and for undo. */
import { Toast as Base } from '@base-ui/react/toast';
import { useWords } from '../words/words.ts';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './notices.module.css';

export interface Notice {
  /** Past tense: "Moved 3 sessions to the bin." */
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
  /** Stays until it is closed. */
  readonly failed?: boolean;
}

const manager = Base.createToastManager<Notice>();

export function notify(notice: Notice): void {
  manager.add({ data: notice, timeout: notice.failed === true ? 0 : 8000, priority: notice.failed === true ? 'high' : 'low' });
}

export function Notices() {
  return (
    <Base.Provider toastManager={manager} limit={4}>
      <Base.Portal>
        <Base.Viewport className={styles.viewport}>
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function List() {
  const says = useWords().ui;
  const { toasts, close } = Base.useToastManager<Notice>();
  return toasts.map((toast) => {
    const notice = toast.data;
    if (notice === undefined) return null;
    const { action } = notice;
    return (
      <Base.Root key={toast.id} toast={toast} className={styles.notice} aria-label={notice.text} swipeDirection={[]}>
        <Base.Content className={styles.content}>
          <span className={styles.mark} data-failed={notice.failed === true}>
            <Icon name={notice.failed === true ? 'circle-alert' : 'check'} />
          </span>
          <Base.Description className={styles.text}>{notice.text}</Base.Description>
          {action !== undefined && (
            <Button
              size="small"
              kind="outline"
              onClick={() => {
                close(toast.id);
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton icon="x" label={says.close} size="small" iconSize={14} onClick={() => close(toast.id)} />
        </Base.Content>
      </Base.Root>
    );
  });
}
