/** Tickets and counters at t over the stage, for games whose events tell them. */
import { useMemo } from 'react';
import type { TallyProfile } from '../../../shared/games/profile.ts';
import { teamVariable } from '../../ui/team-colours.ts';
import type { Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSessionEvery } from '../playback/use-session.ts';
import { lastAtOrBefore } from './event-filter.ts';
import { talliesOf } from './tally-values.ts';
import { useEventData } from './use-event-data.ts';
import styles from './overlays.module.css';

/** A session that is being recorded is looked at so often, ms. */
const LOOK_MS = 1000;

export function Tallies({ playback }: { readonly playback: Playback }) {
  const { tallies } = playback.session.profile;
  return (
    tallies.length > 0 && (
      <div className={styles.tallies} data-theme="dark">
        {tallies.map((tally) => (
          <Tally key={tally.label} playback={playback} tally={tally} />
        ))}
      </div>
    )
  );
}

function Tally({ playback, tally }: { readonly playback: Playback; readonly tally: TallyProfile }) {
  const session = useSessionEvery(playback, LOOK_MS, 'events');
  const seqs = useMemo(() => {
    const { events, strings } = session;
    const names = new Set(tally.events.map((name) => strings.indexOf(name)).filter((index) => index > 0));
    if (names.size === 0) return new Int32Array(0);
    return Int32Array.from({ length: events.count }, (_, seq) => seq).filter((seq) => names.has(events.nativeType[seq] ?? 0));
  }, [session, tally]);
  const data = useEventData(session, seqs);
  const last = useClock(playback, ({ t }) => lastAtOrBefore(session, seqs, t));
  const values = useMemo(() => talliesOf(tally, data?.slice(0, last + 1) ?? []), [tally, data, last]);
  if (values.size === 0) return null;
  const { teams } = session.profile;
  return (
    <dl className={styles.tally} aria-label={tally.label}>
      <dt>{tally.label}</dt>
      {[...values].map(([id, value]) => {
        const team = teams.find((candidate) => candidate.id === id);
        return (
          <dd key={id}>
            <span style={{ color: teamVariable(team?.colour ?? 'none') }}>{team?.label ?? id}</span> <b>{value}</b>
          </dd>
        );
      })}
    </dl>
  );
}
