/** An empty batch: what can become what, and how to begin. */
import { useEffect, useState } from 'react';
import type { Results } from '../../shared/engine-api.ts';
import { useEngine, useEngineState } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { engineText } from '../words/engine-words.ts';
import { useWords } from '../words/words.ts';
import styles from './convert.module.css';

export function ConvertEmpty({ onChoose }: { readonly onChoose: () => void }) {
  const { convert } = useWords();
  const says = convert.empty;
  const games = useGames();
  return (
    <div className={styles.empty} data-testid="convert-empty">
      <div className={styles.emptyLead}>
        <h2>{says.title}</h2>
        <p>{says.about}</p>
        <Button icon="folder-open" kind="primary" onClick={onChoose}>
          {convert.chooseFiles}
        </Button>
      </div>
      {games.length > 0 && (
        <table className={styles.can}>
          <caption className={styles.unseen}>{says.table}</caption>
          <thead>
            <tr>
              <th scope="col">{says.game}</th>
              <th scope="col">{says.from}</th>
              <th scope="col">{says.to}</th>
            </tr>
          </thead>
          <tbody>
            {games.flatMap(({ id, name, formats }) =>
              formats.map((format, i) => (
                <tr key={`${id} ${format.id}`}>
                  <th scope="row">{i === 0 ? name : <span className={styles.unseen}>{name}</span>}</th>
                  <td>
                    {engineText(format.label)}{' '}
                    <code>{format.extensions.map((one) => (one.startsWith('.') ? one : `.${one}`)).join(' ')}</code>
                  </td>
                  <td>
                    <span className={styles.targets}>
                      <Icon name="arrow-right" size={14} />
                      <code>{format.targets.map(({ extension }) => extension).join(' ')}</code>
                    </span>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
    </div>
  );
}

function useGames(): Results['hello']['games'] {
  const client = useEngine();
  const { state } = useEngineState();
  const [games, setGames] = useState<Results['hello']['games']>([]);
  useEffect(() => {
    if (state !== 'ready') return undefined;
    let wanted = true;
    client.call('hello', {}).then(
      (hello) => wanted && setGames(hello.games),
      () => undefined, // the status bar says that the engine is away
    );
    return () => {
      wanted = false;
    };
  }, [client, state]);
  return games;
}
