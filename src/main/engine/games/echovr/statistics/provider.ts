/** Caster statistics of a match: possession, throws, goals, jousts, passes, stuns and ping. The files beside this one say what exactly is counted. */
import type { StatisticsEvent, StatisticsProvider, StatisticsRun } from '../../../statistics/provider.ts';
import { DiscFlights } from './disc-flights.ts';
import { Goals } from './goals.ts';
import { Jousts } from './jousts.ts';
import type { MatchPart } from './match-part.ts';
import { CHANNELS, MatchState } from './match-state.ts';
import { Ping } from './ping.ts';
import { Possession } from './possession.ts';
import { Stuns } from './stuns.ts';

export const casterStatistics: StatisticsProvider = {
  begin: (session, words): StatisticsRun => {
    const match = new MatchState(session);
    const parts: readonly MatchPart[] = [
      new Possession(),
      new Goals(
        words,
        session.entities.filter((entity) => entity?.kind === 'player'),
      ),
      new DiscFlights(words, session),
      new Jousts(words),
      new Stuns(words),
      new Ping(words),
    ];
    const { maxInterpolateMs, durationMs } = session.info;
    let begun = false;

    function complete(): void {
      if (begun) for (const part of parts) part.frame(match);
    }

    return {
      channels: CHANNELS,
      payloads: ['goal'],
      sample(channel, entity, t, values, at) {
        const name = CHANNELS[channel] as (typeof CHANNELS)[number];
        if (name === 'frame') {
          complete();
          if (begun && t - match.t > maxInterpolateMs) for (const part of parts) part.gap?.(match.t);
          begun = true;
          match.t = t;
        }
        match.sample(name, entity, values, at);
      },
      event(event: StatisticsEvent) {
        for (const part of parts) part.event?.(event, match);
      },
      finish() {
        complete();
        for (const part of parts) part.gap?.(durationMs);
        return parts.flatMap((part) => part.sections()).filter((section) => section !== null);
      },
    };
  },
};
