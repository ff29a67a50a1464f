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
  /**
   * "{actor} kills {target}": {actor}, {target}, {weapon}, {native} (the source's own name of the event) and {data.path} are filled in; {data.path>=0} is unknown
   * when it is below 0. A part in [square brackets] is left out when one of its fields is unknown.
   */
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

/** A camera on a rail beside a long arena: it slides along z with what it follows and rises towards the ends. Metres. */
export interface CameraRail {
  /** The rail's x. */
  readonly across: number;
  /** It slides no further than this from the middle, either way. */
  readonly reach: number;
  /** Its height at z is rise * z². */
  readonly rise: number;
  /** Nothing is looked at nearer to the rail than this, across: what flies past the lens does not whirl it round. */
  readonly nearest: number;
  /** How quickly it takes up what it lags behind, per second. */
  readonly pace: number;
}

interface CameraPresetBase {
  readonly id: string;
  readonly label: string;
  /** Vertical field of view, degrees; the stage's own when absent. */
  readonly fov?: number;
}

export type CameraPreset = CameraPresetBase &
  (
    | {
        /** From a place at a place, metres. */
        readonly mode: 'fixed';
        readonly position: readonly [number, number, number];
        readonly target: readonly [number, number, number];
      }
    | {
        /** Orbits the entity of a kind, beginning this many metres away. */
        readonly mode: 'follow';
        readonly follow: EntityKind;
        readonly distance?: number;
      }
    | { readonly mode: 'rail'; readonly follow: EntityKind; readonly rail: CameraRail }
    /** eyes: what the chosen one sees. shoulder: from behind them. top: straight down on everything. */
    | { readonly mode: 'eyes' | 'shoulder' | 'top' | 'orbit' }
  );

/** Channels with a frame of directions, each a vector of length 1 on the source's own axes; left is up x forward. */
interface AxesProfile {
  readonly forward: string;
  readonly up: string;
}

/**
 * How a person is built where the camera is near enough to see more than a glyph. Channels that a session lacks are left out of the picture: without hands there
 * are no arms, without bones no legs.
 */
export interface FigureProfile {
  /** Of the head, which is at `position`; the view direction is its forward. */
  readonly head: AxesProfile;
  readonly body: AxesProfile;
  /** Places of the hands, left one first, and where they point. */
  readonly hands: readonly (AxesProfile & { readonly position: string })[];
  /** A skeleton: x, y, z of every joint in the body's own axes (left, up, forward) from `position`, at the start of a wide channel. */
  readonly bones: {
    readonly channel: string;
    readonly joints: number;
    /** What is drawn: a line through joints, this thick at its ends (radius in metres). */
    readonly limbs: readonly { readonly joints: readonly number[]; readonly thickness: readonly [number, number] }[];
  } | null;
}

/** The thing that everybody plays with. */
export interface DiscProfile {
  readonly axes: AxesProfile;
  /** Metres. */
  readonly radius: number;
  /** Metres per second on the source's own axes. */
  readonly velocity: string;
  /** It is in a hand while one of these channels of a person holds this word. */
  readonly held: { readonly channels: readonly string[]; readonly word: string };
}

/** A state of a person that shows around the glyph. Shapes differ, so that none is told by its colour alone. */
export interface StatusProfile {
  /** Channel that is 1 while it lasts. */
  readonly channel: string;
  /** For people: "stunned". */
  readonly label: string;
  /** ring: closed, in the team's colour. rays: short strokes outwards, and the figure loses its colour. shield: a thick arc before it. bubble: dotted, wide. */
  readonly look: 'ring' | 'rays' | 'shield' | 'bubble';
}

/** Signs of the map, drawn by the stage. */
export type MarkerGlyph =
  | 'dot'
  | 'circle'
  | 'square'
  | 'cross'
  | 'arrow'
  | 'flag'
  | 'start'
  | 'end'
  | 'objective'
  | 'unknown'
  | 'pickup'
  | 'join'
  | 'ambush'
  | 'warning'
  | 'destroy'
  | 'mine'
  | 'grenade'
  | 'smoke'
  | 'flare'
  | 'rocket'
  | 'shell'
  | 'charge'
  | 'infantry'
  | 'motorised'
  | 'mechanised'
  | 'armour'
  | 'reconnaissance'
  | 'helicopter'
  | 'plane'
  | 'drone'
  | 'medical'
  | 'artillery'
  | 'mortar'
  | 'headquarters'
  | 'support'
  | 'maintenance'
  | 'naval'
  | 'air-defence'
  | 'installation';
/** What stands around the sign of a unit. */
export type MarkerFrame = 'friend' | 'hostile' | 'neutral' | 'unidentified';

/** How the icons of markers are drawn, by the source's own name in lower case: the first rule that fits. "mil_dot" is how a name begins; "magic/*smoke" also has "smoke" after that. */
export interface MarkersProfile {
  /** A frame's rule is cut off before the sign's are tried. */
  readonly frames: readonly (readonly [name: string, frame: MarkerFrame])[];
  readonly glyphs: readonly (readonly [name: string, glyph: MarkerGlyph])[];
  /** When no rule fits. */
  readonly other: MarkerGlyph;
}

/** A line of the inspector: the value of a channel at t, or what an entity was declared with. Left out while there is nothing to say. */
export interface FactProfile {
  readonly label: string;
  /** Channel of the entity. A channel of entities is shown as the name of that one. */
  readonly channel: string;
  /** Component of a wide channel; the first when left out. */
  readonly at?: number;
  /** percent: of 0 to 1. degrees: as they are. Left out: the number or the text itself. */
  readonly as?: 'percent' | 'degrees';
  /** By the value as text; values that are not listed are shown as they are, "" leaves the line out. */
  readonly words?: Readonly<Record<string, string>>;
}

/** What the newest events say for the teams: tickets, points. Shown over the stage. Numbers below 0 mean that there is none. */
export interface TallyProfile {
  readonly label: string;
  /** Native names of the events. */
  readonly events: readonly string[];
  /** Where within an event's data the numbers are: one for each team, or one beside the name of its team. */
  readonly from: { readonly teams: Readonly<Record<string, string>> } | { readonly team: string; readonly value: string };
}

/** A chart under the timeline: values of the session entity over its whole length. Its channels are part of the overview (ChannelDef.overview). */
export interface ChartProfile {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly series: readonly {
    readonly label: string;
    readonly channel: string;
    /** Components of a wide channel that are added up; the first when left out. */
    readonly at?: readonly number[];
    readonly colour: TeamColour | 'strong' | 'quiet';
  }[];
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

/** Something that a heatmap shows. */
export interface HeatProfile {
  readonly id: string;
  /** "Where killers stood". */
  readonly label: string;
  /** What is counted, for the legend: "kills", "s", "m". */
  readonly unit: string;
  readonly from:
    | {
        readonly events: readonly EventType[];
        /** Whose they are when one filters by team, player or role. */
        readonly of: 'actor' | 'target';
        /** place: where the event was. actor: where its actor stood. end: its other end, such as an impact. */
        readonly at: 'place' | 'actor' | 'end';
      }
    | {
        /** Of those who are there and not dead: the time that they spend at a place, or the way that they go there. */
        readonly dwell: 'seconds' | 'metres';
        readonly kinds: readonly EntityKind[];
        /** Only while this channel is not 0. */
        readonly during?: string;
      };
}

export interface CaptureField {
  /** Key in the capture's settings. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** secret: made here for others to know. password: made elsewhere. */
  readonly type: 'text' | 'port' | 'number' | 'switch' | 'secret' | 'password' | 'folder';
  readonly initial: string | number | boolean;
  /** How `sandtable serve` names it ("--echo <hosts>", and "--no-…" what is on at first); giving any flag of a capture switches it on for that run. */
  readonly flag?: string;
}

export interface CaptureSnippet {
  readonly title: string;
  readonly help: string;
  /** {address} and the field names in braces are filled in. */
  readonly text: string;
}

/** A way to record by itself, as people see it: what it is called and what can be set. */
export interface CaptureProfile {
  /** CaptureSource.id */
  readonly id: string;
  readonly label: string;
  /** One sentence. */
  readonly summary: string;
  readonly fields: readonly CaptureField[];
  /** Its senders show tokens, one each: what they are called. */
  readonly tokens?: CaptureTokenWords;
  /** To be pasted into the game's or server's configuration. */
  readonly snippets?: readonly CaptureSnippet[];
}

export interface CaptureTokenWords {
  /** "Game servers" */
  readonly title: string;
  /** "server" */
  readonly one: string;
  readonly help: string;
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
      {
        readonly label: string;
        readonly plural: string;
        readonly glyph: Glyph;
        /** How far a body reaches above its position, metres: 0 where the position is its head or its middle. */
        readonly height: number;
      }
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
  /** The game's own files that hold the shape of its worlds, when Sandtable can read them: what a person is asked for. */
  readonly worldFiles?: { readonly folder: string; readonly extensions: readonly string[]; readonly help: string };
  readonly cameras: readonly CameraPreset[];
  /** Channel with how far a person looks down, degrees, for a camera that looks along. */
  readonly lookDown?: string;
  /** How people look from near; null where a glyph says all that is known. */
  readonly figure: FigureProfile | null;
  readonly disc: DiscProfile | null;
  readonly status: readonly StatusProfile[];
  /** zero: things float, glyphs get a stem down to the floor. */
  readonly gravity: 'normal' | 'zero';
  readonly roster: { readonly title: string; readonly groups: boolean; readonly metrics: readonly string[] };
  readonly metrics: readonly MetricProfile[];
  /** Team scores at t on the session entity: channel per team id; null when the game has no score. */
  readonly score: { readonly channels: Readonly<Record<string, string>>; readonly status: string | null } | null;
  readonly markers: MarkersProfile;
  /** Beyond state, carrier, group, weapon, speed and height, which every entity has. */
  readonly facts: readonly FactProfile[];
  /** Channel of a vehicle with the direction of its weapon, degrees clockwise from its own front; null when it is not known. */
  readonly turret: string | null;
  /** Channel with a person's place aboard. */
  readonly seat: string | null;
  readonly tallies: readonly TallyProfile[];
  readonly charts: readonly ChartProfile[];
  readonly heat: readonly HeatProfile[];
  /** Events that are something said, and where in their data its channel stands; null: its own label is the channel. */
  readonly talk: readonly { readonly type: EventType; readonly label: string; readonly channel: string | null }[];
  readonly captures: readonly CaptureProfile[];
  /** Servers that its people keep recordings on, when Sandtable can fetch from them. */
  readonly remote?: { readonly label: string; readonly example: string };
}
