/** Which sessions the heatmap counts: the open one, and others of the same game and place. */
import { useEffect, useState } from 'react';
import type { SessionRow } from '../../../shared/engine-api.ts';
import { useEngine } from '../../engine/engine-context.tsx';
import { formatCount, formatDateTime } from '../../ui/format.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useWords } from '../../words/words.ts';
import type { LoadedSession } from '../playback/types.ts';
import { Row } from './heat-choice.tsx';

/** The newest ones are offered. */
const MOST = 60;

export interface HeatSessionsProps {
  readonly session: LoadedSession;
  readonly others: readonly string[];
  readonly onChange: (others: readonly string[]) => void;
}

/** Nothing where the library has no other session of the place. */
export function HeatSessions({ session, others, onChange }: HeatSessionsProps) {
  const says = useWords().timeline.heat;
  const here = useSessionsHere(session);
  if (here.length === 0) return null;
  const ids = here.map(({ id }) => id);
  const items: MenuItem[] = [
    { id: 'this', label: says.onlyThis, checked: others.length === 0, run: () => onChange([]) },
    {
      id: 'all',
      label: says.allHere(formatCount(here.length + 1)),
      checked: ids.every((id) => others.includes(id)),
      run: () => onChange(ids),
    },
    ...here.map(({ id, title, startedAt, importedAt }, index) => ({
      id,
      label: title,
      hint: formatDateTime(startedAt ?? importedAt),
      checked: others.includes(id),
      separated: index === 0,
      run: () => onChange(others.includes(id) ? others.filter((other) => other !== id) : [...others, id]),
    })),
  ];
  return (
    <Row label={says.sessions}>
      <Menu
        name={says.sessions}
        label={others.length === 0 ? says.onlyThis : says.several(formatCount(others.length + 1))}
        items={items}
        isSet={others.length > 0}
      />
    </Row>
  );
}

function useSessionsHere({ row, info }: LoadedSession): readonly SessionRow[] {
  const client = useEngine();
  const [rows, setRows] = useState<readonly SessionRow[]>([]);
  useEffect(() => {
    let wanted = true;
    client.call('sessions.list', { filter: { game: info.game, world: row.world }, sort: 'newest', offset: 0, limit: MOST }).then(
      (answer) => {
        if (wanted) setRows(answer.rows.filter(({ id, status }) => id !== row.id && status !== 'live' && status !== 'importing'));
      },
      () => undefined, // the heatmap of the open session does without
    );
    return () => {
      wanted = false;
    };
  }, [client, info.game, row.id, row.world]);
  return rows;
}
