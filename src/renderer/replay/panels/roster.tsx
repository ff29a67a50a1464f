/** Who is in the session: teams, groups, people and vehicles with their state and scores at t. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { MetricProfile } from '../../../shared/games/profile.ts';
import { LIFE } from '../../../shared/session/model.ts';
import { Icon } from '../../ui/icon.tsx';
import { teamVariable } from '../../ui/team-colours.ts';
import { useWords, words } from '../../words/words.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSession } from '../playback/use-session.ts';
import { useReplay, useView } from '../replay-context.tsx';
import { Glyph } from './glyph.tsx';
import { colourOf } from './names.tsx';
import { countHere, rosterGroups, rosterRows, type RosterRow } from './roster-rows.ts';
import { useTeams } from './use-teams.ts';
import styles from './panels.module.css';

const ROW = 24;
const HEAD = 30;

export function Roster() {
  const says = useWords().panels.roster;
  const { playback, view } = useReplay();
  const { profile, entities } = useSession(playback, 'entities');
  const selected = useView((v) => v.selected);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const teams = useTeams(playback, entities);
  const groups = useMemo(() => rosterGroups(profile, entities, teams), [profile, entities, teams]);
  const needle = search.trim().toLowerCase();
  const rows = useMemo(() => rosterRows(groups, entities, closed, needle), [groups, entities, closed, needle]);
  const metrics = useMemo(() => profile.roster.metrics.flatMap((id) => profile.metrics.filter((metric) => metric.id === id)), [profile]);

  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (rows[index]?.kind === 'team' ? HEAD : ROW),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });

  const toggle = useCallback((key: string): void => {
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    let index = rows.findIndex((row) => row.kind === 'entity' && row.entity === selected);
    do index += step;
    while (rows[index] !== undefined && rows[index]?.kind !== 'entity');
    const row = rows[index];
    if (row?.kind !== 'entity') return;
    view.getState().select(row.entity);
    virtual.scrollToIndex(index);
  };

  return (
    <section className={styles.panel} aria-label={profile.roster.title}>
      <header className={styles.head}>
        <h2>{profile.roster.title}</h2>
        <label className={styles.search}>
          <Icon name="search" />
          <input
            type="search"
            placeholder={says.findShort}
            aria-label={says.find}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      </header>
      <div ref={scroll} className={styles.scroll} tabIndex={0} role="tree" aria-label={says.list(profile.roster.title)} onKeyDown={move}>
        <div className={styles.virtual} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const place = { start: item.start, height: item.size };
            return row.kind === 'entity' ? (
              <EntityRow key={item.key} entity={row.entity} metrics={metrics} chosen={row.entity === selected} {...place} />
            ) : (
              <GroupRow key={item.key} row={row} metrics={row.kind === 'team' ? metrics : NO_METRICS} onToggle={toggle} {...place} />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <p className={styles.empty}>{search === '' ? says.none : says.noneFound(search)}</p>}
    </section>
  );
}

const NO_METRICS: readonly MetricProfile[] = [];

/** px within the list. */
interface Place {
  readonly start: number;
  readonly height: number;
}

function placed({ start, height }: Place): CSSProperties {
  return { transform: `translateY(${start}px)`, height };
}

const GroupRow = memo(function GroupRow({
  row,
  metrics,
  start,
  height,
  onToggle,
}: Place & {
  readonly row: Exclude<RosterRow, { kind: 'entity' }>;
  readonly metrics: readonly MetricProfile[];
  readonly onToggle: (key: string) => void;
}) {
  const { playback } = useReplay();
  const colour = teamVariable(playback.session.profile.teams[row.team]?.colour ?? 'none');
  return (
    <div
      className={row.kind === 'team' ? styles.team : styles.group}
      style={placed({ start, height })}
      role="treeitem"
      aria-level={row.kind === 'team' ? 1 : 2}
      aria-expanded={row.open}
      tabIndex={0}
      onClick={() => onToggle(row.key)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onToggle(row.key);
      }}
    >
      <div className={styles.fold}>
        {row.kind === 'team' ? (
          <span className={styles.bar} style={{ background: colour }} />
        ) : (
          <Icon name={row.open ? 'chevron-down' : 'chevron-right'} size={14} />
        )}
        <span className={styles.label} style={{ color: colour }}>
          {row.label}
        </span>
        <Here members={row.members} />
      </div>
      {metrics.map((metric) => (
        <abbr key={metric.id} className={styles.metricHead} title={metric.label}>
          {metric.short}
        </abbr>
      ))}
    </div>
  );
});

function Here({ members }: { readonly members: readonly number[] }) {
  const says = useWords().panels.roster;
  const { playback } = useReplay();
  const here = useClock(playback, () => countHere(members, playback.state));
  return (
    <span className={styles.quiet} title={says.here}>
      {says.hereOf(here, members.length)}
    </span>
  );
}

const EntityRow = memo(function EntityRow({
  entity,
  metrics,
  chosen,
  start,
  height,
}: Place & { readonly entity: number; readonly metrics: readonly MetricProfile[]; readonly chosen: boolean }) {
  const { playback, view } = useReplay();
  const { state } = playback;
  const session = useSession(playback, 'entities');
  const here = useClock(playback, () => state.exists[entity] === 1);
  const life = useClock(playback, () => state.life[entity] ?? 0);
  const says = useWords().panels.roster;
  const info = session.entities[entity];
  if (info === undefined) return null;
  const name = info.name === '' ? (info.className ?? info.nativeId) : info.name;
  const word = here ? session.profile.lifeWords[LIFE[life] ?? 'unknown'] : says.notHere;
  return (
    <div
      className={styles.row}
      style={placed({ start, height })}
      role="treeitem"
      aria-level={3}
      tabIndex={-1}
      aria-selected={chosen}
      title={name}
      data-here={here}
      onClick={() => view.getState().select(entity)}
      onDoubleClick={() => view.getState().follow(true)}
      onPointerEnter={() => view.getState().hover(entity)}
      onPointerLeave={() => view.getState().hover(null)}
    >
      <Glyph
        shape={session.profile.kinds[info.kind].glyph}
        life={here ? life : 0}
        colour={here ? colourOf(session, entity) : 'var(--t3)'}
      />
      <span className={styles.label}>{name}</span>
      <span className={styles.visuallyHidden}>{word}</span>
      <Aboard entity={entity} />
      {metrics.map((metric) => (
        <Score key={metric.id} metric={metric} entity={entity} />
      ))}
    </div>
  );
});

/** What somebody sits in, and how many sit in a vehicle. */
function Aboard({ entity }: { readonly entity: number }) {
  const { playback } = useReplay();
  const { state, session } = playback;
  const aboard = useClock(playback, () => {
    if (state.exists[entity] !== 1) return '';
    if (session.entities[entity]?.kind === 'vehicle') {
      let count = 0;
      for (let id = 1; id < state.parent.length; id++) if (state.parent[id] === entity && state.exists[id] === 1) count++;
      return count === 0 ? '' : words().panels.roster.aboard(count);
    }
    const vehicle = session.entities[state.parent[entity] ?? 0];
    return vehicle === undefined || vehicle.id === 0 ? '' : vehicle.name;
  });
  return aboard !== '' && <span className={`${styles.quiet} ${styles.aboard}`}>{aboard}</span>;
}

const Score = memo(function Score({ metric, entity }: { readonly metric: MetricProfile; readonly entity: number }) {
  const { playback, metrics } = useReplay();
  const value = useClock(playback, ({ t }) => {
    const now = metrics.at(metric, entity, t);
    return now === null ? null : Math.round(now);
  });
  return (
    <span className={styles.metric} data-zero={value === 0 || value === null}>
      {value ?? '–'}
    </span>
  );
});
