// Made by scripts/proto.ts from chunks-v1.proto and chunks-v2.proto; not to be edited.
/* oxlint-disable */
import * as $protobuf from 'protobufjs';
import Long = require('long');

/** Namespace chunks1. */
export namespace chunks1 {
  /**
   * Properties of a Manifest.
   * @deprecated Use chunks1.Manifest.$Properties instead.
   */
  interface IManifest extends chunks1.Manifest.$Properties {}

  /** Represents a Manifest. */
  class Manifest {
    /**
     * Constructs a new Manifest.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks1.Manifest.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Manifest version. */
    version: number;

    /** Manifest worldName. */
    worldName: string;

    /** Manifest missionName. */
    missionName: string;

    /** Manifest endFrame. */
    endFrame: number;

    /** Manifest chunkSize. */
    chunkSize: number;

    /** Manifest captureDelayMs. */
    captureDelayMs: number;

    /** Manifest chunkCount. */
    chunkCount: number;

    /** Manifest entities. */
    entities: chunks1.Entity.$Properties[];

    /** Manifest times. */
    times: chunks1.Time.$Properties[];

    /** Manifest events. */
    events: chunks1.Event.$Properties[];

    /** Manifest markers. */
    markers: chunks1.Marker.$Properties[];

    /** Manifest extensionVersion. */
    extensionVersion: string;

    /** Manifest addonVersion. */
    addonVersion: string;

    /**
     * Decodes a Manifest message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks1.Manifest & chunks1.Manifest.$Shape} Manifest
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks1.Manifest & chunks1.Manifest.$Shape;
  }

  namespace Manifest {
    /** Properties of a Manifest. */
    interface $Properties {
      /** Manifest version */
      version?: number | null;

      /** Manifest worldName */
      worldName?: string | null;

      /** Manifest missionName */
      missionName?: string | null;

      /** Manifest endFrame */
      endFrame?: number | null;

      /** Manifest chunkSize */
      chunkSize?: number | null;

      /** Manifest captureDelayMs */
      captureDelayMs?: number | null;

      /** Manifest chunkCount */
      chunkCount?: number | null;

      /** Manifest entities */
      entities?: chunks1.Entity.$Properties[] | null;

      /** Manifest times */
      times?: chunks1.Time.$Properties[] | null;

      /** Manifest events */
      events?: chunks1.Event.$Properties[] | null;

      /** Manifest markers */
      markers?: chunks1.Marker.$Properties[] | null;

      /** Manifest extensionVersion */
      extensionVersion?: string | null;

      /** Manifest addonVersion */
      addonVersion?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Manifest. */
    type $Shape = chunks1.Manifest.$Properties;
  }

  /**
   * Properties of an Entity.
   * @deprecated Use chunks1.Entity.$Properties instead.
   */
  interface IEntity extends chunks1.Entity.$Properties {}

  /** Represents an Entity. */
  class Entity {
    /**
     * Constructs a new Entity.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks1.Entity.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Entity id. */
    id: number;

    /** Entity type. */
    type: number;

    /** Entity name. */
    name: string;

    /** Entity side. */
    side: number;

    /** Entity group. */
    group: string;

    /** Entity role. */
    role: string;

    /** Entity startFrame. */
    startFrame: number;

    /** Entity endFrame. */
    endFrame: number;

    /** Entity isPlayer. */
    isPlayer: boolean;

    /** Entity vehicleClass. */
    vehicleClass: string;

    /** Entity shots. */
    shots: chunks1.Shot.$Properties[];

    /**
     * Decodes an Entity message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks1.Entity & chunks1.Entity.$Shape} Entity
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks1.Entity & chunks1.Entity.$Shape;
  }

  namespace Entity {
    /** Properties of an Entity. */
    interface $Properties {
      /** Entity id */
      id?: number | null;

      /** Entity type */
      type?: number | null;

      /** Entity name */
      name?: string | null;

      /** Entity side */
      side?: number | null;

      /** Entity group */
      group?: string | null;

      /** Entity role */
      role?: string | null;

      /** Entity startFrame */
      startFrame?: number | null;

      /** Entity endFrame */
      endFrame?: number | null;

      /** Entity isPlayer */
      isPlayer?: boolean | null;

      /** Entity vehicleClass */
      vehicleClass?: string | null;

      /** Entity shots */
      shots?: chunks1.Shot.$Properties[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of an Entity. */
    type $Shape = chunks1.Entity.$Properties;
  }

  /**
   * Properties of a Shot.
   * @deprecated Use chunks1.Shot.$Properties instead.
   */
  interface IShot extends chunks1.Shot.$Properties {}

  /** Represents a Shot. */
  class Shot {
    /**
     * Constructs a new Shot.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks1.Shot.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Shot frame. */
    frame: number;

    /** Shot x. */
    x: number;

    /** Shot y. */
    y: number;

    /** Shot z. */
    z: number;

    /**
     * Decodes a Shot message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks1.Shot & chunks1.Shot.$Shape} Shot
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks1.Shot & chunks1.Shot.$Shape;
  }

  namespace Shot {
    /** Properties of a Shot. */
    interface $Properties {
      /** Shot frame */
      frame?: number | null;

      /** Shot x */
      x?: number | null;

      /** Shot y */
      y?: number | null;

      /** Shot z */
      z?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Shot. */
    type $Shape = chunks1.Shot.$Properties;
  }

  /**
   * Properties of a Time.
   * @deprecated Use chunks1.Time.$Properties instead.
   */
  interface ITime extends chunks1.Time.$Properties {}

  /** Represents a Time. */
  class Time {
    /**
     * Constructs a new Time.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks1.Time.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Time frame. */
    frame: number;

    /** Time systemTimeUtc. */
    systemTimeUtc: string;

    /** Time date. */
    date: string;

    /** Time timeMultiplier. */
    timeMultiplier: number;

    /** Time time. */
    time: number;

    /**
     * Decodes a Time message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks1.Time & chunks1.Time.$Shape} Time
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks1.Time & chunks1.Time.$Shape;
  }

  namespace Time {
    /** Properties of a Time. */
    interface $Properties {
      /** Time frame */
      frame?: number | null;

      /** Time systemTimeUtc */
      systemTimeUtc?: string | null;

      /** Time date */
      date?: string | null;

      /** Time timeMultiplier */
      timeMultiplier?: number | null;

      /** Time time */
      time?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Time. */
    type $Shape = chunks1.Time.$Properties;
  }

  /**
   * Properties of a Frame.
   * @deprecated Use chunks1.Frame.$Properties instead.
   */
  interface IFrame extends chunks1.Frame.$Properties {}

  /** Represents a Frame. */
  class Frame {
    /**
     * Constructs a new Frame.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks1.Frame.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Frame frame. */
    frame: number;

    /** Frame states. */
    states: chunks1.State.$Properties[];

    /**
     * Decodes a Frame message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks1.Frame & chunks1.Frame.$Shape} Frame
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks1.Frame & chunks1.Frame.$Shape;
  }

  namespace Frame {
    /** Properties of a Frame. */
    interface $Properties {
      /** Frame frame */
      frame?: number | null;

      /** Frame states */
      states?: chunks1.State.$Properties[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Frame. */
    type $Shape = chunks1.Frame.$Properties;
  }

  /**
   * Properties of a State.
   * @deprecated Use chunks1.State.$Properties instead.
   */
  interface IState extends chunks1.State.$Properties {}

  /** Represents a State. */
  class State {
    /**
     * Constructs a new State.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks1.State.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** State id. */
    id: number;

    /** State x. */
    x: number;

    /** State y. */
    y: number;

    /** State direction. */
    direction: number;

    /** State alive. */
    alive: number;

    /** State crew. */
    crew: number[];

    /** State vehicle. */
    vehicle: number;

    /** State inVehicle. */
    inVehicle: boolean;

    /** State name. */
    name: string;

    /** State isPlayer. */
    isPlayer: boolean;

    /** State z. */
    z: number;

    /** State group. */
    group: string;

    /** State side. */
    side: string;

    /**
     * Decodes a State message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks1.State & chunks1.State.$Shape} State
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks1.State & chunks1.State.$Shape;
  }

  namespace State {
    /** Properties of a State. */
    interface $Properties {
      /** State id */
      id?: number | null;

      /** State x */
      x?: number | null;

      /** State y */
      y?: number | null;

      /** State direction */
      direction?: number | null;

      /** State alive */
      alive?: number | null;

      /** State crew */
      crew?: number[] | null;

      /** State vehicle */
      vehicle?: number | null;

      /** State inVehicle */
      inVehicle?: boolean | null;

      /** State name */
      name?: string | null;

      /** State isPlayer */
      isPlayer?: boolean | null;

      /** State z */
      z?: number | null;

      /** State group */
      group?: string | null;

      /** State side */
      side?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a State. */
    type $Shape = chunks1.State.$Properties;
  }

  /**
   * Properties of an Event.
   * @deprecated Use chunks1.Event.$Properties instead.
   */
  interface IEvent extends chunks1.Event.$Properties {}

  /** Represents an Event. */
  class Event {
    /**
     * Constructs a new Event.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks1.Event.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Event frame. */
    frame: number;

    /** Event type. */
    type: string;

    /** Event source. */
    source: number;

    /** Event target. */
    target: number;

    /** Event message. */
    message: string;

    /** Event distance. */
    distance: number;

    /** Event weapon. */
    weapon: string;

    /** Event x. */
    x: number;

    /** Event y. */
    y: number;

    /** Event objectType. */
    objectType: string;

    /** Event unitName. */
    unitName: string;

    /** Event side. */
    side: string;

    /**
     * Decodes an Event message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks1.Event & chunks1.Event.$Shape} Event
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks1.Event & chunks1.Event.$Shape;
  }

  namespace Event {
    /** Properties of an Event. */
    interface $Properties {
      /** Event frame */
      frame?: number | null;

      /** Event type */
      type?: string | null;

      /** Event source */
      source?: number | null;

      /** Event target */
      target?: number | null;

      /** Event message */
      message?: string | null;

      /** Event distance */
      distance?: number | null;

      /** Event weapon */
      weapon?: string | null;

      /** Event x */
      x?: number | null;

      /** Event y */
      y?: number | null;

      /** Event objectType */
      objectType?: string | null;

      /** Event unitName */
      unitName?: string | null;

      /** Event side */
      side?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of an Event. */
    type $Shape = chunks1.Event.$Properties;
  }

  /**
   * Properties of a Marker.
   * @deprecated Use chunks1.Marker.$Properties instead.
   */
  interface IMarker extends chunks1.Marker.$Properties {}

  /** Represents a Marker. */
  class Marker {
    /**
     * Constructs a new Marker.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks1.Marker.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Marker type. */
    type: string;

    /** Marker text. */
    text: string;

    /** Marker startFrame. */
    startFrame: number;

    /** Marker endFrame. */
    endFrame: number;

    /** Marker player. */
    player: number;

    /** Marker color. */
    color: string;

    /** Marker side. */
    side: number;

    /** Marker states. */
    states: chunks1.MarkerState.$Properties[];

    /** Marker size. */
    size: number[];

    /** Marker shape. */
    shape: string;

    /** Marker brush. */
    brush: string;

    /**
     * Decodes a Marker message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks1.Marker & chunks1.Marker.$Shape} Marker
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks1.Marker & chunks1.Marker.$Shape;
  }

  namespace Marker {
    /** Properties of a Marker. */
    interface $Properties {
      /** Marker type */
      type?: string | null;

      /** Marker text */
      text?: string | null;

      /** Marker startFrame */
      startFrame?: number | null;

      /** Marker endFrame */
      endFrame?: number | null;

      /** Marker player */
      player?: number | null;

      /** Marker color */
      color?: string | null;

      /** Marker side */
      side?: number | null;

      /** Marker states */
      states?: chunks1.MarkerState.$Properties[] | null;

      /** Marker size */
      size?: number[] | null;

      /** Marker shape */
      shape?: string | null;

      /** Marker brush */
      brush?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Marker. */
    type $Shape = chunks1.Marker.$Properties;
  }

  /**
   * Properties of a MarkerState.
   * @deprecated Use chunks1.MarkerState.$Properties instead.
   */
  interface IMarkerState extends chunks1.MarkerState.$Properties {}

  /** Represents a MarkerState. */
  class MarkerState {
    /**
     * Constructs a new MarkerState.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks1.MarkerState.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** MarkerState frame. */
    frame: number;

    /** MarkerState x. */
    x: number;

    /** MarkerState y. */
    y: number;

    /** MarkerState z. */
    z: number;

    /** MarkerState direction. */
    direction: number;

    /** MarkerState alpha. */
    alpha: number;

    /** MarkerState line. */
    line: number[];

    /** MarkerState text. */
    text: string;

    /** MarkerState color. */
    color: string;

    /** MarkerState size. */
    size: number[];

    /** MarkerState type. */
    type: string;

    /** MarkerState brush. */
    brush: string;

    /**
     * Decodes a MarkerState message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks1.MarkerState & chunks1.MarkerState.$Shape} MarkerState
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks1.MarkerState & chunks1.MarkerState.$Shape;
  }

  namespace MarkerState {
    /** Properties of a MarkerState. */
    interface $Properties {
      /** MarkerState frame */
      frame?: number | null;

      /** MarkerState x */
      x?: number | null;

      /** MarkerState y */
      y?: number | null;

      /** MarkerState z */
      z?: number | null;

      /** MarkerState direction */
      direction?: number | null;

      /** MarkerState alpha */
      alpha?: number | null;

      /** MarkerState line */
      line?: number[] | null;

      /** MarkerState text */
      text?: string | null;

      /** MarkerState color */
      color?: string | null;

      /** MarkerState size */
      size?: number[] | null;

      /** MarkerState type */
      type?: string | null;

      /** MarkerState brush */
      brush?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a MarkerState. */
    type $Shape = chunks1.MarkerState.$Properties;
  }
}

/** Namespace chunks2. */
export namespace chunks2 {
  /**
   * Properties of a Manifest.
   * @deprecated Use chunks2.Manifest.$Properties instead.
   */
  interface IManifest extends chunks2.Manifest.$Properties {}

  /** Represents a Manifest. */
  class Manifest {
    /**
     * Constructs a new Manifest.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Manifest.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Manifest version. */
    version: number;

    /** Manifest world. */
    world?: chunks2.World.$Properties | null;

    /** Manifest mission. */
    mission?: chunks2.Mission.$Properties | null;

    /** Manifest frameCount. */
    frameCount: number;

    /** Manifest chunkSize. */
    chunkSize: number;

    /** Manifest captureDelayMs. */
    captureDelayMs: number;

    /** Manifest chunkCount. */
    chunkCount: number;

    /** Manifest soldiers. */
    soldiers: chunks2.Soldier.$Properties[];

    /** Manifest vehicles. */
    vehicles: chunks2.Vehicle.$Properties[];

    /** Manifest events. */
    events: chunks2.Event.$Properties[];

    /** Manifest markers. */
    markers: chunks2.Marker.$Properties[];

    /** Manifest times. */
    times: chunks2.Time.$Properties[];

    /**
     * Decodes a Manifest message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Manifest & chunks2.Manifest.$Shape} Manifest
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Manifest & chunks2.Manifest.$Shape;
  }

  namespace Manifest {
    /** Properties of a Manifest. */
    interface $Properties {
      /** Manifest version */
      version?: number | null;

      /** Manifest world */
      world?: chunks2.World.$Properties | null;

      /** Manifest mission */
      mission?: chunks2.Mission.$Properties | null;

      /** Manifest frameCount */
      frameCount?: number | null;

      /** Manifest chunkSize */
      chunkSize?: number | null;

      /** Manifest captureDelayMs */
      captureDelayMs?: number | null;

      /** Manifest chunkCount */
      chunkCount?: number | null;

      /** Manifest soldiers */
      soldiers?: chunks2.Soldier.$Properties[] | null;

      /** Manifest vehicles */
      vehicles?: chunks2.Vehicle.$Properties[] | null;

      /** Manifest events */
      events?: chunks2.Event.$Properties[] | null;

      /** Manifest markers */
      markers?: chunks2.Marker.$Properties[] | null;

      /** Manifest times */
      times?: chunks2.Time.$Properties[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Manifest. */
    type $Shape = chunks2.Manifest.$Properties;
  }

  /**
   * Properties of a World.
   * @deprecated Use chunks2.World.$Properties instead.
   */
  interface IWorld extends chunks2.World.$Properties {}

  /** Represents a World. */
  class World {
    /**
     * Constructs a new World.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.World.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** World name. */
    name: string;

    /** World size. */
    size: number;

    /** World latitude. */
    latitude: number;

    /** World longitude. */
    longitude: number;

    /** World author. */
    author: string;

    /** World displayName. */
    displayName: string;

    /**
     * Decodes a World message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.World & chunks2.World.$Shape} World
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.World & chunks2.World.$Shape;
  }

  namespace World {
    /** Properties of a World. */
    interface $Properties {
      /** World name */
      name?: string | null;

      /** World size */
      size?: number | null;

      /** World latitude */
      latitude?: number | null;

      /** World longitude */
      longitude?: number | null;

      /** World author */
      author?: string | null;

      /** World displayName */
      displayName?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a World. */
    type $Shape = chunks2.World.$Properties;
  }

  /**
   * Properties of a Mission.
   * @deprecated Use chunks2.Mission.$Properties instead.
   */
  interface IMission extends chunks2.Mission.$Properties {}

  /** Represents a Mission. */
  class Mission {
    /**
     * Constructs a new Mission.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Mission.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Mission name. */
    name: string;

    /** Mission briefingName. */
    briefingName: string;

    /** Mission author. */
    author: string;

    /** Mission serverName. */
    serverName: string;

    /** Mission extensionVersion. */
    extensionVersion: string;

    /** Mission addonVersion. */
    addonVersion: string;

    /** Mission extensionBuild. */
    extensionBuild: string;

    /** Mission tag. */
    tag: string;

    /**
     * Decodes a Mission message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Mission & chunks2.Mission.$Shape} Mission
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Mission & chunks2.Mission.$Shape;
  }

  namespace Mission {
    /** Properties of a Mission. */
    interface $Properties {
      /** Mission name */
      name?: string | null;

      /** Mission briefingName */
      briefingName?: string | null;

      /** Mission author */
      author?: string | null;

      /** Mission serverName */
      serverName?: string | null;

      /** Mission extensionVersion */
      extensionVersion?: string | null;

      /** Mission addonVersion */
      addonVersion?: string | null;

      /** Mission extensionBuild */
      extensionBuild?: string | null;

      /** Mission tag */
      tag?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Mission. */
    type $Shape = chunks2.Mission.$Properties;
  }

  /**
   * Properties of a Point.
   * @deprecated Use chunks2.Point.$Properties instead.
   */
  interface IPoint extends chunks2.Point.$Properties {}

  /** Represents a Point. */
  class Point {
    /**
     * Constructs a new Point.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Point.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Point x. */
    x: number;

    /** Point y. */
    y: number;

    /** Point z. */
    z: number;

    /**
     * Decodes a Point message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Point & chunks2.Point.$Shape} Point
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Point & chunks2.Point.$Shape;
  }

  namespace Point {
    /** Properties of a Point. */
    interface $Properties {
      /** Point x */
      x?: number | null;

      /** Point y */
      y?: number | null;

      /** Point z */
      z?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Point. */
    type $Shape = chunks2.Point.$Properties;
  }

  /**
   * Properties of a Soldier.
   * @deprecated Use chunks2.Soldier.$Properties instead.
   */
  interface ISoldier extends chunks2.Soldier.$Properties {}

  /** Represents a Soldier. */
  class Soldier {
    /**
     * Constructs a new Soldier.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Soldier.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Soldier id. */
    id: number;

    /** Soldier name. */
    name: string;

    /** Soldier side. */
    side: number;

    /** Soldier group. */
    group: string;

    /** Soldier role. */
    role: string;

    /** Soldier startFrame. */
    startFrame: number;

    /** Soldier endFrame. */
    endFrame: number;

    /** Soldier isPlayer. */
    isPlayer: boolean;

    /** Soldier className. */
    className: string;

    /** Soldier playerUid. */
    playerUid: string;

    /** Soldier shots. */
    shots: chunks2.Shot.$Properties[];

    /**
     * Decodes a Soldier message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Soldier & chunks2.Soldier.$Shape} Soldier
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Soldier & chunks2.Soldier.$Shape;
  }

  namespace Soldier {
    /** Properties of a Soldier. */
    interface $Properties {
      /** Soldier id */
      id?: number | null;

      /** Soldier name */
      name?: string | null;

      /** Soldier side */
      side?: number | null;

      /** Soldier group */
      group?: string | null;

      /** Soldier role */
      role?: string | null;

      /** Soldier startFrame */
      startFrame?: number | null;

      /** Soldier endFrame */
      endFrame?: number | null;

      /** Soldier isPlayer */
      isPlayer?: boolean | null;

      /** Soldier className */
      className?: string | null;

      /** Soldier playerUid */
      playerUid?: string | null;

      /** Soldier shots */
      shots?: chunks2.Shot.$Properties[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Soldier. */
    type $Shape = chunks2.Soldier.$Properties;
  }

  /**
   * Properties of a Shot.
   * @deprecated Use chunks2.Shot.$Properties instead.
   */
  interface IShot extends chunks2.Shot.$Properties {}

  /** Represents a Shot. */
  class Shot {
    /**
     * Constructs a new Shot.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Shot.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Shot frame. */
    frame: number;

    /** Shot start. */
    start?: chunks2.Point.$Properties | null;

    /** Shot end. */
    end?: chunks2.Point.$Properties | null;

    /** Shot weapon. */
    weapon: string;

    /** Shot magazine. */
    magazine: string;

    /**
     * Decodes a Shot message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Shot & chunks2.Shot.$Shape} Shot
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Shot & chunks2.Shot.$Shape;
  }

  namespace Shot {
    /** Properties of a Shot. */
    interface $Properties {
      /** Shot frame */
      frame?: number | null;

      /** Shot start */
      start?: chunks2.Point.$Properties | null;

      /** Shot end */
      end?: chunks2.Point.$Properties | null;

      /** Shot weapon */
      weapon?: string | null;

      /** Shot magazine */
      magazine?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Shot. */
    type $Shape = chunks2.Shot.$Properties;
  }

  /**
   * Properties of a Vehicle.
   * @deprecated Use chunks2.Vehicle.$Properties instead.
   */
  interface IVehicle extends chunks2.Vehicle.$Properties {}

  /** Represents a Vehicle. */
  class Vehicle {
    /**
     * Constructs a new Vehicle.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Vehicle.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Vehicle id. */
    id: number;

    /** Vehicle name. */
    name: string;

    /** Vehicle kind. */
    kind: string;

    /** Vehicle className. */
    className: string;

    /** Vehicle startFrame. */
    startFrame: number;

    /** Vehicle endFrame. */
    endFrame: number;

    /** Vehicle customization. */
    customization: string;

    /**
     * Decodes a Vehicle message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Vehicle & chunks2.Vehicle.$Shape} Vehicle
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Vehicle & chunks2.Vehicle.$Shape;
  }

  namespace Vehicle {
    /** Properties of a Vehicle. */
    interface $Properties {
      /** Vehicle id */
      id?: number | null;

      /** Vehicle name */
      name?: string | null;

      /** Vehicle kind */
      kind?: string | null;

      /** Vehicle className */
      className?: string | null;

      /** Vehicle startFrame */
      startFrame?: number | null;

      /** Vehicle endFrame */
      endFrame?: number | null;

      /** Vehicle customization */
      customization?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Vehicle. */
    type $Shape = chunks2.Vehicle.$Properties;
  }

  /**
   * Properties of an Event.
   * @deprecated Use chunks2.Event.$Properties instead.
   */
  interface IEvent extends chunks2.Event.$Properties {}

  /** Represents an Event. */
  class Event {
    /**
     * Constructs a new Event.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Event.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Event frame. */
    frame: number;

    /** Event kill. */
    kill?: chunks2.Fight.$Properties | null;

    /** Event hit. */
    hit?: chunks2.Fight.$Properties | null;

    /** Event chat. */
    chat?: chunks2.Chat.$Properties | null;

    /** Event radio. */
    radio?: chunks2.Radio.$Properties | null;

    /** Event ace3Death. */
    ace3Death?: chunks2.Death.$Properties | null;

    /** Event ace3Unconscious. */
    ace3Unconscious?: chunks2.Unconscious.$Properties | null;

    /** Event general. */
    general?: chunks2.General.$Properties | null;

    /** Event connect. */
    connect?: chunks2.Connect.$Properties | null;

    /** Event endMission. */
    endMission?: chunks2.End.$Properties | null;

    /** Event telemetry. */
    telemetry?: chunks2.Telemetry.$Properties | null;

    /**
     * Decodes an Event message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Event & chunks2.Event.$Shape} Event
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Event & chunks2.Event.$Shape;
  }

  namespace Event {
    /** Properties of an Event. */
    interface $Properties {
      /** Event frame */
      frame?: number | null;

      /** Event kill */
      kill?: chunks2.Fight.$Properties | null;

      /** Event hit */
      hit?: chunks2.Fight.$Properties | null;

      /** Event chat */
      chat?: chunks2.Chat.$Properties | null;

      /** Event radio */
      radio?: chunks2.Radio.$Properties | null;

      /** Event ace3Death */
      ace3Death?: chunks2.Death.$Properties | null;

      /** Event ace3Unconscious */
      ace3Unconscious?: chunks2.Unconscious.$Properties | null;

      /** Event general */
      general?: chunks2.General.$Properties | null;

      /** Event connect */
      connect?: chunks2.Connect.$Properties | null;

      /** Event endMission */
      endMission?: chunks2.End.$Properties | null;

      /** Event telemetry */
      telemetry?: chunks2.Telemetry.$Properties | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of an Event. */
    type $Shape = chunks2.Event.$Properties;
  }

  /**
   * Properties of a Fight.
   * @deprecated Use chunks2.Fight.$Properties instead.
   */
  interface IFight extends chunks2.Fight.$Properties {}

  /** Represents a Fight. */
  class Fight {
    /**
     * Constructs a new Fight.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Fight.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Fight victimSoldier. */
    victimSoldier: number;

    /** Fight victimVehicle. */
    victimVehicle: number;

    /** Fight bySoldier. */
    bySoldier: number;

    /** Fight byVehicle. */
    byVehicle: number;

    /** Fight weapon. */
    weapon: string;

    /** Fight magazine. */
    magazine: string;

    /** Fight text. */
    text: string;

    /** Fight distance. */
    distance: number;

    /** Fight victimIsVehicle. */
    victimIsVehicle: boolean;

    /** Fight byIsVehicle. */
    byIsVehicle: boolean;

    /**
     * Decodes a Fight message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Fight & chunks2.Fight.$Shape} Fight
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Fight & chunks2.Fight.$Shape;
  }

  namespace Fight {
    /** Properties of a Fight. */
    interface $Properties {
      /** Fight victimSoldier */
      victimSoldier?: number | null;

      /** Fight victimVehicle */
      victimVehicle?: number | null;

      /** Fight bySoldier */
      bySoldier?: number | null;

      /** Fight byVehicle */
      byVehicle?: number | null;

      /** Fight weapon */
      weapon?: string | null;

      /** Fight magazine */
      magazine?: string | null;

      /** Fight text */
      text?: string | null;

      /** Fight distance */
      distance?: number | null;

      /** Fight victimIsVehicle */
      victimIsVehicle?: boolean | null;

      /** Fight byIsVehicle */
      byIsVehicle?: boolean | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Fight. */
    type $Shape = chunks2.Fight.$Properties;
  }

  /**
   * Properties of a Chat.
   * @deprecated Use chunks2.Chat.$Properties instead.
   */
  interface IChat extends chunks2.Chat.$Properties {}

  /** Represents a Chat. */
  class Chat {
    /**
     * Constructs a new Chat.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Chat.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Chat soldier. */
    soldier: number;

    /** Chat channel. */
    channel: string;

    /** Chat from. */
    from: string;

    /** Chat message. */
    message: string;

    /** Chat playerUid. */
    playerUid: string;

    /**
     * Decodes a Chat message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Chat & chunks2.Chat.$Shape} Chat
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Chat & chunks2.Chat.$Shape;
  }

  namespace Chat {
    /** Properties of a Chat. */
    interface $Properties {
      /** Chat soldier */
      soldier?: number | null;

      /** Chat channel */
      channel?: string | null;

      /** Chat from */
      from?: string | null;

      /** Chat message */
      message?: string | null;

      /** Chat playerUid */
      playerUid?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Chat. */
    type $Shape = chunks2.Chat.$Properties;
  }

  /**
   * Properties of a Radio.
   * @deprecated Use chunks2.Radio.$Properties instead.
   */
  interface IRadio extends chunks2.Radio.$Properties {}

  /** Represents a Radio. */
  class Radio {
    /**
     * Constructs a new Radio.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Radio.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Radio soldier. */
    soldier: number;

    /** Radio radio. */
    radio: string;

    /** Radio type. */
    type: string;

    /** Radio phase. */
    phase: string;

    /** Radio channel. */
    channel: number;

    /** Radio isAdditional. */
    isAdditional: boolean;

    /** Radio frequency. */
    frequency: number;

    /**
     * Decodes a Radio message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Radio & chunks2.Radio.$Shape} Radio
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Radio & chunks2.Radio.$Shape;
  }

  namespace Radio {
    /** Properties of a Radio. */
    interface $Properties {
      /** Radio soldier */
      soldier?: number | null;

      /** Radio radio */
      radio?: string | null;

      /** Radio type */
      type?: string | null;

      /** Radio phase */
      phase?: string | null;

      /** Radio channel */
      channel?: number | null;

      /** Radio isAdditional */
      isAdditional?: boolean | null;

      /** Radio frequency */
      frequency?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Radio. */
    type $Shape = chunks2.Radio.$Properties;
  }

  /**
   * Properties of a Death.
   * @deprecated Use chunks2.Death.$Properties instead.
   */
  interface IDeath extends chunks2.Death.$Properties {}

  /** Represents a Death. */
  class Death {
    /**
     * Constructs a new Death.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Death.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Death soldier. */
    soldier: number;

    /** Death reason. */
    reason: string;

    /** Death source. */
    source: number;

    /** Death hasSource. */
    hasSource: boolean;

    /**
     * Decodes a Death message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Death & chunks2.Death.$Shape} Death
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Death & chunks2.Death.$Shape;
  }

  namespace Death {
    /** Properties of a Death. */
    interface $Properties {
      /** Death soldier */
      soldier?: number | null;

      /** Death reason */
      reason?: string | null;

      /** Death source */
      source?: number | null;

      /** Death hasSource */
      hasSource?: boolean | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Death. */
    type $Shape = chunks2.Death.$Properties;
  }

  /**
   * Properties of an Unconscious.
   * @deprecated Use chunks2.Unconscious.$Properties instead.
   */
  interface IUnconscious extends chunks2.Unconscious.$Properties {}

  /** Represents an Unconscious. */
  class Unconscious {
    /**
     * Constructs a new Unconscious.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Unconscious.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Unconscious soldier. */
    soldier: number;

    /** Unconscious isUnconscious. */
    isUnconscious: boolean;

    /**
     * Decodes an Unconscious message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Unconscious & chunks2.Unconscious.$Shape} Unconscious
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Unconscious & chunks2.Unconscious.$Shape;
  }

  namespace Unconscious {
    /** Properties of an Unconscious. */
    interface $Properties {
      /** Unconscious soldier */
      soldier?: number | null;

      /** Unconscious isUnconscious */
      isUnconscious?: boolean | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of an Unconscious. */
    type $Shape = chunks2.Unconscious.$Properties;
  }

  /**
   * Properties of a General.
   * @deprecated Use chunks2.General.$Properties instead.
   */
  interface IGeneral extends chunks2.General.$Properties {}

  /** Represents a General. */
  class General {
    /**
     * Constructs a new General.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.General.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** General name. */
    name: string;

    /** General message. */
    message: string;

    /** General objectType. */
    objectType: string;

    /** General unitName. */
    unitName: string;

    /** General side. */
    side: string;

    /**
     * Decodes a General message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.General & chunks2.General.$Shape} General
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.General & chunks2.General.$Shape;
  }

  namespace General {
    /** Properties of a General. */
    interface $Properties {
      /** General name */
      name?: string | null;

      /** General message */
      message?: string | null;

      /** General objectType */
      objectType?: string | null;

      /** General unitName */
      unitName?: string | null;

      /** General side */
      side?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a General. */
    type $Shape = chunks2.General.$Properties;
  }

  /**
   * Properties of a Connect.
   * @deprecated Use chunks2.Connect.$Properties instead.
   */
  interface IConnect extends chunks2.Connect.$Properties {}

  /** Represents a Connect. */
  class Connect {
    /**
     * Constructs a new Connect.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Connect.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Connect name. */
    name: string;

    /** Connect isConnect. */
    isConnect: boolean;

    /**
     * Decodes a Connect message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Connect & chunks2.Connect.$Shape} Connect
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Connect & chunks2.Connect.$Shape;
  }

  namespace Connect {
    /** Properties of a Connect. */
    interface $Properties {
      /** Connect name */
      name?: string | null;

      /** Connect isConnect */
      isConnect?: boolean | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Connect. */
    type $Shape = chunks2.Connect.$Properties;
  }

  /**
   * Properties of an End.
   * @deprecated Use chunks2.End.$Properties instead.
   */
  interface IEnd extends chunks2.End.$Properties {}

  /** Represents an End. */
  class End {
    /**
     * Constructs a new End.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.End.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** End side. */
    side: string;

    /** End message. */
    message: string;

    /**
     * Decodes an End message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.End & chunks2.End.$Shape} End
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.End & chunks2.End.$Shape;
  }

  namespace End {
    /** Properties of an End. */
    interface $Properties {
      /** End side */
      side?: string | null;

      /** End message */
      message?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of an End. */
    type $Shape = chunks2.End.$Properties;
  }

  /**
   * Properties of a Telemetry.
   * @deprecated Use chunks2.Telemetry.$Properties instead.
   */
  interface ITelemetry extends chunks2.Telemetry.$Properties {}

  /** Represents a Telemetry. */
  class Telemetry {
    /**
     * Constructs a new Telemetry.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Telemetry.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Telemetry fps. */
    fps: number;

    /** Telemetry leastFps. */
    leastFps: number;

    /**
     * Decodes a Telemetry message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Telemetry & chunks2.Telemetry.$Shape} Telemetry
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Telemetry & chunks2.Telemetry.$Shape;
  }

  namespace Telemetry {
    /** Properties of a Telemetry. */
    interface $Properties {
      /** Telemetry fps */
      fps?: number | null;

      /** Telemetry leastFps */
      leastFps?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Telemetry. */
    type $Shape = chunks2.Telemetry.$Properties;
  }

  /**
   * Properties of a Frame.
   * @deprecated Use chunks2.Frame.$Properties instead.
   */
  interface IFrame extends chunks2.Frame.$Properties {}

  /** Represents a Frame. */
  class Frame {
    /**
     * Constructs a new Frame.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Frame.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Frame frame. */
    frame: number;

    /** Frame soldiers. */
    soldiers: chunks2.SoldierState.$Properties[];

    /** Frame vehicles. */
    vehicles: chunks2.VehicleState.$Properties[];

    /**
     * Decodes a Frame message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Frame & chunks2.Frame.$Shape} Frame
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Frame & chunks2.Frame.$Shape;
  }

  namespace Frame {
    /** Properties of a Frame. */
    interface $Properties {
      /** Frame frame */
      frame?: number | null;

      /** Frame soldiers */
      soldiers?: chunks2.SoldierState.$Properties[] | null;

      /** Frame vehicles */
      vehicles?: chunks2.VehicleState.$Properties[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Frame. */
    type $Shape = chunks2.Frame.$Properties;
  }

  /**
   * Properties of a SoldierState.
   * @deprecated Use chunks2.SoldierState.$Properties instead.
   */
  interface ISoldierState extends chunks2.SoldierState.$Properties {}

  /** Represents a SoldierState. */
  class SoldierState {
    /**
     * Constructs a new SoldierState.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.SoldierState.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** SoldierState id. */
    id: number;

    /** SoldierState position. */
    position?: chunks2.Point.$Properties | null;

    /** SoldierState bearing. */
    bearing: number;

    /** SoldierState life. */
    life: number;

    /** SoldierState vehicle. */
    vehicle: number;

    /** SoldierState inVehicle. */
    inVehicle: boolean;

    /** SoldierState name. */
    name: string;

    /** SoldierState isPlayer. */
    isPlayer: boolean;

    /** SoldierState group. */
    group: string;

    /** SoldierState side. */
    side: string;

    /** SoldierState role. */
    role: string;

    /** SoldierState seat. */
    seat: string;

    /** SoldierState stance. */
    stance: string;

    /** SoldierState stableVitals. */
    stableVitals: boolean;

    /** SoldierState carried. */
    carried: boolean;

    /** SoldierState scores. */
    scores?: chunks2.Scores.$Properties | null;

    /**
     * Decodes a SoldierState message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.SoldierState & chunks2.SoldierState.$Shape} SoldierState
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.SoldierState & chunks2.SoldierState.$Shape;
  }

  namespace SoldierState {
    /** Properties of a SoldierState. */
    interface $Properties {
      /** SoldierState id */
      id?: number | null;

      /** SoldierState position */
      position?: chunks2.Point.$Properties | null;

      /** SoldierState bearing */
      bearing?: number | null;

      /** SoldierState life */
      life?: number | null;

      /** SoldierState vehicle */
      vehicle?: number | null;

      /** SoldierState inVehicle */
      inVehicle?: boolean | null;

      /** SoldierState name */
      name?: string | null;

      /** SoldierState isPlayer */
      isPlayer?: boolean | null;

      /** SoldierState group */
      group?: string | null;

      /** SoldierState side */
      side?: string | null;

      /** SoldierState role */
      role?: string | null;

      /** SoldierState seat */
      seat?: string | null;

      /** SoldierState stance */
      stance?: string | null;

      /** SoldierState stableVitals */
      stableVitals?: boolean | null;

      /** SoldierState carried */
      carried?: boolean | null;

      /** SoldierState scores */
      scores?: chunks2.Scores.$Properties | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a SoldierState. */
    type $Shape = chunks2.SoldierState.$Properties;
  }

  /**
   * Properties of a Scores.
   * @deprecated Use chunks2.Scores.$Properties instead.
   */
  interface IScores extends chunks2.Scores.$Properties {}

  /** Represents a Scores. */
  class Scores {
    /**
     * Constructs a new Scores.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Scores.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Scores infantry. */
    infantry: number;

    /** Scores vehicles. */
    vehicles: number;

    /** Scores armour. */
    armour: number;

    /** Scores air. */
    air: number;

    /** Scores deaths. */
    deaths: number;

    /** Scores total. */
    total: number;

    /**
     * Decodes a Scores message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Scores & chunks2.Scores.$Shape} Scores
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Scores & chunks2.Scores.$Shape;
  }

  namespace Scores {
    /** Properties of a Scores. */
    interface $Properties {
      /** Scores infantry */
      infantry?: number | null;

      /** Scores vehicles */
      vehicles?: number | null;

      /** Scores armour */
      armour?: number | null;

      /** Scores air */
      air?: number | null;

      /** Scores deaths */
      deaths?: number | null;

      /** Scores total */
      total?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Scores. */
    type $Shape = chunks2.Scores.$Properties;
  }

  /**
   * Properties of a VehicleState.
   * @deprecated Use chunks2.VehicleState.$Properties instead.
   */
  interface IVehicleState extends chunks2.VehicleState.$Properties {}

  /** Represents a VehicleState. */
  class VehicleState {
    /**
     * Constructs a new VehicleState.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.VehicleState.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** VehicleState id. */
    id: number;

    /** VehicleState position. */
    position?: chunks2.Point.$Properties | null;

    /** VehicleState bearing. */
    bearing: number;

    /** VehicleState alive. */
    alive: boolean;

    /** VehicleState crew. */
    crew: number[];

    /** VehicleState fuel. */
    fuel: number;

    /** VehicleState damage. */
    damage: number;

    /** VehicleState locked. */
    locked: boolean;

    /** VehicleState engineOn. */
    engineOn: boolean;

    /** VehicleState side. */
    side: string;

    /** VehicleState turretAzimuth. */
    turretAzimuth: number;

    /** VehicleState turretElevation. */
    turretElevation: number;

    /**
     * Decodes a VehicleState message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.VehicleState & chunks2.VehicleState.$Shape} VehicleState
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.VehicleState & chunks2.VehicleState.$Shape;
  }

  namespace VehicleState {
    /** Properties of a VehicleState. */
    interface $Properties {
      /** VehicleState id */
      id?: number | null;

      /** VehicleState position */
      position?: chunks2.Point.$Properties | null;

      /** VehicleState bearing */
      bearing?: number | null;

      /** VehicleState alive */
      alive?: boolean | null;

      /** VehicleState crew */
      crew?: number[] | null;

      /** VehicleState fuel */
      fuel?: number | null;

      /** VehicleState damage */
      damage?: number | null;

      /** VehicleState locked */
      locked?: boolean | null;

      /** VehicleState engineOn */
      engineOn?: boolean | null;

      /** VehicleState side */
      side?: string | null;

      /** VehicleState turretAzimuth */
      turretAzimuth?: number | null;

      /** VehicleState turretElevation */
      turretElevation?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a VehicleState. */
    type $Shape = chunks2.VehicleState.$Properties;
  }

  /**
   * Properties of a Marker.
   * @deprecated Use chunks2.Marker.$Properties instead.
   */
  interface IMarker extends chunks2.Marker.$Properties {}

  /** Represents a Marker. */
  class Marker {
    /**
     * Constructs a new Marker.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Marker.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Marker type. */
    type: string;

    /** Marker text. */
    text: string;

    /** Marker startFrame. */
    startFrame: number;

    /** Marker endFrame. */
    endFrame: number;

    /** Marker player. */
    player: number;

    /** Marker color. */
    color: string;

    /** Marker side. */
    side: number;

    /** Marker states. */
    states: chunks2.MarkerState.$Properties[];

    /** Marker size. */
    size: number[];

    /** Marker shape. */
    shape: string;

    /** Marker brush. */
    brush: string;

    /**
     * Decodes a Marker message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Marker & chunks2.Marker.$Shape} Marker
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Marker & chunks2.Marker.$Shape;
  }

  namespace Marker {
    /** Properties of a Marker. */
    interface $Properties {
      /** Marker type */
      type?: string | null;

      /** Marker text */
      text?: string | null;

      /** Marker startFrame */
      startFrame?: number | null;

      /** Marker endFrame */
      endFrame?: number | null;

      /** Marker player */
      player?: number | null;

      /** Marker color */
      color?: string | null;

      /** Marker side */
      side?: number | null;

      /** Marker states */
      states?: chunks2.MarkerState.$Properties[] | null;

      /** Marker size */
      size?: number[] | null;

      /** Marker shape */
      shape?: string | null;

      /** Marker brush */
      brush?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Marker. */
    type $Shape = chunks2.Marker.$Properties;
  }

  /**
   * Properties of a MarkerState.
   * @deprecated Use chunks2.MarkerState.$Properties instead.
   */
  interface IMarkerState extends chunks2.MarkerState.$Properties {}

  /** Represents a MarkerState. */
  class MarkerState {
    /**
     * Constructs a new MarkerState.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.MarkerState.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** MarkerState frame. */
    frame: number;

    /** MarkerState position. */
    position?: chunks2.Point.$Properties | null;

    /** MarkerState direction. */
    direction: number;

    /** MarkerState alpha. */
    alpha: number;

    /** MarkerState line. */
    line: number[];

    /**
     * Decodes a MarkerState message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.MarkerState & chunks2.MarkerState.$Shape} MarkerState
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.MarkerState & chunks2.MarkerState.$Shape;
  }

  namespace MarkerState {
    /** Properties of a MarkerState. */
    interface $Properties {
      /** MarkerState frame */
      frame?: number | null;

      /** MarkerState position */
      position?: chunks2.Point.$Properties | null;

      /** MarkerState direction */
      direction?: number | null;

      /** MarkerState alpha */
      alpha?: number | null;

      /** MarkerState line */
      line?: number[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a MarkerState. */
    type $Shape = chunks2.MarkerState.$Properties;
  }

  /**
   * Properties of a Time.
   * @deprecated Use chunks2.Time.$Properties instead.
   */
  interface ITime extends chunks2.Time.$Properties {}

  /** Represents a Time. */
  class Time {
    /**
     * Constructs a new Time.
     * @param [properties] Properties to set
     */
    constructor(properties?: chunks2.Time.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Time frame. */
    frame: number;

    /** Time systemTimeUtc. */
    systemTimeUtc: string;

    /** Time date. */
    date: string;

    /** Time timeMultiplier. */
    timeMultiplier: number;

    /** Time time. */
    time: number;

    /**
     * Decodes a Time message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {chunks2.Time & chunks2.Time.$Shape} Time
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): chunks2.Time & chunks2.Time.$Shape;
  }

  namespace Time {
    /** Properties of a Time. */
    interface $Properties {
      /** Time frame */
      frame?: number | null;

      /** Time systemTimeUtc */
      systemTimeUtc?: string | null;

      /** Time date */
      date?: string | null;

      /** Time timeMultiplier */
      timeMultiplier?: number | null;

      /** Time time */
      time?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Time. */
    type $Shape = chunks2.Time.$Properties;
  }
}
