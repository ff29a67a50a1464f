/** The live stream's telemetry: what the command of that name says, by the names of the extension's fields. Older extensions send frames per second alone. */
import { BadCommand } from './arguments.ts';
import type { Parts } from './parts.ts';
import { sayTelemetry } from './server-commands.ts';
import { StreamFields } from './stream-fields.ts';

const LOCALITIES = ['local', 'remote'];
const OF_SIDE = ['unitstotal', 'unitsalive', 'unitsdead', 'groups', 'vehicles', 'weaponholders'];
const TOTALS = ['unitsalive', 'unitsdead', 'groups', 'vehicles', 'weaponholders', 'playersalive', 'playersdead', 'playersconnected'];
const SCRIPTS = ['spawn', 'execvm', 'exec', 'execfsm', 'pfh'];
const WEATHER = [
  'fog',
  'overcast',
  'rain',
  'humidity',
  'waves',
  'winddir',
  'windstr',
  'gusts',
  'lightnings',
  'moonintensity',
  'moonphase',
  'sunormoon',
];
const SIDES = 4;

export function streamTelemetry(parts: Parts, fields: StreamFields): void {
  const counts = (name: string, of: readonly string[]): readonly number[] | null =>
    fields.has(name) ? numbers(new StreamFields(fields.value(name)), of) : null;
  sayTelemetry(parts, {
    frame: fields.frame('captureframe'),
    rates: [fields.number('fpsaverage', 'fps'), fields.number('fpsmin', 'fpsaverage', 'fps')],
    forces: fields.has('sideentitycounts') ? forces(fields.list('sideentitycounts')) : null,
    totals: counts('globalcounts', TOTALS),
    scripts: counts('scripts', SCRIPTS),
    weather: counts('weather', WEATHER),
    players: fields.has('players') ? fields.list('players').map(player) : null,
  });
}

function forces(sides: readonly unknown[]): readonly number[] {
  if (sides.length !== SIDES) throw new BadCommand('sideentitycounts does not count four sides');
  return sides.flatMap((side) => {
    const halves = new StreamFields(side);
    return LOCALITIES.flatMap((locality) => numbers(new StreamFields(halves.value(locality)), OF_SIDE));
  });
}

/** As the command lists one: id, name, ping, bandwidth, desync. */
function player(entry: unknown): readonly (string | number)[] {
  const fields = new StreamFields(entry);
  return [fields.text('uid'), fields.text('name'), fields.number('ping'), fields.number('bw'), fields.number('desync')];
}

function numbers(fields: StreamFields, names: readonly string[]): readonly number[] {
  return names.map((name) => fields.number(name));
}
