/** A game's profile: plain data that says how its things are called and drawn. Views read only this; no view knows a game. */
import type { EventType } from '../session/event-types.ts';
import type { EntityKind, Life } from '../session/model.ts';

/** Team palettes of the design tokens. */
export type TeamColour = 'blue' | 'orange' | 'east' | 'guer' | 'civ' | 'none';
export type Glyph = 'drop' | 'hollow-drop' | 'hull' | 'disc' | 'dot' | 'square' | 'none';

interface TeamProfile {
  /** The game's own word, as in the `team` channel. */
  readonly id: string;
  /** For people: "NATO", "Blue". */
  readonly label: string;
  readonly colour: TeamColour;
}

export interface EventText {
  /** Lucide icon name. */
  readonly icon: string;
  /** "{actor} kills {target}": {actor}, {target}, {weapon} and {data.path} are filled in; a part in [square brackets] is left out when one of its fields is unknown. */
  readonly text: string;
  /** Second, quieter line: "[{weapon}][, {data.distance} m]". */
  readonly detail?: string;
}

export interface LaneProfile {
  readonly id: string;
  /** "{team} kills" when split by team. */
  readonly label: string;
  readonly types: readonly EventType[];
  readonly split: 'team' | 'none';
  readonly mark: 'bar' | 'diamond' | 'range';
}

export interface WorldProfile {
  /** terrain: a metre grid with references on the ground plane; arena: a closed volume. */
  readonly kind: 'terrain' | 'arena';
  /** Known sizes in metres by world name, lower case. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Grid steps in metres, coarse to fine, and how a reference is written. */
  readonly grid: { readonly steps: readonly number[]; readonly reference: 'arma' | 'metres' | 'none' };
  readonly boxes: readonly {
    readonly min: readonly [number, number, number];
    readonly max: readonly [number, number, number];
    readonly role: 'hull' | 'solid';
  }[];
  readonly lines: readonly {
    readonly points: readonly (readonly [number, number, number])[];
    readonly dashed: boolean;
    readonly colour: TeamColour | 'line';
  }[];
  readonly rings: readonly {
    readonly centre: readonly [number, number, number];
    readonly radius: number;
    readonly axis: 'x' | 'y' | 'z';
    readonly colour: TeamColour | 'line';
    readonly role: 'goal' | 'tube' | 'mark';
  }[];
}

export interface CameraPreset {
  readonly id: string;
  readonly label: string;
  /** fixed: from `position` at `target`. follow: behind the entity of `kind`. top: straight down on everything. */
  readonly mode: 'fixed' | 'follow' | 'top' | 'orbit';
  readonly position?: readonly [number, number, number];
  readonly target?: readonly [number, number, number];
  readonly follow?: EntityKind;
}

export interface MetricProfile {
  readonly id: string;
  readonly label: string;
  /** Short head of a roster column. */
  readonly short: string;
  readonly unit: string;
  /** Counted up to t from events (as actor or as target), or the value of a channel at t. */
  readonly from:
    | { readonly event: readonly EventType[]; readonly as: 'actor' | 'target'; readonly without?: 'friendly' }
    | { readonly channel: string };
}

export interface GameProfile {
  readonly id: string;
  readonly name: string;
  /** Lucide icon name. */
  readonly icon: string;
  readonly teams: readonly TeamProfile[];
  readonly kinds: Readonly<
    Record<
      EntityKind,
      { readonly label: string; readonly plural: string; readonly glyph: Glyph; /** Height of a body in metres. */ readonly height: number }
    >
  >;
  readonly lifeWords: Readonly<Record<Life, string>>;
  readonly lanes: readonly LaneProfile[];
  /** By event type, and by native type where one needs its own words (it wins). */
  readonly events: Readonly<Partial<Record<EventType, EventText>>>;
  readonly nativeEvents: Readonly<Record<string, EventText>>;
  /** Session clocks to show beside session time, by ClockMap.id or by a channel of the session entity. */
  readonly clocks: readonly {
    readonly id: string;
    readonly label: string;
    readonly from: 'clock' | 'channel';
    readonly format: 'datetime' | 'time' | 'countdown';
  }[];
  readonly world: WorldProfile;
  readonly worldNames: Readonly<Record<string, string>>;
  readonly cameras: readonly CameraPreset[];
  /** zero: things float, glyphs get a stem down to the floor. */
  readonly gravity: 'normal' | 'zero';
  readonly roster: { readonly title: string; readonly groups: boolean; readonly metrics: readonly string[] };
  readonly metrics: readonly MetricProfile[];
  /** Team scores at t on the session entity: channel per team id; null when the game has no score. */
  readonly score: { readonly channels: Readonly<Record<string, string>>; readonly status: string | null } | null;
}
