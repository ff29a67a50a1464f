/**
 * The Session: the one shape that every game becomes and every view reads.
 *
 * Units: `t` is integer milliseconds since session start. Stored values are the source's own (native) numbers, so that each comes back exactly;
 * `Space` and `ChannelDef.toSession` say how a native number becomes metres, radians and m/s in the right-handed, y-up Session space of three.js.
 */

export type EntityKind = 'player' | 'ai' | 'vehicle' | 'disc' | 'projectile' | 'marker' | 'object';

/** Codes of the `life` channel are indices into this list. */
export const LIFE = ['unknown', 'alive', 'unconscious', 'dead'] as const;
export type Life = (typeof LIFE)[number];

/** Index of an entity within its session. 0 is the session itself: score, clocks, native frame numbers and game status are its channels. */
export type EntityId = number;
export const SESSION_ENTITY: EntityId = 0;

export interface EntityInfo {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** The source's own id, as text (OCAP id, Echo userid or slot). */
  readonly nativeId: string;
  /** Best name for lists; the `name` channel holds what it was at t, when it ever changed. */
  readonly name: string;
  /** First known team in the game's own word (WEST, blue), null when none. */
  readonly team: string | null;
  readonly group: string | null;
  readonly className: string | null;
  /** ms; first moment of existence. */
  readonly firstT: number;
  /** ms; last moment of existence, inclusive. */
  readonly lastT: number;
  /** Static native fields worth keeping (JSON); null when none. */
  readonly data: JsonObject | null;
}

/** What a channel's numbers mean. `string`: index into the session's string table (0 is ""). `entity`: an EntityId, 0 for none. */
type ChannelType = 'number' | 'int' | 'string' | 'entity';

export interface ChannelDef {
  /** Index in `SessionInfo.channels`. */
  readonly id: number;
  readonly name: string;
  readonly type: ChannelType;
  /** Numbers per sample: 1 scalar, 3 vector, 161 a skeleton. */
  readonly width: number;
  /** Chunks are stored per layer: 0 what every view needs, 1 detail that is read only when shown (bones, vitals). */
  readonly layer: 0 | 1;
  /** Unit of the native value, as shown to people: "m", "deg", "m/s", "ms", "". */
  readonly unit: string;
  /** Part of the overview, too, when it is one of the session itself: what is drawn over the whole length, such as a score. */
  readonly overview?: true;
  /** Session value = native * scale + offset; radians are then wrapped to [0, 2 pi). Absent: the same number. `position` uses `SessionInfo.space` instead. */
  readonly toSession?: { readonly scale: number; readonly offset: number };
}

/**
 * Well-known channels. An adapter declares those it has, and any others under the game's own names.
 * `segment` (existence): 0 while the entity does not exist, else the number of its continuous stretch; nothing is interpolated from one stretch to another.
 */
export const CHANNEL = {
  segment: 'segment',
  /** native position, width 3; a coordinate that the source lacks is NaN (2D recordings). */
  position: 'position',
  /** native view direction; `toSession` makes it radians clockwise from Session -Z, seen from above. */
  heading: 'heading',
  /** index into LIFE. */
  life: 'life',
  /** EntityId of the vehicle or carrier, 0 for none. */
  parent: 'parent',
  name: 'name',
  team: 'team',
  group: 'group',
  role: 'role',
  weapon: 'weapon',
  /** 1 while driven by a human. */
  human: 'human',
  /** On the session entity: native frame index of every recorded frame. Its change times are the recording's ticks. */
  frame: 'frame',
  /** On the session entity: native time stamp, UTC ms. */
  stamp: 'stamp',
} as const;

/** How native axes become Session axes: session[i] = sign[i] * native[axis[i]] * metresPerUnit. */
export interface Space {
  readonly axis: readonly [number, number, number];
  readonly sign: readonly [1 | -1, 1 | -1, 1 | -1];
  readonly metresPerUnit: number;
}

/** A clock other than session time: piecewise-linear, value = value[i] + (t - t[i]) * rate[i] for t >= t[i]. */
export interface ClockMap {
  readonly id: string;
  /** utc: value is Unix ms. date: ms since 1970 of a date in the game's world, no zone. seconds: game clock in seconds. */
  readonly kind: 'utc' | 'date' | 'seconds';
  readonly t: readonly number[];
  readonly value: readonly number[];
  /** Value units per ms of session time. */
  readonly rate: readonly number[];
}

interface Warning {
  readonly code: string;
  readonly count: number;
  /** One sentence about the first one. */
  readonly first: string;
}

export interface SessionInfo {
  /** Profile id: "arma3", "echovr". */
  readonly game: string;
  /** FileFormat id: "ocap-v1", "echoreplay", "nevrcap". */
  readonly format: string;
  readonly adapterVersion: number;
  readonly title: string;
  /** The game's own map name ("altis", "mpl_arena_a"). */
  readonly world: string;
  /** Extent of the world in metres when the source says so, else null. */
  readonly worldSize: number | null;
  /** ISO 8601 UTC, null when the source does not say. */
  readonly startedAt: string | null;
  /** t of the last recorded frame. */
  readonly durationMs: number;
  /** From the first to the last recorded, both counted. */
  readonly frames: number;
  /** Nominal time between frames, ms. */
  readonly framePeriodMs: number;
  /** Never interpolate between samples further apart than this, ms. */
  readonly maxInterpolateMs: number;
  readonly space: Space;
  readonly channels: readonly ChannelDef[];
  readonly clocks: readonly ClockMap[];
  /** Entities without markers, projectiles and other drawn helpers of the recorder. */
  readonly entityCount: number;
  /** Entities that were ever driven by a human. */
  readonly playerCount: number;
  readonly eventCount: number;
  readonly eventsByType: Readonly<Record<string, number>>;
  /** Final result in the game's words ("12 : 9", "NATO holds Anvil"), null when unknown. */
  readonly result: string | null;
  readonly warnings: readonly Warning[];
  /** True when the source ended early (cut file, crash). */
  readonly partial: boolean;
  /** Anything else of the source's header worth showing (JSON). */
  readonly data: JsonObject;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
