/** One session as a card: picture, title, result, where, who, when, and its events over time. */
import { memo } from 'react';
import type { SessionRow } from '../../shared/engine-api.ts';
import { formatClock, formatCountOf, formatDateTime, formatWhen } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.ts';
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
  const { card: says, commands, ...nouns } = useWords().library;
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
              title={row.favourite ? commands.notFavourite : commands.favourite}
              aria-hidden="true"
            >
              <Icon name="star" filled={row.favourite} />
            </span>
            <span className={styles.open} data-action="open" aria-hidden="true">
              <Icon name="play" size={14} filled /> {says.open}
            </span>
          </>
        )}
      </div>
      <div className={styles.facts}>
        <div className={styles.line}>
          <span className={styles.title} title={row.title}>
            {row.title}
            {row.favourite && <span className={styles.unseen}>{says.favourite}</span>}
          </span>
          <SessionResult row={row} />
        </div>
        <div className={styles.line}>
          <span className={styles.meta}>
            <span>{worldName(row.game, row.world)}</span>{' '}
            {row.found !== undefined && row.found.length > 0 ? (
              <Found names={row.found} />
            ) : row.players > 0 ? (
              formatCountOf(row.players, nouns.player, nouns.players)
            ) : (
              formatCountOf(row.entities, nouns.unit, nouns.units)
            )}
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

/** Whom the search found in this session. */
export function Found({ names }: { readonly names: readonly string[] }) {
  const says = useWords().library.card;
  const text = says.found(names.join(', '));
  return (
    <span className={styles.found} title={text}>
      {text}
    </span>
  );
}

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
  const says = useWords().library.card;
  if (row.status === 'importing') return <span className={styles.state}>{says.importing}</span>;
  if (row.status === 'live')
    return (
      <span className={styles.state} data-kind="live">
        <Icon name="circle-dot" size={14} />
        {says.live}
      </span>
    );
  if (row.status === 'partial' || row.status === 'recovered') {
    return (
      <span className={styles.state} data-kind="warn">
        <Icon name="triangle-alert" size={14} />
        {row.status === 'partial' ? says.cutShort : says.recovered}
      </span>
    );
  }
  return (
    <span className={styles.result} style={{ color: resultColour(row) }} data-known={row.result !== null} title={row.result ?? undefined}>
      {row.result ?? says.noResult}
    </span>
  );
}
