/** Everything that is counted, in groups; closed until somebody wants it. */
import { useState } from 'react';
import type { CareerFigure } from '../../shared/career.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words.ts';
import { Panel } from './panel.tsx';
import { statWords } from './stat-words.ts';
import styles from './statistics.module.css';

export function AllNumbers({ figures }: { readonly figures: readonly CareerFigure[] }) {
  const says = useWords().statistics.player;
  const [isOpen, setOpen] = useState(false);
  if (figures.length === 0) return null;
  return (
    <Panel
      title={says.everything}
      end={
        <Button size="small" kind="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? says.hide : says.show}
        </Button>
      }
    >
      {isOpen && (
        <div className={styles.groups}>
          {[...Map.groupBy(figures, ({ stat }) => stat.group)].map(([group, of]) => (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {of.map(({ stat, value }) => (
                  <div key={stat.id} title={stat.about}>
                    <dt>{stat.label}</dt>
                    <dd>{statWords(value, stat)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      )}
    </Panel>
  );
}
