/** A strip of headline figures, each with what it is and how it changed. */
import styles from './figures.module.css';

export interface Figure {
  readonly id: string;
  /** As written: "2.14". */
  readonly value: string;
  readonly label: string;
  /** "+0.18" against the time before; null where there is nothing to compare with. */
  readonly change: string | null;
  /** Whether the change is one for the better; null where neither is. */
  readonly better: boolean | null;
  /** What the change is against, for those who point at it. */
  readonly against?: string;
}

export function Figures({ label, figures }: { readonly label: string; readonly figures: readonly Figure[] }) {
  return (
    <dl className={styles.strip} aria-label={label}>
      {figures.map(({ id, value, label: name, change, better, against }) => (
        <div key={id} className={styles.figure}>
          <dd>
            {value}
            {change !== null && (
              <span className={styles.change} data-better={better ?? 'neither'} title={against}>
                {change}
              </span>
            )}
          </dd>
          <dt>{name}</dt>
        </div>
      ))}
    </dl>
  );
}
