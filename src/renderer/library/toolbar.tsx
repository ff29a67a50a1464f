/** Above the sessions: search, view, import; below them filters that are on, how many there are, and their order. */
import type { Ref } from 'react';
import { useStore } from 'zustand';
import type { PersonFound } from '../../shared/engine-api.ts';
import type { SessionFilter } from '../../shared/library-questions.ts';
import { appStore } from '../app/app-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { formatCount } from '../ui/format.ts';
import { Keys } from '../ui/keys.tsx';
import { Menu } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../words/words.ts';
import { setFilters, type Filters } from './filters.ts';
import { sessionCount } from './session-words.ts';
import { SPANS } from './when-filter.ts';
import styles from './library.module.css';

const SORTS = ['newest', 'oldest', 'longest', 'title'] as const;
/** More people than these are found by writing on. */
const MOST_PEOPLE = 4;

export interface ToolbarProps {
  readonly filters: Filters;
  readonly searchField: Ref<HTMLInputElement>;
  /** Whom the search means, most sessions first. */
  readonly people: readonly PersonFound[];
  /** Name of the map that is filtered by. */
  readonly world: string | null;
  readonly shown: number | null;
  readonly all: number | null;
  readonly onOpen: () => void;
  readonly onImport: () => void;
  /** Null when there is nothing to fetch from. */
  readonly onServer: (() => void) | null;
}

export function Toolbar({ filters, searchField, people, world, shown, all, onOpen, onImport, onServer }: ToolbarProps) {
  const view = useStore(appStore, (state) => state.libraryView);
  const sort = useStore(appStore, (state) => state.librarySort);
  const { tools: says, commands } = useWords().library;
  const { filter, search, span } = filters;
  // All that was found is of this one person.
  const person = filter.player ?? (people.length === 1 && people[0]?.sessions === shown ? people[0].name : undefined);
  const setFilter = (change: SessionFilter): void => setFilters({ filter: { ...filter, ...change } });
  return (
    <>
      <div className={styles.tools}>
        <TextField
          className={styles.search ?? ''}
          ref={searchField}
          type="search"
          icon="search"
          label={commands.search}
          placeholder={says.placeholder}
          maxLength={400}
          value={search}
          end={<Keys keys="Ctrl F" />}
          onText={(text) => setFilters({ search: text })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setFilters({ search: '' });
          }}
        />
        <span className={styles.spring} />
        <Segmented
          label={says.view}
          value={view}
          options={[
            { id: 'cards', label: says.cards, icon: 'layout-grid' },
            { id: 'table', label: says.table, icon: 'table-2' },
          ]}
          onChoose={(libraryView) => appStore.setState({ libraryView })}
        />
        {onServer !== null && <IconButton icon="download" label={says.server} onClick={onServer} />}
        <Button icon="folder-open" size="medium" onClick={onOpen}>
          {says.open}
        </Button>
        <Button icon="plus" kind="primary" onClick={onImport}>
          {says.import}
        </Button>
      </div>
      <div className={styles.filters}>
        {span === null ? (
          <Menu
            label={says.anyDate}
            name={says.date}
            items={SPANS.map(({ id }) => ({ id, label: says.spans[id], run: () => setFilters({ span: id }) }))}
          />
        ) : (
          <Chip label={says.spans[span]} onRemove={() => setFilters({ span: null })} />
        )}
        {world !== null && <Chip label={world} onRemove={() => setFilter({ world: undefined })} />}
        {filter.player !== undefined && <Chip label={says.player(filter.player)} onRemove={() => setFilter({ player: undefined })} />}
        {people.length > 0 && (
          <div className={styles.people} role="group" aria-label={says.people}>
            {people.slice(0, MOST_PEOPLE).map(({ name, sessions }) => (
              <Button
                key={name}
                size="small"
                kind="outline"
                icon="user"
                onClick={() => setFilters({ search: '', filter: { ...filter, player: name } })}
              >
                {says.person(name, formatCount(sessions))}
              </Button>
            ))}
          </div>
        )}
        <span className={styles.spring} />
        {shown !== null && all !== null && (
          <span className={styles.shown} role="status">
            {person !== undefined
              ? says.with(sessionCount(shown), person)
              : shown < all
                ? says.of(formatCount(shown), sessionCount(all))
                : sessionCount(shown)}
          </span>
        )}
        <Menu
          label={says.sorts[sort]}
          name={says.order}
          icon="arrow-up-down"
          kind="plain"
          align="end"
          items={SORTS.map((id) => ({
            id,
            label: says.sorts[id],
            checked: id === sort,
            run: () => appStore.setState({ librarySort: id }),
          }))}
        />
      </div>
    </>
  );
}
