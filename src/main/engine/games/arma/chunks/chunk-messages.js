// Made by scripts/proto.ts from chunks-v1.proto and chunks-v2.proto; not to be edited.
/* oxlint-disable */
import $protobuf from 'protobufjs/minimal.js';

const $Reader = $protobuf.Reader,
  $util = $protobuf.util;
const $Object = $util.global.Object,
  $undefined = $util.global.undefined,
  $Error = $util.global.Error,
  $RangeError = $util.global.RangeError;

const $root = $protobuf.roots['default'] || ($protobuf.roots['default'] = {});

export const chunks1 = ($root.chunks1 = (() => {
  const chunks1 = {};

  chunks1.Manifest = (function () {
    const Manifest = function (properties) {
      this.entities = [];
      this.times = [];
      this.events = [];
      this.markers = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Manifest.prototype.version = 0;
    Manifest.prototype.worldName = '';
    Manifest.prototype.missionName = '';
    Manifest.prototype.endFrame = 0;
    Manifest.prototype.chunkSize = 0;
    Manifest.prototype.captureDelayMs = 0;
    Manifest.prototype.chunkCount = 0;
    Manifest.prototype.entities = $util.emptyArray;
    Manifest.prototype.times = $util.emptyArray;
    Manifest.prototype.events = $util.emptyArray;
    Manifest.prototype.markers = $util.emptyArray;
    Manifest.prototype.extensionVersion = '';
    Manifest.prototype.addonVersion = '';

    Manifest.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks1.Manifest();
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
            if ((value = reader.uint32())) message.version = value;
            else delete message.version;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.worldName = value;
            else delete message.worldName;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.missionName = value;
            else delete message.missionName;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.endFrame = value;
            else delete message.endFrame;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.chunkSize = value;
            else delete message.chunkSize;
            continue;
          }
          case 6: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.captureDelayMs = value;
            else delete message.captureDelayMs;
            continue;
          }
          case 7: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.chunkCount = value;
            else delete message.chunkCount;
            continue;
          }
          case 8: {
            if (wireType !== 2) break;
            if (!(message.entities && message.entities.length)) message.entities = [];
            message.entities.push($root.chunks1.Entity.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 9: {
            if (wireType !== 2) break;
            if (!(message.times && message.times.length)) message.times = [];
            message.times.push($root.chunks1.Time.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            if (!(message.events && message.events.length)) message.events = [];
            message.events.push($root.chunks1.Event.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            if (!(message.markers && message.markers.length)) message.markers = [];
            message.markers.push($root.chunks1.Marker.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 12: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.extensionVersion = value;
            else delete message.extensionVersion;
            continue;
          }
          case 13: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.addonVersion = value;
            else delete message.addonVersion;
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

    return Manifest;
  })();

  chunks1.Entity = (function () {
    const Entity = function (properties) {
      this.shots = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Entity.prototype.id = 0;
    Entity.prototype.type = 0;
    Entity.prototype.name = '';
    Entity.prototype.side = 0;
    Entity.prototype.group = '';
    Entity.prototype.role = '';
    Entity.prototype.startFrame = 0;
    Entity.prototype.endFrame = 0;
    Entity.prototype.isPlayer = false;
    Entity.prototype.vehicleClass = '';
    Entity.prototype.shots = $util.emptyArray;

    Entity.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks1.Entity();
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
            if ((value = reader.uint32())) message.id = value;
            else delete message.id;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.type = value;
            else delete message.type;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.side = value;
            else delete message.side;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.group = value;
            else delete message.group;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.role = value;
            else delete message.role;
            continue;
          }
          case 7: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.startFrame = value;
            else delete message.startFrame;
            continue;
          }
          case 8: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.endFrame = value;
            else delete message.endFrame;
            continue;
          }
          case 9: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isPlayer = value;
            else delete message.isPlayer;
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.vehicleClass = value;
            else delete message.vehicleClass;
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            if (!(message.shots && message.shots.length)) message.shots = [];
            message.shots.push($root.chunks1.Shot.decode(reader, reader.size(), $undefined, _depth + 1));
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

    return Entity;
  })();

  chunks1.Shot = (function () {
    const Shot = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Shot.prototype.frame = 0;
    Shot.prototype.x = 0;
    Shot.prototype.y = 0;
    Shot.prototype.z = 0;

    Shot.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks1.Shot();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 2: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.x = value;
            else delete message.x;
            continue;
          }
          case 3: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.y = value;
            else delete message.y;
            continue;
          }
          case 4: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.z = value;
            else delete message.z;
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

    return Shot;
  })();

  chunks1.Time = (function () {
    const Time = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Time.prototype.frame = 0;
    Time.prototype.systemTimeUtc = '';
    Time.prototype.date = '';
    Time.prototype.timeMultiplier = 0;
    Time.prototype.time = 0;

    Time.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks1.Time();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.systemTimeUtc = value;
            else delete message.systemTimeUtc;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.date = value;
            else delete message.date;
            continue;
          }
          case 4: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.timeMultiplier = value;
            else delete message.timeMultiplier;
            continue;
          }
          case 5: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.time = value;
            else delete message.time;
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

    return Time;
  })();

  chunks1.Frame = (function () {
    const Frame = function (properties) {
      this.states = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Frame.prototype.frame = 0;
    Frame.prototype.states = $util.emptyArray;

    Frame.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks1.Frame();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if (!(message.states && message.states.length)) message.states = [];
            message.states.push($root.chunks1.State.decode(reader, reader.size(), $undefined, _depth + 1));
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

    return Frame;
  })();

  chunks1.State = (function () {
    const State = function (properties) {
      this.crew = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    State.prototype.id = 0;
    State.prototype.x = 0;
    State.prototype.y = 0;
    State.prototype.direction = 0;
    State.prototype.alive = 0;
    State.prototype.crew = $util.emptyArray;
    State.prototype.vehicle = 0;
    State.prototype.inVehicle = false;
    State.prototype.name = '';
    State.prototype.isPlayer = false;
    State.prototype.z = 0;
    State.prototype.group = '';
    State.prototype.side = '';

    State.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks1.State();
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
            if ((value = reader.uint32())) message.id = value;
            else delete message.id;
            continue;
          }
          case 2: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.x = value;
            else delete message.x;
            continue;
          }
          case 3: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.y = value;
            else delete message.y;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.direction = value;
            else delete message.direction;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.alive = value;
            else delete message.alive;
            continue;
          }
          case 6: {
            if (wireType === 2) {
              if (!(message.crew && message.crew.length)) message.crew = [];
              reader.uint32s(message.crew);
              continue;
            }
            if (wireType !== 0) break;
            if (!(message.crew && message.crew.length)) message.crew = [];
            message.crew.push(reader.uint32());
            continue;
          }
          case 7: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.vehicle = value;
            else delete message.vehicle;
            continue;
          }
          case 8: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.inVehicle = value;
            else delete message.inVehicle;
            continue;
          }
          case 9: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 10: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isPlayer = value;
            else delete message.isPlayer;
            continue;
          }
          case 11: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.z = value;
            else delete message.z;
            continue;
          }
          case 12: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.group = value;
            else delete message.group;
            continue;
          }
          case 13: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.side = value;
            else delete message.side;
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

    return State;
  })();

  chunks1.Event = (function () {
    const Event = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Event.prototype.frame = 0;
    Event.prototype.type = '';
    Event.prototype.source = 0;
    Event.prototype.target = 0;
    Event.prototype.message = '';
    Event.prototype.distance = 0;
    Event.prototype.weapon = '';
    Event.prototype.x = 0;
    Event.prototype.y = 0;
    Event.prototype.objectType = '';
    Event.prototype.unitName = '';
    Event.prototype.side = '';

    Event.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks1.Event();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.type = value;
            else delete message.type;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.source = value;
            else delete message.source;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.target = value;
            else delete message.target;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.message = value;
            else delete message.message;
            continue;
          }
          case 6: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.distance = value;
            else delete message.distance;
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.weapon = value;
            else delete message.weapon;
            continue;
          }
          case 8: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.x = value;
            else delete message.x;
            continue;
          }
          case 9: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.y = value;
            else delete message.y;
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.objectType = value;
            else delete message.objectType;
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.unitName = value;
            else delete message.unitName;
            continue;
          }
          case 12: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.side = value;
            else delete message.side;
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

    return Event;
  })();

  chunks1.Marker = (function () {
    const Marker = function (properties) {
      this.states = [];
      this.size = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Marker.prototype.type = '';
    Marker.prototype.text = '';
    Marker.prototype.startFrame = 0;
    Marker.prototype.endFrame = 0;
    Marker.prototype.player = 0;
    Marker.prototype.color = '';
    Marker.prototype.side = 0;
    Marker.prototype.states = $util.emptyArray;
    Marker.prototype.size = $util.emptyArray;
    Marker.prototype.shape = '';
    Marker.prototype.brush = '';

    Marker.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks1.Marker();
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
            if ((value = reader.stringVerify()).length) message.type = value;
            else delete message.type;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.text = value;
            else delete message.text;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.startFrame = value;
            else delete message.startFrame;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.endFrame = value;
            else delete message.endFrame;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.player = value;
            else delete message.player;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.color = value;
            else delete message.color;
            continue;
          }
          case 7: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.side = value;
            else delete message.side;
            continue;
          }
          case 8: {
            if (wireType !== 2) break;
            if (!(message.states && message.states.length)) message.states = [];
            message.states.push($root.chunks1.MarkerState.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 9: {
            if (wireType === 2) {
              if (!(message.size && message.size.length)) message.size = [];
              reader.floats(message.size);
              continue;
            }
            if (wireType !== 5) break;
            if (!(message.size && message.size.length)) message.size = [];
            message.size.push(reader.float());
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.shape = value;
            else delete message.shape;
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.brush = value;
            else delete message.brush;
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

    return Marker;
  })();

  chunks1.MarkerState = (function () {
    const MarkerState = function (properties) {
      this.line = [];
      this.size = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    MarkerState.prototype.frame = 0;
    MarkerState.prototype.x = 0;
    MarkerState.prototype.y = 0;
    MarkerState.prototype.z = 0;
    MarkerState.prototype.direction = 0;
    MarkerState.prototype.alpha = 0;
    MarkerState.prototype.line = $util.emptyArray;
    MarkerState.prototype.text = '';
    MarkerState.prototype.color = '';
    MarkerState.prototype.size = $util.emptyArray;
    MarkerState.prototype.type = '';
    MarkerState.prototype.brush = '';

    MarkerState.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks1.MarkerState();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 2: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.x = value;
            else delete message.x;
            continue;
          }
          case 3: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.y = value;
            else delete message.y;
            continue;
          }
          case 4: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.z = value;
            else delete message.z;
            continue;
          }
          case 5: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.direction = value;
            else delete message.direction;
            continue;
          }
          case 6: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.alpha = value;
            else delete message.alpha;
            continue;
          }
          case 7: {
            if (wireType === 2) {
              if (!(message.line && message.line.length)) message.line = [];
              reader.floats(message.line);
              continue;
            }
            if (wireType !== 5) break;
            if (!(message.line && message.line.length)) message.line = [];
            message.line.push(reader.float());
            continue;
          }
          case 8: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.text = value;
            else delete message.text;
            continue;
          }
          case 9: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.color = value;
            else delete message.color;
            continue;
          }
          case 10: {
            if (wireType === 2) {
              if (!(message.size && message.size.length)) message.size = [];
              reader.floats(message.size);
              continue;
            }
            if (wireType !== 5) break;
            if (!(message.size && message.size.length)) message.size = [];
            message.size.push(reader.float());
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.type = value;
            else delete message.type;
            continue;
          }
          case 12: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.brush = value;
            else delete message.brush;
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

    return MarkerState;
  })();

  return chunks1;
})());

export const chunks2 = ($root.chunks2 = (() => {
  const chunks2 = {};

  chunks2.Manifest = (function () {
    const Manifest = function (properties) {
      this.soldiers = [];
      this.vehicles = [];
      this.events = [];
      this.markers = [];
      this.times = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Manifest.prototype.version = 0;
    Manifest.prototype.world = null;
    Manifest.prototype.mission = null;
    Manifest.prototype.frameCount = 0;
    Manifest.prototype.chunkSize = 0;
    Manifest.prototype.captureDelayMs = 0;
    Manifest.prototype.chunkCount = 0;
    Manifest.prototype.soldiers = $util.emptyArray;
    Manifest.prototype.vehicles = $util.emptyArray;
    Manifest.prototype.events = $util.emptyArray;
    Manifest.prototype.markers = $util.emptyArray;
    Manifest.prototype.times = $util.emptyArray;

    Manifest.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Manifest();
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
            if ((value = reader.uint32())) message.version = value;
            else delete message.version;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.world = $root.chunks2.World.decode(reader, reader.size(), $undefined, _depth + 1, message.world);
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            message.mission = $root.chunks2.Mission.decode(reader, reader.size(), $undefined, _depth + 1, message.mission);
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.frameCount = value;
            else delete message.frameCount;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.chunkSize = value;
            else delete message.chunkSize;
            continue;
          }
          case 6: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.captureDelayMs = value;
            else delete message.captureDelayMs;
            continue;
          }
          case 7: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.chunkCount = value;
            else delete message.chunkCount;
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            if (!(message.soldiers && message.soldiers.length)) message.soldiers = [];
            message.soldiers.push($root.chunks2.Soldier.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            if (!(message.vehicles && message.vehicles.length)) message.vehicles = [];
            message.vehicles.push($root.chunks2.Vehicle.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 12: {
            if (wireType !== 2) break;
            if (!(message.events && message.events.length)) message.events = [];
            message.events.push($root.chunks2.Event.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 13: {
            if (wireType !== 2) break;
            if (!(message.markers && message.markers.length)) message.markers = [];
            message.markers.push($root.chunks2.Marker.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 14: {
            if (wireType !== 2) break;
            if (!(message.times && message.times.length)) message.times = [];
            message.times.push($root.chunks2.Time.decode(reader, reader.size(), $undefined, _depth + 1));
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

    return Manifest;
  })();

  chunks2.World = (function () {
    const World = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    World.prototype.name = '';
    World.prototype.size = 0;
    World.prototype.latitude = 0;
    World.prototype.longitude = 0;
    World.prototype.author = '';
    World.prototype.displayName = '';

    World.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.World();
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
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 2: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.size = value;
            else delete message.size;
            continue;
          }
          case 3: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.latitude = value;
            else delete message.latitude;
            continue;
          }
          case 4: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.longitude = value;
            else delete message.longitude;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.author = value;
            else delete message.author;
            continue;
          }
          case 6: {
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

    return World;
  })();

  chunks2.Mission = (function () {
    const Mission = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Mission.prototype.name = '';
    Mission.prototype.briefingName = '';
    Mission.prototype.author = '';
    Mission.prototype.serverName = '';
    Mission.prototype.extensionVersion = '';
    Mission.prototype.addonVersion = '';
    Mission.prototype.extensionBuild = '';
    Mission.prototype.tag = '';

    Mission.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Mission();
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
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.briefingName = value;
            else delete message.briefingName;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.author = value;
            else delete message.author;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.serverName = value;
            else delete message.serverName;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.extensionVersion = value;
            else delete message.extensionVersion;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.addonVersion = value;
            else delete message.addonVersion;
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.extensionBuild = value;
            else delete message.extensionBuild;
            continue;
          }
          case 8: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.tag = value;
            else delete message.tag;
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

    return Mission;
  })();

  chunks2.Point = (function () {
    const Point = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Point.prototype.x = 0;
    Point.prototype.y = 0;
    Point.prototype.z = 0;

    Point.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Point();
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
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.x = value;
            else delete message.x;
            continue;
          }
          case 2: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.y = value;
            else delete message.y;
            continue;
          }
          case 3: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.z = value;
            else delete message.z;
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

    return Point;
  })();

  chunks2.Soldier = (function () {
    const Soldier = function (properties) {
      this.shots = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Soldier.prototype.id = 0;
    Soldier.prototype.name = '';
    Soldier.prototype.side = 0;
    Soldier.prototype.group = '';
    Soldier.prototype.role = '';
    Soldier.prototype.startFrame = 0;
    Soldier.prototype.endFrame = 0;
    Soldier.prototype.isPlayer = false;
    Soldier.prototype.className = '';
    Soldier.prototype.playerUid = '';
    Soldier.prototype.shots = $util.emptyArray;

    Soldier.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Soldier();
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
            if ((value = reader.uint32())) message.id = value;
            else delete message.id;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.side = value;
            else delete message.side;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.group = value;
            else delete message.group;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.role = value;
            else delete message.role;
            continue;
          }
          case 6: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.startFrame = value;
            else delete message.startFrame;
            continue;
          }
          case 7: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.endFrame = value;
            else delete message.endFrame;
            continue;
          }
          case 8: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isPlayer = value;
            else delete message.isPlayer;
            continue;
          }
          case 9: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.className = value;
            else delete message.className;
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.playerUid = value;
            else delete message.playerUid;
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            if (!(message.shots && message.shots.length)) message.shots = [];
            message.shots.push($root.chunks2.Shot.decode(reader, reader.size(), $undefined, _depth + 1));
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

    return Soldier;
  })();

  chunks2.Shot = (function () {
    const Shot = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Shot.prototype.frame = 0;
    Shot.prototype.start = null;
    Shot.prototype.end = null;
    Shot.prototype.weapon = '';
    Shot.prototype.magazine = '';

    Shot.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Shot();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.start = $root.chunks2.Point.decode(reader, reader.size(), $undefined, _depth + 1, message.start);
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            message.end = $root.chunks2.Point.decode(reader, reader.size(), $undefined, _depth + 1, message.end);
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.weapon = value;
            else delete message.weapon;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.magazine = value;
            else delete message.magazine;
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

    return Shot;
  })();

  chunks2.Vehicle = (function () {
    const Vehicle = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Vehicle.prototype.id = 0;
    Vehicle.prototype.name = '';
    Vehicle.prototype.kind = '';
    Vehicle.prototype.className = '';
    Vehicle.prototype.startFrame = 0;
    Vehicle.prototype.endFrame = 0;
    Vehicle.prototype.customization = '';

    Vehicle.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Vehicle();
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
            if ((value = reader.uint32())) message.id = value;
            else delete message.id;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.kind = value;
            else delete message.kind;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.className = value;
            else delete message.className;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.startFrame = value;
            else delete message.startFrame;
            continue;
          }
          case 6: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.endFrame = value;
            else delete message.endFrame;
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.customization = value;
            else delete message.customization;
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

    return Vehicle;
  })();

  chunks2.Event = (function () {
    const Event = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Event.prototype.frame = 0;
    Event.prototype.kill = null;
    Event.prototype.hit = null;
    Event.prototype.chat = null;
    Event.prototype.radio = null;
    Event.prototype.ace3Death = null;
    Event.prototype.ace3Unconscious = null;
    Event.prototype.general = null;
    Event.prototype.connect = null;
    Event.prototype.endMission = null;
    Event.prototype.telemetry = null;

    Event.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Event();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            message.kill = $root.chunks2.Fight.decode(reader, reader.size(), $undefined, _depth + 1, message.kill);
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            message.hit = $root.chunks2.Fight.decode(reader, reader.size(), $undefined, _depth + 1, message.hit);
            continue;
          }
          case 13: {
            if (wireType !== 2) break;
            message.chat = $root.chunks2.Chat.decode(reader, reader.size(), $undefined, _depth + 1, message.chat);
            continue;
          }
          case 14: {
            if (wireType !== 2) break;
            message.radio = $root.chunks2.Radio.decode(reader, reader.size(), $undefined, _depth + 1, message.radio);
            continue;
          }
          case 15: {
            if (wireType !== 2) break;
            message.ace3Death = $root.chunks2.Death.decode(reader, reader.size(), $undefined, _depth + 1, message.ace3Death);
            continue;
          }
          case 16: {
            if (wireType !== 2) break;
            message.ace3Unconscious = $root.chunks2.Unconscious.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.ace3Unconscious,
            );
            continue;
          }
          case 17: {
            if (wireType !== 2) break;
            message.general = $root.chunks2.General.decode(reader, reader.size(), $undefined, _depth + 1, message.general);
            continue;
          }
          case 18: {
            if (wireType !== 2) break;
            message.connect = $root.chunks2.Connect.decode(reader, reader.size(), $undefined, _depth + 1, message.connect);
            continue;
          }
          case 19: {
            if (wireType !== 2) break;
            message.endMission = $root.chunks2.End.decode(reader, reader.size(), $undefined, _depth + 1, message.endMission);
            continue;
          }
          case 20: {
            if (wireType !== 2) break;
            message.telemetry = $root.chunks2.Telemetry.decode(reader, reader.size(), $undefined, _depth + 1, message.telemetry);
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

    return Event;
  })();

  chunks2.Fight = (function () {
    const Fight = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Fight.prototype.victimSoldier = 0;
    Fight.prototype.victimVehicle = 0;
    Fight.prototype.bySoldier = 0;
    Fight.prototype.byVehicle = 0;
    Fight.prototype.weapon = '';
    Fight.prototype.magazine = '';
    Fight.prototype.text = '';
    Fight.prototype.distance = 0;
    Fight.prototype.victimIsVehicle = false;
    Fight.prototype.byIsVehicle = false;

    Fight.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Fight();
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
            if ((value = reader.uint32())) message.victimSoldier = value;
            else delete message.victimSoldier;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.victimVehicle = value;
            else delete message.victimVehicle;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.bySoldier = value;
            else delete message.bySoldier;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.byVehicle = value;
            else delete message.byVehicle;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.weapon = value;
            else delete message.weapon;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.magazine = value;
            else delete message.magazine;
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.text = value;
            else delete message.text;
            continue;
          }
          case 8: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.distance = value;
            else delete message.distance;
            continue;
          }
          case 9: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.victimIsVehicle = value;
            else delete message.victimIsVehicle;
            continue;
          }
          case 10: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.byIsVehicle = value;
            else delete message.byIsVehicle;
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

    return Fight;
  })();

  chunks2.Chat = (function () {
    const Chat = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Chat.prototype.soldier = 0;
    Chat.prototype.channel = '';
    Chat.prototype.from = '';
    Chat.prototype.message = '';
    Chat.prototype.playerUid = '';

    Chat.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Chat();
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
            if ((value = reader.uint32())) message.soldier = value;
            else delete message.soldier;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.channel = value;
            else delete message.channel;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.from = value;
            else delete message.from;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.message = value;
            else delete message.message;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.playerUid = value;
            else delete message.playerUid;
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

    return Chat;
  })();

  chunks2.Radio = (function () {
    const Radio = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Radio.prototype.soldier = 0;
    Radio.prototype.radio = '';
    Radio.prototype.type = '';
    Radio.prototype.phase = '';
    Radio.prototype.channel = 0;
    Radio.prototype.isAdditional = false;
    Radio.prototype.frequency = 0;

    Radio.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Radio();
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
            if ((value = reader.uint32())) message.soldier = value;
            else delete message.soldier;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.radio = value;
            else delete message.radio;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.type = value;
            else delete message.type;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.phase = value;
            else delete message.phase;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.channel = value;
            else delete message.channel;
            continue;
          }
          case 6: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isAdditional = value;
            else delete message.isAdditional;
            continue;
          }
          case 7: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.frequency = value;
            else delete message.frequency;
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

    return Radio;
  })();

  chunks2.Death = (function () {
    const Death = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Death.prototype.soldier = 0;
    Death.prototype.reason = '';
    Death.prototype.source = 0;
    Death.prototype.hasSource = false;

    Death.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Death();
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
            if ((value = reader.uint32())) message.soldier = value;
            else delete message.soldier;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.reason = value;
            else delete message.reason;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.source = value;
            else delete message.source;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.hasSource = value;
            else delete message.hasSource;
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

    return Death;
  })();

  chunks2.Unconscious = (function () {
    const Unconscious = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Unconscious.prototype.soldier = 0;
    Unconscious.prototype.isUnconscious = false;

    Unconscious.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Unconscious();
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
            if ((value = reader.uint32())) message.soldier = value;
            else delete message.soldier;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isUnconscious = value;
            else delete message.isUnconscious;
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

    return Unconscious;
  })();

  chunks2.General = (function () {
    const General = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    General.prototype.name = '';
    General.prototype.message = '';
    General.prototype.objectType = '';
    General.prototype.unitName = '';
    General.prototype.side = '';

    General.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.General();
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
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.message = value;
            else delete message.message;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.objectType = value;
            else delete message.objectType;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.unitName = value;
            else delete message.unitName;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.side = value;
            else delete message.side;
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

    return General;
  })();

  chunks2.Connect = (function () {
    const Connect = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Connect.prototype.name = '';
    Connect.prototype.isConnect = false;

    Connect.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Connect();
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
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isConnect = value;
            else delete message.isConnect;
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

    return Connect;
  })();

  chunks2.End = (function () {
    const End = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    End.prototype.side = '';
    End.prototype.message = '';

    End.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.End();
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
            if ((value = reader.stringVerify()).length) message.side = value;
            else delete message.side;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.message = value;
            else delete message.message;
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

    return End;
  })();

  chunks2.Telemetry = (function () {
    const Telemetry = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Telemetry.prototype.fps = 0;
    Telemetry.prototype.leastFps = 0;

    Telemetry.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Telemetry();
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
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.fps = value;
            else delete message.fps;
            continue;
          }
          case 2: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.leastFps = value;
            else delete message.leastFps;
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

    return Telemetry;
  })();

  chunks2.Frame = (function () {
    const Frame = function (properties) {
      this.soldiers = [];
      this.vehicles = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Frame.prototype.frame = 0;
    Frame.prototype.soldiers = $util.emptyArray;
    Frame.prototype.vehicles = $util.emptyArray;

    Frame.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Frame();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if (!(message.soldiers && message.soldiers.length)) message.soldiers = [];
            message.soldiers.push($root.chunks2.SoldierState.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if (!(message.vehicles && message.vehicles.length)) message.vehicles = [];
            message.vehicles.push($root.chunks2.VehicleState.decode(reader, reader.size(), $undefined, _depth + 1));
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

    return Frame;
  })();

  chunks2.SoldierState = (function () {
    const SoldierState = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    SoldierState.prototype.id = 0;
    SoldierState.prototype.position = null;
    SoldierState.prototype.bearing = 0;
    SoldierState.prototype.life = 0;
    SoldierState.prototype.vehicle = 0;
    SoldierState.prototype.inVehicle = false;
    SoldierState.prototype.name = '';
    SoldierState.prototype.isPlayer = false;
    SoldierState.prototype.group = '';
    SoldierState.prototype.side = '';
    SoldierState.prototype.role = '';
    SoldierState.prototype.seat = '';
    SoldierState.prototype.stance = '';
    SoldierState.prototype.stableVitals = false;
    SoldierState.prototype.carried = false;
    SoldierState.prototype.scores = null;

    SoldierState.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.SoldierState();
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
            if ((value = reader.uint32())) message.id = value;
            else delete message.id;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.position = $root.chunks2.Point.decode(reader, reader.size(), $undefined, _depth + 1, message.position);
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.bearing = value;
            else delete message.bearing;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.life = value;
            else delete message.life;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.vehicle = value;
            else delete message.vehicle;
            continue;
          }
          case 6: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.inVehicle = value;
            else delete message.inVehicle;
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 8: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.isPlayer = value;
            else delete message.isPlayer;
            continue;
          }
          case 9: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.group = value;
            else delete message.group;
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.side = value;
            else delete message.side;
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.role = value;
            else delete message.role;
            continue;
          }
          case 12: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.seat = value;
            else delete message.seat;
            continue;
          }
          case 13: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.stance = value;
            else delete message.stance;
            continue;
          }
          case 14: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.stableVitals = value;
            else delete message.stableVitals;
            continue;
          }
          case 15: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.carried = value;
            else delete message.carried;
            continue;
          }
          case 16: {
            if (wireType !== 2) break;
            message.scores = $root.chunks2.Scores.decode(reader, reader.size(), $undefined, _depth + 1, message.scores);
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

    return SoldierState;
  })();

  chunks2.Scores = (function () {
    const Scores = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Scores.prototype.infantry = 0;
    Scores.prototype.vehicles = 0;
    Scores.prototype.armour = 0;
    Scores.prototype.air = 0;
    Scores.prototype.deaths = 0;
    Scores.prototype.total = 0;

    Scores.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Scores();
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
            if ((value = reader.uint32())) message.infantry = value;
            else delete message.infantry;
            continue;
          }
          case 2: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.vehicles = value;
            else delete message.vehicles;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.armour = value;
            else delete message.armour;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.air = value;
            else delete message.air;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.deaths = value;
            else delete message.deaths;
            continue;
          }
          case 6: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.total = value;
            else delete message.total;
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

    return Scores;
  })();

  chunks2.VehicleState = (function () {
    const VehicleState = function (properties) {
      this.crew = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    VehicleState.prototype.id = 0;
    VehicleState.prototype.position = null;
    VehicleState.prototype.bearing = 0;
    VehicleState.prototype.alive = false;
    VehicleState.prototype.crew = $util.emptyArray;
    VehicleState.prototype.fuel = 0;
    VehicleState.prototype.damage = 0;
    VehicleState.prototype.locked = false;
    VehicleState.prototype.engineOn = false;
    VehicleState.prototype.side = '';
    VehicleState.prototype.turretAzimuth = 0;
    VehicleState.prototype.turretElevation = 0;

    VehicleState.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.VehicleState();
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
            if ((value = reader.uint32())) message.id = value;
            else delete message.id;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.position = $root.chunks2.Point.decode(reader, reader.size(), $undefined, _depth + 1, message.position);
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.bearing = value;
            else delete message.bearing;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.alive = value;
            else delete message.alive;
            continue;
          }
          case 5: {
            if (wireType === 2) {
              if (!(message.crew && message.crew.length)) message.crew = [];
              reader.uint32s(message.crew);
              continue;
            }
            if (wireType !== 0) break;
            if (!(message.crew && message.crew.length)) message.crew = [];
            message.crew.push(reader.uint32());
            continue;
          }
          case 6: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.fuel = value;
            else delete message.fuel;
            continue;
          }
          case 7: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.damage = value;
            else delete message.damage;
            continue;
          }
          case 8: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.locked = value;
            else delete message.locked;
            continue;
          }
          case 9: {
            if (wireType !== 0) break;
            if ((value = reader.bool())) message.engineOn = value;
            else delete message.engineOn;
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.side = value;
            else delete message.side;
            continue;
          }
          case 11: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.turretAzimuth = value;
            else delete message.turretAzimuth;
            continue;
          }
          case 12: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.turretElevation = value;
            else delete message.turretElevation;
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

    return VehicleState;
  })();

  chunks2.Marker = (function () {
    const Marker = function (properties) {
      this.states = [];
      this.size = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Marker.prototype.type = '';
    Marker.prototype.text = '';
    Marker.prototype.startFrame = 0;
    Marker.prototype.endFrame = 0;
    Marker.prototype.player = 0;
    Marker.prototype.color = '';
    Marker.prototype.side = 0;
    Marker.prototype.states = $util.emptyArray;
    Marker.prototype.size = $util.emptyArray;
    Marker.prototype.shape = '';
    Marker.prototype.brush = '';

    Marker.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Marker();
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
            if ((value = reader.stringVerify()).length) message.type = value;
            else delete message.type;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.text = value;
            else delete message.text;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.startFrame = value;
            else delete message.startFrame;
            continue;
          }
          case 4: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.endFrame = value;
            else delete message.endFrame;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.player = value;
            else delete message.player;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.color = value;
            else delete message.color;
            continue;
          }
          case 7: {
            if (wireType !== 0) break;
            if ((value = reader.uint32())) message.side = value;
            else delete message.side;
            continue;
          }
          case 8: {
            if (wireType !== 2) break;
            if (!(message.states && message.states.length)) message.states = [];
            message.states.push($root.chunks2.MarkerState.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
          case 9: {
            if (wireType === 2) {
              if (!(message.size && message.size.length)) message.size = [];
              reader.floats(message.size);
              continue;
            }
            if (wireType !== 5) break;
            if (!(message.size && message.size.length)) message.size = [];
            message.size.push(reader.float());
            continue;
          }
          case 10: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.shape = value;
            else delete message.shape;
            continue;
          }
          case 11: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.brush = value;
            else delete message.brush;
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

    return Marker;
  })();

  chunks2.MarkerState = (function () {
    const MarkerState = function (properties) {
      this.line = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    MarkerState.prototype.frame = 0;
    MarkerState.prototype.position = null;
    MarkerState.prototype.direction = 0;
    MarkerState.prototype.alpha = 0;
    MarkerState.prototype.line = $util.emptyArray;

    MarkerState.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.MarkerState();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.position = $root.chunks2.Point.decode(reader, reader.size(), $undefined, _depth + 1, message.position);
            continue;
          }
          case 3: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.direction = value;
            else delete message.direction;
            continue;
          }
          case 4: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.alpha = value;
            else delete message.alpha;
            continue;
          }
          case 5: {
            if (wireType === 2) {
              if (!(message.line && message.line.length)) message.line = [];
              reader.floats(message.line);
              continue;
            }
            if (wireType !== 5) break;
            if (!(message.line && message.line.length)) message.line = [];
            message.line.push(reader.float());
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

    return MarkerState;
  })();

  chunks2.Time = (function () {
    const Time = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Time.prototype.frame = 0;
    Time.prototype.systemTimeUtc = '';
    Time.prototype.date = '';
    Time.prototype.timeMultiplier = 0;
    Time.prototype.time = 0;

    Time.decode = function (reader, length, _end, _depth, _target) {
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
      message = _target || new $root.chunks2.Time();
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
            if ((value = reader.uint32())) message.frame = value;
            else delete message.frame;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.systemTimeUtc = value;
            else delete message.systemTimeUtc;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.date = value;
            else delete message.date;
            continue;
          }
          case 4: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.timeMultiplier = value;
            else delete message.timeMultiplier;
            continue;
          }
          case 5: {
            if (wireType !== 5) break;
            if (!$Object.is((value = reader.float()), 0)) message.time = value;
            else delete message.time;
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

    return Time;
  })();

  return chunks2;
})());

export { $root as default };
