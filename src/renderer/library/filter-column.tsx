import { PROFILES } from '../../shared/games/profiles.ts';
/** The left column: games, saved filters, maps, the bin, and how much all of it takes. */
import type { SessionFilter } from '../../shared/library-questions.ts';
import { formatCount } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.ts';
import { gameName, worldName } from './session-words.ts';
import { Storage } from './storage.tsx';
import type { LibraryCounts } from './use-library.ts';
import styles from './library.module.css';

const MOST_WORLDS = 12;
const MOST_TAGS = 40;

export interface FilterColumnProps {
  readonly counts: LibraryCounts | null;
  readonly filter: SessionFilter;
  /** Takes the place of everything but the search. */
  readonly onFilter: (filter: SessionFilter) => void;
}

export function FilterColumn({ counts, filter, onFilter }: FilterColumnProps) {
  const words = useWords();
  const { filters: says } = words.library;
  const stats = counts?.stats;
  const tags = stats?.tags ?? [];
  const games = Object.keys({ ...PROFILES, ...stats?.byGame });
  const worlds = (stats?.worlds ?? [])
    .filter(({ game, world }) => world !== '' && (filter.game === undefined || game === filter.game))
    .toSorted((a, b) => b.sessions - a.sessions)
    .slice(0, MOST_WORLDS);
  const place =
    filter.bin === true
      ? 'bin'
      : filter.favourite === true
        ? 'favourite'
        : filter.withWarnings === true
          ? 'warnings'
          : filter.tag !== undefined
            ? 'tag'
            : 'games';
  return (
    <nav className={styles.column} aria-label={says.name}>
      <div className={styles.columnScroll}>
        <h2>{says.games}</h2>
        <Entry
          icon="library"
          label={says.all}
          count={stats?.sessions}
          current={place === 'games' && filter.game === undefined}
          onChoose={() => onFilter({})}
        />
        {games.map((game) => (
          <Entry
            key={game}
            icon={PROFILES[game]?.icon ?? 'play'}
            label={gameName(game)}
            count={stats?.byGame[game] ?? (stats === undefined ? undefined : 0)}
            current={place === 'games' && filter.game === game}
            onChoose={() => onFilter({ game })}
          />
        ))}
        <h2>{says.saved}</h2>
        <Entry
          icon="star"
          label={says.favourites}
          count={counts?.favourites}
          current={place === 'favourite'}
          onChoose={() => onFilter({ favourite: true })}
        />
        <Entry
          icon="triangle-alert"
          label={says.warnings}
          count={counts?.withWarnings}
          current={place === 'warnings'}
          onChoose={() => onFilter({ withWarnings: true })}
        />
        <Entry icon="trash-2" label={says.bin} count={stats?.binned} current={place === 'bin'} onChoose={() => onFilter({ bin: true })} />
        {tags.length > 0 && <h2>{words.notes.tags.heading}</h2>}
        {tags.slice(0, MOST_TAGS).map(({ tag, sessions }) => (
          <Entry
            key={tag}
            icon="tag"
            label={tag}
            count={sessions}
            current={filter.tag === tag}
            onChoose={() => onFilter(filter.tag === tag ? {} : { tag })}
          />
        ))}
        {worlds.length > 0 && <h2>{says.maps}</h2>}
        {worlds.map(({ game, world, sessions }) => (
          <Entry
            key={`${game} ${world}`}
            icon="map-pin"
            label={worldName(game, world)}
            count={sessions}
            current={filter.world === world}
            onChoose={() =>
              onFilter(
                filter.world === world
                  ? filter.game === undefined
                    ? {}
                    : { game: filter.game }
                  : { ...(filter.game === undefined ? {} : { game: filter.game }), world },
              )
            }
          />
        ))}
      </div>
      {stats !== undefined && <Storage stats={stats} />}
    </nav>
  );
}

interface EntryProps {
  readonly icon: string;
  readonly label: string;
  readonly count: number | undefined;
  readonly current: boolean;
  readonly onChoose: () => void;
}

function Entry({ icon, label, count, current, onChoose }: EntryProps) {
  return (
    <button type="button" className={styles.entry} aria-current={current ? 'true' : undefined} onClick={onChoose}>
      <Icon name={icon} />
      <span>{label}</span>
      {count !== undefined && <span className={styles.count}>{formatCount(count)}</span>}
    </button>
  );
}
