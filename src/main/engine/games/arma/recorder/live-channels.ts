/** Channels that only a stream fills: what the recorder says and files leave out. What no list or chart needs lies in layer 1, read when it is shown. */
import type { SessionSink } from '../../../session-sink.ts';

export type LiveChannels = ReturnType<typeof declareLiveChannels>;

export function declareLiveChannels(sink: SessionSink) {
  const declare = (name: string, type: 'number' | 'int' | 'string', width = 1, unit = '', layer: 0 | 1 = 1): number =>
    sink.channel({ name, type, width, layer, unit });
  return {
    /** STAND, CROUCH, PRONE, UNDEFINED. */
    stance: declare('stance', 'string', 1, '', 0),
    /** driver, gunner, commander, cargo, turret; "" on foot. */
    seat: declare('seat', 'string', 1, '', 0),
    /** 1 when medical vitals are stable. */
    vitals: declare('vitals', 'int'),
    /** 1 while dragged or carried. */
    carried: declare('carried', 'int'),
    /** Infantry, vehicles, armour, aircraft, deaths, total. */
    scores: declare('scores', 'int', 6),
    /** 0 to 1. */
    fuel: declare('fuel', 'number'),
    damage: declare('damage', 'number'),
    engine: declare('engine', 'int'),
    locked: declare('locked', 'string'),
    /** Forward and up, native axes. */
    forward: declare('forward', 'number', 3),
    up: declare('up', 'number', 3),
    /** Azimuth and elevation. */
    turret: declare('turret', 'number', 2, 'deg'),
    /** On the session: frames per second of the server, average and least. */
    fps: sink.channel({ name: 'fps', type: 'number', width: 2, layer: 0, unit: 'fps', overview: true }),
    /** On the session: east, west, independent, civilian, each local then remote: units, alive, dead, groups, vehicles, weapon holders. */
    forces: sink.channel({ name: 'forces', type: 'int', width: 48, layer: 1, unit: '', overview: true }),
    /** On the session: units alive, dead, groups, vehicles, weapon holders, players alive, dead, connected. */
    totals: sink.channel({ name: 'totals', type: 'int', width: 8, layer: 0, unit: '', overview: true }),
    /** On the session: spawn, execVM, exec, execFSM, per-frame handlers. */
    scripts: sink.channel({ name: 'scripts', type: 'int', width: 5, layer: 1, unit: '', overview: true }),
    /** On the session: fog, overcast, rain, humidity, waves, wind direction, wind strength, gusts, lightning, moon intensity, moon phase, sun or moon. */
    weather: sink.channel({ name: 'weather', type: 'number', width: 12, layer: 1, unit: '', overview: true }),
    /** On the session: [[uid, name, ping, bandwidth, desync], …] as JSON. */
    network: declare('network', 'string'),
    /** What that says of the unit of each player. */
    ping: declare('ping', 'number', 1, 'ms'),
    bandwidth: declare('bandwidth', 'number', 1, 'kbit/s'),
    desync: declare('desync', 'number'),
  };
}
