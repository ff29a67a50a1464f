// Made by scripts/proto.ts from nevrcap.proto; not to be edited.
/* oxlint-disable */
import $protobuf from 'protobufjs/minimal.js';

const $Reader = $protobuf.Reader,
  $Writer = $protobuf.Writer,
  $util = $protobuf.util;
const $Object = $util.global.Object,
  $undefined = $util.global.undefined,
  $Error = $util.global.Error,
  $RangeError = $util.global.RangeError;

const $root = $protobuf.roots['default'] || ($protobuf.roots['default'] = {});

export const nevrcap = ($root.nevrcap = (() => {
  const nevrcap = {};

  nevrcap.Timestamp = (function () {
    const Timestamp = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Timestamp.prototype.seconds = $util.Long ? $util.Long.fromBits(0, 0, false) : 0;
    Timestamp.prototype.nanos = 0;

    Timestamp.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (
        message.seconds != null &&
        $Object.hasOwnProperty.call(message, 'seconds') &&
        (typeof message.seconds === 'object' ? message.seconds.low || message.seconds.high : message.seconds !== 0)
      )
        writer.uint32(8).int64(message.seconds);
      if (message.nanos != null && $Object.hasOwnProperty.call(message, 'nanos') && message.nanos !== 0)
        writer.uint32(16).int32(message.nanos);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Timestamp.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.Timestamp();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if (typeof (value = reader.int64()) === 'object' ? value.low || value.high : value !== 0) message.seconds = value;
            else delete message.seconds;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.nanos = value;
            else delete message.nanos;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Timestamp;
  })();

  nevrcap.TelemetryHeader = (function () {
    const TelemetryHeader = function (properties) {
      this.metadata = {};
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    TelemetryHeader.prototype.captureId = '';
    TelemetryHeader.prototype.createdAt = null;
    TelemetryHeader.prototype.metadata = $util.emptyObject;

    TelemetryHeader.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.captureId != null && $Object.hasOwnProperty.call(message, 'captureId') && message.captureId !== '')
        writer.uint32(10).string(message.captureId);
      if (message.createdAt != null && $Object.hasOwnProperty.call(message, 'createdAt'))
        $root.nevrcap.Timestamp.encode(message.createdAt, writer.uint32(18).fork(), _depth + 1).ldelim();
      if (message.metadata != null && $Object.hasOwnProperty.call(message, 'metadata'))
        for (let keys = $Object.keys(message.metadata), i = 0; i < keys.length; ++i)
          writer.uint32(26).fork().uint32(10).string(keys[i]).uint32(18).string(message.metadata[keys[i]]).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    TelemetryHeader.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, key, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.TelemetryHeader();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.captureId = value;
            else delete message.captureId;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.createdAt = $root.nevrcap.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.createdAt);
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if (message.metadata === $util.emptyObject) message.metadata = {};
            let end2 = reader.size() + reader.pos;
            if (end2 > reader.len) throw $RangeError('index out of range');
            reader.len = end2;
            key = '';
            value = '';
            while (reader.pos < end2) {
              let tag2 = reader.tag();
              wireType = tag2 & 7;
              switch ((tag2 >>>= 3)) {
                case 1:
                  if (wireType !== 2) break;
                  key = reader.stringVerify();
                  continue;
                case 2:
                  if (wireType !== 2) break;
                  value = reader.stringVerify();
                  continue;
              }
              reader.skipType(wireType, _depth, tag2);
            }
            if (reader.pos !== end2) throw $RangeError('index out of range');
            reader.len = end;
            if (key === '__proto__') $util.makeProp(message.metadata, key);
            message.metadata[key] = value;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return TelemetryHeader;
  })();

  nevrcap.LobbySessionStateFrame = (function () {
    const LobbySessionStateFrame = function (properties) {
      this.events = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    LobbySessionStateFrame.prototype.frameIndex = 0;
    LobbySessionStateFrame.prototype.timestamp = null;
    LobbySessionStateFrame.prototype.events = $util.emptyArray;
    LobbySessionStateFrame.prototype.session = null;
    LobbySessionStateFrame.prototype.playerBones = null;

    LobbySessionStateFrame.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.frameIndex != null && $Object.hasOwnProperty.call(message, 'frameIndex') && message.frameIndex !== 0)
        writer.uint32(8).uint32(message.frameIndex);
      if (message.timestamp != null && $Object.hasOwnProperty.call(message, 'timestamp'))
        $root.nevrcap.Timestamp.encode(message.timestamp, writer.uint32(18).fork(), _depth + 1).ldelim();
      if (message.events != null && message.events.length)
        for (let i = 0; i < message.events.length; ++i)
          $root.nevrcap.LobbySessionEvent.encode(message.events[i], writer.uint32(26).fork(), _depth + 1).ldelim();
      if (message.session != null && $Object.hasOwnProperty.call(message, 'session'))
        $root.nevrcap.SessionResponse.encode(message.session, writer.uint32(34).fork(), _depth + 1).ldelim();
      if (message.playerBones != null && $Object.hasOwnProperty.call(message, 'playerBones'))
        $root.nevrcap.PlayerBonesResponse.encode(message.playerBones, writer.uint32(42).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    LobbySessionStateFrame.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.LobbySessionStateFrame();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.frameIndex = value;
            else delete message.frameIndex;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.timestamp = $root.nevrcap.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.timestamp);
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if (!(message.events && message.events.length)) message.events = [];
            message.events.push($root.nevrcap.LobbySessionEvent.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            message.session = $root.nevrcap.SessionResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            message.playerBones = $root.nevrcap.PlayerBonesResponse.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.playerBones,
            );
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return LobbySessionStateFrame;
  })();

  nevrcap.Envelope = (function () {
    const Envelope = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Envelope.prototype.header = null;
    Envelope.prototype.frame = null;

    let $oneOfFields;

    $Object.defineProperty(Envelope.prototype, 'message', {
      get: $util.oneOfGetter(($oneOfFields = ['header', 'frame'])),
      set: $util.oneOfSetter($oneOfFields),
    });

    Envelope.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.header != null && $Object.hasOwnProperty.call(message, 'header'))
        $root.nevrcap.TelemetryHeader.encode(message.header, writer.uint32(10).fork(), _depth + 1).ldelim();
      if (message.frame != null && $Object.hasOwnProperty.call(message, 'frame'))
        $root.nevrcap.LobbySessionStateFrame.encode(message.frame, writer.uint32(18).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Envelope.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.Envelope();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            message.header = $root.nevrcap.TelemetryHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
            message.message = 'header';
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.frame = $root.nevrcap.LobbySessionStateFrame.decode(reader, reader.size(), $undefined, _depth + 1, message.frame);
            message.message = 'frame';
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Envelope;
  })();

  nevrcap.Role = (function () {
    const valuesById = $Object.create(null),
      values = $Object.create(valuesById);
    values[(valuesById[0] = 'ROLE_UNSPECIFIED')] = 0;
    values[(valuesById[1] = 'ROLE_BLUE_TEAM')] = 1;
    values[(valuesById[2] = 'ROLE_ORANGE_TEAM')] = 2;
    values[(valuesById[3] = 'ROLE_SPECTATOR')] = 3;
    values[(valuesById[4] = 'ROLE_SOCIAL_PARTICIPANT')] = 4;
    values[(valuesById[5] = 'ROLE_MODERATOR')] = 5;
    return values;
  })();

  nevrcap.EmoteType = (function () {
    const valuesById = $Object.create(null),
      values = $Object.create(valuesById);
    values[(valuesById[0] = 'EMOTE_TYPE_UNSPECIFIED')] = 0;
    values[(valuesById[1] = 'EMOTE_TYPE_PRIMARY')] = 1;
    values[(valuesById[2] = 'EMOTE_TYPE_SECONDARY')] = 2;
    return values;
  })();

  nevrcap.LobbySessionEvent = (function () {
    const LobbySessionEvent = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    LobbySessionEvent.prototype.roundStarted = null;
    LobbySessionEvent.prototype.roundPaused = null;
    LobbySessionEvent.prototype.roundUnpaused = null;
    LobbySessionEvent.prototype.roundEnded = null;
    LobbySessionEvent.prototype.matchEnded = null;
    LobbySessionEvent.prototype.scoreboardUpdated = null;
    LobbySessionEvent.prototype.playerJoined = null;
    LobbySessionEvent.prototype.playerLeft = null;
    LobbySessionEvent.prototype.playerSwitchedTeam = null;
    LobbySessionEvent.prototype.emotePlayed = null;
    LobbySessionEvent.prototype.discPossessionChanged = null;
    LobbySessionEvent.prototype.discThrown = null;
    LobbySessionEvent.prototype.discCaught = null;
    LobbySessionEvent.prototype.goalScored = null;
    LobbySessionEvent.prototype.playerGoal = null;
    LobbySessionEvent.prototype.playerSave = null;
    LobbySessionEvent.prototype.playerStun = null;
    LobbySessionEvent.prototype.playerPass = null;
    LobbySessionEvent.prototype.playerSteal = null;
    LobbySessionEvent.prototype.playerBlock = null;
    LobbySessionEvent.prototype.playerInterception = null;
    LobbySessionEvent.prototype.playerAssist = null;
    LobbySessionEvent.prototype.playerShotTaken = null;
    LobbySessionEvent.prototype.genericEvent = null;

    let $oneOfFields;

    $Object.defineProperty(LobbySessionEvent.prototype, 'event', {
      get: $util.oneOfGetter(
        ($oneOfFields = [
          'roundStarted',
          'roundPaused',
          'roundUnpaused',
          'roundEnded',
          'matchEnded',
          'scoreboardUpdated',
          'playerJoined',
          'playerLeft',
          'playerSwitchedTeam',
          'emotePlayed',
          'discPossessionChanged',
          'discThrown',
          'discCaught',
          'goalScored',
          'playerGoal',
          'playerSave',
          'playerStun',
          'playerPass',
          'playerSteal',
          'playerBlock',
          'playerInterception',
          'playerAssist',
          'playerShotTaken',
          'genericEvent',
        ]),
      ),
      set: $util.oneOfSetter($oneOfFields),
    });

    LobbySessionEvent.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.roundStarted != null && $Object.hasOwnProperty.call(message, 'roundStarted'))
        $root.nevrcap.RoundStarted.encode(message.roundStarted, writer.uint32(82).fork(), _depth + 1).ldelim();
      if (message.roundPaused != null && $Object.hasOwnProperty.call(message, 'roundPaused'))
        $root.nevrcap.RoundPaused.encode(message.roundPaused, writer.uint32(90).fork(), _depth + 1).ldelim();
      if (message.roundUnpaused != null && $Object.hasOwnProperty.call(message, 'roundUnpaused'))
        $root.nevrcap.RoundUnpaused.encode(message.roundUnpaused, writer.uint32(98).fork(), _depth + 1).ldelim();
      if (message.roundEnded != null && $Object.hasOwnProperty.call(message, 'roundEnded'))
        $root.nevrcap.RoundEnded.encode(message.roundEnded, writer.uint32(106).fork(), _depth + 1).ldelim();
      if (message.matchEnded != null && $Object.hasOwnProperty.call(message, 'matchEnded'))
        $root.nevrcap.MatchEnded.encode(message.matchEnded, writer.uint32(114).fork(), _depth + 1).ldelim();
      if (message.scoreboardUpdated != null && $Object.hasOwnProperty.call(message, 'scoreboardUpdated'))
        $root.nevrcap.ScoreboardUpdated.encode(message.scoreboardUpdated, writer.uint32(122).fork(), _depth + 1).ldelim();
      if (message.playerJoined != null && $Object.hasOwnProperty.call(message, 'playerJoined'))
        $root.nevrcap.PlayerJoined.encode(message.playerJoined, writer.uint32(162).fork(), _depth + 1).ldelim();
      if (message.playerLeft != null && $Object.hasOwnProperty.call(message, 'playerLeft'))
        $root.nevrcap.PlayerLeft.encode(message.playerLeft, writer.uint32(170).fork(), _depth + 1).ldelim();
      if (message.playerSwitchedTeam != null && $Object.hasOwnProperty.call(message, 'playerSwitchedTeam'))
        $root.nevrcap.PlayerSwitchedTeam.encode(message.playerSwitchedTeam, writer.uint32(178).fork(), _depth + 1).ldelim();
      if (message.emotePlayed != null && $Object.hasOwnProperty.call(message, 'emotePlayed'))
        $root.nevrcap.EmotePlayed.encode(message.emotePlayed, writer.uint32(186).fork(), _depth + 1).ldelim();
      if (message.discPossessionChanged != null && $Object.hasOwnProperty.call(message, 'discPossessionChanged'))
        $root.nevrcap.DiscPossessionChanged.encode(message.discPossessionChanged, writer.uint32(242).fork(), _depth + 1).ldelim();
      if (message.discThrown != null && $Object.hasOwnProperty.call(message, 'discThrown'))
        $root.nevrcap.DiscThrown.encode(message.discThrown, writer.uint32(250).fork(), _depth + 1).ldelim();
      if (message.discCaught != null && $Object.hasOwnProperty.call(message, 'discCaught'))
        $root.nevrcap.DiscCaught.encode(message.discCaught, writer.uint32(258).fork(), _depth + 1).ldelim();
      if (message.goalScored != null && $Object.hasOwnProperty.call(message, 'goalScored'))
        $root.nevrcap.GoalScored.encode(message.goalScored, writer.uint32(322).fork(), _depth + 1).ldelim();
      if (message.playerGoal != null && $Object.hasOwnProperty.call(message, 'playerGoal'))
        $root.nevrcap.PlayerGoal.encode(message.playerGoal, writer.uint32(330).fork(), _depth + 1).ldelim();
      if (message.playerSave != null && $Object.hasOwnProperty.call(message, 'playerSave'))
        $root.nevrcap.PlayerSave.encode(message.playerSave, writer.uint32(402).fork(), _depth + 1).ldelim();
      if (message.playerStun != null && $Object.hasOwnProperty.call(message, 'playerStun'))
        $root.nevrcap.PlayerStun.encode(message.playerStun, writer.uint32(410).fork(), _depth + 1).ldelim();
      if (message.playerPass != null && $Object.hasOwnProperty.call(message, 'playerPass'))
        $root.nevrcap.PlayerPass.encode(message.playerPass, writer.uint32(418).fork(), _depth + 1).ldelim();
      if (message.playerSteal != null && $Object.hasOwnProperty.call(message, 'playerSteal'))
        $root.nevrcap.PlayerSteal.encode(message.playerSteal, writer.uint32(426).fork(), _depth + 1).ldelim();
      if (message.playerBlock != null && $Object.hasOwnProperty.call(message, 'playerBlock'))
        $root.nevrcap.PlayerBlock.encode(message.playerBlock, writer.uint32(434).fork(), _depth + 1).ldelim();
      if (message.playerInterception != null && $Object.hasOwnProperty.call(message, 'playerInterception'))
        $root.nevrcap.PlayerInterception.encode(message.playerInterception, writer.uint32(442).fork(), _depth + 1).ldelim();
      if (message.playerAssist != null && $Object.hasOwnProperty.call(message, 'playerAssist'))
        $root.nevrcap.PlayerAssist.encode(message.playerAssist, writer.uint32(450).fork(), _depth + 1).ldelim();
      if (message.playerShotTaken != null && $Object.hasOwnProperty.call(message, 'playerShotTaken'))
        $root.nevrcap.PlayerShotTaken.encode(message.playerShotTaken, writer.uint32(458).fork(), _depth + 1).ldelim();
      if (message.genericEvent != null && $Object.hasOwnProperty.call(message, 'genericEvent'))
        $root.nevrcap.GenericEvent.encode(message.genericEvent, writer.uint32(482).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    LobbySessionEvent.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.LobbySessionEvent();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 10: {
            if (wireType !== 2) break;
            message.roundStarted = $root.nevrcap.RoundStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.roundStarted);
            message.event = 'roundStarted';
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            message.roundPaused = $root.nevrcap.RoundPaused.decode(reader, reader.size(), $undefined, _depth + 1, message.roundPaused);
            message.event = 'roundPaused';
            continue;
          }
          case 12: {
            if (wireType !== 2) break;
            message.roundUnpaused = $root.nevrcap.RoundUnpaused.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.roundUnpaused,
            );
            message.event = 'roundUnpaused';
            continue;
          }
          case 13: {
            if (wireType !== 2) break;
            message.roundEnded = $root.nevrcap.RoundEnded.decode(reader, reader.size(), $undefined, _depth + 1, message.roundEnded);
            message.event = 'roundEnded';
            continue;
          }
          case 14: {
            if (wireType !== 2) break;
            message.matchEnded = $root.nevrcap.MatchEnded.decode(reader, reader.size(), $undefined, _depth + 1, message.matchEnded);
            message.event = 'matchEnded';
            continue;
          }
          case 15: {
            if (wireType !== 2) break;
            message.scoreboardUpdated = $root.nevrcap.ScoreboardUpdated.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.scoreboardUpdated,
            );
            message.event = 'scoreboardUpdated';
            continue;
          }
          case 20: {
            if (wireType !== 2) break;
            message.playerJoined = $root.nevrcap.PlayerJoined.decode(reader, reader.size(), $undefined, _depth + 1, message.playerJoined);
            message.event = 'playerJoined';
            continue;
          }
          case 21: {
            if (wireType !== 2) break;
            message.playerLeft = $root.nevrcap.PlayerLeft.decode(reader, reader.size(), $undefined, _depth + 1, message.playerLeft);
            message.event = 'playerLeft';
            continue;
          }
          case 22: {
            if (wireType !== 2) break;
            message.playerSwitchedTeam = $root.nevrcap.PlayerSwitchedTeam.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.playerSwitchedTeam,
            );
            message.event = 'playerSwitchedTeam';
            continue;
          }
          case 23: {
            if (wireType !== 2) break;
            message.emotePlayed = $root.nevrcap.EmotePlayed.decode(reader, reader.size(), $undefined, _depth + 1, message.emotePlayed);
            message.event = 'emotePlayed';
            continue;
          }
          case 30: {
            if (wireType !== 2) break;
            message.discPossessionChanged = $root.nevrcap.DiscPossessionChanged.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.discPossessionChanged,
            );
            message.event = 'discPossessionChanged';
            continue;
          }
          case 31: {
            if (wireType !== 2) break;
            message.discThrown = $root.nevrcap.DiscThrown.decode(reader, reader.size(), $undefined, _depth + 1, message.discThrown);
            message.event = 'discThrown';
            continue;
          }
          case 32: {
            if (wireType !== 2) break;
            message.discCaught = $root.nevrcap.DiscCaught.decode(reader, reader.size(), $undefined, _depth + 1, message.discCaught);
            message.event = 'discCaught';
            continue;
          }
          case 40: {
            if (wireType !== 2) break;
            message.goalScored = $root.nevrcap.GoalScored.decode(reader, reader.size(), $undefined, _depth + 1, message.goalScored);
            message.event = 'goalScored';
            continue;
          }
          case 41: {
            if (wireType !== 2) break;
            message.playerGoal = $root.nevrcap.PlayerGoal.decode(reader, reader.size(), $undefined, _depth + 1, message.playerGoal);
            message.event = 'playerGoal';
            continue;
          }
          case 50: {
            if (wireType !== 2) break;
            message.playerSave = $root.nevrcap.PlayerSave.decode(reader, reader.size(), $undefined, _depth + 1, message.playerSave);
            message.event = 'playerSave';
            continue;
          }
          case 51: {
            if (wireType !== 2) break;
            message.playerStun = $root.nevrcap.PlayerStun.decode(reader, reader.size(), $undefined, _depth + 1, message.playerStun);
            message.event = 'playerStun';
            continue;
          }
          case 52: {
            if (wireType !== 2) break;
            message.playerPass = $root.nevrcap.PlayerPass.decode(reader, reader.size(), $undefined, _depth + 1, message.playerPass);
            message.event = 'playerPass';
            continue;
          }
          case 53: {
            if (wireType !== 2) break;
            message.playerSteal = $root.nevrcap.PlayerSteal.decode(reader, reader.size(), $undefined, _depth + 1, message.playerSteal);
            message.event = 'playerSteal';
            continue;
          }
          case 54: {
            if (wireType !== 2) break;
            message.playerBlock = $root.nevrcap.PlayerBlock.decode(reader, reader.size(), $undefined, _depth + 1, message.playerBlock);
            message.event = 'playerBlock';
            continue;
          }
          case 55: {
            if (wireType !== 2) break;
            message.playerInterception = $root.nevrcap.PlayerInterception.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.playerInterception,
            );
            message.event = 'playerInterception';
            continue;
          }
          case 56: {
            if (wireType !== 2) break;
            message.playerAssist = $root.nevrcap.PlayerAssist.decode(reader, reader.size(), $undefined, _depth + 1, message.playerAssist);
            message.event = 'playerAssist';
            continue;
          }
          case 57: {
            if (wireType !== 2) break;
            message.playerShotTaken = $root.nevrcap.PlayerShotTaken.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.playerShotTaken,
            );
            message.event = 'playerShotTaken';
            continue;
          }
          case 60: {
            if (wireType !== 2) break;
            message.genericEvent = $root.nevrcap.GenericEvent.decode(reader, reader.size(), $undefined, _depth + 1, message.genericEvent);
            message.event = 'genericEvent';
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return LobbySessionEvent;
  })();

  nevrcap.RoundStarted = (function () {
    const RoundStarted = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    RoundStarted.prototype.roundNumber = 0;

    RoundStarted.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.roundNumber != null && $Object.hasOwnProperty.call(message, 'roundNumber') && message.roundNumber !== 0)
        writer.uint32(8).int32(message.roundNumber);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    RoundStarted.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.RoundStarted();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.roundNumber = value;
            else delete message.roundNumber;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return RoundStarted;
  })();

  nevrcap.RoundPaused = (function () {
    const RoundPaused = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    RoundPaused.prototype.pauseState = null;

    RoundPaused.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.pauseState != null && $Object.hasOwnProperty.call(message, 'pauseState'))
        $root.nevrcap.PauseState.encode(message.pauseState, writer.uint32(10).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    RoundPaused.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.RoundPaused();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            message.pauseState = $root.nevrcap.PauseState.decode(reader, reader.size(), $undefined, _depth + 1, message.pauseState);
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return RoundPaused;
  })();

  nevrcap.RoundUnpaused = (function () {
    const RoundUnpaused = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    RoundUnpaused.prototype.pauseState = null;

    RoundUnpaused.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.pauseState != null && $Object.hasOwnProperty.call(message, 'pauseState'))
        $root.nevrcap.PauseState.encode(message.pauseState, writer.uint32(10).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    RoundUnpaused.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.RoundUnpaused();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            message.pauseState = $root.nevrcap.PauseState.decode(reader, reader.size(), $undefined, _depth + 1, message.pauseState);
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return RoundUnpaused;
  })();

  nevrcap.RoundEnded = (function () {
    const RoundEnded = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    RoundEnded.prototype.roundNumber = 0;
    RoundEnded.prototype.winningTeam = 0;

    RoundEnded.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.roundNumber != null && $Object.hasOwnProperty.call(message, 'roundNumber') && message.roundNumber !== 0)
        writer.uint32(8).int32(message.roundNumber);
      if (message.winningTeam != null && $Object.hasOwnProperty.call(message, 'winningTeam') && message.winningTeam !== 0)
        writer.uint32(16).int32(message.winningTeam);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    RoundEnded.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.RoundEnded();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.roundNumber = value;
            else delete message.roundNumber;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.winningTeam = value;
            else delete message.winningTeam;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return RoundEnded;
  })();

  nevrcap.MatchEnded = (function () {
    const MatchEnded = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    MatchEnded.prototype.winningTeam = 0;

    MatchEnded.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.winningTeam != null && $Object.hasOwnProperty.call(message, 'winningTeam') && message.winningTeam !== 0)
        writer.uint32(8).int32(message.winningTeam);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    MatchEnded.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.MatchEnded();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.winningTeam = value;
            else delete message.winningTeam;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return MatchEnded;
  })();

  nevrcap.ScoreboardUpdated = (function () {
    const ScoreboardUpdated = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    ScoreboardUpdated.prototype.bluePoints = 0;
    ScoreboardUpdated.prototype.orangePoints = 0;
    ScoreboardUpdated.prototype.blueRoundScore = 0;
    ScoreboardUpdated.prototype.orangeRoundScore = 0;
    ScoreboardUpdated.prototype.gameClockDisplay = '';

    ScoreboardUpdated.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.bluePoints != null && $Object.hasOwnProperty.call(message, 'bluePoints') && message.bluePoints !== 0)
        writer.uint32(8).int32(message.bluePoints);
      if (message.orangePoints != null && $Object.hasOwnProperty.call(message, 'orangePoints') && message.orangePoints !== 0)
        writer.uint32(16).int32(message.orangePoints);
      if (message.blueRoundScore != null && $Object.hasOwnProperty.call(message, 'blueRoundScore') && message.blueRoundScore !== 0)
        writer.uint32(24).int32(message.blueRoundScore);
      if (message.orangeRoundScore != null && $Object.hasOwnProperty.call(message, 'orangeRoundScore') && message.orangeRoundScore !== 0)
        writer.uint32(32).int32(message.orangeRoundScore);
      if (message.gameClockDisplay != null && $Object.hasOwnProperty.call(message, 'gameClockDisplay') && message.gameClockDisplay !== '')
        writer.uint32(42).string(message.gameClockDisplay);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    ScoreboardUpdated.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.ScoreboardUpdated();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.bluePoints = value;
            else delete message.bluePoints;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.orangePoints = value;
            else delete message.orangePoints;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.blueRoundScore = value;
            else delete message.blueRoundScore;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.orangeRoundScore = value;
            else delete message.orangeRoundScore;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.gameClockDisplay = value;
            else delete message.gameClockDisplay;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return ScoreboardUpdated;
  })();

  nevrcap.PlayerJoined = (function () {
    const PlayerJoined = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerJoined.prototype.player = null;
    PlayerJoined.prototype.role = 0;

    PlayerJoined.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.player != null && $Object.hasOwnProperty.call(message, 'player'))
        $root.nevrcap.TeamMember.encode(message.player, writer.uint32(10).fork(), _depth + 1).ldelim();
      if (message.role != null && $Object.hasOwnProperty.call(message, 'role') && message.role !== 0) writer.uint32(16).int32(message.role);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerJoined.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerJoined();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            message.player = $root.nevrcap.TeamMember.decode(reader, reader.size(), $undefined, _depth + 1, message.player);
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.role = value;
            else delete message.role;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerJoined;
  })();

  nevrcap.PlayerLeft = (function () {
    const PlayerLeft = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerLeft.prototype.playerSlot = 0;
    PlayerLeft.prototype.displayName = '';

    PlayerLeft.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.displayName != null && $Object.hasOwnProperty.call(message, 'displayName') && message.displayName !== '')
        writer.uint32(18).string(message.displayName);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerLeft.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerLeft();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.displayName = value;
            else delete message.displayName;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerLeft;
  })();

  nevrcap.PlayerSwitchedTeam = (function () {
    const PlayerSwitchedTeam = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerSwitchedTeam.prototype.playerSlot = 0;
    PlayerSwitchedTeam.prototype.newRole = 0;
    PlayerSwitchedTeam.prototype.prevRole = 0;

    PlayerSwitchedTeam.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.newRole != null && $Object.hasOwnProperty.call(message, 'newRole') && message.newRole !== 0)
        writer.uint32(16).int32(message.newRole);
      if (message.prevRole != null && $Object.hasOwnProperty.call(message, 'prevRole') && message.prevRole !== 0)
        writer.uint32(24).int32(message.prevRole);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerSwitchedTeam.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerSwitchedTeam();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.newRole = value;
            else delete message.newRole;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.prevRole = value;
            else delete message.prevRole;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerSwitchedTeam;
  })();

  nevrcap.EmotePlayed = (function () {
    const EmotePlayed = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    EmotePlayed.prototype.playerSlot = 0;
    EmotePlayed.prototype.emote = 0;

    EmotePlayed.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.emote != null && $Object.hasOwnProperty.call(message, 'emote') && message.emote !== 0)
        writer.uint32(16).int32(message.emote);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    EmotePlayed.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.EmotePlayed();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.emote = value;
            else delete message.emote;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return EmotePlayed;
  })();

  nevrcap.DiscPossessionChanged = (function () {
    const DiscPossessionChanged = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    DiscPossessionChanged.prototype.playerSlot = 0;
    DiscPossessionChanged.prototype.previousPlayerSlot = 0;

    DiscPossessionChanged.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (
        message.previousPlayerSlot != null &&
        $Object.hasOwnProperty.call(message, 'previousPlayerSlot') &&
        message.previousPlayerSlot !== 0
      )
        writer.uint32(16).int32(message.previousPlayerSlot);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    DiscPossessionChanged.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.DiscPossessionChanged();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.previousPlayerSlot = value;
            else delete message.previousPlayerSlot;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return DiscPossessionChanged;
  })();

  nevrcap.DiscThrown = (function () {
    const DiscThrown = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    DiscThrown.prototype.playerSlot = 0;
    DiscThrown.prototype.throwDetails = null;

    DiscThrown.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.throwDetails != null && $Object.hasOwnProperty.call(message, 'throwDetails'))
        $root.nevrcap.LastThrowInfo.encode(message.throwDetails, writer.uint32(18).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    DiscThrown.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.DiscThrown();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.throwDetails = $root.nevrcap.LastThrowInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.throwDetails);
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return DiscThrown;
  })();

  nevrcap.DiscCaught = (function () {
    const DiscCaught = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    DiscCaught.prototype.playerSlot = 0;

    DiscCaught.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    DiscCaught.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.DiscCaught();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return DiscCaught;
  })();

  nevrcap.GoalScored = (function () {
    const GoalScored = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    GoalScored.prototype.scoreDetails = null;

    GoalScored.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.scoreDetails != null && $Object.hasOwnProperty.call(message, 'scoreDetails'))
        $root.nevrcap.LastScore.encode(message.scoreDetails, writer.uint32(10).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    GoalScored.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.GoalScored();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            message.scoreDetails = $root.nevrcap.LastScore.decode(reader, reader.size(), $undefined, _depth + 1, message.scoreDetails);
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return GoalScored;
  })();

  nevrcap.PlayerGoal = (function () {
    const PlayerGoal = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerGoal.prototype.playerSlot = 0;
    PlayerGoal.prototype.totalGoals = 0;
    PlayerGoal.prototype.points = 0;

    PlayerGoal.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.totalGoals != null && $Object.hasOwnProperty.call(message, 'totalGoals') && message.totalGoals !== 0)
        writer.uint32(16).int32(message.totalGoals);
      if (message.points != null && $Object.hasOwnProperty.call(message, 'points') && message.points !== 0)
        writer.uint32(24).int32(message.points);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerGoal.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerGoal();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalGoals = value;
            else delete message.totalGoals;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.points = value;
            else delete message.points;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerGoal;
  })();

  nevrcap.PlayerSave = (function () {
    const PlayerSave = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerSave.prototype.playerSlot = 0;
    PlayerSave.prototype.totalSaves = 0;

    PlayerSave.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.totalSaves != null && $Object.hasOwnProperty.call(message, 'totalSaves') && message.totalSaves !== 0)
        writer.uint32(16).int32(message.totalSaves);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerSave.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerSave();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalSaves = value;
            else delete message.totalSaves;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerSave;
  })();

  nevrcap.PlayerStun = (function () {
    const PlayerStun = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerStun.prototype.playerSlot = 0;
    PlayerStun.prototype.totalStuns = 0;

    PlayerStun.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.totalStuns != null && $Object.hasOwnProperty.call(message, 'totalStuns') && message.totalStuns !== 0)
        writer.uint32(16).int32(message.totalStuns);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerStun.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerStun();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalStuns = value;
            else delete message.totalStuns;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerStun;
  })();

  nevrcap.PlayerPass = (function () {
    const PlayerPass = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerPass.prototype.playerSlot = 0;
    PlayerPass.prototype.totalPasses = 0;

    PlayerPass.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.totalPasses != null && $Object.hasOwnProperty.call(message, 'totalPasses') && message.totalPasses !== 0)
        writer.uint32(16).int32(message.totalPasses);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerPass.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerPass();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalPasses = value;
            else delete message.totalPasses;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerPass;
  })();

  nevrcap.PlayerSteal = (function () {
    const PlayerSteal = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerSteal.prototype.playerSlot = 0;
    PlayerSteal.prototype.totalSteals = 0;
    PlayerSteal.prototype.victimPlayerSlot = 0;

    PlayerSteal.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.totalSteals != null && $Object.hasOwnProperty.call(message, 'totalSteals') && message.totalSteals !== 0)
        writer.uint32(16).int32(message.totalSteals);
      if (message.victimPlayerSlot != null && $Object.hasOwnProperty.call(message, 'victimPlayerSlot') && message.victimPlayerSlot !== 0)
        writer.uint32(24).int32(message.victimPlayerSlot);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerSteal.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerSteal();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalSteals = value;
            else delete message.totalSteals;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.victimPlayerSlot = value;
            else delete message.victimPlayerSlot;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerSteal;
  })();

  nevrcap.PlayerBlock = (function () {
    const PlayerBlock = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerBlock.prototype.playerSlot = 0;
    PlayerBlock.prototype.totalBlocks = 0;

    PlayerBlock.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.totalBlocks != null && $Object.hasOwnProperty.call(message, 'totalBlocks') && message.totalBlocks !== 0)
        writer.uint32(16).int32(message.totalBlocks);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerBlock.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerBlock();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalBlocks = value;
            else delete message.totalBlocks;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerBlock;
  })();

  nevrcap.PlayerInterception = (function () {
    const PlayerInterception = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerInterception.prototype.playerSlot = 0;
    PlayerInterception.prototype.totalInterceptions = 0;

    PlayerInterception.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (
        message.totalInterceptions != null &&
        $Object.hasOwnProperty.call(message, 'totalInterceptions') &&
        message.totalInterceptions !== 0
      )
        writer.uint32(16).int32(message.totalInterceptions);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerInterception.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerInterception();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalInterceptions = value;
            else delete message.totalInterceptions;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerInterception;
  })();

  nevrcap.PlayerAssist = (function () {
    const PlayerAssist = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerAssist.prototype.playerSlot = 0;
    PlayerAssist.prototype.totalAssists = 0;

    PlayerAssist.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.totalAssists != null && $Object.hasOwnProperty.call(message, 'totalAssists') && message.totalAssists !== 0)
        writer.uint32(16).int32(message.totalAssists);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerAssist.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerAssist();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalAssists = value;
            else delete message.totalAssists;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerAssist;
  })();

  nevrcap.PlayerShotTaken = (function () {
    const PlayerShotTaken = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerShotTaken.prototype.playerSlot = 0;
    PlayerShotTaken.prototype.totalShots = 0;

    PlayerShotTaken.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.playerSlot != null && $Object.hasOwnProperty.call(message, 'playerSlot') && message.playerSlot !== 0)
        writer.uint32(8).int32(message.playerSlot);
      if (message.totalShots != null && $Object.hasOwnProperty.call(message, 'totalShots') && message.totalShots !== 0)
        writer.uint32(16).int32(message.totalShots);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerShotTaken.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerShotTaken();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerSlot = value;
            else delete message.playerSlot;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalShots = value;
            else delete message.totalShots;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerShotTaken;
  })();

  nevrcap.GenericEvent = (function () {
    const GenericEvent = function (properties) {
      this.data = {};
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    GenericEvent.prototype.eventType = '';
    GenericEvent.prototype.data = $util.emptyObject;
    GenericEvent.prototype.payload = '';

    GenericEvent.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.eventType != null && $Object.hasOwnProperty.call(message, 'eventType') && message.eventType !== '')
        writer.uint32(10).string(message.eventType);
      if (message.data != null && $Object.hasOwnProperty.call(message, 'data'))
        for (let keys = $Object.keys(message.data), i = 0; i < keys.length; ++i)
          writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.data[keys[i]]).ldelim();
      if (message.payload != null && $Object.hasOwnProperty.call(message, 'payload') && message.payload !== '')
        writer.uint32(26).string(message.payload);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    GenericEvent.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, key, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.GenericEvent();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.eventType = value;
            else delete message.eventType;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if (message.data === $util.emptyObject) message.data = {};
            let end2 = reader.size() + reader.pos;
            if (end2 > reader.len) throw $RangeError('index out of range');
            reader.len = end2;
            key = '';
            value = '';
            while (reader.pos < end2) {
              let tag2 = reader.tag();
              wireType = tag2 & 7;
              switch ((tag2 >>>= 3)) {
                case 1:
                  if (wireType !== 2) break;
                  key = reader.stringVerify();
                  continue;
                case 2:
                  if (wireType !== 2) break;
                  value = reader.stringVerify();
                  continue;
              }
              reader.skipType(wireType, _depth, tag2);
            }
            if (reader.pos !== end2) throw $RangeError('index out of range');
            reader.len = end;
            if (key === '__proto__') $util.makeProp(message.data, key);
            message.data[key] = value;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.payload = value;
            else delete message.payload;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return GenericEvent;
  })();

  nevrcap.SessionResponse = (function () {
    const SessionResponse = function (properties) {
      this.possession = [];
      this.teams = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    SessionResponse.prototype.orangeTeamRestartRequest = 0;
    SessionResponse.prototype.sessionId = '';
    SessionResponse.prototype.gameClockDisplay = '';
    SessionResponse.prototype.gameStatus = '';
    SessionResponse.prototype.sessionIp = '';
    SessionResponse.prototype.matchType = '';
    SessionResponse.prototype.mapName = '';
    SessionResponse.prototype.disc = null;
    SessionResponse.prototype.blueRoundScore = 0;
    SessionResponse.prototype.orangePoints = 0;
    SessionResponse.prototype.privateMatch = false;
    SessionResponse.prototype.blueTeamRestartRequest = 0;
    SessionResponse.prototype.tournamentMatch = false;
    SessionResponse.prototype.orangeRoundScore = 0;
    SessionResponse.prototype.totalRoundCount = 0;
    SessionResponse.prototype.bluePoints = 0;
    SessionResponse.prototype.lastThrow = null;
    SessionResponse.prototype.player = null;
    SessionResponse.prototype.pause = null;
    SessionResponse.prototype.possession = $util.emptyArray;
    SessionResponse.prototype.leftShoulderPressed = 0;
    SessionResponse.prototype.rightShoulderPressed = 0;
    SessionResponse.prototype.leftShoulderPressed2 = 0;
    SessionResponse.prototype.rightShoulderPressed2 = 0;
    SessionResponse.prototype.rulesChangedBy = '';
    SessionResponse.prototype.rulesChangedAt = $util.Long ? $util.Long.fromBits(0, 0, true) : 0;
    SessionResponse.prototype.clientName = '';
    SessionResponse.prototype.lastScore = null;
    SessionResponse.prototype.teams = $util.emptyArray;
    SessionResponse.prototype.contested = false;
    SessionResponse.prototype.payloadMultiplier = 0;
    SessionResponse.prototype.payloadCheckpoint = 0;
    SessionResponse.prototype.payloadDistance = 0;
    SessionResponse.prototype.payloadDefenders = 0;
    SessionResponse.prototype.payloadSpeed = 0;
    SessionResponse.prototype.gameClock = 0;
    SessionResponse.prototype.errCode = 0;
    SessionResponse.prototype.exactOrangePoints = 0;
    SessionResponse.prototype.exactBluePoints = 0;

    SessionResponse.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (
        message.orangeTeamRestartRequest != null &&
        $Object.hasOwnProperty.call(message, 'orangeTeamRestartRequest') &&
        message.orangeTeamRestartRequest !== 0
      )
        writer.uint32(8).int32(message.orangeTeamRestartRequest);
      if (message.sessionId != null && $Object.hasOwnProperty.call(message, 'sessionId') && message.sessionId !== '')
        writer.uint32(18).string(message.sessionId);
      if (message.gameClockDisplay != null && $Object.hasOwnProperty.call(message, 'gameClockDisplay') && message.gameClockDisplay !== '')
        writer.uint32(26).string(message.gameClockDisplay);
      if (message.gameStatus != null && $Object.hasOwnProperty.call(message, 'gameStatus') && message.gameStatus !== '')
        writer.uint32(34).string(message.gameStatus);
      if (message.sessionIp != null && $Object.hasOwnProperty.call(message, 'sessionIp') && message.sessionIp !== '')
        writer.uint32(42).string(message.sessionIp);
      if (message.matchType != null && $Object.hasOwnProperty.call(message, 'matchType') && message.matchType !== '')
        writer.uint32(50).string(message.matchType);
      if (message.mapName != null && $Object.hasOwnProperty.call(message, 'mapName') && message.mapName !== '')
        writer.uint32(58).string(message.mapName);
      if (message.disc != null && $Object.hasOwnProperty.call(message, 'disc'))
        $root.nevrcap.Disc.encode(message.disc, writer.uint32(66).fork(), _depth + 1).ldelim();
      if (message.blueRoundScore != null && $Object.hasOwnProperty.call(message, 'blueRoundScore') && message.blueRoundScore !== 0)
        writer.uint32(88).int32(message.blueRoundScore);
      if (message.orangePoints != null && $Object.hasOwnProperty.call(message, 'orangePoints') && message.orangePoints !== 0)
        writer.uint32(96).int32(message.orangePoints);
      if (message.privateMatch != null && $Object.hasOwnProperty.call(message, 'privateMatch') && message.privateMatch !== false)
        writer.uint32(112).bool(message.privateMatch);
      if (
        message.blueTeamRestartRequest != null &&
        $Object.hasOwnProperty.call(message, 'blueTeamRestartRequest') &&
        message.blueTeamRestartRequest !== 0
      )
        writer.uint32(120).int32(message.blueTeamRestartRequest);
      if (message.tournamentMatch != null && $Object.hasOwnProperty.call(message, 'tournamentMatch') && message.tournamentMatch !== false)
        writer.uint32(128).bool(message.tournamentMatch);
      if (message.orangeRoundScore != null && $Object.hasOwnProperty.call(message, 'orangeRoundScore') && message.orangeRoundScore !== 0)
        writer.uint32(136).int32(message.orangeRoundScore);
      if (message.totalRoundCount != null && $Object.hasOwnProperty.call(message, 'totalRoundCount') && message.totalRoundCount !== 0)
        writer.uint32(144).int32(message.totalRoundCount);
      if (message.bluePoints != null && $Object.hasOwnProperty.call(message, 'bluePoints') && message.bluePoints !== 0)
        writer.uint32(152).int32(message.bluePoints);
      if (message.lastThrow != null && $Object.hasOwnProperty.call(message, 'lastThrow'))
        $root.nevrcap.LastThrowInfo.encode(message.lastThrow, writer.uint32(162).fork(), _depth + 1).ldelim();
      if (message.player != null && $Object.hasOwnProperty.call(message, 'player'))
        $root.nevrcap.PlayerRoot.encode(message.player, writer.uint32(170).fork(), _depth + 1).ldelim();
      if (message.pause != null && $Object.hasOwnProperty.call(message, 'pause'))
        $root.nevrcap.PauseState.encode(message.pause, writer.uint32(178).fork(), _depth + 1).ldelim();
      if (message.possession != null && message.possession.length) writer.uint32(186).int32s(message.possession);
      if (
        message.leftShoulderPressed != null &&
        $Object.hasOwnProperty.call(message, 'leftShoulderPressed') &&
        !$Object.is(message.leftShoulderPressed, 0)
      )
        writer.uint32(193).double(message.leftShoulderPressed);
      if (
        message.rightShoulderPressed != null &&
        $Object.hasOwnProperty.call(message, 'rightShoulderPressed') &&
        !$Object.is(message.rightShoulderPressed, 0)
      )
        writer.uint32(201).double(message.rightShoulderPressed);
      if (
        message.leftShoulderPressed2 != null &&
        $Object.hasOwnProperty.call(message, 'leftShoulderPressed2') &&
        !$Object.is(message.leftShoulderPressed2, 0)
      )
        writer.uint32(209).double(message.leftShoulderPressed2);
      if (
        message.rightShoulderPressed2 != null &&
        $Object.hasOwnProperty.call(message, 'rightShoulderPressed2') &&
        !$Object.is(message.rightShoulderPressed2, 0)
      )
        writer.uint32(217).double(message.rightShoulderPressed2);
      if (message.rulesChangedBy != null && $Object.hasOwnProperty.call(message, 'rulesChangedBy') && message.rulesChangedBy !== '')
        writer.uint32(226).string(message.rulesChangedBy);
      if (
        message.rulesChangedAt != null &&
        $Object.hasOwnProperty.call(message, 'rulesChangedAt') &&
        (typeof message.rulesChangedAt === 'object'
          ? message.rulesChangedAt.low || message.rulesChangedAt.high
          : message.rulesChangedAt !== 0)
      )
        writer.uint32(232).uint64(message.rulesChangedAt);
      if (message.clientName != null && $Object.hasOwnProperty.call(message, 'clientName') && message.clientName !== '')
        writer.uint32(242).string(message.clientName);
      if (message.lastScore != null && $Object.hasOwnProperty.call(message, 'lastScore'))
        $root.nevrcap.LastScore.encode(message.lastScore, writer.uint32(250).fork(), _depth + 1).ldelim();
      if (message.teams != null && message.teams.length)
        for (let i = 0; i < message.teams.length; ++i)
          $root.nevrcap.Team.encode(message.teams[i], writer.uint32(258).fork(), _depth + 1).ldelim();
      if (message.contested != null && $Object.hasOwnProperty.call(message, 'contested') && message.contested !== false)
        writer.uint32(264).bool(message.contested);
      if (
        message.payloadMultiplier != null &&
        $Object.hasOwnProperty.call(message, 'payloadMultiplier') &&
        !$Object.is(message.payloadMultiplier, 0)
      )
        writer.uint32(273).double(message.payloadMultiplier);
      if (message.payloadCheckpoint != null && $Object.hasOwnProperty.call(message, 'payloadCheckpoint') && message.payloadCheckpoint !== 0)
        writer.uint32(280).int32(message.payloadCheckpoint);
      if (
        message.payloadDistance != null &&
        $Object.hasOwnProperty.call(message, 'payloadDistance') &&
        !$Object.is(message.payloadDistance, 0)
      )
        writer.uint32(289).double(message.payloadDistance);
      if (message.payloadDefenders != null && $Object.hasOwnProperty.call(message, 'payloadDefenders') && message.payloadDefenders !== 0)
        writer.uint32(296).int32(message.payloadDefenders);
      if (message.payloadSpeed != null && $Object.hasOwnProperty.call(message, 'payloadSpeed') && !$Object.is(message.payloadSpeed, 0))
        writer.uint32(305).double(message.payloadSpeed);
      if (message.gameClock != null && $Object.hasOwnProperty.call(message, 'gameClock') && !$Object.is(message.gameClock, 0))
        writer.uint32(313).double(message.gameClock);
      if (message.errCode != null && $Object.hasOwnProperty.call(message, 'errCode') && message.errCode !== 0)
        writer.uint32(320).int32(message.errCode);
      if (
        message.exactOrangePoints != null &&
        $Object.hasOwnProperty.call(message, 'exactOrangePoints') &&
        !$Object.is(message.exactOrangePoints, 0)
      )
        writer.uint32(8097).double(message.exactOrangePoints);
      if (
        message.exactBluePoints != null &&
        $Object.hasOwnProperty.call(message, 'exactBluePoints') &&
        !$Object.is(message.exactBluePoints, 0)
      )
        writer.uint32(8153).double(message.exactBluePoints);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    SessionResponse.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.SessionResponse();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.orangeTeamRestartRequest = value;
            else delete message.orangeTeamRestartRequest;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.sessionId = value;
            else delete message.sessionId;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.gameClockDisplay = value;
            else delete message.gameClockDisplay;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.gameStatus = value;
            else delete message.gameStatus;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.sessionIp = value;
            else delete message.sessionIp;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.matchType = value;
            else delete message.matchType;
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.mapName = value;
            else delete message.mapName;
            continue;
          }
          case 8: {
            if (wireType !== 2) break;
            message.disc = $root.nevrcap.Disc.decode(reader, reader.size(), $undefined, _depth + 1, message.disc);
            continue;
          }
          case 11: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.blueRoundScore = value;
            else delete message.blueRoundScore;
            continue;
          }
          case 12: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.orangePoints = value;
            else delete message.orangePoints;
            continue;
          }
          case 14: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.privateMatch = value;
            else delete message.privateMatch;
            continue;
          }
          case 15: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.blueTeamRestartRequest = value;
            else delete message.blueTeamRestartRequest;
            continue;
          }
          case 16: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.tournamentMatch = value;
            else delete message.tournamentMatch;
            continue;
          }
          case 17: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.orangeRoundScore = value;
            else delete message.orangeRoundScore;
            continue;
          }
          case 18: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.totalRoundCount = value;
            else delete message.totalRoundCount;
            continue;
          }
          case 19: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.bluePoints = value;
            else delete message.bluePoints;
            continue;
          }
          case 20: {
            if (wireType !== 2) break;
            message.lastThrow = $root.nevrcap.LastThrowInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.lastThrow);
            continue;
          }
          case 21: {
            if (wireType !== 2) break;
            message.player = $root.nevrcap.PlayerRoot.decode(reader, reader.size(), $undefined, _depth + 1, message.player);
            continue;
          }
          case 22: {
            if (wireType !== 2) break;
            message.pause = $root.nevrcap.PauseState.decode(reader, reader.size(), $undefined, _depth + 1, message.pause);
            continue;
          }
          case 23: {
            if (wireType === 2) {
              if (!(message.possession && message.possession.length)) message.possession = [];
              reader.int32s(message.possession);
              continue;
            }
            if (wireType !== 0) break;
            if (!(message.possession && message.possession.length)) message.possession = [];
            message.possession.push(reader.int32());
            continue;
          }
          case 24: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.leftShoulderPressed = value;
            else delete message.leftShoulderPressed;
            continue;
          }
          case 25: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.rightShoulderPressed = value;
            else delete message.rightShoulderPressed;
            continue;
          }
          case 26: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.leftShoulderPressed2 = value;
            else delete message.leftShoulderPressed2;
            continue;
          }
          case 27: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.rightShoulderPressed2 = value;
            else delete message.rightShoulderPressed2;
            continue;
          }
          case 28: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.rulesChangedBy = value;
            else delete message.rulesChangedBy;
            continue;
          }
          case 29: {
            if (wireType !== 0) break;
            if (typeof (value = reader.uint64()) === 'object' ? value.low || value.high : value !== 0) message.rulesChangedAt = value;
            else delete message.rulesChangedAt;
            continue;
          }
          case 30: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.clientName = value;
            else delete message.clientName;
            continue;
          }
          case 31: {
            if (wireType !== 2) break;
            message.lastScore = $root.nevrcap.LastScore.decode(reader, reader.size(), $undefined, _depth + 1, message.lastScore);
            continue;
          }
          case 32: {
            if (wireType !== 2) break;
            if (!(message.teams && message.teams.length)) message.teams = [];
            message.teams.push($root.nevrcap.Team.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 33: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.contested = value;
            else delete message.contested;
            continue;
          }
          case 34: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.payloadMultiplier = value;
            else delete message.payloadMultiplier;
            continue;
          }
          case 35: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.payloadCheckpoint = value;
            else delete message.payloadCheckpoint;
            continue;
          }
          case 36: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.payloadDistance = value;
            else delete message.payloadDistance;
            continue;
          }
          case 37: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.payloadDefenders = value;
            else delete message.payloadDefenders;
            continue;
          }
          case 38: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.payloadSpeed = value;
            else delete message.payloadSpeed;
            continue;
          }
          case 39: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.gameClock = value;
            else delete message.gameClock;
            continue;
          }
          case 40: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.errCode = value;
            else delete message.errCode;
            continue;
          }
          case 1012: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.exactOrangePoints = value;
            else delete message.exactOrangePoints;
            continue;
          }
          case 1019: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.exactBluePoints = value;
            else delete message.exactBluePoints;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return SessionResponse;
  })();

  nevrcap.Disc = (function () {
    const Disc = function (properties) {
      this.position = [];
      this.forward = [];
      this.left = [];
      this.up = [];
      this.velocity = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Disc.prototype.position = $util.emptyArray;
    Disc.prototype.forward = $util.emptyArray;
    Disc.prototype.left = $util.emptyArray;
    Disc.prototype.up = $util.emptyArray;
    Disc.prototype.velocity = $util.emptyArray;
    Disc.prototype.bounceCount = 0;

    Disc.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.position != null && message.position.length) writer.uint32(10).doubles(message.position);
      if (message.forward != null && message.forward.length) writer.uint32(18).doubles(message.forward);
      if (message.left != null && message.left.length) writer.uint32(26).doubles(message.left);
      if (message.up != null && message.up.length) writer.uint32(34).doubles(message.up);
      if (message.velocity != null && message.velocity.length) writer.uint32(42).doubles(message.velocity);
      if (message.bounceCount != null && $Object.hasOwnProperty.call(message, 'bounceCount') && message.bounceCount !== 0)
        writer.uint32(48).int32(message.bounceCount);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Disc.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.Disc();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType === 2) {
              if (!(message.position && message.position.length)) message.position = [];
              reader.doubles(message.position);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.position && message.position.length)) message.position = [];
            message.position.push(reader.double());
            continue;
          }
          case 2: {
            if (wireType === 2) {
              if (!(message.forward && message.forward.length)) message.forward = [];
              reader.doubles(message.forward);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.forward && message.forward.length)) message.forward = [];
            message.forward.push(reader.double());
            continue;
          }
          case 3: {
            if (wireType === 2) {
              if (!(message.left && message.left.length)) message.left = [];
              reader.doubles(message.left);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.left && message.left.length)) message.left = [];
            message.left.push(reader.double());
            continue;
          }
          case 4: {
            if (wireType === 2) {
              if (!(message.up && message.up.length)) message.up = [];
              reader.doubles(message.up);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.up && message.up.length)) message.up = [];
            message.up.push(reader.double());
            continue;
          }
          case 5: {
            if (wireType === 2) {
              if (!(message.velocity && message.velocity.length)) message.velocity = [];
              reader.doubles(message.velocity);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.velocity && message.velocity.length)) message.velocity = [];
            message.velocity.push(reader.double());
            continue;
          }
          case 6: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.bounceCount = value;
            else delete message.bounceCount;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Disc;
  })();

  nevrcap.BodyPart = (function () {
    const BodyPart = function (properties) {
      this.position = [];
      this.forward = [];
      this.left = [];
      this.up = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    BodyPart.prototype.position = $util.emptyArray;
    BodyPart.prototype.forward = $util.emptyArray;
    BodyPart.prototype.left = $util.emptyArray;
    BodyPart.prototype.up = $util.emptyArray;

    BodyPart.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.position != null && message.position.length) writer.uint32(18).doubles(message.position);
      if (message.forward != null && message.forward.length) writer.uint32(26).doubles(message.forward);
      if (message.left != null && message.left.length) writer.uint32(34).doubles(message.left);
      if (message.up != null && message.up.length) writer.uint32(42).doubles(message.up);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    BodyPart.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.BodyPart();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 2: {
            if (wireType === 2) {
              if (!(message.position && message.position.length)) message.position = [];
              reader.doubles(message.position);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.position && message.position.length)) message.position = [];
            message.position.push(reader.double());
            continue;
          }
          case 3: {
            if (wireType === 2) {
              if (!(message.forward && message.forward.length)) message.forward = [];
              reader.doubles(message.forward);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.forward && message.forward.length)) message.forward = [];
            message.forward.push(reader.double());
            continue;
          }
          case 4: {
            if (wireType === 2) {
              if (!(message.left && message.left.length)) message.left = [];
              reader.doubles(message.left);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.left && message.left.length)) message.left = [];
            message.left.push(reader.double());
            continue;
          }
          case 5: {
            if (wireType === 2) {
              if (!(message.up && message.up.length)) message.up = [];
              reader.doubles(message.up);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.up && message.up.length)) message.up = [];
            message.up.push(reader.double());
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return BodyPart;
  })();

  nevrcap.HandPart = (function () {
    const HandPart = function (properties) {
      this.pos = [];
      this.forward = [];
      this.left = [];
      this.up = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    HandPart.prototype.pos = $util.emptyArray;
    HandPart.prototype.forward = $util.emptyArray;
    HandPart.prototype.left = $util.emptyArray;
    HandPart.prototype.up = $util.emptyArray;

    HandPart.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.pos != null && message.pos.length) writer.uint32(10).doubles(message.pos);
      if (message.forward != null && message.forward.length) writer.uint32(26).doubles(message.forward);
      if (message.left != null && message.left.length) writer.uint32(34).doubles(message.left);
      if (message.up != null && message.up.length) writer.uint32(42).doubles(message.up);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    HandPart.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.HandPart();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType === 2) {
              if (!(message.pos && message.pos.length)) message.pos = [];
              reader.doubles(message.pos);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.pos && message.pos.length)) message.pos = [];
            message.pos.push(reader.double());
            continue;
          }
          case 3: {
            if (wireType === 2) {
              if (!(message.forward && message.forward.length)) message.forward = [];
              reader.doubles(message.forward);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.forward && message.forward.length)) message.forward = [];
            message.forward.push(reader.double());
            continue;
          }
          case 4: {
            if (wireType === 2) {
              if (!(message.left && message.left.length)) message.left = [];
              reader.doubles(message.left);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.left && message.left.length)) message.left = [];
            message.left.push(reader.double());
            continue;
          }
          case 5: {
            if (wireType === 2) {
              if (!(message.up && message.up.length)) message.up = [];
              reader.doubles(message.up);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.up && message.up.length)) message.up = [];
            message.up.push(reader.double());
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return HandPart;
  })();

  nevrcap.TeamMember = (function () {
    const TeamMember = function (properties) {
      this.velocity = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    TeamMember.prototype.weapon = '';
    TeamMember.prototype.ordnance = '';
    TeamMember.prototype.tacMod = '';
    TeamMember.prototype.arm = '';
    TeamMember.prototype.head = null;
    TeamMember.prototype.body = null;
    TeamMember.prototype.accountNumber = $util.Long ? $util.Long.fromBits(0, 0, true) : 0;
    TeamMember.prototype.displayName = '';
    TeamMember.prototype.slotNumber = 0;
    TeamMember.prototype.jerseyNumber = 0;
    TeamMember.prototype.level = 0;
    TeamMember.prototype.ping = 0;
    TeamMember.prototype.packetLossRatio = 0;
    TeamMember.prototype.isStunned = false;
    TeamMember.prototype.isInvulnerable = false;
    TeamMember.prototype.leftHoldingOnto = '';
    TeamMember.prototype.rightHoldingOnto = '';
    TeamMember.prototype.isBlocking = false;
    TeamMember.prototype.isEmotePlaying = false;
    TeamMember.prototype.hasPossession = false;
    TeamMember.prototype.leftHand = null;
    TeamMember.prototype.rightHand = null;
    TeamMember.prototype.velocity = $util.emptyArray;
    TeamMember.prototype.stats = null;

    TeamMember.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.weapon != null && $Object.hasOwnProperty.call(message, 'weapon') && message.weapon !== '')
        writer.uint32(10).string(message.weapon);
      if (message.ordnance != null && $Object.hasOwnProperty.call(message, 'ordnance') && message.ordnance !== '')
        writer.uint32(18).string(message.ordnance);
      if (message.tacMod != null && $Object.hasOwnProperty.call(message, 'tacMod') && message.tacMod !== '')
        writer.uint32(26).string(message.tacMod);
      if (message.arm != null && $Object.hasOwnProperty.call(message, 'arm') && message.arm !== '') writer.uint32(34).string(message.arm);
      if (message.head != null && $Object.hasOwnProperty.call(message, 'head'))
        $root.nevrcap.BodyPart.encode(message.head, writer.uint32(42).fork(), _depth + 1).ldelim();
      if (message.body != null && $Object.hasOwnProperty.call(message, 'body'))
        $root.nevrcap.BodyPart.encode(message.body, writer.uint32(50).fork(), _depth + 1).ldelim();
      if (
        message.accountNumber != null &&
        $Object.hasOwnProperty.call(message, 'accountNumber') &&
        (typeof message.accountNumber === 'object' ? message.accountNumber.low || message.accountNumber.high : message.accountNumber !== 0)
      )
        writer.uint32(56).uint64(message.accountNumber);
      if (message.displayName != null && $Object.hasOwnProperty.call(message, 'displayName') && message.displayName !== '')
        writer.uint32(66).string(message.displayName);
      if (message.slotNumber != null && $Object.hasOwnProperty.call(message, 'slotNumber') && message.slotNumber !== 0)
        writer.uint32(72).int32(message.slotNumber);
      if (message.jerseyNumber != null && $Object.hasOwnProperty.call(message, 'jerseyNumber') && message.jerseyNumber !== 0)
        writer.uint32(80).int32(message.jerseyNumber);
      if (message.level != null && $Object.hasOwnProperty.call(message, 'level') && message.level !== 0)
        writer.uint32(88).int32(message.level);
      if (message.ping != null && $Object.hasOwnProperty.call(message, 'ping') && message.ping !== 0) writer.uint32(96).int32(message.ping);
      if (
        message.packetLossRatio != null &&
        $Object.hasOwnProperty.call(message, 'packetLossRatio') &&
        !$Object.is(message.packetLossRatio, 0)
      )
        writer.uint32(105).double(message.packetLossRatio);
      if (message.isStunned != null && $Object.hasOwnProperty.call(message, 'isStunned') && message.isStunned !== false)
        writer.uint32(112).bool(message.isStunned);
      if (message.isInvulnerable != null && $Object.hasOwnProperty.call(message, 'isInvulnerable') && message.isInvulnerable !== false)
        writer.uint32(120).bool(message.isInvulnerable);
      if (message.leftHoldingOnto != null && $Object.hasOwnProperty.call(message, 'leftHoldingOnto') && message.leftHoldingOnto !== '')
        writer.uint32(130).string(message.leftHoldingOnto);
      if (message.rightHoldingOnto != null && $Object.hasOwnProperty.call(message, 'rightHoldingOnto') && message.rightHoldingOnto !== '')
        writer.uint32(138).string(message.rightHoldingOnto);
      if (message.isBlocking != null && $Object.hasOwnProperty.call(message, 'isBlocking') && message.isBlocking !== false)
        writer.uint32(144).bool(message.isBlocking);
      if (message.isEmotePlaying != null && $Object.hasOwnProperty.call(message, 'isEmotePlaying') && message.isEmotePlaying !== false)
        writer.uint32(152).bool(message.isEmotePlaying);
      if (message.hasPossession != null && $Object.hasOwnProperty.call(message, 'hasPossession') && message.hasPossession !== false)
        writer.uint32(160).bool(message.hasPossession);
      if (message.leftHand != null && $Object.hasOwnProperty.call(message, 'leftHand'))
        $root.nevrcap.HandPart.encode(message.leftHand, writer.uint32(170).fork(), _depth + 1).ldelim();
      if (message.rightHand != null && $Object.hasOwnProperty.call(message, 'rightHand'))
        $root.nevrcap.HandPart.encode(message.rightHand, writer.uint32(178).fork(), _depth + 1).ldelim();
      if (message.velocity != null && message.velocity.length) writer.uint32(186).doubles(message.velocity);
      if (message.stats != null && $Object.hasOwnProperty.call(message, 'stats'))
        $root.nevrcap.PlayerStats.encode(message.stats, writer.uint32(194).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    TeamMember.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.TeamMember();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.weapon = value;
            else delete message.weapon;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.ordnance = value;
            else delete message.ordnance;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.tacMod = value;
            else delete message.tacMod;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.arm = value;
            else delete message.arm;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            message.head = $root.nevrcap.BodyPart.decode(reader, reader.size(), $undefined, _depth + 1, message.head);
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            message.body = $root.nevrcap.BodyPart.decode(reader, reader.size(), $undefined, _depth + 1, message.body);
            continue;
          }
          case 7: {
            if (wireType !== 0) break;
            if (typeof (value = reader.uint64()) === 'object' ? value.low || value.high : value !== 0) message.accountNumber = value;
            else delete message.accountNumber;
            continue;
          }
          case 8: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.displayName = value;
            else delete message.displayName;
            continue;
          }
          case 9: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.slotNumber = value;
            else delete message.slotNumber;
            continue;
          }
          case 10: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.jerseyNumber = value;
            else delete message.jerseyNumber;
            continue;
          }
          case 11: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.level = value;
            else delete message.level;
            continue;
          }
          case 12: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.ping = value;
            else delete message.ping;
            continue;
          }
          case 13: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.packetLossRatio = value;
            else delete message.packetLossRatio;
            continue;
          }
          case 14: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isStunned = value;
            else delete message.isStunned;
            continue;
          }
          case 15: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isInvulnerable = value;
            else delete message.isInvulnerable;
            continue;
          }
          case 16: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.leftHoldingOnto = value;
            else delete message.leftHoldingOnto;
            continue;
          }
          case 17: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.rightHoldingOnto = value;
            else delete message.rightHoldingOnto;
            continue;
          }
          case 18: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isBlocking = value;
            else delete message.isBlocking;
            continue;
          }
          case 19: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isEmotePlaying = value;
            else delete message.isEmotePlaying;
            continue;
          }
          case 20: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.hasPossession = value;
            else delete message.hasPossession;
            continue;
          }
          case 21: {
            if (wireType !== 2) break;
            message.leftHand = $root.nevrcap.HandPart.decode(reader, reader.size(), $undefined, _depth + 1, message.leftHand);
            continue;
          }
          case 22: {
            if (wireType !== 2) break;
            message.rightHand = $root.nevrcap.HandPart.decode(reader, reader.size(), $undefined, _depth + 1, message.rightHand);
            continue;
          }
          case 23: {
            if (wireType === 2) {
              if (!(message.velocity && message.velocity.length)) message.velocity = [];
              reader.doubles(message.velocity);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.velocity && message.velocity.length)) message.velocity = [];
            message.velocity.push(reader.double());
            continue;
          }
          case 24: {
            if (wireType !== 2) break;
            message.stats = $root.nevrcap.PlayerStats.decode(reader, reader.size(), $undefined, _depth + 1, message.stats);
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return TeamMember;
  })();

  nevrcap.PlayerStats = (function () {
    const PlayerStats = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerStats.prototype.possessionTime = 0;
    PlayerStats.prototype.points = 0;
    PlayerStats.prototype.saves = 0;
    PlayerStats.prototype.goals = 0;
    PlayerStats.prototype.stuns = 0;
    PlayerStats.prototype.passes = 0;
    PlayerStats.prototype.catches = 0;
    PlayerStats.prototype.steals = 0;
    PlayerStats.prototype.blocks = 0;
    PlayerStats.prototype.interceptions = 0;
    PlayerStats.prototype.assists = 0;
    PlayerStats.prototype.shotsTaken = 0;

    PlayerStats.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (
        message.possessionTime != null &&
        $Object.hasOwnProperty.call(message, 'possessionTime') &&
        !$Object.is(message.possessionTime, 0)
      )
        writer.uint32(9).double(message.possessionTime);
      if (message.points != null && $Object.hasOwnProperty.call(message, 'points') && message.points !== 0)
        writer.uint32(16).int32(message.points);
      if (message.saves != null && $Object.hasOwnProperty.call(message, 'saves') && message.saves !== 0)
        writer.uint32(24).int32(message.saves);
      if (message.goals != null && $Object.hasOwnProperty.call(message, 'goals') && message.goals !== 0)
        writer.uint32(32).int32(message.goals);
      if (message.stuns != null && $Object.hasOwnProperty.call(message, 'stuns') && message.stuns !== 0)
        writer.uint32(40).int32(message.stuns);
      if (message.passes != null && $Object.hasOwnProperty.call(message, 'passes') && message.passes !== 0)
        writer.uint32(48).int32(message.passes);
      if (message.catches != null && $Object.hasOwnProperty.call(message, 'catches') && message.catches !== 0)
        writer.uint32(56).int32(message.catches);
      if (message.steals != null && $Object.hasOwnProperty.call(message, 'steals') && message.steals !== 0)
        writer.uint32(64).int32(message.steals);
      if (message.blocks != null && $Object.hasOwnProperty.call(message, 'blocks') && message.blocks !== 0)
        writer.uint32(72).int32(message.blocks);
      if (message.interceptions != null && $Object.hasOwnProperty.call(message, 'interceptions') && message.interceptions !== 0)
        writer.uint32(80).int32(message.interceptions);
      if (message.assists != null && $Object.hasOwnProperty.call(message, 'assists') && message.assists !== 0)
        writer.uint32(88).int32(message.assists);
      if (message.shotsTaken != null && $Object.hasOwnProperty.call(message, 'shotsTaken') && message.shotsTaken !== 0)
        writer.uint32(96).int32(message.shotsTaken);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerStats.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerStats();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.possessionTime = value;
            else delete message.possessionTime;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.points = value;
            else delete message.points;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.saves = value;
            else delete message.saves;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.goals = value;
            else delete message.goals;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.stuns = value;
            else delete message.stuns;
            continue;
          }
          case 6: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.passes = value;
            else delete message.passes;
            continue;
          }
          case 7: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.catches = value;
            else delete message.catches;
            continue;
          }
          case 8: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.steals = value;
            else delete message.steals;
            continue;
          }
          case 9: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.blocks = value;
            else delete message.blocks;
            continue;
          }
          case 10: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.interceptions = value;
            else delete message.interceptions;
            continue;
          }
          case 11: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.assists = value;
            else delete message.assists;
            continue;
          }
          case 12: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.shotsTaken = value;
            else delete message.shotsTaken;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerStats;
  })();

  nevrcap.Team = (function () {
    const Team = function (properties) {
      this.players = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Team.prototype.players = $util.emptyArray;
    Team.prototype.teamName = '';
    Team.prototype.hasPossession = false;
    Team.prototype.stats = null;

    Team.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.players != null && message.players.length)
        for (let i = 0; i < message.players.length; ++i)
          $root.nevrcap.TeamMember.encode(message.players[i], writer.uint32(10).fork(), _depth + 1).ldelim();
      if (message.teamName != null && $Object.hasOwnProperty.call(message, 'teamName') && message.teamName !== '')
        writer.uint32(18).string(message.teamName);
      if (message.hasPossession != null && $Object.hasOwnProperty.call(message, 'hasPossession') && message.hasPossession !== false)
        writer.uint32(24).bool(message.hasPossession);
      if (message.stats != null && $Object.hasOwnProperty.call(message, 'stats'))
        $root.nevrcap.PlayerStats.encode(message.stats, writer.uint32(34).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Team.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.Team();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if (!(message.players && message.players.length)) message.players = [];
            message.players.push($root.nevrcap.TeamMember.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.teamName = value;
            else delete message.teamName;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.hasPossession = value;
            else delete message.hasPossession;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            message.stats = $root.nevrcap.PlayerStats.decode(reader, reader.size(), $undefined, _depth + 1, message.stats);
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Team;
  })();

  nevrcap.LastScore = (function () {
    const LastScore = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    LastScore.prototype.discSpeed = 0;
    LastScore.prototype.team = '';
    LastScore.prototype.goalType = '';
    LastScore.prototype.pointAmount = 0;
    LastScore.prototype.distanceThrown = 0;
    LastScore.prototype.personScored = '';
    LastScore.prototype.assistScored = '';

    LastScore.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.discSpeed != null && $Object.hasOwnProperty.call(message, 'discSpeed') && !$Object.is(message.discSpeed, 0))
        writer.uint32(9).double(message.discSpeed);
      if (message.team != null && $Object.hasOwnProperty.call(message, 'team') && message.team !== '')
        writer.uint32(18).string(message.team);
      if (message.goalType != null && $Object.hasOwnProperty.call(message, 'goalType') && message.goalType !== '')
        writer.uint32(26).string(message.goalType);
      if (message.pointAmount != null && $Object.hasOwnProperty.call(message, 'pointAmount') && message.pointAmount !== 0)
        writer.uint32(32).int32(message.pointAmount);
      if (
        message.distanceThrown != null &&
        $Object.hasOwnProperty.call(message, 'distanceThrown') &&
        !$Object.is(message.distanceThrown, 0)
      )
        writer.uint32(41).double(message.distanceThrown);
      if (message.personScored != null && $Object.hasOwnProperty.call(message, 'personScored') && message.personScored !== '')
        writer.uint32(50).string(message.personScored);
      if (message.assistScored != null && $Object.hasOwnProperty.call(message, 'assistScored') && message.assistScored !== '')
        writer.uint32(58).string(message.assistScored);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    LastScore.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.LastScore();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.discSpeed = value;
            else delete message.discSpeed;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.team = value;
            else delete message.team;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.goalType = value;
            else delete message.goalType;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.pointAmount = value;
            else delete message.pointAmount;
            continue;
          }
          case 5: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.distanceThrown = value;
            else delete message.distanceThrown;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.personScored = value;
            else delete message.personScored;
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.assistScored = value;
            else delete message.assistScored;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return LastScore;
  })();

  nevrcap.LastThrowInfo = (function () {
    const LastThrowInfo = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    LastThrowInfo.prototype.armSpeed = 0;
    LastThrowInfo.prototype.totalSpeed = 0;
    LastThrowInfo.prototype.offAxisSpinDeg = 0;
    LastThrowInfo.prototype.wristThrowPenalty = 0;
    LastThrowInfo.prototype.rotPerSec = 0;
    LastThrowInfo.prototype.potSpeedFromRot = 0;
    LastThrowInfo.prototype.speedFromArm = 0;
    LastThrowInfo.prototype.speedFromMovement = 0;
    LastThrowInfo.prototype.speedFromWrist = 0;
    LastThrowInfo.prototype.wristAlignToThrowDeg = 0;
    LastThrowInfo.prototype.throwAlignToMovementDeg = 0;
    LastThrowInfo.prototype.offAxisPenalty = 0;
    LastThrowInfo.prototype.throwMovePenalty = 0;

    LastThrowInfo.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.armSpeed != null && $Object.hasOwnProperty.call(message, 'armSpeed') && !$Object.is(message.armSpeed, 0))
        writer.uint32(9).double(message.armSpeed);
      if (message.totalSpeed != null && $Object.hasOwnProperty.call(message, 'totalSpeed') && !$Object.is(message.totalSpeed, 0))
        writer.uint32(17).double(message.totalSpeed);
      if (
        message.offAxisSpinDeg != null &&
        $Object.hasOwnProperty.call(message, 'offAxisSpinDeg') &&
        !$Object.is(message.offAxisSpinDeg, 0)
      )
        writer.uint32(25).double(message.offAxisSpinDeg);
      if (
        message.wristThrowPenalty != null &&
        $Object.hasOwnProperty.call(message, 'wristThrowPenalty') &&
        !$Object.is(message.wristThrowPenalty, 0)
      )
        writer.uint32(33).double(message.wristThrowPenalty);
      if (message.rotPerSec != null && $Object.hasOwnProperty.call(message, 'rotPerSec') && !$Object.is(message.rotPerSec, 0))
        writer.uint32(41).double(message.rotPerSec);
      if (
        message.potSpeedFromRot != null &&
        $Object.hasOwnProperty.call(message, 'potSpeedFromRot') &&
        !$Object.is(message.potSpeedFromRot, 0)
      )
        writer.uint32(49).double(message.potSpeedFromRot);
      if (message.speedFromArm != null && $Object.hasOwnProperty.call(message, 'speedFromArm') && !$Object.is(message.speedFromArm, 0))
        writer.uint32(57).double(message.speedFromArm);
      if (
        message.speedFromMovement != null &&
        $Object.hasOwnProperty.call(message, 'speedFromMovement') &&
        !$Object.is(message.speedFromMovement, 0)
      )
        writer.uint32(65).double(message.speedFromMovement);
      if (
        message.speedFromWrist != null &&
        $Object.hasOwnProperty.call(message, 'speedFromWrist') &&
        !$Object.is(message.speedFromWrist, 0)
      )
        writer.uint32(73).double(message.speedFromWrist);
      if (
        message.wristAlignToThrowDeg != null &&
        $Object.hasOwnProperty.call(message, 'wristAlignToThrowDeg') &&
        !$Object.is(message.wristAlignToThrowDeg, 0)
      )
        writer.uint32(81).double(message.wristAlignToThrowDeg);
      if (
        message.throwAlignToMovementDeg != null &&
        $Object.hasOwnProperty.call(message, 'throwAlignToMovementDeg') &&
        !$Object.is(message.throwAlignToMovementDeg, 0)
      )
        writer.uint32(89).double(message.throwAlignToMovementDeg);
      if (
        message.offAxisPenalty != null &&
        $Object.hasOwnProperty.call(message, 'offAxisPenalty') &&
        !$Object.is(message.offAxisPenalty, 0)
      )
        writer.uint32(97).double(message.offAxisPenalty);
      if (
        message.throwMovePenalty != null &&
        $Object.hasOwnProperty.call(message, 'throwMovePenalty') &&
        !$Object.is(message.throwMovePenalty, 0)
      )
        writer.uint32(105).double(message.throwMovePenalty);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    LastThrowInfo.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.LastThrowInfo();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.armSpeed = value;
            else delete message.armSpeed;
            continue;
          }
          case 2: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.totalSpeed = value;
            else delete message.totalSpeed;
            continue;
          }
          case 3: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.offAxisSpinDeg = value;
            else delete message.offAxisSpinDeg;
            continue;
          }
          case 4: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.wristThrowPenalty = value;
            else delete message.wristThrowPenalty;
            continue;
          }
          case 5: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.rotPerSec = value;
            else delete message.rotPerSec;
            continue;
          }
          case 6: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.potSpeedFromRot = value;
            else delete message.potSpeedFromRot;
            continue;
          }
          case 7: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.speedFromArm = value;
            else delete message.speedFromArm;
            continue;
          }
          case 8: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.speedFromMovement = value;
            else delete message.speedFromMovement;
            continue;
          }
          case 9: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.speedFromWrist = value;
            else delete message.speedFromWrist;
            continue;
          }
          case 10: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.wristAlignToThrowDeg = value;
            else delete message.wristAlignToThrowDeg;
            continue;
          }
          case 11: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.throwAlignToMovementDeg = value;
            else delete message.throwAlignToMovementDeg;
            continue;
          }
          case 12: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.offAxisPenalty = value;
            else delete message.offAxisPenalty;
            continue;
          }
          case 13: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.throwMovePenalty = value;
            else delete message.throwMovePenalty;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return LastThrowInfo;
  })();

  nevrcap.PauseState = (function () {
    const PauseState = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PauseState.prototype.pausedState = '';
    PauseState.prototype.unpausedTeam = '';
    PauseState.prototype.pausedRequestedTeam = '';
    PauseState.prototype.unpausedTimer = 0;
    PauseState.prototype.pausedTimer = 0;

    PauseState.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.pausedState != null && $Object.hasOwnProperty.call(message, 'pausedState') && message.pausedState !== '')
        writer.uint32(10).string(message.pausedState);
      if (message.unpausedTeam != null && $Object.hasOwnProperty.call(message, 'unpausedTeam') && message.unpausedTeam !== '')
        writer.uint32(18).string(message.unpausedTeam);
      if (
        message.pausedRequestedTeam != null &&
        $Object.hasOwnProperty.call(message, 'pausedRequestedTeam') &&
        message.pausedRequestedTeam !== ''
      )
        writer.uint32(26).string(message.pausedRequestedTeam);
      if (message.unpausedTimer != null && $Object.hasOwnProperty.call(message, 'unpausedTimer') && !$Object.is(message.unpausedTimer, 0))
        writer.uint32(33).double(message.unpausedTimer);
      if (message.pausedTimer != null && $Object.hasOwnProperty.call(message, 'pausedTimer') && !$Object.is(message.pausedTimer, 0))
        writer.uint32(41).double(message.pausedTimer);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PauseState.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PauseState();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.pausedState = value;
            else delete message.pausedState;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.unpausedTeam = value;
            else delete message.unpausedTeam;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.pausedRequestedTeam = value;
            else delete message.pausedRequestedTeam;
            continue;
          }
          case 4: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.unpausedTimer = value;
            else delete message.unpausedTimer;
            continue;
          }
          case 5: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.pausedTimer = value;
            else delete message.pausedTimer;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PauseState;
  })();

  nevrcap.PlayerRoot = (function () {
    const PlayerRoot = function (properties) {
      this.vrLeft = [];
      this.vrPosition = [];
      this.vrForward = [];
      this.vrUp = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerRoot.prototype.vrLeft = $util.emptyArray;
    PlayerRoot.prototype.vrPosition = $util.emptyArray;
    PlayerRoot.prototype.vrForward = $util.emptyArray;
    PlayerRoot.prototype.vrUp = $util.emptyArray;

    PlayerRoot.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.vrLeft != null && message.vrLeft.length) writer.uint32(10).doubles(message.vrLeft);
      if (message.vrPosition != null && message.vrPosition.length) writer.uint32(18).doubles(message.vrPosition);
      if (message.vrForward != null && message.vrForward.length) writer.uint32(26).doubles(message.vrForward);
      if (message.vrUp != null && message.vrUp.length) writer.uint32(34).doubles(message.vrUp);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerRoot.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerRoot();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType === 2) {
              if (!(message.vrLeft && message.vrLeft.length)) message.vrLeft = [];
              reader.doubles(message.vrLeft);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.vrLeft && message.vrLeft.length)) message.vrLeft = [];
            message.vrLeft.push(reader.double());
            continue;
          }
          case 2: {
            if (wireType === 2) {
              if (!(message.vrPosition && message.vrPosition.length)) message.vrPosition = [];
              reader.doubles(message.vrPosition);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.vrPosition && message.vrPosition.length)) message.vrPosition = [];
            message.vrPosition.push(reader.double());
            continue;
          }
          case 3: {
            if (wireType === 2) {
              if (!(message.vrForward && message.vrForward.length)) message.vrForward = [];
              reader.doubles(message.vrForward);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.vrForward && message.vrForward.length)) message.vrForward = [];
            message.vrForward.push(reader.double());
            continue;
          }
          case 4: {
            if (wireType === 2) {
              if (!(message.vrUp && message.vrUp.length)) message.vrUp = [];
              reader.doubles(message.vrUp);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.vrUp && message.vrUp.length)) message.vrUp = [];
            message.vrUp.push(reader.double());
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerRoot;
  })();

  nevrcap.PlayerBonesResponse = (function () {
    const PlayerBonesResponse = function (properties) {
      this.userBones = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    PlayerBonesResponse.prototype.userBones = $util.emptyArray;
    PlayerBonesResponse.prototype.errCode = 0;

    PlayerBonesResponse.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.userBones != null && message.userBones.length)
        for (let i = 0; i < message.userBones.length; ++i)
          $root.nevrcap.UserBones.encode(message.userBones[i], writer.uint32(10).fork(), _depth + 1).ldelim();
      if (message.errCode != null && $Object.hasOwnProperty.call(message, 'errCode') && message.errCode !== 0)
        writer.uint32(16).int32(message.errCode);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    PlayerBonesResponse.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.PlayerBonesResponse();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if (!(message.userBones && message.userBones.length)) message.userBones = [];
            message.userBones.push($root.nevrcap.UserBones.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.errCode = value;
            else delete message.errCode;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return PlayerBonesResponse;
  })();

  nevrcap.UserBones = (function () {
    const UserBones = function (properties) {
      this.boneT = [];
      this.boneO = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    UserBones.prototype.boneT = $util.emptyArray;
    UserBones.prototype.playerIndex = 0;
    UserBones.prototype.boneO = $util.emptyArray;

    UserBones.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.boneT != null && message.boneT.length) writer.uint32(10).floats(message.boneT);
      if (message.playerIndex != null && $Object.hasOwnProperty.call(message, 'playerIndex') && message.playerIndex !== 0)
        writer.uint32(16).int32(message.playerIndex);
      if (message.boneO != null && message.boneO.length) writer.uint32(26).floats(message.boneO);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    UserBones.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.nevrcap.UserBones();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType === 2) {
              if (!(message.boneT && message.boneT.length)) message.boneT = [];
              reader.floats(message.boneT);
              continue;
            }
            if (wireType !== 5) break;
            if (!(message.boneT && message.boneT.length)) message.boneT = [];
            message.boneT.push(reader.float());
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.playerIndex = value;
            else delete message.playerIndex;
            continue;
          }
          case 3: {
            if (wireType === 2) {
              if (!(message.boneO && message.boneO.length)) message.boneO = [];
              reader.floats(message.boneO);
              continue;
            }
            if (wireType !== 5) break;
            if (!(message.boneO && message.boneO.length)) message.boneO = [];
            message.boneO.push(reader.float());
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return UserBones;
  })();

  return nevrcap;
})());

export { $root as default };
