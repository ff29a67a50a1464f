/** Who is in the session: teams, groups, people and vehicles with their state and scores at t. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { MetricProfile } from '../../../shared/games/profile.ts';
import { LIFE } from '../../../shared/session/model.ts';
import { Icon } from '../../ui/icon.tsx';
import { teamVariable } from '../../ui/team-colours.ts';
import { useReplay, useT, useView } from '../replay-context.tsx';
import { Glyph } from './glyph.tsx';
import { colourOf } from './names.tsx';
import { rosterGroups, rosterRows, type RosterRow } from './roster-rows.ts';
import styles from './panels.module.css';

const ROW = 24;
const HEAD = 30;

export function Roster() {
  const { playback, view } = useReplay();
  const t = useT();
  const { profile } = playback.session;
  const selected = useView((v) => v.selected);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const groups = useMemo(() => rosterGroups(playback), [playback]);
  const rows = rosterRows(groups, playback, closed, search.trim().toLowerCase());
  const metrics = profile.roster.metrics.flatMap((id) => profile.metrics.filter((metric) => metric.id === id));

  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (rows[index]?.kind === 'team' ? HEAD : ROW),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });

  const toggle = (key: string): void => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
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
            placeholder="Find"
            aria-label="Find a player"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      </header>
      <div ref={scroll} className={styles.scroll} tabIndex={0} role="listbox" aria-label={`${profile.roster.title} list`} onKeyDown={move}>
        <div className={styles.virtual} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const place = { transform: `translateY(${item.start}px)`, height: item.size };
            if (row.kind !== 'entity')
              return (
                <GroupRow
                  key={item.key}
                  row={row}
                  metrics={row.kind === 'team' ? metrics : []}
                  place={place}
                  onToggle={() => toggle(row.key)}
                />
              );
            return <EntityRow key={item.key} entity={row.entity} t={t} metrics={metrics} chosen={row.entity === selected} place={place} />;
          })}
        </div>
      </div>
      {rows.length === 0 && <p className={styles.empty}>{search === '' ? 'Nobody was recorded.' : `No name holds "${search}".`}</p>}
    </section>
  );
}

interface Place {
  readonly transform: string;
  readonly height: number;
}

function GroupRow({
  row,
  metrics,
  place,
  onToggle,
}: {
  readonly row: Exclude<RosterRow, { kind: 'entity' }>;
  readonly metrics: readonly MetricProfile[];
  readonly place: Place;
  readonly onToggle: () => void;
}) {
  const { playback } = useReplay();
  const colour = teamVariable(playback.session.profile.teams[row.team]?.colour ?? 'none');
  return (
    <div className={row.kind === 'team' ? styles.team : styles.group} style={place} role="presentation">
      <button type="button" className={styles.fold} aria-expanded={row.open} onClick={onToggle}>
        {row.kind === 'team' ? (
          <span className={styles.bar} style={{ background: colour }} />
        ) : (
          <Icon name={row.open ? 'chevron-down' : 'chevron-right'} size={14} />
        )}
        <span className={styles.label} style={{ color: colour }}>
          {row.label}
        </span>
        <span className={styles.quiet}>
          {row.here} of {row.total}
        </span>
      </button>
      {metrics.map((metric) => (
        <abbr key={metric.id} className={styles.metricHead} title={metric.label}>
          {metric.short}
        </abbr>
      ))}
    </div>
  );
}

function EntityRow({
  entity,
  t,
  metrics,
  chosen,
  place,
}: {
  readonly entity: number;
  readonly t: number;
  readonly metrics: readonly MetricProfile[];
  readonly chosen: boolean;
  readonly place: Place;
}) {
  const { playback, view, metrics: scores } = useReplay();
  const { session, state } = playback;
  const info = session.entities[entity];
  if (info === undefined) return null;
  const here = state.exists[entity] === 1;
  const life = state.life[entity] ?? 0;
  const name = info.name === '' ? (info.className ?? info.nativeId) : info.name;
  const word = here ? session.profile.lifeWords[LIFE[life] ?? 'unknown'] : 'not here';
  return (
    <div
      className={styles.row}
      style={place}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-label={`${name}, ${word}`}
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
      {metrics.map((metric) => {
        const value = scores.at(metric, entity, t);
        return (
          <span key={metric.id} className={styles.metric} data-zero={value === 0 || value === null}>
            {value === null ? '–' : Math.round(value)}
          </span>
        );
      })}
    </div>
  );
}
