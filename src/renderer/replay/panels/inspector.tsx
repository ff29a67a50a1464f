/** The chosen entity at t: what it is, its scores, where it is and how fast. */
import { LIFE } from '../../../shared/session/model.ts';
import { formatMetres } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useReplay, useT, useView } from '../replay-context.tsx';
import { Glyph } from './glyph.tsx';
import { colourOf } from './names.tsx';
import styles from './panels.module.css';

/** Speed is taken over this long before t, ms. */
const SPEED_SPAN = 1000;
const track = new Float32Array(3 * 256);

export function Inspector() {
  const { playback, view, metrics } = useReplay();
  const t = useT();
  const selected = useView((v) => v.selected);
  const following = useView((v) => v.camera === 'follow');
  const { session, state } = playback;
  const info = selected === null ? undefined : session.entities[selected];
  if (selected === null || info === undefined) return null;

  const { profile } = session;
  const here = state.exists[selected] === 1;
  const life = profile.lifeWords[LIFE[state.life[selected] ?? 0] ?? 'unknown'];
  const name = info.name === '' ? (info.className ?? info.nativeId) : info.name;
  const role = playback.value(selected, 'role');
  const parent = session.entities[state.parent[selected] ?? 0];
  const facts: readonly (readonly [string, string])[] = [
    ['State', here ? life : 'Not here'],
    ...(parent === undefined || parent.id === 0
      ? []
      : [['In', parent.name === '' ? (parent.className ?? parent.nativeId) : parent.name] as const]),
    ...(info.group === null ? [] : [['Group', info.group] as const]),
    ...text('Weapon', playback.value(selected, 'weapon')),
    ['Speed', here ? speedWords(playback.trail(selected, t - SPEED_SPAN, t, track), t) : '–'],
    ['Height', here ? formatMetres(state.position[selected * 3 + 1] ?? 0) : '–'],
  ];

  return (
    <section className={styles.inspector} aria-label={`${name}, chosen`}>
      <header className={styles.head}>
        <Glyph shape={profile.kinds[info.kind].glyph} life={state.life[selected] ?? 0} colour={colourOf(session, selected)} />
        <h2 style={{ color: colourOf(session, selected) }}>{name}</h2>
        <span className={styles.quiet}>{typeof role === 'string' && role !== '' ? role : profile.kinds[info.kind].label}</span>
        <span className={styles.spring} />
        <button type="button" className={styles.button} aria-pressed={following} onClick={() => view.getState().follow(!following)}>
          <Icon name="video" /> {following ? 'Following' : 'Follow'}
        </button>
        <button
          type="button"
          className={styles.iconButton}
          aria-label="Choose nobody"
          title="Choose nobody"
          onClick={() => view.getState().select(null)}
        >
          <Icon name="x" />
        </button>
      </header>
      <dl className={styles.figures}>
        {profile.metrics
          .filter((metric) => metrics.at(metric, selected, t) !== null)
          .map((metric) => (
            <div key={metric.id}>
              <dd>{Math.round(metrics.at(metric, selected, t) ?? 0)}</dd>
              <dt>{metric.label}</dt>
            </div>
          ))}
      </dl>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function text(label: string, value: number | string | null): readonly (readonly [string, string])[] {
  return typeof value === 'string' && value !== '' ? [[label, value]] : [];
}

/** Path length of the last second; the track holds `count` xyz triples. */
function speedWords(count: number, t: number): string {
  if (count < 2) return '–';
  let metres = 0;
  for (let i = 3; i < count * 3; i += 3) {
    metres += Math.hypot(
      (track[i] ?? 0) - (track[i - 3] ?? 0),
      (track[i + 1] ?? 0) - (track[i - 2] ?? 0),
      (track[i + 2] ?? 0) - (track[i - 1] ?? 0),
    );
  }
  return `${(metres / (Math.min(SPEED_SPAN, Math.max(1, t)) / 1000)).toFixed(1)} m/s`;
}
