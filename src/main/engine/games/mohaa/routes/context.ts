/** What answers of the REST API are made of: what the listener knows of this moment, and what the library keeps. */
import type { FastifyRequest } from 'fastify';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import type { Db } from '../../../library/schema.ts';

/** A match that is under way. */
export interface LiveMatch {
  /** Of the session. */
  readonly id: string;
  /** The tracker's, "" for none. */
  readonly matchId: string;
  readonly serverId: string;
  readonly serverName: string;
  readonly map: string;
  readonly gameType: string;
  readonly score: { readonly allies: number; readonly axis: number };
  readonly round: number;
  readonly players: number;
  readonly maxPlayers: number;
  /** Unix ms, NaN when unknown. */
  readonly startedAt: number;
}

/** In the listener's thread. */
export interface RouteContext {
  /** Of library.db; it is read by a thread of its own. */
  readonly databasePath: string;
  live(): readonly LiveMatch[];
  /** Whether a request shows a good token of a game server, or none is needed. */
  mayWrite(request: FastifyRequest): boolean;
  /** Makes a code that joins whoever shows it in the game to this player (CareerPlayerRef.id). Rejects with RefusedInput when there is no such player. */
  claim(player: string): Promise<{ readonly code: string; /** Unix ms. */ readonly expiresAt: number }>;
  /** Takes an event as if the tracker that the request comes from had sent it; resolves when it is kept. */
  take(request: FastifyRequest, event: JsonObject): Promise<void>;
}

/** In the reading thread. */
export interface LibraryContext {
  readonly db: Db;
  /** Unix ms. */
  readonly now: number;
}
