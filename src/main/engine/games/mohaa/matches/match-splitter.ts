import { rolesOf } from '../dialect/event-types.ts';
/**
 * Tells which match an event belongs to, although match_start may never come: by the ids that trackers make up, by the map, by the map's clock when it jumps back,
 * and by silence. What it decides depends on the events and on when they arrived, never on when it is asked, so a log read again gives the same matches.
 *
 * Trackers' ids are no keys: "match_sess_0_12" comes again on the next map, "no_match" is everybody's.
 */
import type { NativeEvent } from '../dialect/native-event.ts';
import { MatchClock } from './match-clock.ts';

/** Without any event for so long a match is over, ms. Trackers say that they are alive every 30 s. */
export const STALE_MS = 90_000;
/** Events of two posts may pass each other by so much of the map's clock, seconds. */
const REORDER = 5;
/** The first seconds of a map. */
const BEGIN = 10;
/** What lies further back is a new map, seconds. */
const LATEST = 60;
/** No post is under way for longer, seconds. */
const TIMEOUT = 30;
/** In a log that does not say when anything arrived, for events that name the same match, ms. */
const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** Ids that are made of chance alone come only once. */
const UNIQUE_ID = /[0-9a-f]{12}|[0-9a-f]{8}-[0-9a-f]{4}/i;
/** These say which map is being played; others may speak of the next one. */
const TELLS_MAP = new Set(['match_start', 'match_end', 'heartbeat', 'map_start', 'map_ready', 'map_init', 'game_init', 'server_spawned']);

export class Match {
  /** Counted from 0 over all servers. */
  readonly index: number;
  readonly server: string;
  readonly clock = new MatchClock();
  /** "" while unknown. */
  matchId = '';
  sessionId = '';
  map = '';
  gameType = '';
  /** match_start came. */
  hasStart = false;
  /** match_end came; people may still chat and leave. */
  hasEnd = false;
  /** Something of it was played, rather than only loaded. */
  isPlayed = false;
  /** Unix ms of the latest arrival, NaN when unknown. */
  heardAt = Number.NaN;

  constructor(index: number, server: string) {
    this.index = index;
    this.server = server;
  }

  /** The next event of this match in order of arrival. */
  take(event: NativeEvent, receivedAt: number): PlacedEvent {
    this.#learn(event);
    const t = this.clock.take(event, receivedAt);
    if (!Number.isNaN(receivedAt) && !(receivedAt < this.heardAt)) this.heardAt = receivedAt;
    return { event, match: this, t, now: this.clock.now };
  }

  #learn({ type, matchId, sessionId, map, fields, actor, target }: NativeEvent): void {
    if (matchId !== '') this.matchId = matchId;
    if (sessionId !== '') this.sessionId = sessionId;
    if (map !== '' && (this.map === '' || TELLS_MAP.has(type))) this.map = map;
    const gameType = fields['gametype'];
    if (typeof gameType === 'string') this.gameType = gameType;
    if (type === 'match_start') this.hasStart = true;
    else if (type === 'match_end' || type === 'match_result') this.hasEnd = true;
    else if (actor !== null || target !== null) this.isPlayed = true;
  }
}

export interface PlacedEvent {
  readonly event: NativeEvent;
  readonly match: Match;
  /** ms since the first event of the match, by the game's clock. */
  readonly t: number;
  /** ms; of the latest event of the match so far. */
  readonly now: number;
}

interface Stream {
  current: Match | null;
  previous: Match | null;
}

export class MatchSplitter {
  readonly #streams = new Map<string, Stream>();
  /** Those that were told apart before, by what they were called then. */
  readonly #told = new Map<string, Match>();
  #matches = 0;
  #server = '';

  /** `receivedAt`: Unix ms, NaN when unknown; `server`: who sent it as far as the listener knows, else "". Events of one server in order of arrival.
   * `told`: the match that it was found to belong to when it arrived, else "".
   */
  place(event: NativeEvent, receivedAt: number, server: string, told = ''): PlacedEvent {
    // Not every event says whose it is.
    const name = server || event.serverId || this.#server;
    this.#server = name;
    if (told !== '') return this.#toldMatch(told, name).take(event, receivedAt);
    let stream = this.#streams.get(name);
    if (stream === undefined) this.#streams.set(name, (stream = { current: null, previous: null }));
    return this.#matchOf(stream, event, receivedAt, name).take(event, receivedAt);
  }

  /** Matches that no event will be found to belong to any more, by Unix ms: nothing was heard of them for too long, or nothing of them can be under way. */
  closeStale(now: number): readonly Match[] {
    const closed: Match[] = [];
    for (const [server, stream] of this.#streams) {
      const { current, previous } = stream;
      if (previous !== null && !canStraggle(previous, now)) {
        closed.push(previous);
        stream.previous = null;
      }
      if (current !== null && isStale(current, now)) {
        closed.push(current, ...(stream.previous === null ? [] : [stream.previous]));
        this.#streams.delete(server);
      }
    }
    return closed;
  }

  /** Whether anything that comes may still belong to it. */
  isOpen(match: Match): boolean {
    const stream = this.#streams.get(match.server);
    return stream?.current === match || stream?.previous === match;
  }

  /** What comes now begins another match. */
  forget(match: Match): void {
    const stream = this.#streams.get(match.server);
    if (stream?.current === match) stream.current = null;
    if (stream?.previous === match) stream.previous = null;
  }

  #toldMatch(told: string, server: string): Match {
    const known = this.#told.get(told);
    if (known !== undefined) return known;
    const match = new Match(this.#matches++, server);
    this.#told.set(told, match);
    return match;
  }

  #matchOf(stream: Stream, event: NativeEvent, receivedAt: number, server: string): Match {
    const { current, previous } = stream;
    if (current !== null && !isStale(current, receivedAt)) {
      const isExpected = ahead(current, event, receivedAt) <= REORDER && belongs(current, event, receivedAt);
      // A post that was overtaken by the first one of the next map.
      if (!isExpected && previous !== null && isStraggler(previous, event, receivedAt)) return previous;
      if (isExpected || belongs(current, event, receivedAt)) return current;
      stream.previous = current;
    } else stream.previous = null;
    stream.current = new Match(this.#matches++, server);
    return stream.current;
  }
}

function isStale(match: Match, now: number): boolean {
  return now - match.heardAt > STALE_MS; // false when either is unknown
}

function belongs(match: Match, event: NativeEvent, receivedAt: number): boolean {
  const { matchId, sessionId, type } = event;
  const isSame =
    matchId !== '' && matchId === match.matchId && (sessionId === '' || match.sessionId === '' || sessionId === match.sessionId);
  if (jumpsBack(match, event, receivedAt, isSame) || ahead(match, event, receivedAt) > LATEST || isSilent(match, event, isSame))
    return false;
  if (isSame && UNIQUE_ID.test(matchId)) return true;
  if (matchId !== '' && match.matchId !== '' && matchId !== match.matchId) return false;
  if (sessionId !== '' && match.sessionId !== '' && sessionId !== match.sessionId) return false;
  if (TELLS_MAP.has(type) && event.map !== '' && match.map !== '' && event.map !== match.map) return false;
  if (type === 'match_start' && (match.hasStart || match.hasEnd)) return false;
  if (rolesOf(type).beginsMap !== true || (!match.isPlayed && !match.hasEnd)) return true;
  // Said of this very map, and overtaken by what was said next.
  return event.gameTime <= match.clock.gameTime && match.clock.gameTime <= BEGIN;
}

/** Whether the map's clock says that another map began, or the same one again. */
function jumpsBack(match: Match, { gameTime, type }: NativeEvent, receivedAt: number, isSame: boolean): boolean {
  const back = match.clock.gameTime - gameTime;
  // No map is changed in its first seconds: what is said of its begin was overtaken.
  if (!(back > REORDER) || match.clock.gameTime <= BEGIN) return false;
  if (back > LATEST) return true;
  // All that the new clock shows must have passed since the last event: else it is one that came late.
  const passed = (receivedAt - match.heardAt) / 1000;
  if (Number.isNaN(passed)) return !isSame || type === 'match_start';
  return gameTime <= passed + REORDER;
}

/** Seconds that its clock shows beyond what can have passed since the last event; 0 when something is unknown. */
function ahead(match: Match, { gameTime }: NativeEvent, receivedAt: number): number {
  return gameTime - match.clock.gameTime - (receivedAt - match.heardAt) / 1000 || 0;
}

/** Silence by the event's own clock, for logs that do not say when anything arrived; those may name the match instead. */
function isSilent(match: Match, { gameTime, wallTime }: NativeEvent, isSame: boolean): boolean {
  if (!Number.isNaN(match.heardAt)) return false;
  const since = Number.isNaN(gameTime) ? wallTime - match.clock.startedAt - match.clock.now : (gameTime - match.clock.gameTime) * 1000;
  return Math.abs(since) > (isSame ? LONGEST_PAUSE_MS : STALE_MS);
}

/** False when no post of it can be under way any more; without the times of arrival nobody knows. */
function canStraggle(previous: Match, now: number): boolean {
  return !(now - previous.heardAt > (TIMEOUT + REORDER) * 1000);
}

function isStraggler(previous: Match, event: NativeEvent, receivedAt: number): boolean {
  const { matchId, sessionId, gameTime, type } = event;
  if (type === 'match_start' || rolesOf(type).beginsMap === true || !canStraggle(previous, receivedAt)) return false;
  const late = (receivedAt - previous.heardAt) / 1000 + previous.clock.gameTime - gameTime;
  if (!(late <= TIMEOUT && late >= -REORDER)) return false;
  return (matchId === '' || matchId === previous.matchId) && (sessionId === '' || sessionId === previous.sessionId);
}
