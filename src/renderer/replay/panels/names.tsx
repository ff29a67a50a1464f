/** Event words with names in their team's colour. */
import { teamVariable } from '../../ui/team-colours.ts';
import type { LoadedSession } from '../playback/types.ts';
import type { Part } from './event-words.ts';
import styles from './panels.module.css';

export function Words({ session, parts }: { readonly session: LoadedSession; readonly parts: readonly Part[] }) {
  return (
    <>
      {parts.map((part, index) =>
        part.entity === null ? (
          <span key={index}>{part.text}</span>
        ) : (
          <span key={index} className={styles.name} style={{ color: colourOf(session, part.entity) }}>
            {part.text}
          </span>
        ),
      )}
    </>
  );
}

/** CSS colour of an entity's team. */
export function colourOf({ entities, profile }: LoadedSession, entity: number): string {
  const team = entities[entity]?.team;
  return teamVariable(profile.teams.find(({ id }) => id === team)?.colour ?? 'none');
}
