/** The chosen entity at t: what it is, its scores, where it is and how fast. */
import { memo, useMemo } from 'react';
import type { GameProfile, MetricProfile } from '../../../shared/games/profile.ts';
import { LIFE, type EntityInfo } from '../../../shared/session/model.ts';
import { formatDecimal, formatMetres } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords, words, type Words } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSession } from '../playback/use-session.ts';
import { useReplay, useView } from '../replay-context.tsx';
import { factWords } from './facts.ts';
import { Glyph } from './glyph.tsx';
import { isDrawn, markerLook, markerSide, markerText } from './marker-facts.ts';
import { colourOf } from './names.tsx';
import styles from './panels.module.css';

/** Speed is taken over this long before t, ms. */
const SPEED_SPAN = 1000;
const track = new Float32Array(3 * 256);

export function Inspector() {
  const { playback } = useReplay();
  const selected = useView((v) => v.selected);
  const { entities } = useSession(playback, 'entities');
  const info = selected === null ? undefined : entities[selected];
  return info === undefined ? null : <Chosen key={info.id} info={info} />;
}

function Chosen({ info }: { readonly info: EntityInfo }) {
  const { playback, view } = useReplay();
  const says = useWords().panels.inspector;
  const following = useView((v) => v.camera === 'follow');
  const { session, state } = playback;
  const { profile } = session;
  const { id } = info;
  const life = useClock(playback, () => state.life[id] ?? 0);
  const role = useClock(playback, () => playback.value(id, 'role'));
  const kind = profile.kinds[info.kind];
  const drawn = isDrawn(info);
  // What is drawn without words is called by the name of its sign, which says how it looks.
  const name = drawn && info.name === '' ? kind.label : nameOf(info);
  const facts = useMemo(
    () => (drawn ? drawnFacts(says.facts) : [...generalFacts(says.facts), ...profileFacts(profile)]),
    [drawn, profile, says],
  );
  const what = typeof role === 'string' && role !== '' ? role : kind.label;
  return (
    <section className={styles.inspector} aria-label={says.chosen(name)}>
      <header className={styles.head}>
        {!drawn && <Glyph shape={kind.glyph} life={life} colour={colourOf(session, id)} />}
        <div className={styles.who}>
          <h2 style={{ color: colourOf(session, id) }} title={name}>
            {name}
          </h2>
          {what !== name && <span className={styles.quiet}>{what}</span>}
        </div>
        <button type="button" className={styles.button} aria-pressed={following} onClick={() => view.getState().follow(!following)}>
          <Icon name="video" /> {following ? says.following : says.follow}
        </button>
        <button
          type="button"
          className={styles.iconButton}
          aria-label={says.nobody}
          title={says.nobody}
          onClick={() => view.getState().select(null)}
        >
          <Icon name="x" />
        </button>
      </header>
      {!drawn && (
        <dl className={styles.figures}>
          {profile.metrics.map((metric) => (
            <Figure key={metric.id} metric={metric} entity={id} />
          ))}
        </dl>
      )}
      {info.kind === 'vehicle' && <Crew vehicle={id} />}
      <dl className={styles.facts}>
        {facts.map(({ term, read }) => (
          <Fact key={term} term={term} read={read} info={info} />
        ))}
      </dl>
    </section>
  );
}

const Figure = memo(function Figure({ metric, entity }: { readonly metric: MetricProfile; readonly entity: number }) {
  const { playback, metrics } = useReplay();
  const value = useClock(playback, ({ t }) => {
    const now = metrics.at(metric, entity, t);
    return now === null ? null : Math.round(now);
  });
  return (
    value !== null && (
      <div>
        <dd>{value}</dd>
        <dt>{metric.label}</dt>
      </div>
    )
  );
});

/** A fact's words at t; none when it has nothing to say. */
type ReadFact = (playback: Playback, info: EntityInfo) => string;

interface FactRow {
  readonly term: string;
  readonly read: ReadFact;
}

/** Those that every game has. */
function generalFacts(says: Words['panels']['inspector']['facts']): readonly FactRow[] {
  return [
    { term: says.state, read: stateWords },
    { term: says.in, read: parentName },
    { term: says.group, read: groupName },
    { term: says.weapon, read: weaponName },
    { term: says.speed, read: speedWords },
    { term: says.height, read: heightWords },
  ];
}

/** Of what is on the map: it does not live, fight or ride. */
function drawnFacts(says: Words['panels']['inspector']['facts']): readonly FactRow[] {
  return [
    { term: says.text, read: markerText },
    { term: says.drawnAs, read: markerLook },
    { term: says.seenBy, read: markerSide },
    { term: says.height, read: heightWords },
  ];
}

/** Those that only this game has. */
function profileFacts({ facts }: GameProfile): readonly FactRow[] {
  return facts.map((fact) => ({
    term: fact.label,
    read: (playback, { id }) => (playback.state.exists[id] === 1 ? factWords(playback, fact, id) : ''),
  }));
}

/** Who is aboard, and where; a click chooses them. */
function Crew({ vehicle }: { readonly vehicle: number }) {
  const { playback, view } = useReplay();
  const says = useWords().panels.inspector;
  const session = useSession(playback, 'entities');
  const aboard = useClock(playback, () => crewOf(playback, vehicle).join(' '));
  if (aboard === '') return null;
  return (
    <ul className={styles.crew} aria-label={says.crew}>
      {aboard
        .split(' ')
        .map(Number)
        .map((id) => {
          const info = session.entities[id];
          return (
            info !== undefined && (
              <li key={id}>
                <button type="button" style={{ color: colourOf(session, id) }} onClick={() => view.getState().select(id)}>
                  {nameOf(info)}
                </button>
                <Seat entity={id} />
              </li>
            )
          );
        })}
    </ul>
  );
}

function Seat({ entity }: { readonly entity: number }) {
  const { playback } = useReplay();
  const { seat } = playback.session.profile;
  const words = useClock(playback, () => (seat === null ? '' : String(playback.value(entity, seat) ?? '')));
  return <span className={styles.quiet}>{words}</span>;
}

function crewOf({ state, session }: Playback, vehicle: number): number[] {
  const found: number[] = [];
  for (let id = 1; id < session.entities.length; id++) if (state.parent[id] === vehicle && state.exists[id] === 1) found.push(id);
  return found;
}

const Fact = memo(function Fact({ term, read, info }: { readonly term: string; readonly read: ReadFact; readonly info: EntityInfo }) {
  const { playback } = useReplay();
  const words = useClock(playback, () => read(playback, info));
  return (
    words !== '' && (
      <div>
        <dt>{term}</dt>
        <dd title={words}>{words}</dd>
      </div>
    )
  );
});

export function nameOf({ name, className, nativeId }: EntityInfo): string {
  return name === '' ? (className ?? nativeId) : name;
}

export function stateWords(playback: Playback, { id }: EntityInfo): string {
  const { state, session } = playback;
  if (state.exists[id] !== 1) return words().panels.inspector.notHere;
  const { lifeWords, status } = session.profile;
  const now = status.filter(({ channel }) => playback.value(id, channel) === 1).map(({ label }) => label);
  return [lifeWords[LIFE[state.life[id] ?? 0] ?? 'unknown'], ...now].join(', ');
}

function parentName({ session, state }: Playback, { id }: EntityInfo): string {
  const parent = session.entities[state.parent[id] ?? 0];
  return parent === undefined || parent.id === 0 ? '' : nameOf(parent);
}

/** What it is now, else what it was first. */
function groupName(playback: Playback, { id, group }: EntityInfo): string {
  const now = playback.value(id, 'group');
  return typeof now === 'string' && now !== '' ? now : (group ?? '');
}

export function weaponName(playback: Playback, { id }: EntityInfo): string {
  const weapon = playback.value(id, 'weapon');
  return typeof weapon === 'string' ? weapon : '';
}

function heightWords({ state }: Playback, { id }: EntityInfo): string {
  return state.exists[id] === 1 ? formatMetres(state.position[id * 3 + 1] ?? 0) : '–';
}

/** Path length of the last second. */
function speedWords(playback: Playback, { id }: EntityInfo): string {
  if (playback.state.exists[id] !== 1) return '–';
  const { t } = playback.clock;
  const count = playback.trail(id, t - SPEED_SPAN, t, track);
  if (count < 2) return '–';
  let metres = 0;
  for (let i = 3; i < count * 3; i += 3) {
    metres += Math.hypot(
      (track[i] ?? 0) - (track[i - 3] ?? 0),
      (track[i + 1] ?? 0) - (track[i - 2] ?? 0),
      (track[i + 2] ?? 0) - (track[i - 1] ?? 0),
    );
  }
  return `${formatDecimal(metres / (Math.min(SPEED_SPAN, Math.max(1, t)) / 1000), 1)}\u00a0m/s`;
}
