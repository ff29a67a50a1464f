/** The overlays as a stream shows them: each draws its part of the presentation where it belongs on a picture of 1920 by 1080. */
import type { MapPlan, OverlayKind, OverlayParts } from '../../../shared/broadcast.ts';
import type { TeamColour } from '../../../shared/games/profile.ts';
import { Icon } from '../../ui/icon.tsx';
import { teamVariable } from '../../ui/team-colours.ts';
import { MapPicture } from './map-picture.tsx';
import styles from './overlays.module.css';

interface OverlayProps<K extends OverlayKind> {
  readonly part: OverlayParts[K];
  readonly plan: MapPlan | null;
}

function Scoreboard({ part: { board, tallies } }: OverlayProps<'scoreboard'>) {
  return (
    <div className={styles.top}>
      {board !== null && (
        <div className={styles.board}>
          <Side {...board.left} />
          <div className={styles.middle}>
            <span className={styles.gameClock}>{board.clock}</span>
            <span className={styles.status}>{board.status}</span>
          </div>
          <Side {...board.right} reverse />
        </div>
      )}
      {tallies.map(({ label, values }) => (
        <dl key={label} className={styles.tally}>
          <dt>{label}</dt>
          {values.map(({ name, colour, value }) => (
            <dd key={name}>
              <span style={{ color: teamVariable(colour) }}>{name}</span> <b>{value}</b>
            </dd>
          ))}
        </dl>
      ))}
    </div>
  );
}

interface SideProps {
  readonly name: string;
  readonly colour: TeamColour;
  readonly points: string;
  readonly reverse?: boolean;
}

function Side({ name, colour, points, reverse = false }: SideProps) {
  return (
    <div className={styles.side} data-reverse={reverse}>
      <span className={styles.team} style={{ color: teamVariable(colour), borderColor: teamVariable(colour) }}>
        {name}
      </span>
      <span className={styles.points} style={{ background: teamVariable(colour) }}>
        {points}
      </span>
    </div>
  );
}

function Feed({ part: rows }: OverlayProps<'feed'>) {
  return (
    <ol className={styles.feed}>
      {rows.map(({ seq, icon, parts, detail }) => (
        <li key={seq}>
          <Icon name={icon} size={20} />
          <span>
            {parts.map(({ text, colour }, i) => (
              <span
                key={i}
                className={colour === null ? undefined : styles.who}
                style={colour === null ? undefined : { color: teamVariable(colour) }}
              >
                {text}
              </span>
            ))}
          </span>
          {detail !== '' && <span className={styles.detail}>{detail}</span>}
        </li>
      ))}
    </ol>
  );
}

function Map({ part, plan }: OverlayProps<'map'>) {
  return (
    part !== null && (
      <div className={styles.map}>
        <MapPicture map={part} plan={plan} />
      </div>
    )
  );
}

function Card({ part: card }: OverlayProps<'card'>) {
  if (card === null) return null;
  return (
    <div className={styles.card} data-life={card.life} style={{ borderColor: teamVariable(card.colour) }}>
      <div className={styles.person}>
        <span className={styles.name}>{card.name}</span>
        <span className={styles.about} style={{ color: teamVariable(card.colour) }}>
          {card.about}
        </span>
        <span className={styles.now}>
          {[card.state, ...card.facts.map(({ value }) => value)].filter((words) => words !== '').join(' · ')}
        </span>
      </div>
      <dl className={styles.figures}>
        {card.figures.map(({ label, value }) => (
          <div key={label}>
            <dd>{value}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Clock({ part: { time, total, live, clocks, title } }: OverlayProps<'clock'>) {
  return (
    <div className={styles.clock}>
      <span className={styles.title}>{title}</span>
      <span className={styles.time}>
        {live && <span className={styles.live} />}
        <b>{time}</b>
        {!live && <span className={styles.total}>/ {total}</span>}
      </span>
      {clocks.map(({ label, value }) => (
        <span key={label} className={styles.other}>
          {label} <b>{value}</b>
        </span>
      ))}
    </div>
  );
}

const DRAWN: { readonly [K in OverlayKind]: (props: OverlayProps<K>) => React.ReactNode } = {
  scoreboard: Scoreboard,
  feed: Feed,
  map: Map,
  card: Card,
  clock: Clock,
};

export function Overlay<K extends OverlayKind>({ kind, ...props }: OverlayProps<K> & { readonly kind: K }) {
  const Drawn = DRAWN[kind] as (props: OverlayProps<K>) => React.ReactNode;
  return (
    <div className={styles.picture} data-theme="dark">
      <Drawn {...props} />
    </div>
  );
}
