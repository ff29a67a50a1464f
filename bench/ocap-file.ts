/** Writes an OCAP v1 file of any size, entity by entity, without ever holding it: what big recordings look like to a reader. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { randomNumbers } from './numbers.ts';

export interface OcapFileShape {
  readonly units: number;
  readonly vehicles: number;
  readonly frames: number;
  /** Share of samples (0 to 1) that differ from the one before. */
  readonly changed: number;
  readonly seed: number;
}

const BLOCK = 256 * 1024;
const SIDES = ['WEST', 'EAST', 'GUER', 'CIV'];

/** A name that ends in .gz is packed. Resolves to the bytes of JSON. */
export async function writeOcapFile(path: string, shape: OcapFileShape): Promise<number> {
  let bytes = 0;
  const text = function* (): Generator<Buffer> {
    for (const block of blocks(pieces(shape))) {
      bytes += block.length;
      yield block;
    }
  };
  const file = createWriteStream(path);
  if (path.endsWith('.gz')) await pipeline(Readable.from(text()), createGzip({ level: 6 }), file);
  else await pipeline(Readable.from(text()), file);
  return bytes;
}

function* blocks(texts: Iterable<string>): Generator<Buffer> {
  let gathered = '';
  for (const text of texts) {
    gathered += text;
    if (gathered.length < BLOCK) continue;
    yield Buffer.from(gathered);
    gathered = '';
  }
  yield Buffer.from(gathered);
}

function* pieces(shape: OcapFileShape): Generator<string> {
  const { units, vehicles, frames, seed } = shape;
  const random = randomNumbers(seed);
  yield `{"Markers":[],"addonVersion":"2.0.0","captureDelay":1,"endFrame":${frames},"entities":[`;
  for (let id = 0; id < units + vehicles; id++) {
    if (id > 0) yield ',';
    yield* id < units ? unit(id, shape, random) : vehicle(id, shape, random);
  }
  yield '],"events":[';
  for (let i = 0; i < 300; i++) {
    const victim = Math.floor(random() * units);
    const killer = Math.floor(random() * units);
    const kind = i % 10 === 0 ? 'killed' : 'hit';
    yield `${i > 0 ? ',' : ''}[${Math.floor(random() * frames)},"${kind}",${victim},[${killer},"Katiba [6.5 mm 30Rnd Caseless Mag]"],${Math.floor(random() * 300)}]`;
  }
  yield `],"extensionBuild":"2.0.0","extensionVersion":"2.0.0","missionAuthor":"bench","missionName":"generated","tags":"TvT","times":[],"worldName":"altis"}`;
}

function* unit(id: number, { frames, changed }: OcapFileShape, random: () => number): Generator<string> {
  const name = `Soldier ${id}`;
  const shots: string[] = [];
  for (let i = 0; i < 60; i++)
    shots.push(`[${Math.floor((frames / 60) * i)},[${metres(random() * 30_000)},${metres(random() * 30_000)},0]]`);
  yield `{"framesFired":[${shots.join(',')}],"group":"Alpha ${id % 12}-1","id":${id},"isPlayer":${id % 8 === 0 ? 1 : 0},"name":"${name}","positions":[`;
  yield* samples(frames, changed, random, (x, y, direction) => `[[${metres(x)},${metres(y)},0],${direction},1,0,"${name}",0]`);
  yield `],"side":"${SIDES[id % 4]}","startFrameNum":0,"type":"unit"}`;
}

function* vehicle(id: number, { frames, changed }: OcapFileShape, random: () => number): Generator<string> {
  yield `{"class":"car","framesFired":[],"id":${id},"name":"Offroad ${id}","positions":[`;
  yield* samples(
    frames,
    changed,
    random,
    (x, y, direction, frame) => `[[${metres(x)},${metres(y)},3.5],${direction},true,[],[${frame},${frame}]]`,
  );
  yield `],"startFrameNum":0}`;
}

/** A walk: each changed sample is up to 5 m from the one before. */
function* samples(
  frames: number,
  changed: number,
  random: () => number,
  tuple: (x: number, y: number, direction: number, frame: number) => string,
): Generator<string> {
  let x = 5000 + random() * 20_000;
  let y = 5000 + random() * 20_000;
  let direction = Math.floor(random() * 360);
  for (let frame = 0; frame < frames; frame++) {
    if (frame > 0 && random() < changed) {
      direction = (direction + 1 + Math.floor(random() * 20)) % 360;
      x += random() * 5 - 2.5;
      y += random() * 5 - 2.5;
    }
    yield frame > 0 ? `,${tuple(x, y, direction, frame)}` : tuple(x, y, direction, frame);
  }
}

/** As ArmA prints a coordinate: six significant digits. */
function metres(value: number): string {
  return String(Math.round(value * 10) / 10);
}
