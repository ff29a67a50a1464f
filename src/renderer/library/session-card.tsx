/** One session as a card: picture, title, result, where, who, when, and its events over time. */
import { memo } from 'react';
import type { SessionRow } from '../../shared/engine-api.ts';
import { formatClock, formatCountOf, formatDateTime, formatWhen } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { SessionPicture } from './session-picture.tsx';
import { gameName, resultColour, worldName } from './session-words.ts';
import { Spark } from './spark.tsx';
import styles from './library.module.css';

export const PICTURE_HEIGHT = 136;
const MOST_TAGS = 3;

export interface SessionCardProps {
  readonly row: SessionRow;
  readonly width: number;
  /** Unix ms. */
  readonly now: number;
}

export const SessionCard = memo(function SessionCard({ row, width, now }: SessionCardProps) {
  const when = row.startedAt ?? row.importedAt;
  const inBin = row.deletedAt !== null;
  return (
    <>
      <div className={styles.picture}>
        <SessionPicture row={row} width={width - 2} height={PICTURE_HEIGHT} />
        <span className={styles.plate} data-corner="game">
          {gameName(row.game)}
        </span>
        <span className={styles.plate} data-corner="length">
          {formatClock(row.durationMs)}
        </span>
        <Tags of={row} />
        {/* Shortcuts for the pointer; the list acts on them. The keyboard has Enter and the menu. */}
        {!inBin && (
          <>
            <span
              className={styles.star}
              data-action="favourite"
              data-on={row.favourite}
              title={row.favourite ? 'Remove from favourites' : 'Add to favourites'}
              aria-hidden="true"
            >
              <Icon name="star" filled={row.favourite} />
            </span>
            <span className={styles.open} data-action="open" aria-hidden="true">
              <Icon name="play" size={14} filled /> Open
            </span>
          </>
        )}
      </div>
      <div className={styles.facts}>
        <div className={styles.line}>
          <span className={styles.title} title={row.title}>
            {row.title}
            {row.favourite && <span className={styles.unseen}>, favourite</span>}
          </span>
          <SessionResult row={row} />
        </div>
        <div className={styles.line}>
          <span className={styles.meta}>
            <span>{worldName(row.game, row.world)}</span>{' '}
            {row.players > 0 ? formatCountOf(row.players, 'player', 'players') : formatCountOf(row.entities, 'unit', 'units')}
          </span>
          <span className={styles.when} title={formatDateTime(when)}>
            {formatWhen(when, now)}
          </span>
        </div>
        <Spark counts={row.spark} />
      </div>
    </>
  );
});

/** The first few; all of them are in the tooltip. */
export function Tags({ of: { tags } }: { readonly of: SessionRow }) {
  if (tags.length === 0) return null;
  return (
    <span className={styles.tags} title={tags.join(', ')}>
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <span key={tag}>{tag}</span>
      ))}
      {tags.length > MOST_TAGS && <span>+{tags.length - MOST_TAGS}</span>}
    </span>
  );
}

/** State before result: a session that is not whole says so. */
export function SessionResult({ row }: { readonly row: SessionRow }) {
  if (row.status === 'importing') return <span className={styles.state}>Importing</span>;
  if (row.status === 'live')
    return (
      <span className={styles.state} data-kind="live">
        <Icon name="circle-dot" size={14} />
        Live
      </span>
    );
  if (row.status === 'partial' || row.status === 'recovered') {
    return (
      <span className={styles.state} data-kind="warn">
        <Icon name="triangle-alert" size={14} />
        {row.status === 'partial' ? 'Cut short' : 'Recovered'}
      </span>
    );
  }
  return (
    <span className={styles.result} style={{ color: resultColour(row) }} data-known={row.result !== null} title={row.result ?? undefined}>
      {row.result ?? 'No result'}
    </span>
  );
}
