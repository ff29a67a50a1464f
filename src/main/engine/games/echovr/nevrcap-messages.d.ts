// Made by scripts/proto.ts from nevrcap.proto; not to be edited.
/* oxlint-disable */
import * as $protobuf from 'protobufjs';
import Long = require('long');

/** Namespace nevrcap. */
export namespace nevrcap {
  /**
   * Properties of a Timestamp.
   * @deprecated Use nevrcap.Timestamp.$Properties instead.
   */
  interface ITimestamp extends nevrcap.Timestamp.$Properties {}

  /** Represents a Timestamp. */
  class Timestamp {
    /**
     * Constructs a new Timestamp.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.Timestamp.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Timestamp seconds. */
    seconds: number | Long;

    /** Timestamp nanos. */
    nanos: number;

    /**
     * Encodes the specified Timestamp message. Does not implicitly {@link nevrcap.Timestamp.verify|verify} messages.
     * @param message Timestamp message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Timestamp message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.Timestamp & nevrcap.Timestamp.$Shape} Timestamp
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.Timestamp & nevrcap.Timestamp.$Shape;
  }

  namespace Timestamp {
    /** Properties of a Timestamp. */
    interface $Properties {
      /** Timestamp seconds */
      seconds?: number | Long | null;

      /** Timestamp nanos */
      nanos?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Timestamp. */
    type $Shape = nevrcap.Timestamp.$Properties;
  }

  /**
   * Properties of a TelemetryHeader.
   * @deprecated Use nevrcap.TelemetryHeader.$Properties instead.
   */
  interface ITelemetryHeader extends nevrcap.TelemetryHeader.$Properties {}

  /** Represents a TelemetryHeader. */
  class TelemetryHeader {
    /**
     * Constructs a new TelemetryHeader.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.TelemetryHeader.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** TelemetryHeader captureId. */
    captureId: string;

    /** TelemetryHeader createdAt. */
    createdAt?: nevrcap.Timestamp.$Properties | null;

    /** TelemetryHeader metadata. */
    metadata: { [k: string]: string };

    /**
     * Encodes the specified TelemetryHeader message. Does not implicitly {@link nevrcap.TelemetryHeader.verify|verify} messages.
     * @param message TelemetryHeader message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.TelemetryHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a TelemetryHeader message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.TelemetryHeader & nevrcap.TelemetryHeader.$Shape} TelemetryHeader
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.TelemetryHeader & nevrcap.TelemetryHeader.$Shape;
  }

  namespace TelemetryHeader {
    /** Properties of a TelemetryHeader. */
    interface $Properties {
      /** TelemetryHeader captureId */
      captureId?: string | null;

      /** TelemetryHeader createdAt */
      createdAt?: nevrcap.Timestamp.$Properties | null;

      /** TelemetryHeader metadata */
      metadata?: { [k: string]: string } | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a TelemetryHeader. */
    type $Shape = nevrcap.TelemetryHeader.$Properties;
  }

  /**
   * Properties of a LobbySessionStateFrame.
   * @deprecated Use nevrcap.LobbySessionStateFrame.$Properties instead.
   */
  interface ILobbySessionStateFrame extends nevrcap.LobbySessionStateFrame.$Properties {}

  /** Represents a LobbySessionStateFrame. */
  class LobbySessionStateFrame {
    /**
     * Constructs a new LobbySessionStateFrame.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.LobbySessionStateFrame.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** LobbySessionStateFrame frameIndex. */
    frameIndex: number;

    /** LobbySessionStateFrame timestamp. */
    timestamp?: nevrcap.Timestamp.$Properties | null;

    /** LobbySessionStateFrame events. */
    events: nevrcap.LobbySessionEvent.$Properties[];

    /** LobbySessionStateFrame session. */
    session?: nevrcap.SessionResponse.$Properties | null;

    /** LobbySessionStateFrame playerBones. */
    playerBones?: nevrcap.PlayerBonesResponse.$Properties | null;

    /**
     * Encodes the specified LobbySessionStateFrame message. Does not implicitly {@link nevrcap.LobbySessionStateFrame.verify|verify} messages.
     * @param message LobbySessionStateFrame message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.LobbySessionStateFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a LobbySessionStateFrame message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.LobbySessionStateFrame & nevrcap.LobbySessionStateFrame.$Shape} LobbySessionStateFrame
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(
      reader: $protobuf.Reader | Uint8Array,
      length?: number,
    ): nevrcap.LobbySessionStateFrame & nevrcap.LobbySessionStateFrame.$Shape;
  }

  namespace LobbySessionStateFrame {
    /** Properties of a LobbySessionStateFrame. */
    interface $Properties {
      /** LobbySessionStateFrame frameIndex */
      frameIndex?: number | null;

      /** LobbySessionStateFrame timestamp */
      timestamp?: nevrcap.Timestamp.$Properties | null;

      /** LobbySessionStateFrame events */
      events?: nevrcap.LobbySessionEvent.$Properties[] | null;

      /** LobbySessionStateFrame session */
      session?: nevrcap.SessionResponse.$Properties | null;

      /** LobbySessionStateFrame playerBones */
      playerBones?: nevrcap.PlayerBonesResponse.$Properties | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a LobbySessionStateFrame. */
    type $Shape = {
      frameIndex?: number | null;
      timestamp?: nevrcap.Timestamp.$Shape | null;
      events?: nevrcap.LobbySessionEvent.$Shape[] | null;
      session?: nevrcap.SessionResponse.$Shape | null;
      playerBones?: nevrcap.PlayerBonesResponse.$Shape | null;
      $unknowns?: Uint8Array[];
    };
  }

  /**
   * Properties of an Envelope.
   * @deprecated Use nevrcap.Envelope.$Properties instead.
   */
  interface IEnvelope extends nevrcap.Envelope.$Properties {}

  /** Represents an Envelope. */
  class Envelope {
    /**
     * Constructs a new Envelope.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.Envelope.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Envelope header. */
    header?: nevrcap.TelemetryHeader.$Properties | null;

    /** Envelope frame. */
    frame?: nevrcap.LobbySessionStateFrame.$Properties | null;

    /** Envelope message. */
    message?: 'header' | 'frame';

    /**
     * Encodes the specified Envelope message. Does not implicitly {@link nevrcap.Envelope.verify|verify} messages.
     * @param message Envelope message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes an Envelope message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.Envelope & nevrcap.Envelope.$Shape} Envelope
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.Envelope & nevrcap.Envelope.$Shape;
  }

  namespace Envelope {
    /** Properties of an Envelope. */
    interface $Properties {
      /** Envelope header */
      header?: nevrcap.TelemetryHeader.$Properties | null;

      /** Envelope frame */
      frame?: nevrcap.LobbySessionStateFrame.$Properties | null;

      /** Envelope message */
      message?: 'header' | 'frame';

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Narrowed shape of an Envelope. */
    type $Shape = {
      header?: nevrcap.TelemetryHeader.$Shape | null;
      frame?: nevrcap.LobbySessionStateFrame.$Shape | null;
      $unknowns?: Uint8Array[];
    } & (
      | { message?: undefined; header?: null; frame?: null }
      | { message?: 'header'; header: nevrcap.TelemetryHeader.$Shape; frame?: null }
      | { message?: 'frame'; header?: null; frame: nevrcap.LobbySessionStateFrame.$Shape }
    );
  }

  /** Role enum. */
  enum Role {
    /** ROLE_UNSPECIFIED value */
    ROLE_UNSPECIFIED = 0,

    /** ROLE_BLUE_TEAM value */
    ROLE_BLUE_TEAM = 1,

    /** ROLE_ORANGE_TEAM value */
    ROLE_ORANGE_TEAM = 2,

    /** ROLE_SPECTATOR value */
    ROLE_SPECTATOR = 3,

    /** ROLE_SOCIAL_PARTICIPANT value */
    ROLE_SOCIAL_PARTICIPANT = 4,

    /** ROLE_MODERATOR value */
    ROLE_MODERATOR = 5,
  }

  /** EmoteType enum. */
  enum EmoteType {
    /** EMOTE_TYPE_UNSPECIFIED value */
    EMOTE_TYPE_UNSPECIFIED = 0,

    /** EMOTE_TYPE_PRIMARY value */
    EMOTE_TYPE_PRIMARY = 1,

    /** EMOTE_TYPE_SECONDARY value */
    EMOTE_TYPE_SECONDARY = 2,
  }

  /**
   * Properties of a LobbySessionEvent.
   * @deprecated Use nevrcap.LobbySessionEvent.$Properties instead.
   */
  interface ILobbySessionEvent extends nevrcap.LobbySessionEvent.$Properties {}

  /** Represents a LobbySessionEvent. */
  class LobbySessionEvent {
    /**
     * Constructs a new LobbySessionEvent.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.LobbySessionEvent.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** LobbySessionEvent roundStarted. */
    roundStarted?: nevrcap.RoundStarted.$Properties | null;

    /** LobbySessionEvent roundPaused. */
    roundPaused?: nevrcap.RoundPaused.$Properties | null;

    /** LobbySessionEvent roundUnpaused. */
    roundUnpaused?: nevrcap.RoundUnpaused.$Properties | null;

    /** LobbySessionEvent roundEnded. */
    roundEnded?: nevrcap.RoundEnded.$Properties | null;

    /** LobbySessionEvent matchEnded. */
    matchEnded?: nevrcap.MatchEnded.$Properties | null;

    /** LobbySessionEvent scoreboardUpdated. */
    scoreboardUpdated?: nevrcap.ScoreboardUpdated.$Properties | null;

    /** LobbySessionEvent playerJoined. */
    playerJoined?: nevrcap.PlayerJoined.$Properties | null;

    /** LobbySessionEvent playerLeft. */
    playerLeft?: nevrcap.PlayerLeft.$Properties | null;

    /** LobbySessionEvent playerSwitchedTeam. */
    playerSwitchedTeam?: nevrcap.PlayerSwitchedTeam.$Properties | null;

    /** LobbySessionEvent emotePlayed. */
    emotePlayed?: nevrcap.EmotePlayed.$Properties | null;

    /** LobbySessionEvent discPossessionChanged. */
    discPossessionChanged?: nevrcap.DiscPossessionChanged.$Properties | null;

    /** LobbySessionEvent discThrown. */
    discThrown?: nevrcap.DiscThrown.$Properties | null;

    /** LobbySessionEvent discCaught. */
    discCaught?: nevrcap.DiscCaught.$Properties | null;

    /** LobbySessionEvent goalScored. */
    goalScored?: nevrcap.GoalScored.$Properties | null;

    /** LobbySessionEvent playerGoal. */
    playerGoal?: nevrcap.PlayerGoal.$Properties | null;

    /** LobbySessionEvent playerSave. */
    playerSave?: nevrcap.PlayerSave.$Properties | null;

    /** LobbySessionEvent playerStun. */
    playerStun?: nevrcap.PlayerStun.$Properties | null;

    /** LobbySessionEvent playerPass. */
    playerPass?: nevrcap.PlayerPass.$Properties | null;

    /** LobbySessionEvent playerSteal. */
    playerSteal?: nevrcap.PlayerSteal.$Properties | null;

    /** LobbySessionEvent playerBlock. */
    playerBlock?: nevrcap.PlayerBlock.$Properties | null;

    /** LobbySessionEvent playerInterception. */
    playerInterception?: nevrcap.PlayerInterception.$Properties | null;

    /** LobbySessionEvent playerAssist. */
    playerAssist?: nevrcap.PlayerAssist.$Properties | null;

    /** LobbySessionEvent playerShotTaken. */
    playerShotTaken?: nevrcap.PlayerShotTaken.$Properties | null;

    /** LobbySessionEvent genericEvent. */
    genericEvent?: nevrcap.GenericEvent.$Properties | null;

    /** LobbySessionEvent event. */
    event?:
      | 'roundStarted'
      | 'roundPaused'
      | 'roundUnpaused'
      | 'roundEnded'
      | 'matchEnded'
      | 'scoreboardUpdated'
      | 'playerJoined'
      | 'playerLeft'
      | 'playerSwitchedTeam'
      | 'emotePlayed'
      | 'discPossessionChanged'
      | 'discThrown'
      | 'discCaught'
      | 'goalScored'
      | 'playerGoal'
      | 'playerSave'
      | 'playerStun'
      | 'playerPass'
      | 'playerSteal'
      | 'playerBlock'
      | 'playerInterception'
      | 'playerAssist'
      | 'playerShotTaken'
      | 'genericEvent';

    /**
     * Encodes the specified LobbySessionEvent message. Does not implicitly {@link nevrcap.LobbySessionEvent.verify|verify} messages.
     * @param message LobbySessionEvent message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.LobbySessionEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a LobbySessionEvent message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.LobbySessionEvent & nevrcap.LobbySessionEvent.$Shape} LobbySessionEvent
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.LobbySessionEvent & nevrcap.LobbySessionEvent.$Shape;
  }

  namespace LobbySessionEvent {
    /** Properties of a LobbySessionEvent. */
    interface $Properties {
      /** LobbySessionEvent roundStarted */
      roundStarted?: nevrcap.RoundStarted.$Properties | null;

      /** LobbySessionEvent roundPaused */
      roundPaused?: nevrcap.RoundPaused.$Properties | null;

      /** LobbySessionEvent roundUnpaused */
      roundUnpaused?: nevrcap.RoundUnpaused.$Properties | null;

      /** LobbySessionEvent roundEnded */
      roundEnded?: nevrcap.RoundEnded.$Properties | null;

      /** LobbySessionEvent matchEnded */
      matchEnded?: nevrcap.MatchEnded.$Properties | null;

      /** LobbySessionEvent scoreboardUpdated */
      scoreboardUpdated?: nevrcap.ScoreboardUpdated.$Properties | null;

      /** LobbySessionEvent playerJoined */
      playerJoined?: nevrcap.PlayerJoined.$Properties | null;

      /** LobbySessionEvent playerLeft */
      playerLeft?: nevrcap.PlayerLeft.$Properties | null;

      /** LobbySessionEvent playerSwitchedTeam */
      playerSwitchedTeam?: nevrcap.PlayerSwitchedTeam.$Properties | null;

      /** LobbySessionEvent emotePlayed */
      emotePlayed?: nevrcap.EmotePlayed.$Properties | null;

      /** LobbySessionEvent discPossessionChanged */
      discPossessionChanged?: nevrcap.DiscPossessionChanged.$Properties | null;

      /** LobbySessionEvent discThrown */
      discThrown?: nevrcap.DiscThrown.$Properties | null;

      /** LobbySessionEvent discCaught */
      discCaught?: nevrcap.DiscCaught.$Properties | null;

      /** LobbySessionEvent goalScored */
      goalScored?: nevrcap.GoalScored.$Properties | null;

      /** LobbySessionEvent playerGoal */
      playerGoal?: nevrcap.PlayerGoal.$Properties | null;

      /** LobbySessionEvent playerSave */
      playerSave?: nevrcap.PlayerSave.$Properties | null;

      /** LobbySessionEvent playerStun */
      playerStun?: nevrcap.PlayerStun.$Properties | null;

      /** LobbySessionEvent playerPass */
      playerPass?: nevrcap.PlayerPass.$Properties | null;

      /** LobbySessionEvent playerSteal */
      playerSteal?: nevrcap.PlayerSteal.$Properties | null;

      /** LobbySessionEvent playerBlock */
      playerBlock?: nevrcap.PlayerBlock.$Properties | null;

      /** LobbySessionEvent playerInterception */
      playerInterception?: nevrcap.PlayerInterception.$Properties | null;

      /** LobbySessionEvent playerAssist */
      playerAssist?: nevrcap.PlayerAssist.$Properties | null;

      /** LobbySessionEvent playerShotTaken */
      playerShotTaken?: nevrcap.PlayerShotTaken.$Properties | null;

      /** LobbySessionEvent genericEvent */
      genericEvent?: nevrcap.GenericEvent.$Properties | null;

      /** LobbySessionEvent event */
      event?:
        | 'roundStarted'
        | 'roundPaused'
        | 'roundUnpaused'
        | 'roundEnded'
        | 'matchEnded'
        | 'scoreboardUpdated'
        | 'playerJoined'
        | 'playerLeft'
        | 'playerSwitchedTeam'
        | 'emotePlayed'
        | 'discPossessionChanged'
        | 'discThrown'
        | 'discCaught'
        | 'goalScored'
        | 'playerGoal'
        | 'playerSave'
        | 'playerStun'
        | 'playerPass'
        | 'playerSteal'
        | 'playerBlock'
        | 'playerInterception'
        | 'playerAssist'
        | 'playerShotTaken'
        | 'genericEvent';

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Narrowed shape of a LobbySessionEvent. */
    type $Shape = {
      roundStarted?: nevrcap.RoundStarted.$Shape | null;
      roundPaused?: nevrcap.RoundPaused.$Shape | null;
      roundUnpaused?: nevrcap.RoundUnpaused.$Shape | null;
      roundEnded?: nevrcap.RoundEnded.$Shape | null;
      matchEnded?: nevrcap.MatchEnded.$Shape | null;
      scoreboardUpdated?: nevrcap.ScoreboardUpdated.$Shape | null;
      playerJoined?: nevrcap.PlayerJoined.$Shape | null;
      playerLeft?: nevrcap.PlayerLeft.$Shape | null;
      playerSwitchedTeam?: nevrcap.PlayerSwitchedTeam.$Shape | null;
      emotePlayed?: nevrcap.EmotePlayed.$Shape | null;
      discPossessionChanged?: nevrcap.DiscPossessionChanged.$Shape | null;
      discThrown?: nevrcap.DiscThrown.$Shape | null;
      discCaught?: nevrcap.DiscCaught.$Shape | null;
      goalScored?: nevrcap.GoalScored.$Shape | null;
      playerGoal?: nevrcap.PlayerGoal.$Shape | null;
      playerSave?: nevrcap.PlayerSave.$Shape | null;
      playerStun?: nevrcap.PlayerStun.$Shape | null;
      playerPass?: nevrcap.PlayerPass.$Shape | null;
      playerSteal?: nevrcap.PlayerSteal.$Shape | null;
      playerBlock?: nevrcap.PlayerBlock.$Shape | null;
      playerInterception?: nevrcap.PlayerInterception.$Shape | null;
      playerAssist?: nevrcap.PlayerAssist.$Shape | null;
      playerShotTaken?: nevrcap.PlayerShotTaken.$Shape | null;
      genericEvent?: nevrcap.GenericEvent.$Shape | null;
      $unknowns?: Uint8Array[];
    } & (
      | {
          event?: undefined;
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'roundStarted';
          roundStarted: nevrcap.RoundStarted.$Shape;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'roundPaused';
          roundStarted?: null;
          roundPaused: nevrcap.RoundPaused.$Shape;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'roundUnpaused';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused: nevrcap.RoundUnpaused.$Shape;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'roundEnded';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded: nevrcap.RoundEnded.$Shape;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'matchEnded';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded: nevrcap.MatchEnded.$Shape;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'scoreboardUpdated';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated: nevrcap.ScoreboardUpdated.$Shape;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerJoined';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined: nevrcap.PlayerJoined.$Shape;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerLeft';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft: nevrcap.PlayerLeft.$Shape;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerSwitchedTeam';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam: nevrcap.PlayerSwitchedTeam.$Shape;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'emotePlayed';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed: nevrcap.EmotePlayed.$Shape;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'discPossessionChanged';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged: nevrcap.DiscPossessionChanged.$Shape;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'discThrown';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown: nevrcap.DiscThrown.$Shape;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'discCaught';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught: nevrcap.DiscCaught.$Shape;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'goalScored';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored: nevrcap.GoalScored.$Shape;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerGoal';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal: nevrcap.PlayerGoal.$Shape;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerSave';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave: nevrcap.PlayerSave.$Shape;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerStun';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun: nevrcap.PlayerStun.$Shape;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerPass';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass: nevrcap.PlayerPass.$Shape;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerSteal';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal: nevrcap.PlayerSteal.$Shape;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerBlock';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock: nevrcap.PlayerBlock.$Shape;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerInterception';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception: nevrcap.PlayerInterception.$Shape;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerAssist';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist: nevrcap.PlayerAssist.$Shape;
          playerShotTaken?: null;
          genericEvent?: null;
        }
      | {
          event?: 'playerShotTaken';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken: nevrcap.PlayerShotTaken.$Shape;
          genericEvent?: null;
        }
      | {
          event?: 'genericEvent';
          roundStarted?: null;
          roundPaused?: null;
          roundUnpaused?: null;
          roundEnded?: null;
          matchEnded?: null;
          scoreboardUpdated?: null;
          playerJoined?: null;
          playerLeft?: null;
          playerSwitchedTeam?: null;
          emotePlayed?: null;
          discPossessionChanged?: null;
          discThrown?: null;
          discCaught?: null;
          goalScored?: null;
          playerGoal?: null;
          playerSave?: null;
          playerStun?: null;
          playerPass?: null;
          playerSteal?: null;
          playerBlock?: null;
          playerInterception?: null;
          playerAssist?: null;
          playerShotTaken?: null;
          genericEvent: nevrcap.GenericEvent.$Shape;
        }
    );
  }

  /**
   * Properties of a RoundStarted.
   * @deprecated Use nevrcap.RoundStarted.$Properties instead.
   */
  interface IRoundStarted extends nevrcap.RoundStarted.$Properties {}

  /** Represents a RoundStarted. */
  class RoundStarted {
    /**
     * Constructs a new RoundStarted.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.RoundStarted.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** RoundStarted roundNumber. */
    roundNumber: number;

    /**
     * Encodes the specified RoundStarted message. Does not implicitly {@link nevrcap.RoundStarted.verify|verify} messages.
     * @param message RoundStarted message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.RoundStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a RoundStarted message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.RoundStarted & nevrcap.RoundStarted.$Shape} RoundStarted
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.RoundStarted & nevrcap.RoundStarted.$Shape;
  }

  namespace RoundStarted {
    /** Properties of a RoundStarted. */
    interface $Properties {
      /** RoundStarted roundNumber */
      roundNumber?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a RoundStarted. */
    type $Shape = nevrcap.RoundStarted.$Properties;
  }

  /**
   * Properties of a RoundPaused.
   * @deprecated Use nevrcap.RoundPaused.$Properties instead.
   */
  interface IRoundPaused extends nevrcap.RoundPaused.$Properties {}

  /** Represents a RoundPaused. */
  class RoundPaused {
    /**
     * Constructs a new RoundPaused.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.RoundPaused.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** RoundPaused pauseState. */
    pauseState?: nevrcap.PauseState.$Properties | null;

    /**
     * Encodes the specified RoundPaused message. Does not implicitly {@link nevrcap.RoundPaused.verify|verify} messages.
     * @param message RoundPaused message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.RoundPaused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a RoundPaused message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.RoundPaused & nevrcap.RoundPaused.$Shape} RoundPaused
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.RoundPaused & nevrcap.RoundPaused.$Shape;
  }

  namespace RoundPaused {
    /** Properties of a RoundPaused. */
    interface $Properties {
      /** RoundPaused pauseState */
      pauseState?: nevrcap.PauseState.$Properties | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a RoundPaused. */
    type $Shape = nevrcap.RoundPaused.$Properties;
  }

  /**
   * Properties of a RoundUnpaused.
   * @deprecated Use nevrcap.RoundUnpaused.$Properties instead.
   */
  interface IRoundUnpaused extends nevrcap.RoundUnpaused.$Properties {}

  /** Represents a RoundUnpaused. */
  class RoundUnpaused {
    /**
     * Constructs a new RoundUnpaused.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.RoundUnpaused.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** RoundUnpaused pauseState. */
    pauseState?: nevrcap.PauseState.$Properties | null;

    /**
     * Encodes the specified RoundUnpaused message. Does not implicitly {@link nevrcap.RoundUnpaused.verify|verify} messages.
     * @param message RoundUnpaused message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.RoundUnpaused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a RoundUnpaused message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.RoundUnpaused & nevrcap.RoundUnpaused.$Shape} RoundUnpaused
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.RoundUnpaused & nevrcap.RoundUnpaused.$Shape;
  }

  namespace RoundUnpaused {
    /** Properties of a RoundUnpaused. */
    interface $Properties {
      /** RoundUnpaused pauseState */
      pauseState?: nevrcap.PauseState.$Properties | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a RoundUnpaused. */
    type $Shape = nevrcap.RoundUnpaused.$Properties;
  }

  /**
   * Properties of a RoundEnded.
   * @deprecated Use nevrcap.RoundEnded.$Properties instead.
   */
  interface IRoundEnded extends nevrcap.RoundEnded.$Properties {}

  /** Represents a RoundEnded. */
  class RoundEnded {
    /**
     * Constructs a new RoundEnded.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.RoundEnded.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** RoundEnded roundNumber. */
    roundNumber: number;

    /** RoundEnded winningTeam. */
    winningTeam: nevrcap.Role;

    /**
     * Encodes the specified RoundEnded message. Does not implicitly {@link nevrcap.RoundEnded.verify|verify} messages.
     * @param message RoundEnded message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.RoundEnded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a RoundEnded message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.RoundEnded & nevrcap.RoundEnded.$Shape} RoundEnded
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.RoundEnded & nevrcap.RoundEnded.$Shape;
  }

  namespace RoundEnded {
    /** Properties of a RoundEnded. */
    interface $Properties {
      /** RoundEnded roundNumber */
      roundNumber?: number | null;

      /** RoundEnded winningTeam */
      winningTeam?: nevrcap.Role | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a RoundEnded. */
    type $Shape = nevrcap.RoundEnded.$Properties;
  }

  /**
   * Properties of a MatchEnded.
   * @deprecated Use nevrcap.MatchEnded.$Properties instead.
   */
  interface IMatchEnded extends nevrcap.MatchEnded.$Properties {}

  /** Represents a MatchEnded. */
  class MatchEnded {
    /**
     * Constructs a new MatchEnded.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.MatchEnded.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** MatchEnded winningTeam. */
    winningTeam: nevrcap.Role;

    /**
     * Encodes the specified MatchEnded message. Does not implicitly {@link nevrcap.MatchEnded.verify|verify} messages.
     * @param message MatchEnded message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.MatchEnded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a MatchEnded message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.MatchEnded & nevrcap.MatchEnded.$Shape} MatchEnded
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.MatchEnded & nevrcap.MatchEnded.$Shape;
  }

  namespace MatchEnded {
    /** Properties of a MatchEnded. */
    interface $Properties {
      /** MatchEnded winningTeam */
      winningTeam?: nevrcap.Role | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a MatchEnded. */
    type $Shape = nevrcap.MatchEnded.$Properties;
  }

  /**
   * Properties of a ScoreboardUpdated.
   * @deprecated Use nevrcap.ScoreboardUpdated.$Properties instead.
   */
  interface IScoreboardUpdated extends nevrcap.ScoreboardUpdated.$Properties {}

  /** Represents a ScoreboardUpdated. */
  class ScoreboardUpdated {
    /**
     * Constructs a new ScoreboardUpdated.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.ScoreboardUpdated.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** ScoreboardUpdated bluePoints. */
    bluePoints: number;

    /** ScoreboardUpdated orangePoints. */
    orangePoints: number;

    /** ScoreboardUpdated blueRoundScore. */
    blueRoundScore: number;

    /** ScoreboardUpdated orangeRoundScore. */
    orangeRoundScore: number;

    /** ScoreboardUpdated gameClockDisplay. */
    gameClockDisplay: string;

    /**
     * Encodes the specified ScoreboardUpdated message. Does not implicitly {@link nevrcap.ScoreboardUpdated.verify|verify} messages.
     * @param message ScoreboardUpdated message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.ScoreboardUpdated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a ScoreboardUpdated message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.ScoreboardUpdated & nevrcap.ScoreboardUpdated.$Shape} ScoreboardUpdated
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.ScoreboardUpdated & nevrcap.ScoreboardUpdated.$Shape;
  }

  namespace ScoreboardUpdated {
    /** Properties of a ScoreboardUpdated. */
    interface $Properties {
      /** ScoreboardUpdated bluePoints */
      bluePoints?: number | null;

      /** ScoreboardUpdated orangePoints */
      orangePoints?: number | null;

      /** ScoreboardUpdated blueRoundScore */
      blueRoundScore?: number | null;

      /** ScoreboardUpdated orangeRoundScore */
      orangeRoundScore?: number | null;

      /** ScoreboardUpdated gameClockDisplay */
      gameClockDisplay?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a ScoreboardUpdated. */
    type $Shape = nevrcap.ScoreboardUpdated.$Properties;
  }

  /**
   * Properties of a PlayerJoined.
   * @deprecated Use nevrcap.PlayerJoined.$Properties instead.
   */
  interface IPlayerJoined extends nevrcap.PlayerJoined.$Properties {}

  /** Represents a PlayerJoined. */
  class PlayerJoined {
    /**
     * Constructs a new PlayerJoined.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerJoined.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerJoined player. */
    player?: nevrcap.TeamMember.$Properties | null;

    /** PlayerJoined role. */
    role: nevrcap.Role;

    /**
     * Encodes the specified PlayerJoined message. Does not implicitly {@link nevrcap.PlayerJoined.verify|verify} messages.
     * @param message PlayerJoined message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerJoined.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerJoined message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerJoined & nevrcap.PlayerJoined.$Shape} PlayerJoined
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerJoined & nevrcap.PlayerJoined.$Shape;
  }

  namespace PlayerJoined {
    /** Properties of a PlayerJoined. */
    interface $Properties {
      /** PlayerJoined player */
      player?: nevrcap.TeamMember.$Properties | null;

      /** PlayerJoined role */
      role?: nevrcap.Role | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerJoined. */
    type $Shape = nevrcap.PlayerJoined.$Properties;
  }

  /**
   * Properties of a PlayerLeft.
   * @deprecated Use nevrcap.PlayerLeft.$Properties instead.
   */
  interface IPlayerLeft extends nevrcap.PlayerLeft.$Properties {}

  /** Represents a PlayerLeft. */
  class PlayerLeft {
    /**
     * Constructs a new PlayerLeft.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerLeft.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerLeft playerSlot. */
    playerSlot: number;

    /** PlayerLeft displayName. */
    displayName: string;

    /**
     * Encodes the specified PlayerLeft message. Does not implicitly {@link nevrcap.PlayerLeft.verify|verify} messages.
     * @param message PlayerLeft message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerLeft.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerLeft message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerLeft & nevrcap.PlayerLeft.$Shape} PlayerLeft
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerLeft & nevrcap.PlayerLeft.$Shape;
  }

  namespace PlayerLeft {
    /** Properties of a PlayerLeft. */
    interface $Properties {
      /** PlayerLeft playerSlot */
      playerSlot?: number | null;

      /** PlayerLeft displayName */
      displayName?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerLeft. */
    type $Shape = nevrcap.PlayerLeft.$Properties;
  }

  /**
   * Properties of a PlayerSwitchedTeam.
   * @deprecated Use nevrcap.PlayerSwitchedTeam.$Properties instead.
   */
  interface IPlayerSwitchedTeam extends nevrcap.PlayerSwitchedTeam.$Properties {}

  /** Represents a PlayerSwitchedTeam. */
  class PlayerSwitchedTeam {
    /**
     * Constructs a new PlayerSwitchedTeam.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerSwitchedTeam.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerSwitchedTeam playerSlot. */
    playerSlot: number;

    /** PlayerSwitchedTeam newRole. */
    newRole: nevrcap.Role;

    /** PlayerSwitchedTeam prevRole. */
    prevRole: nevrcap.Role;

    /**
     * Encodes the specified PlayerSwitchedTeam message. Does not implicitly {@link nevrcap.PlayerSwitchedTeam.verify|verify} messages.
     * @param message PlayerSwitchedTeam message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerSwitchedTeam.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerSwitchedTeam message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerSwitchedTeam & nevrcap.PlayerSwitchedTeam.$Shape} PlayerSwitchedTeam
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerSwitchedTeam & nevrcap.PlayerSwitchedTeam.$Shape;
  }

  namespace PlayerSwitchedTeam {
    /** Properties of a PlayerSwitchedTeam. */
    interface $Properties {
      /** PlayerSwitchedTeam playerSlot */
      playerSlot?: number | null;

      /** PlayerSwitchedTeam newRole */
      newRole?: nevrcap.Role | null;

      /** PlayerSwitchedTeam prevRole */
      prevRole?: nevrcap.Role | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerSwitchedTeam. */
    type $Shape = nevrcap.PlayerSwitchedTeam.$Properties;
  }

  /**
   * Properties of an EmotePlayed.
   * @deprecated Use nevrcap.EmotePlayed.$Properties instead.
   */
  interface IEmotePlayed extends nevrcap.EmotePlayed.$Properties {}

  /** Represents an EmotePlayed. */
  class EmotePlayed {
    /**
     * Constructs a new EmotePlayed.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.EmotePlayed.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** EmotePlayed playerSlot. */
    playerSlot: number;

    /** EmotePlayed emote. */
    emote: nevrcap.EmoteType;

    /**
     * Encodes the specified EmotePlayed message. Does not implicitly {@link nevrcap.EmotePlayed.verify|verify} messages.
     * @param message EmotePlayed message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.EmotePlayed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes an EmotePlayed message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.EmotePlayed & nevrcap.EmotePlayed.$Shape} EmotePlayed
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.EmotePlayed & nevrcap.EmotePlayed.$Shape;
  }

  namespace EmotePlayed {
    /** Properties of an EmotePlayed. */
    interface $Properties {
      /** EmotePlayed playerSlot */
      playerSlot?: number | null;

      /** EmotePlayed emote */
      emote?: nevrcap.EmoteType | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of an EmotePlayed. */
    type $Shape = nevrcap.EmotePlayed.$Properties;
  }

  /**
   * Properties of a DiscPossessionChanged.
   * @deprecated Use nevrcap.DiscPossessionChanged.$Properties instead.
   */
  interface IDiscPossessionChanged extends nevrcap.DiscPossessionChanged.$Properties {}

  /** Represents a DiscPossessionChanged. */
  class DiscPossessionChanged {
    /**
     * Constructs a new DiscPossessionChanged.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.DiscPossessionChanged.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** DiscPossessionChanged playerSlot. */
    playerSlot: number;

    /** DiscPossessionChanged previousPlayerSlot. */
    previousPlayerSlot: number;

    /**
     * Encodes the specified DiscPossessionChanged message. Does not implicitly {@link nevrcap.DiscPossessionChanged.verify|verify} messages.
     * @param message DiscPossessionChanged message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.DiscPossessionChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a DiscPossessionChanged message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.DiscPossessionChanged & nevrcap.DiscPossessionChanged.$Shape} DiscPossessionChanged
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(
      reader: $protobuf.Reader | Uint8Array,
      length?: number,
    ): nevrcap.DiscPossessionChanged & nevrcap.DiscPossessionChanged.$Shape;
  }

  namespace DiscPossessionChanged {
    /** Properties of a DiscPossessionChanged. */
    interface $Properties {
      /** DiscPossessionChanged playerSlot */
      playerSlot?: number | null;

      /** DiscPossessionChanged previousPlayerSlot */
      previousPlayerSlot?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a DiscPossessionChanged. */
    type $Shape = nevrcap.DiscPossessionChanged.$Properties;
  }

  /**
   * Properties of a DiscThrown.
   * @deprecated Use nevrcap.DiscThrown.$Properties instead.
   */
  interface IDiscThrown extends nevrcap.DiscThrown.$Properties {}

  /** Represents a DiscThrown. */
  class DiscThrown {
    /**
     * Constructs a new DiscThrown.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.DiscThrown.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** DiscThrown playerSlot. */
    playerSlot: number;

    /** DiscThrown throwDetails. */
    throwDetails?: nevrcap.LastThrowInfo.$Properties | null;

    /**
     * Encodes the specified DiscThrown message. Does not implicitly {@link nevrcap.DiscThrown.verify|verify} messages.
     * @param message DiscThrown message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.DiscThrown.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a DiscThrown message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.DiscThrown & nevrcap.DiscThrown.$Shape} DiscThrown
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.DiscThrown & nevrcap.DiscThrown.$Shape;
  }

  namespace DiscThrown {
    /** Properties of a DiscThrown. */
    interface $Properties {
      /** DiscThrown playerSlot */
      playerSlot?: number | null;

      /** DiscThrown throwDetails */
      throwDetails?: nevrcap.LastThrowInfo.$Properties | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a DiscThrown. */
    type $Shape = nevrcap.DiscThrown.$Properties;
  }

  /**
   * Properties of a DiscCaught.
   * @deprecated Use nevrcap.DiscCaught.$Properties instead.
   */
  interface IDiscCaught extends nevrcap.DiscCaught.$Properties {}

  /** Represents a DiscCaught. */
  class DiscCaught {
    /**
     * Constructs a new DiscCaught.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.DiscCaught.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** DiscCaught playerSlot. */
    playerSlot: number;

    /**
     * Encodes the specified DiscCaught message. Does not implicitly {@link nevrcap.DiscCaught.verify|verify} messages.
     * @param message DiscCaught message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.DiscCaught.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a DiscCaught message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.DiscCaught & nevrcap.DiscCaught.$Shape} DiscCaught
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.DiscCaught & nevrcap.DiscCaught.$Shape;
  }

  namespace DiscCaught {
    /** Properties of a DiscCaught. */
    interface $Properties {
      /** DiscCaught playerSlot */
      playerSlot?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a DiscCaught. */
    type $Shape = nevrcap.DiscCaught.$Properties;
  }

  /**
   * Properties of a GoalScored.
   * @deprecated Use nevrcap.GoalScored.$Properties instead.
   */
  interface IGoalScored extends nevrcap.GoalScored.$Properties {}

  /** Represents a GoalScored. */
  class GoalScored {
    /**
     * Constructs a new GoalScored.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.GoalScored.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** GoalScored scoreDetails. */
    scoreDetails?: nevrcap.LastScore.$Properties | null;

    /**
     * Encodes the specified GoalScored message. Does not implicitly {@link nevrcap.GoalScored.verify|verify} messages.
     * @param message GoalScored message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.GoalScored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a GoalScored message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.GoalScored & nevrcap.GoalScored.$Shape} GoalScored
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.GoalScored & nevrcap.GoalScored.$Shape;
  }

  namespace GoalScored {
    /** Properties of a GoalScored. */
    interface $Properties {
      /** GoalScored scoreDetails */
      scoreDetails?: nevrcap.LastScore.$Properties | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a GoalScored. */
    type $Shape = nevrcap.GoalScored.$Properties;
  }

  /**
   * Properties of a PlayerGoal.
   * @deprecated Use nevrcap.PlayerGoal.$Properties instead.
   */
  interface IPlayerGoal extends nevrcap.PlayerGoal.$Properties {}

  /** Represents a PlayerGoal. */
  class PlayerGoal {
    /**
     * Constructs a new PlayerGoal.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerGoal.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerGoal playerSlot. */
    playerSlot: number;

    /** PlayerGoal totalGoals. */
    totalGoals: number;

    /** PlayerGoal points. */
    points: number;

    /**
     * Encodes the specified PlayerGoal message. Does not implicitly {@link nevrcap.PlayerGoal.verify|verify} messages.
     * @param message PlayerGoal message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerGoal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerGoal message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerGoal & nevrcap.PlayerGoal.$Shape} PlayerGoal
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerGoal & nevrcap.PlayerGoal.$Shape;
  }

  namespace PlayerGoal {
    /** Properties of a PlayerGoal. */
    interface $Properties {
      /** PlayerGoal playerSlot */
      playerSlot?: number | null;

      /** PlayerGoal totalGoals */
      totalGoals?: number | null;

      /** PlayerGoal points */
      points?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerGoal. */
    type $Shape = nevrcap.PlayerGoal.$Properties;
  }

  /**
   * Properties of a PlayerSave.
   * @deprecated Use nevrcap.PlayerSave.$Properties instead.
   */
  interface IPlayerSave extends nevrcap.PlayerSave.$Properties {}

  /** Represents a PlayerSave. */
  class PlayerSave {
    /**
     * Constructs a new PlayerSave.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerSave.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerSave playerSlot. */
    playerSlot: number;

    /** PlayerSave totalSaves. */
    totalSaves: number;

    /**
     * Encodes the specified PlayerSave message. Does not implicitly {@link nevrcap.PlayerSave.verify|verify} messages.
     * @param message PlayerSave message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerSave.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerSave message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerSave & nevrcap.PlayerSave.$Shape} PlayerSave
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerSave & nevrcap.PlayerSave.$Shape;
  }

  namespace PlayerSave {
    /** Properties of a PlayerSave. */
    interface $Properties {
      /** PlayerSave playerSlot */
      playerSlot?: number | null;

      /** PlayerSave totalSaves */
      totalSaves?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerSave. */
    type $Shape = nevrcap.PlayerSave.$Properties;
  }

  /**
   * Properties of a PlayerStun.
   * @deprecated Use nevrcap.PlayerStun.$Properties instead.
   */
  interface IPlayerStun extends nevrcap.PlayerStun.$Properties {}

  /** Represents a PlayerStun. */
  class PlayerStun {
    /**
     * Constructs a new PlayerStun.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerStun.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerStun playerSlot. */
    playerSlot: number;

    /** PlayerStun totalStuns. */
    totalStuns: number;

    /**
     * Encodes the specified PlayerStun message. Does not implicitly {@link nevrcap.PlayerStun.verify|verify} messages.
     * @param message PlayerStun message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerStun.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerStun message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerStun & nevrcap.PlayerStun.$Shape} PlayerStun
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerStun & nevrcap.PlayerStun.$Shape;
  }

  namespace PlayerStun {
    /** Properties of a PlayerStun. */
    interface $Properties {
      /** PlayerStun playerSlot */
      playerSlot?: number | null;

      /** PlayerStun totalStuns */
      totalStuns?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerStun. */
    type $Shape = nevrcap.PlayerStun.$Properties;
  }

  /**
   * Properties of a PlayerPass.
   * @deprecated Use nevrcap.PlayerPass.$Properties instead.
   */
  interface IPlayerPass extends nevrcap.PlayerPass.$Properties {}

  /** Represents a PlayerPass. */
  class PlayerPass {
    /**
     * Constructs a new PlayerPass.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerPass.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerPass playerSlot. */
    playerSlot: number;

    /** PlayerPass totalPasses. */
    totalPasses: number;

    /**
     * Encodes the specified PlayerPass message. Does not implicitly {@link nevrcap.PlayerPass.verify|verify} messages.
     * @param message PlayerPass message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerPass.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerPass message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerPass & nevrcap.PlayerPass.$Shape} PlayerPass
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerPass & nevrcap.PlayerPass.$Shape;
  }

  namespace PlayerPass {
    /** Properties of a PlayerPass. */
    interface $Properties {
      /** PlayerPass playerSlot */
      playerSlot?: number | null;

      /** PlayerPass totalPasses */
      totalPasses?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerPass. */
    type $Shape = nevrcap.PlayerPass.$Properties;
  }

  /**
   * Properties of a PlayerSteal.
   * @deprecated Use nevrcap.PlayerSteal.$Properties instead.
   */
  interface IPlayerSteal extends nevrcap.PlayerSteal.$Properties {}

  /** Represents a PlayerSteal. */
  class PlayerSteal {
    /**
     * Constructs a new PlayerSteal.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerSteal.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerSteal playerSlot. */
    playerSlot: number;

    /** PlayerSteal totalSteals. */
    totalSteals: number;

    /** PlayerSteal victimPlayerSlot. */
    victimPlayerSlot: number;

    /**
     * Encodes the specified PlayerSteal message. Does not implicitly {@link nevrcap.PlayerSteal.verify|verify} messages.
     * @param message PlayerSteal message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerSteal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerSteal message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerSteal & nevrcap.PlayerSteal.$Shape} PlayerSteal
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerSteal & nevrcap.PlayerSteal.$Shape;
  }

  namespace PlayerSteal {
    /** Properties of a PlayerSteal. */
    interface $Properties {
      /** PlayerSteal playerSlot */
      playerSlot?: number | null;

      /** PlayerSteal totalSteals */
      totalSteals?: number | null;

      /** PlayerSteal victimPlayerSlot */
      victimPlayerSlot?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerSteal. */
    type $Shape = nevrcap.PlayerSteal.$Properties;
  }

  /**
   * Properties of a PlayerBlock.
   * @deprecated Use nevrcap.PlayerBlock.$Properties instead.
   */
  interface IPlayerBlock extends nevrcap.PlayerBlock.$Properties {}

  /** Represents a PlayerBlock. */
  class PlayerBlock {
    /**
     * Constructs a new PlayerBlock.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerBlock.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerBlock playerSlot. */
    playerSlot: number;

    /** PlayerBlock totalBlocks. */
    totalBlocks: number;

    /**
     * Encodes the specified PlayerBlock message. Does not implicitly {@link nevrcap.PlayerBlock.verify|verify} messages.
     * @param message PlayerBlock message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerBlock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerBlock message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerBlock & nevrcap.PlayerBlock.$Shape} PlayerBlock
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerBlock & nevrcap.PlayerBlock.$Shape;
  }

  namespace PlayerBlock {
    /** Properties of a PlayerBlock. */
    interface $Properties {
      /** PlayerBlock playerSlot */
      playerSlot?: number | null;

      /** PlayerBlock totalBlocks */
      totalBlocks?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerBlock. */
    type $Shape = nevrcap.PlayerBlock.$Properties;
  }

  /**
   * Properties of a PlayerInterception.
   * @deprecated Use nevrcap.PlayerInterception.$Properties instead.
   */
  interface IPlayerInterception extends nevrcap.PlayerInterception.$Properties {}

  /** Represents a PlayerInterception. */
  class PlayerInterception {
    /**
     * Constructs a new PlayerInterception.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerInterception.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerInterception playerSlot. */
    playerSlot: number;

    /** PlayerInterception totalInterceptions. */
    totalInterceptions: number;

    /**
     * Encodes the specified PlayerInterception message. Does not implicitly {@link nevrcap.PlayerInterception.verify|verify} messages.
     * @param message PlayerInterception message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerInterception.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerInterception message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerInterception & nevrcap.PlayerInterception.$Shape} PlayerInterception
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerInterception & nevrcap.PlayerInterception.$Shape;
  }

  namespace PlayerInterception {
    /** Properties of a PlayerInterception. */
    interface $Properties {
      /** PlayerInterception playerSlot */
      playerSlot?: number | null;

      /** PlayerInterception totalInterceptions */
      totalInterceptions?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerInterception. */
    type $Shape = nevrcap.PlayerInterception.$Properties;
  }

  /**
   * Properties of a PlayerAssist.
   * @deprecated Use nevrcap.PlayerAssist.$Properties instead.
   */
  interface IPlayerAssist extends nevrcap.PlayerAssist.$Properties {}

  /** Represents a PlayerAssist. */
  class PlayerAssist {
    /**
     * Constructs a new PlayerAssist.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerAssist.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerAssist playerSlot. */
    playerSlot: number;

    /** PlayerAssist totalAssists. */
    totalAssists: number;

    /**
     * Encodes the specified PlayerAssist message. Does not implicitly {@link nevrcap.PlayerAssist.verify|verify} messages.
     * @param message PlayerAssist message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerAssist.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerAssist message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerAssist & nevrcap.PlayerAssist.$Shape} PlayerAssist
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerAssist & nevrcap.PlayerAssist.$Shape;
  }

  namespace PlayerAssist {
    /** Properties of a PlayerAssist. */
    interface $Properties {
      /** PlayerAssist playerSlot */
      playerSlot?: number | null;

      /** PlayerAssist totalAssists */
      totalAssists?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerAssist. */
    type $Shape = nevrcap.PlayerAssist.$Properties;
  }

  /**
   * Properties of a PlayerShotTaken.
   * @deprecated Use nevrcap.PlayerShotTaken.$Properties instead.
   */
  interface IPlayerShotTaken extends nevrcap.PlayerShotTaken.$Properties {}

  /** Represents a PlayerShotTaken. */
  class PlayerShotTaken {
    /**
     * Constructs a new PlayerShotTaken.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerShotTaken.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerShotTaken playerSlot. */
    playerSlot: number;

    /** PlayerShotTaken totalShots. */
    totalShots: number;

    /**
     * Encodes the specified PlayerShotTaken message. Does not implicitly {@link nevrcap.PlayerShotTaken.verify|verify} messages.
     * @param message PlayerShotTaken message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerShotTaken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerShotTaken message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerShotTaken & nevrcap.PlayerShotTaken.$Shape} PlayerShotTaken
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerShotTaken & nevrcap.PlayerShotTaken.$Shape;
  }

  namespace PlayerShotTaken {
    /** Properties of a PlayerShotTaken. */
    interface $Properties {
      /** PlayerShotTaken playerSlot */
      playerSlot?: number | null;

      /** PlayerShotTaken totalShots */
      totalShots?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerShotTaken. */
    type $Shape = nevrcap.PlayerShotTaken.$Properties;
  }

  /**
   * Properties of a GenericEvent.
   * @deprecated Use nevrcap.GenericEvent.$Properties instead.
   */
  interface IGenericEvent extends nevrcap.GenericEvent.$Properties {}

  /** Represents a GenericEvent. */
  class GenericEvent {
    /**
     * Constructs a new GenericEvent.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.GenericEvent.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** GenericEvent eventType. */
    eventType: string;

    /** GenericEvent data. */
    data: { [k: string]: string };

    /** GenericEvent payload. */
    payload: string;

    /**
     * Encodes the specified GenericEvent message. Does not implicitly {@link nevrcap.GenericEvent.verify|verify} messages.
     * @param message GenericEvent message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.GenericEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a GenericEvent message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.GenericEvent & nevrcap.GenericEvent.$Shape} GenericEvent
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.GenericEvent & nevrcap.GenericEvent.$Shape;
  }

  namespace GenericEvent {
    /** Properties of a GenericEvent. */
    interface $Properties {
      /** GenericEvent eventType */
      eventType?: string | null;

      /** GenericEvent data */
      data?: { [k: string]: string } | null;

      /** GenericEvent payload */
      payload?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a GenericEvent. */
    type $Shape = nevrcap.GenericEvent.$Properties;
  }

  /**
   * Properties of a SessionResponse.
   * @deprecated Use nevrcap.SessionResponse.$Properties instead.
   */
  interface ISessionResponse extends nevrcap.SessionResponse.$Properties {}

  /** Represents a SessionResponse. */
  class SessionResponse {
    /**
     * Constructs a new SessionResponse.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.SessionResponse.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** SessionResponse orangeTeamRestartRequest. */
    orangeTeamRestartRequest: number;

    /** SessionResponse sessionId. */
    sessionId: string;

    /** SessionResponse gameClockDisplay. */
    gameClockDisplay: string;

    /** SessionResponse gameStatus. */
    gameStatus: string;

    /** SessionResponse sessionIp. */
    sessionIp: string;

    /** SessionResponse matchType. */
    matchType: string;

    /** SessionResponse mapName. */
    mapName: string;

    /** SessionResponse disc. */
    disc?: nevrcap.Disc.$Properties | null;

    /** SessionResponse blueRoundScore. */
    blueRoundScore: number;

    /** SessionResponse orangePoints. */
    orangePoints: number;

    /** SessionResponse privateMatch. */
    privateMatch: boolean;

    /** SessionResponse blueTeamRestartRequest. */
    blueTeamRestartRequest: number;

    /** SessionResponse tournamentMatch. */
    tournamentMatch: boolean;

    /** SessionResponse orangeRoundScore. */
    orangeRoundScore: number;

    /** SessionResponse totalRoundCount. */
    totalRoundCount: number;

    /** SessionResponse bluePoints. */
    bluePoints: number;

    /** SessionResponse lastThrow. */
    lastThrow?: nevrcap.LastThrowInfo.$Properties | null;

    /** SessionResponse player. */
    player?: nevrcap.PlayerRoot.$Properties | null;

    /** SessionResponse pause. */
    pause?: nevrcap.PauseState.$Properties | null;

    /** SessionResponse possession. */
    possession: number[];

    /** SessionResponse leftShoulderPressed. */
    leftShoulderPressed: number;

    /** SessionResponse rightShoulderPressed. */
    rightShoulderPressed: number;

    /** SessionResponse leftShoulderPressed2. */
    leftShoulderPressed2: number;

    /** SessionResponse rightShoulderPressed2. */
    rightShoulderPressed2: number;

    /** SessionResponse rulesChangedBy. */
    rulesChangedBy: string;

    /** SessionResponse rulesChangedAt. */
    rulesChangedAt: number | Long;

    /** SessionResponse clientName. */
    clientName: string;

    /** SessionResponse lastScore. */
    lastScore?: nevrcap.LastScore.$Properties | null;

    /** SessionResponse teams. */
    teams: nevrcap.Team.$Properties[];

    /** SessionResponse contested. */
    contested: boolean;

    /** SessionResponse payloadMultiplier. */
    payloadMultiplier: number;

    /** SessionResponse payloadCheckpoint. */
    payloadCheckpoint: number;

    /** SessionResponse payloadDistance. */
    payloadDistance: number;

    /** SessionResponse payloadDefenders. */
    payloadDefenders: number;

    /** SessionResponse payloadSpeed. */
    payloadSpeed: number;

    /** SessionResponse gameClock. */
    gameClock: number;

    /** SessionResponse errCode. */
    errCode: number;

    /** SessionResponse exactOrangePoints. */
    exactOrangePoints: number;

    /** SessionResponse exactBluePoints. */
    exactBluePoints: number;

    /**
     * Encodes the specified SessionResponse message. Does not implicitly {@link nevrcap.SessionResponse.verify|verify} messages.
     * @param message SessionResponse message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.SessionResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a SessionResponse message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.SessionResponse & nevrcap.SessionResponse.$Shape} SessionResponse
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.SessionResponse & nevrcap.SessionResponse.$Shape;
  }

  namespace SessionResponse {
    /** Properties of a SessionResponse. */
    interface $Properties {
      /** SessionResponse orangeTeamRestartRequest */
      orangeTeamRestartRequest?: number | null;

      /** SessionResponse sessionId */
      sessionId?: string | null;

      /** SessionResponse gameClockDisplay */
      gameClockDisplay?: string | null;

      /** SessionResponse gameStatus */
      gameStatus?: string | null;

      /** SessionResponse sessionIp */
      sessionIp?: string | null;

      /** SessionResponse matchType */
      matchType?: string | null;

      /** SessionResponse mapName */
      mapName?: string | null;

      /** SessionResponse disc */
      disc?: nevrcap.Disc.$Properties | null;

      /** SessionResponse blueRoundScore */
      blueRoundScore?: number | null;

      /** SessionResponse orangePoints */
      orangePoints?: number | null;

      /** SessionResponse privateMatch */
      privateMatch?: boolean | null;

      /** SessionResponse blueTeamRestartRequest */
      blueTeamRestartRequest?: number | null;

      /** SessionResponse tournamentMatch */
      tournamentMatch?: boolean | null;

      /** SessionResponse orangeRoundScore */
      orangeRoundScore?: number | null;

      /** SessionResponse totalRoundCount */
      totalRoundCount?: number | null;

      /** SessionResponse bluePoints */
      bluePoints?: number | null;

      /** SessionResponse lastThrow */
      lastThrow?: nevrcap.LastThrowInfo.$Properties | null;

      /** SessionResponse player */
      player?: nevrcap.PlayerRoot.$Properties | null;

      /** SessionResponse pause */
      pause?: nevrcap.PauseState.$Properties | null;

      /** SessionResponse possession */
      possession?: number[] | null;

      /** SessionResponse leftShoulderPressed */
      leftShoulderPressed?: number | null;

      /** SessionResponse rightShoulderPressed */
      rightShoulderPressed?: number | null;

      /** SessionResponse leftShoulderPressed2 */
      leftShoulderPressed2?: number | null;

      /** SessionResponse rightShoulderPressed2 */
      rightShoulderPressed2?: number | null;

      /** SessionResponse rulesChangedBy */
      rulesChangedBy?: string | null;

      /** SessionResponse rulesChangedAt */
      rulesChangedAt?: number | Long | null;

      /** SessionResponse clientName */
      clientName?: string | null;

      /** SessionResponse lastScore */
      lastScore?: nevrcap.LastScore.$Properties | null;

      /** SessionResponse teams */
      teams?: nevrcap.Team.$Properties[] | null;

      /** SessionResponse contested */
      contested?: boolean | null;

      /** SessionResponse payloadMultiplier */
      payloadMultiplier?: number | null;

      /** SessionResponse payloadCheckpoint */
      payloadCheckpoint?: number | null;

      /** SessionResponse payloadDistance */
      payloadDistance?: number | null;

      /** SessionResponse payloadDefenders */
      payloadDefenders?: number | null;

      /** SessionResponse payloadSpeed */
      payloadSpeed?: number | null;

      /** SessionResponse gameClock */
      gameClock?: number | null;

      /** SessionResponse errCode */
      errCode?: number | null;

      /** SessionResponse exactOrangePoints */
      exactOrangePoints?: number | null;

      /** SessionResponse exactBluePoints */
      exactBluePoints?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a SessionResponse. */
    type $Shape = nevrcap.SessionResponse.$Properties;
  }

  /**
   * Properties of a Disc.
   * @deprecated Use nevrcap.Disc.$Properties instead.
   */
  interface IDisc extends nevrcap.Disc.$Properties {}

  /** Represents a Disc. */
  class Disc {
    /**
     * Constructs a new Disc.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.Disc.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Disc position. */
    position: number[];

    /** Disc forward. */
    forward: number[];

    /** Disc left. */
    left: number[];

    /** Disc up. */
    up: number[];

    /** Disc velocity. */
    velocity: number[];

    /** Disc bounceCount. */
    bounceCount: number;

    /**
     * Encodes the specified Disc message. Does not implicitly {@link nevrcap.Disc.verify|verify} messages.
     * @param message Disc message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.Disc.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Disc message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.Disc & nevrcap.Disc.$Shape} Disc
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.Disc & nevrcap.Disc.$Shape;
  }

  namespace Disc {
    /** Properties of a Disc. */
    interface $Properties {
      /** Disc position */
      position?: number[] | null;

      /** Disc forward */
      forward?: number[] | null;

      /** Disc left */
      left?: number[] | null;

      /** Disc up */
      up?: number[] | null;

      /** Disc velocity */
      velocity?: number[] | null;

      /** Disc bounceCount */
      bounceCount?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Disc. */
    type $Shape = nevrcap.Disc.$Properties;
  }

  /**
   * Properties of a BodyPart.
   * @deprecated Use nevrcap.BodyPart.$Properties instead.
   */
  interface IBodyPart extends nevrcap.BodyPart.$Properties {}

  /** Represents a BodyPart. */
  class BodyPart {
    /**
     * Constructs a new BodyPart.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.BodyPart.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** BodyPart position. */
    position: number[];

    /** BodyPart forward. */
    forward: number[];

    /** BodyPart left. */
    left: number[];

    /** BodyPart up. */
    up: number[];

    /**
     * Encodes the specified BodyPart message. Does not implicitly {@link nevrcap.BodyPart.verify|verify} messages.
     * @param message BodyPart message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.BodyPart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a BodyPart message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.BodyPart & nevrcap.BodyPart.$Shape} BodyPart
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.BodyPart & nevrcap.BodyPart.$Shape;
  }

  namespace BodyPart {
    /** Properties of a BodyPart. */
    interface $Properties {
      /** BodyPart position */
      position?: number[] | null;

      /** BodyPart forward */
      forward?: number[] | null;

      /** BodyPart left */
      left?: number[] | null;

      /** BodyPart up */
      up?: number[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a BodyPart. */
    type $Shape = nevrcap.BodyPart.$Properties;
  }

  /**
   * Properties of a HandPart.
   * @deprecated Use nevrcap.HandPart.$Properties instead.
   */
  interface IHandPart extends nevrcap.HandPart.$Properties {}

  /** Represents a HandPart. */
  class HandPart {
    /**
     * Constructs a new HandPart.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.HandPart.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** HandPart pos. */
    pos: number[];

    /** HandPart forward. */
    forward: number[];

    /** HandPart left. */
    left: number[];

    /** HandPart up. */
    up: number[];

    /**
     * Encodes the specified HandPart message. Does not implicitly {@link nevrcap.HandPart.verify|verify} messages.
     * @param message HandPart message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.HandPart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a HandPart message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.HandPart & nevrcap.HandPart.$Shape} HandPart
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.HandPart & nevrcap.HandPart.$Shape;
  }

  namespace HandPart {
    /** Properties of a HandPart. */
    interface $Properties {
      /** HandPart pos */
      pos?: number[] | null;

      /** HandPart forward */
      forward?: number[] | null;

      /** HandPart left */
      left?: number[] | null;

      /** HandPart up */
      up?: number[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a HandPart. */
    type $Shape = nevrcap.HandPart.$Properties;
  }

  /**
   * Properties of a TeamMember.
   * @deprecated Use nevrcap.TeamMember.$Properties instead.
   */
  interface ITeamMember extends nevrcap.TeamMember.$Properties {}

  /** Represents a TeamMember. */
  class TeamMember {
    /**
     * Constructs a new TeamMember.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.TeamMember.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** TeamMember weapon. */
    weapon: string;

    /** TeamMember ordnance. */
    ordnance: string;

    /** TeamMember tacMod. */
    tacMod: string;

    /** TeamMember arm. */
    arm: string;

    /** TeamMember head. */
    head?: nevrcap.BodyPart.$Properties | null;

    /** TeamMember body. */
    body?: nevrcap.BodyPart.$Properties | null;

    /** TeamMember accountNumber. */
    accountNumber: number | Long;

    /** TeamMember displayName. */
    displayName: string;

    /** TeamMember slotNumber. */
    slotNumber: number;

    /** TeamMember jerseyNumber. */
    jerseyNumber: number;

    /** TeamMember level. */
    level: number;

    /** TeamMember ping. */
    ping: number;

    /** TeamMember packetLossRatio. */
    packetLossRatio: number;

    /** TeamMember isStunned. */
    isStunned: boolean;

    /** TeamMember isInvulnerable. */
    isInvulnerable: boolean;

    /** TeamMember leftHoldingOnto. */
    leftHoldingOnto: string;

    /** TeamMember rightHoldingOnto. */
    rightHoldingOnto: string;

    /** TeamMember isBlocking. */
    isBlocking: boolean;

    /** TeamMember isEmotePlaying. */
    isEmotePlaying: boolean;

    /** TeamMember hasPossession. */
    hasPossession: boolean;

    /** TeamMember leftHand. */
    leftHand?: nevrcap.HandPart.$Properties | null;

    /** TeamMember rightHand. */
    rightHand?: nevrcap.HandPart.$Properties | null;

    /** TeamMember velocity. */
    velocity: number[];

    /** TeamMember stats. */
    stats?: nevrcap.PlayerStats.$Properties | null;

    /**
     * Encodes the specified TeamMember message. Does not implicitly {@link nevrcap.TeamMember.verify|verify} messages.
     * @param message TeamMember message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.TeamMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a TeamMember message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.TeamMember & nevrcap.TeamMember.$Shape} TeamMember
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.TeamMember & nevrcap.TeamMember.$Shape;
  }

  namespace TeamMember {
    /** Properties of a TeamMember. */
    interface $Properties {
      /** TeamMember weapon */
      weapon?: string | null;

      /** TeamMember ordnance */
      ordnance?: string | null;

      /** TeamMember tacMod */
      tacMod?: string | null;

      /** TeamMember arm */
      arm?: string | null;

      /** TeamMember head */
      head?: nevrcap.BodyPart.$Properties | null;

      /** TeamMember body */
      body?: nevrcap.BodyPart.$Properties | null;

      /** TeamMember accountNumber */
      accountNumber?: number | Long | null;

      /** TeamMember displayName */
      displayName?: string | null;

      /** TeamMember slotNumber */
      slotNumber?: number | null;

      /** TeamMember jerseyNumber */
      jerseyNumber?: number | null;

      /** TeamMember level */
      level?: number | null;

      /** TeamMember ping */
      ping?: number | null;

      /** TeamMember packetLossRatio */
      packetLossRatio?: number | null;

      /** TeamMember isStunned */
      isStunned?: boolean | null;

      /** TeamMember isInvulnerable */
      isInvulnerable?: boolean | null;

      /** TeamMember leftHoldingOnto */
      leftHoldingOnto?: string | null;

      /** TeamMember rightHoldingOnto */
      rightHoldingOnto?: string | null;

      /** TeamMember isBlocking */
      isBlocking?: boolean | null;

      /** TeamMember isEmotePlaying */
      isEmotePlaying?: boolean | null;

      /** TeamMember hasPossession */
      hasPossession?: boolean | null;

      /** TeamMember leftHand */
      leftHand?: nevrcap.HandPart.$Properties | null;

      /** TeamMember rightHand */
      rightHand?: nevrcap.HandPart.$Properties | null;

      /** TeamMember velocity */
      velocity?: number[] | null;

      /** TeamMember stats */
      stats?: nevrcap.PlayerStats.$Properties | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a TeamMember. */
    type $Shape = nevrcap.TeamMember.$Properties;
  }

  /**
   * Properties of a PlayerStats.
   * @deprecated Use nevrcap.PlayerStats.$Properties instead.
   */
  interface IPlayerStats extends nevrcap.PlayerStats.$Properties {}

  /** Represents a PlayerStats. */
  class PlayerStats {
    /**
     * Constructs a new PlayerStats.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerStats.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerStats possessionTime. */
    possessionTime: number;

    /** PlayerStats points. */
    points: number;

    /** PlayerStats saves. */
    saves: number;

    /** PlayerStats goals. */
    goals: number;

    /** PlayerStats stuns. */
    stuns: number;

    /** PlayerStats passes. */
    passes: number;

    /** PlayerStats catches. */
    catches: number;

    /** PlayerStats steals. */
    steals: number;

    /** PlayerStats blocks. */
    blocks: number;

    /** PlayerStats interceptions. */
    interceptions: number;

    /** PlayerStats assists. */
    assists: number;

    /** PlayerStats shotsTaken. */
    shotsTaken: number;

    /**
     * Encodes the specified PlayerStats message. Does not implicitly {@link nevrcap.PlayerStats.verify|verify} messages.
     * @param message PlayerStats message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerStats message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerStats & nevrcap.PlayerStats.$Shape} PlayerStats
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerStats & nevrcap.PlayerStats.$Shape;
  }

  namespace PlayerStats {
    /** Properties of a PlayerStats. */
    interface $Properties {
      /** PlayerStats possessionTime */
      possessionTime?: number | null;

      /** PlayerStats points */
      points?: number | null;

      /** PlayerStats saves */
      saves?: number | null;

      /** PlayerStats goals */
      goals?: number | null;

      /** PlayerStats stuns */
      stuns?: number | null;

      /** PlayerStats passes */
      passes?: number | null;

      /** PlayerStats catches */
      catches?: number | null;

      /** PlayerStats steals */
      steals?: number | null;

      /** PlayerStats blocks */
      blocks?: number | null;

      /** PlayerStats interceptions */
      interceptions?: number | null;

      /** PlayerStats assists */
      assists?: number | null;

      /** PlayerStats shotsTaken */
      shotsTaken?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerStats. */
    type $Shape = nevrcap.PlayerStats.$Properties;
  }

  /**
   * Properties of a Team.
   * @deprecated Use nevrcap.Team.$Properties instead.
   */
  interface ITeam extends nevrcap.Team.$Properties {}

  /** Represents a Team. */
  class Team {
    /**
     * Constructs a new Team.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.Team.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Team players. */
    players: nevrcap.TeamMember.$Properties[];

    /** Team teamName. */
    teamName: string;

    /** Team hasPossession. */
    hasPossession: boolean;

    /** Team stats. */
    stats?: nevrcap.PlayerStats.$Properties | null;

    /**
     * Encodes the specified Team message. Does not implicitly {@link nevrcap.Team.verify|verify} messages.
     * @param message Team message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.Team.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Team message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.Team & nevrcap.Team.$Shape} Team
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.Team & nevrcap.Team.$Shape;
  }

  namespace Team {
    /** Properties of a Team. */
    interface $Properties {
      /** Team players */
      players?: nevrcap.TeamMember.$Properties[] | null;

      /** Team teamName */
      teamName?: string | null;

      /** Team hasPossession */
      hasPossession?: boolean | null;

      /** Team stats */
      stats?: nevrcap.PlayerStats.$Properties | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a Team. */
    type $Shape = nevrcap.Team.$Properties;
  }

  /**
   * Properties of a LastScore.
   * @deprecated Use nevrcap.LastScore.$Properties instead.
   */
  interface ILastScore extends nevrcap.LastScore.$Properties {}

  /** Represents a LastScore. */
  class LastScore {
    /**
     * Constructs a new LastScore.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.LastScore.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** LastScore discSpeed. */
    discSpeed: number;

    /** LastScore team. */
    team: string;

    /** LastScore goalType. */
    goalType: string;

    /** LastScore pointAmount. */
    pointAmount: number;

    /** LastScore distanceThrown. */
    distanceThrown: number;

    /** LastScore personScored. */
    personScored: string;

    /** LastScore assistScored. */
    assistScored: string;

    /**
     * Encodes the specified LastScore message. Does not implicitly {@link nevrcap.LastScore.verify|verify} messages.
     * @param message LastScore message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.LastScore.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a LastScore message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.LastScore & nevrcap.LastScore.$Shape} LastScore
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.LastScore & nevrcap.LastScore.$Shape;
  }

  namespace LastScore {
    /** Properties of a LastScore. */
    interface $Properties {
      /** LastScore discSpeed */
      discSpeed?: number | null;

      /** LastScore team */
      team?: string | null;

      /** LastScore goalType */
      goalType?: string | null;

      /** LastScore pointAmount */
      pointAmount?: number | null;

      /** LastScore distanceThrown */
      distanceThrown?: number | null;

      /** LastScore personScored */
      personScored?: string | null;

      /** LastScore assistScored */
      assistScored?: string | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a LastScore. */
    type $Shape = nevrcap.LastScore.$Properties;
  }

  /**
   * Properties of a LastThrowInfo.
   * @deprecated Use nevrcap.LastThrowInfo.$Properties instead.
   */
  interface ILastThrowInfo extends nevrcap.LastThrowInfo.$Properties {}

  /** Represents a LastThrowInfo. */
  class LastThrowInfo {
    /**
     * Constructs a new LastThrowInfo.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.LastThrowInfo.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** LastThrowInfo armSpeed. */
    armSpeed: number;

    /** LastThrowInfo totalSpeed. */
    totalSpeed: number;

    /** LastThrowInfo offAxisSpinDeg. */
    offAxisSpinDeg: number;

    /** LastThrowInfo wristThrowPenalty. */
    wristThrowPenalty: number;

    /** LastThrowInfo rotPerSec. */
    rotPerSec: number;

    /** LastThrowInfo potSpeedFromRot. */
    potSpeedFromRot: number;

    /** LastThrowInfo speedFromArm. */
    speedFromArm: number;

    /** LastThrowInfo speedFromMovement. */
    speedFromMovement: number;

    /** LastThrowInfo speedFromWrist. */
    speedFromWrist: number;

    /** LastThrowInfo wristAlignToThrowDeg. */
    wristAlignToThrowDeg: number;

    /** LastThrowInfo throwAlignToMovementDeg. */
    throwAlignToMovementDeg: number;

    /** LastThrowInfo offAxisPenalty. */
    offAxisPenalty: number;

    /** LastThrowInfo throwMovePenalty. */
    throwMovePenalty: number;

    /**
     * Encodes the specified LastThrowInfo message. Does not implicitly {@link nevrcap.LastThrowInfo.verify|verify} messages.
     * @param message LastThrowInfo message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.LastThrowInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a LastThrowInfo message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.LastThrowInfo & nevrcap.LastThrowInfo.$Shape} LastThrowInfo
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.LastThrowInfo & nevrcap.LastThrowInfo.$Shape;
  }

  namespace LastThrowInfo {
    /** Properties of a LastThrowInfo. */
    interface $Properties {
      /** LastThrowInfo armSpeed */
      armSpeed?: number | null;

      /** LastThrowInfo totalSpeed */
      totalSpeed?: number | null;

      /** LastThrowInfo offAxisSpinDeg */
      offAxisSpinDeg?: number | null;

      /** LastThrowInfo wristThrowPenalty */
      wristThrowPenalty?: number | null;

      /** LastThrowInfo rotPerSec */
      rotPerSec?: number | null;

      /** LastThrowInfo potSpeedFromRot */
      potSpeedFromRot?: number | null;

      /** LastThrowInfo speedFromArm */
      speedFromArm?: number | null;

      /** LastThrowInfo speedFromMovement */
      speedFromMovement?: number | null;

      /** LastThrowInfo speedFromWrist */
      speedFromWrist?: number | null;

      /** LastThrowInfo wristAlignToThrowDeg */
      wristAlignToThrowDeg?: number | null;

      /** LastThrowInfo throwAlignToMovementDeg */
      throwAlignToMovementDeg?: number | null;

      /** LastThrowInfo offAxisPenalty */
      offAxisPenalty?: number | null;

      /** LastThrowInfo throwMovePenalty */
      throwMovePenalty?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a LastThrowInfo. */
    type $Shape = nevrcap.LastThrowInfo.$Properties;
  }

  /**
   * Properties of a PauseState.
   * @deprecated Use nevrcap.PauseState.$Properties instead.
   */
  interface IPauseState extends nevrcap.PauseState.$Properties {}

  /** Represents a PauseState. */
  class PauseState {
    /**
     * Constructs a new PauseState.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PauseState.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PauseState pausedState. */
    pausedState: string;

    /** PauseState unpausedTeam. */
    unpausedTeam: string;

    /** PauseState pausedRequestedTeam. */
    pausedRequestedTeam: string;

    /** PauseState unpausedTimer. */
    unpausedTimer: number;

    /** PauseState pausedTimer. */
    pausedTimer: number;

    /**
     * Encodes the specified PauseState message. Does not implicitly {@link nevrcap.PauseState.verify|verify} messages.
     * @param message PauseState message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PauseState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PauseState message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PauseState & nevrcap.PauseState.$Shape} PauseState
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PauseState & nevrcap.PauseState.$Shape;
  }

  namespace PauseState {
    /** Properties of a PauseState. */
    interface $Properties {
      /** PauseState pausedState */
      pausedState?: string | null;

      /** PauseState unpausedTeam */
      unpausedTeam?: string | null;

      /** PauseState pausedRequestedTeam */
      pausedRequestedTeam?: string | null;

      /** PauseState unpausedTimer */
      unpausedTimer?: number | null;

      /** PauseState pausedTimer */
      pausedTimer?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PauseState. */
    type $Shape = nevrcap.PauseState.$Properties;
  }

  /**
   * Properties of a PlayerRoot.
   * @deprecated Use nevrcap.PlayerRoot.$Properties instead.
   */
  interface IPlayerRoot extends nevrcap.PlayerRoot.$Properties {}

  /** Represents a PlayerRoot. */
  class PlayerRoot {
    /**
     * Constructs a new PlayerRoot.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerRoot.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerRoot vrLeft. */
    vrLeft: number[];

    /** PlayerRoot vrPosition. */
    vrPosition: number[];

    /** PlayerRoot vrForward. */
    vrForward: number[];

    /** PlayerRoot vrUp. */
    vrUp: number[];

    /**
     * Encodes the specified PlayerRoot message. Does not implicitly {@link nevrcap.PlayerRoot.verify|verify} messages.
     * @param message PlayerRoot message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerRoot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerRoot message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerRoot & nevrcap.PlayerRoot.$Shape} PlayerRoot
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerRoot & nevrcap.PlayerRoot.$Shape;
  }

  namespace PlayerRoot {
    /** Properties of a PlayerRoot. */
    interface $Properties {
      /** PlayerRoot vrLeft */
      vrLeft?: number[] | null;

      /** PlayerRoot vrPosition */
      vrPosition?: number[] | null;

      /** PlayerRoot vrForward */
      vrForward?: number[] | null;

      /** PlayerRoot vrUp */
      vrUp?: number[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerRoot. */
    type $Shape = nevrcap.PlayerRoot.$Properties;
  }

  /**
   * Properties of a PlayerBonesResponse.
   * @deprecated Use nevrcap.PlayerBonesResponse.$Properties instead.
   */
  interface IPlayerBonesResponse extends nevrcap.PlayerBonesResponse.$Properties {}

  /** Represents a PlayerBonesResponse. */
  class PlayerBonesResponse {
    /**
     * Constructs a new PlayerBonesResponse.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.PlayerBonesResponse.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PlayerBonesResponse userBones. */
    userBones: nevrcap.UserBones.$Properties[];

    /** PlayerBonesResponse errCode. */
    errCode: number;

    /**
     * Encodes the specified PlayerBonesResponse message. Does not implicitly {@link nevrcap.PlayerBonesResponse.verify|verify} messages.
     * @param message PlayerBonesResponse message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.PlayerBonesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PlayerBonesResponse message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.PlayerBonesResponse & nevrcap.PlayerBonesResponse.$Shape} PlayerBonesResponse
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.PlayerBonesResponse & nevrcap.PlayerBonesResponse.$Shape;
  }

  namespace PlayerBonesResponse {
    /** Properties of a PlayerBonesResponse. */
    interface $Properties {
      /** PlayerBonesResponse userBones */
      userBones?: nevrcap.UserBones.$Properties[] | null;

      /** PlayerBonesResponse errCode */
      errCode?: number | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a PlayerBonesResponse. */
    type $Shape = nevrcap.PlayerBonesResponse.$Properties;
  }

  /**
   * Properties of a UserBones.
   * @deprecated Use nevrcap.UserBones.$Properties instead.
   */
  interface IUserBones extends nevrcap.UserBones.$Properties {}

  /** Represents a UserBones. */
  class UserBones {
    /**
     * Constructs a new UserBones.
     * @param [properties] Properties to set
     */
    constructor(properties?: nevrcap.UserBones.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** UserBones boneT. */
    boneT: number[];

    /** UserBones playerIndex. */
    playerIndex: number;

    /** UserBones boneO. */
    boneO: number[];

    /**
     * Encodes the specified UserBones message. Does not implicitly {@link nevrcap.UserBones.verify|verify} messages.
     * @param message UserBones message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: nevrcap.UserBones.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a UserBones message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {nevrcap.UserBones & nevrcap.UserBones.$Shape} UserBones
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: $protobuf.Reader | Uint8Array, length?: number): nevrcap.UserBones & nevrcap.UserBones.$Shape;
  }

  namespace UserBones {
    /** Properties of a UserBones. */
    interface $Properties {
      /** UserBones boneT */
      boneT?: number[] | null;

      /** UserBones playerIndex */
      playerIndex?: number | null;

      /** UserBones boneO */
      boneO?: number[] | null;

      /** Unknown fields preserved while decoding when enabled */
      $unknowns?: Uint8Array[];
    }

    /** Shape of a UserBones. */
    type $Shape = nevrcap.UserBones.$Properties;
  }
}
