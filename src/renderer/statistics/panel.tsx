/** A region of a statistics page: its title, what it is about, and what can be chosen in it. */
import { useId, type ReactNode } from 'react';
import styles from './statistics.module.css';

export interface PanelProps {
  readonly title: string;
  /** Quiet, behind the title. */
  readonly about?: string;
  /** At the right of the title. */
  readonly end?: ReactNode;
  /** Name of its place in the page's grid. */
  readonly area?: string;
  readonly children: ReactNode;
}

export function Panel({ title, about, end, area, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id} style={area === undefined ? undefined : { gridArea: area }}>
      <header className={styles.panelHead}>
        <h2 id={id}>{title}</h2>
        {about !== undefined && about !== '' && (
          <span className={styles.about} title={about}>
            {about}
          </span>
        )}
        {end !== undefined && <span className={styles.panelEnd}>{end}</span>}
      </header>
      {children}
    </section>
  );
}
