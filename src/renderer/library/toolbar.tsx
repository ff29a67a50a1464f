/** Above the sessions: search, view, import; below them filters that are on, how many there are, and their order. */
import type { Ref } from 'react';
import { useStore } from 'zustand';
import { appStore } from '../app/app-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { formatCount, formatCountOf } from '../ui/format.ts';
import { Keys } from '../ui/keys.tsx';
import { Menu } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SPANS, type SpanId } from './when-filter.ts';
import styles from './library.module.css';

const SORTS = [
  { id: 'newest', label: 'Newest first' },
  { id: 'oldest', label: 'Oldest first' },
  { id: 'longest', label: 'Longest first' },
  { id: 'title', label: 'By title' },
] as const;

export interface ToolbarProps {
  readonly search: string;
  readonly searchField: Ref<HTMLInputElement>;
  readonly span: SpanId | null;
  /** Name of the map that is filtered by. */
  readonly world: string | null;
  readonly shown: number | null;
  readonly all: number | null;
  readonly onSearch: (text: string) => void;
  readonly onSpan: (span: SpanId | null) => void;
  readonly onWorld: (world: null) => void;
  readonly onOpen: () => void;
  readonly onImport: () => void;
  /** Null when there is nothing to fetch from. */
  readonly onServer: (() => void) | null;
}

export function Toolbar({
  search,
  searchField,
  span,
  world,
  shown,
  all,
  onSearch,
  onSpan,
  onWorld,
  onOpen,
  onImport,
  onServer,
}: ToolbarProps) {
  const view = useStore(appStore, (state) => state.libraryView);
  const sort = useStore(appStore, (state) => state.librarySort);
  return (
    <>
      <div className={styles.tools}>
        <TextField
          className={styles.search ?? ''}
          ref={searchField}
          type="search"
          icon="search"
          label="Search sessions"
          placeholder="Search players, sessions and maps"
          maxLength={400}
          value={search}
          end={<Keys keys="Ctrl F" />}
          onText={onSearch}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onSearch('');
          }}
        />
        <span className={styles.spring} />
        <Segmented
          label="View"
          value={view}
          options={[
            { id: 'cards', label: 'Cards', icon: 'layout-grid' },
            { id: 'table', label: 'Table', icon: 'table-2' },
          ]}
          onChoose={(libraryView) => appStore.setState({ libraryView })}
        />
        {onServer !== null && <IconButton icon="download" label="Import from a server" onClick={onServer} />}
        <Button icon="folder-open" size="medium" onClick={onOpen}>
          Open file
        </Button>
        <Button icon="plus" kind="primary" onClick={onImport}>
          Import
        </Button>
      </div>
      <div className={styles.filters}>
        {span === null ? (
          <Menu label="Any date" name="Date" items={SPANS.map(({ id, label }) => ({ id, label, run: () => onSpan(id) }))} />
        ) : (
          <Chip label={SPANS.find(({ id }) => id === span)?.label ?? ''} onRemove={() => onSpan(null)} />
        )}
        {world !== null && <Chip label={world} onRemove={() => onWorld(null)} />}
        <span className={styles.spring} />
        {shown !== null && all !== null && (
          <span className={styles.shown} role="status">
            {shown < all
              ? `${formatCount(shown)} of ${formatCountOf(all, 'session', 'sessions')}`
              : formatCountOf(shown, 'session', 'sessions')}
          </span>
        )}
        <Menu
          label={SORTS.find(({ id }) => id === sort)?.label ?? ''}
          name="Order"
          icon="arrow-up-down"
          kind="plain"
          align="end"
          items={SORTS.map(({ id, label }) => ({ id, label, checked: id === sort, run: () => appStore.setState({ librarySort: id }) }))}
        />
      </div>
    </>
  );
}
