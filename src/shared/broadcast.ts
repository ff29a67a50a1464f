/**
 * What goes on air beside the picture: the presentation that a replay publishes and overlay pages show, and the state of the listener that serves them. Whatever
 * comes from a page is checked against this.
 */
import { z } from 'zod';

/** The pages, in the order in which they are listed. */
export const OVERLAYS = ['scoreboard', 'feed', 'map', 'card', 'clock'] as const;
export type OverlayKind = (typeof OVERLAYS)[number];

/** A presentation is published at most this often, ms. */
export const PUBLISH_MS = 100;
/** Bytes of a dot of the map: x and y as 16-bit shares of the map's sides, an index into `colours`, and what it is. */
export const DOT_BYTES = 6;
/** What a dot of the map is, in its last byte. */
export const DOT = { person: 0, dead: 1, thing: 2, vehicle: 3, ball: 4, chosen: 5 } as const;

const line = z.string().max(120);
const colour = z.enum(['blue', 'orange', 'east', 'guer', 'civ', 'none']);
const side = z.strictObject({ name: line, colour, points: line });

const scoreboard = z.strictObject({
  left: side,
  right: side,
  /** The game's own clock, and what is going on: "04:18", "playing". */
  clock: line,
  status: line,
});

const tally = z.strictObject({ label: line, values: z.array(z.strictObject({ name: line, colour, value: line })).max(8) });

const row = z.strictObject({
  /** Of the event; rows that stay keep it. */
  seq: z.int().min(0),
  /** Lucide icon name. */
  icon: line,
  parts: z.array(z.strictObject({ text: z.string().max(200), colour: colour.nullable() })).max(24),
  detail: line,
});

const card = z.strictObject({
  name: line,
  /** Team, or what kind it is. */
  about: line,
  colour,
  life: z.enum(['alive', 'unconscious', 'dead', 'unknown']),
  /** In words. */
  state: line,
  figures: z.array(z.strictObject({ label: line, value: line })).max(8),
  facts: z.array(z.strictObject({ label: line, value: line })).max(4),
});

const map = z.strictObject({
  /** Of `plan`; it changes with what the map shows. */
  id: z.int().min(0),
  /** Width by height. */
  aspect: z.number().min(0.02).max(50),
  /** Base64 of DOT_BYTES for each dot. */
  dots: z.base64().max(60_000),
  colours: z.array(colour).max(16),
});

/** Everything that overlays show at a moment of the replay. */
export const presentation = z.strictObject({
  /** One replay publishes at a time: a new one takes over from the one before. */
  session: z.strictObject({ id: z.string().max(36), title: z.string().max(400), game: line }),
  clock: z.strictObject({
    /** Session time as it is shown: "0:47:12". */
    time: line,
    total: line,
    live: z.boolean(),
    /** The game's own clocks. */
    clocks: z.array(z.strictObject({ label: line, value: line })).max(4),
  }),
  /** Null when the game keeps no score. */
  scoreboard: scoreboard.nullable(),
  tallies: z.array(tally).max(4),
  /** Newest first. */
  feed: z.array(row).max(6),
  /** Of whoever is chosen. */
  card: card.nullable(),
  map: map.nullable(),
});
export type Presentation = z.infer<typeof presentation>;

/** What lies under the dots of the map with the same id; sent once. An image as a data URL. */
export const mapPlan = z.strictObject({
  id: z.int().min(0),
  image: z
    .string()
    .max(60_000)
    .regex(/^data:image\/(webp|png|jpeg);base64,[A-Za-z0-9+/=]+$/),
});
export type MapPlan = z.infer<typeof mapPlan>;

/** What an overlay is sent; each gets what it shows and nothing else. */
export interface OverlayParts {
  readonly scoreboard: { readonly board: Presentation['scoreboard']; readonly tallies: Presentation['tallies'] };
  readonly feed: Presentation['feed'];
  readonly map: Presentation['map'];
  readonly card: Presentation['card'];
  readonly clock: Presentation['clock'] & { readonly title: string };
}

/** One message to an overlay page, as JSON. Null: nothing is on air. */
export type OverlayMessage =
  | { readonly kind: 'part'; readonly part: OverlayParts[OverlayKind] | null }
  | { readonly kind: 'plan'; readonly plan: MapPlan };

export function overlayPart<K extends OverlayKind>(shown: Presentation, kind: K): OverlayParts[K] {
  const parts: OverlayParts = {
    scoreboard: { board: shown.scoreboard, tallies: shown.tallies },
    feed: shown.feed,
    map: shown.map,
    card: shown.card,
    clock: { ...shown.clock, title: shown.session.title },
  };
  return parts[kind];
}

export const BROADCAST_PORT = 7878;

/** What the listener for overlays is doing. */
export interface BroadcastState {
  /** Switched on by a person. */
  readonly on: boolean;
  readonly port: number;
  /** "http://127.0.0.1:7878" while it listens. */
  readonly address: string | null;
  /** Why it does not listen although it is switched on; null when it does. */
  readonly trouble: string | null;
  /** Another port, when that one is taken. */
  readonly freePort: number | null;
  /** A token is needed to see anything. made: when; null when there is none. */
  readonly madeAt: string | null;
  /** The token itself, as long as the engine that made it runs: only its hash is kept. */
  readonly token: string | null;
  /** Open pages. */
  readonly watching: Readonly<Record<OverlayKind, number>>;
}
