/** Who did it to whom how often: a square of people, darker where it was more often. */
import type { CareerPlayerRef } from '../../shared/career.ts';
import { useWords } from '../words/words.ts';
import styles from './versus.module.css';

export interface VersusProps {
  readonly people: readonly CareerPlayerRef[];
  /** `counts[row * people.length + column]` */
  readonly counts: readonly number[];
}

export function Versus({ people, counts }: VersusProps) {
  const says = useWords().statistics;
  const most = Math.max(1, ...counts);
  if (people.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <table className={styles.versus} aria-label={says.match.versus}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.unseen}>{says.board.player}</span>
            </th>
            {people.map(({ id, name }) => (
              <th key={id} scope="col" title={name}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((actor, row) => (
            <tr key={actor.id}>
              <th scope="row" title={actor.name}>
                {actor.name}
              </th>
              {people.map((target, column) => {
                const count = counts[row * people.length + column] ?? 0;
                return (
                  <td
                    key={target.id}
                    title={says.match.times(actor.name, target.name, count)}
                    data-none={count === 0}
                    style={{ background: `color-mix(in srgb, var(--accent) ${Math.round((count / most) * 42)}%, transparent)` }}
                  >
                    {count === 0 ? '·' : count}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
