/** Makes the presentation of a replay: what overlays show of the moment that is on screen. */
import type { Presentation } from '../../shared/broadcast.ts';
import type { TeamColour } from '../../shared/games/profile.ts';
import { LIFE } from '../../shared/session/model.ts';
import { lastAtOrBefore } from '../replay/panels/event-filter.ts';
import { eventWords, type EventData } from '../replay/panels/event-words.ts';
import { feedEvents, freshRows } from '../replay/panels/feed-rows.ts';
import { nameOf, stateWords, weaponName } from '../replay/panels/inspector.tsx';
import type { Metrics } from '../replay/panels/metrics.ts';
import { boardClock, boardStatus, pointsOf, scoredTeams } from '../replay/panels/score.ts';
import { talliesOf } from '../replay/panels/tally-values.ts';
import type { LoadedSession, Playback } from '../replay/playback/types.ts';
import { gameClock } from '../replay/transport/game-clock.ts';
import { DASH, formatClock } from '../ui/format.ts';

const FEED_ROWS = 5;
/** Payloads that are kept; rows and tallies ask for few. */
const MOST_KEPT = 4000;
const LONGEST_LINE = 120;
const MOST_FIGURES = 5;

type Board = NonNullable<Presentation['scoreboard']>;
type Row = Presentation['feed'][number];

/** Null when the game keeps no score. */
export function boardOf(playback: Playback): Board | null {
  const teams = scoredTeams(playback.session.profile);
  if (teams === null) return null;
  const [left, right] = teams.map((scored) => ({
    name: line(scored.team.label),
    colour: scored.team.colour,
    points: String(pointsOf(playback, scored) ?? DASH),
  }));
  if (left === undefined || right === undefined) return null;
  return { left, right, clock: line(boardClock(playback)), status: line(boardStatus(playback)) };
}

/** The words of events, with their payloads as far as they have come. */
export class FeedReader {
  readonly #playback: Playback;
  readonly #onWords: () => void;
  readonly #data = new Map<number, EventData>();
  #of: LoadedSession | null = null;
  #seqs: Int32Array = new Int32Array(0);
  #tallySeqs: readonly Int32Array[] = [];

  /** `onWords`: what was read before says more now. */
  constructor(playback: Playback, onWords: () => void) {
    this.#playback = playback;
    this.#onWords = onWords;
  }

  /** Newest first. */
  rows(t: number): Row[] {
    const { session } = this.#playback;
    this.#index(session);
    const [from, to] = freshRows(session, this.#seqs, t, FEED_ROWS);
    return Array.from(this.#seqs.subarray(from, to), (seq) => this.#row(session, seq)).toReversed();
  }

  tallies(t: number): Presentation['tallies'] {
    const { session } = this.#playback;
    this.#index(session);
    return session.profile.tallies.slice(0, 4).flatMap((tally, i) => {
      const seqs = this.#tallySeqs[i] ?? new Int32Array(0);
      const before = Array.from(seqs.subarray(0, lastAtOrBefore(session, seqs, t) + 1), (seq) => this.#payload(session, seq));
      const values = [...talliesOf(tally, before)].slice(0, 8).map(([id, value]) => {
        const team = session.profile.teams.find((candidate) => candidate.id === id);
        return { name: line(team?.label ?? id), colour: team?.colour ?? ('none' as const), value: String(value) };
      });
      return values.length === 0 ? [] : [{ label: line(tally.label), values }];
    });
  }

  /** Everything that rows and tallies of these moments are made of. */
  async load(fromT: number, toT: number): Promise<void> {
    const { session } = this.#playback;
    this.#index(session);
    const [first] = freshRows(session, this.#seqs, fromT, FEED_ROWS);
    const wanted = [this.#seqs.subarray(first, lastAtOrBefore(session, this.#seqs, toT) + 1), ...this.#tallySeqs];
    await Promise.all(wanted.flatMap((seqs) => Array.from(seqs, (seq) => this.#read(session, seq))));
  }

  #index(session: LoadedSession): void {
    if (this.#of?.events === session.events && this.#of.entities === session.entities) return;
    // Numbers of events move in a session that is being recorded.
    if (this.#of !== null && this.#of.events !== session.events) this.#data.clear();
    this.#of = session;
    this.#seqs = feedEvents(session);
    const { events, strings, profile } = session;
    this.#tallySeqs = profile.tallies.map((tally) => {
      const names = new Set(tally.events.map((name) => strings.indexOf(name)).filter((index) => index > 0));
      if (names.size === 0) return new Int32Array(0);
      return Int32Array.from({ length: events.count }, (_, seq) => seq).filter((seq) => names.has(events.nativeType[seq] ?? 0));
    });
  }

  #row(session: LoadedSession, seq: number): Row {
    const { icon, text, detail } = eventWords(session, seq, this.#payload(session, seq));
    const parts = text.slice(0, 24).map((part) => ({
      text: part.text.slice(0, 200),
      colour: part.entity === null ? null : colourOf(session, session.entities[part.entity]?.team ?? null),
    }));
    return { seq, icon: line(icon), parts, detail: line(detail) };
  }

  #payload(session: LoadedSession, seq: number): EventData {
    const known = this.#data.get(seq);
    if (known !== undefined) return known;
    void this.#read(session, seq).then(this.#onWords);
    return null;
  }

  async #read(session: LoadedSession, seq: number): Promise<void> {
    if (this.#data.has(seq)) return;
    if (this.#data.size >= MOST_KEPT) this.#data.clear();
    this.#data.set(seq, null);
    this.#data.set(seq, await session.eventData(seq));
  }
}

/** Of whoever is chosen; null for nobody. */
function cardOf(playback: Playback, metrics: Metrics, selected: number | null): Presentation['card'] {
  const { session, state, clock } = playback;
  const info = selected === null ? undefined : session.entities[selected];
  if (info === undefined || info.id === 0) return null;
  const { profile } = session;
  const team = profile.teams[state.team[info.id] ?? -1] ?? profile.teams.find(({ id }) => id === info.team);
  const role = playback.value(info.id, 'role');
  const figures = profile.metrics.slice(0, MOST_FIGURES).flatMap((metric) => {
    const value = metrics.at(metric, info.id, clock.t);
    return value === null ? [] : [{ label: line(metric.label), value: String(Math.round(value)) }];
  });
  const weapon = weaponName(playback, info);
  return {
    name: line(nameOf(info)),
    about: line([team?.label, typeof role === 'string' && role !== '' ? role : profile.kinds[info.kind].label].filter(Boolean).join(' · ')),
    colour: team?.colour ?? 'none',
    life: LIFE[state.life[info.id] ?? 0] ?? 'unknown',
    state: line(stateWords(playback, info)),
    figures,
    facts: weapon === '' ? [] : [{ label: '', value: line(weapon) }],
  };
}

/** Everything but the map. */
export function presentationOf(playback: Playback, metrics: Metrics, feed: FeedReader, selected: number | null): Omit<Presentation, 'map'> {
  const { session, clock } = playback;
  const { row, info, profile } = session;
  return {
    session: { id: row.id, title: info.title.slice(0, 400), game: line(profile.name) },
    clock: {
      time: formatClock(clock.t),
      total: formatClock(info.durationMs),
      live: clock.live,
      clocks: profile.clocks.slice(0, 4).flatMap((one) => {
        const value = gameClock(playback, one).replace(/\.\d+$/, '');
        return value === '' ? [] : [{ label: line(one.label), value: line(value) }];
      }),
    },
    scoreboard: boardOf(playback),
    tallies: feed.tallies(clock.t),
    feed: feed.rows(clock.t),
    card: cardOf(playback, metrics, selected),
  };
}

function colourOf({ profile }: LoadedSession, team: string | null): TeamColour {
  return profile.teams.find(({ id }) => id === team)?.colour ?? 'none';
}

function line(text: string): string {
  return text.slice(0, LONGEST_LINE);
}
