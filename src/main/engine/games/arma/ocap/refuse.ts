/** What a file is when it is no OCAP recording, in one clear sentence. */
import { RefusedInput } from '../../../game-adapter.ts';

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 3, 4], 'a ZIP archive'],
  [[0x1f, 0x8b], 'compressed twice with gzip'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd data'],
  [[0x53, 0x51, 0x4c, 0x69], 'an SQLite database'],
  [[0xff, 0xfe], 'UTF-16 text'],
  [[0xfe, 0xff], 'UTF-16 text'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
];

/** By its first bytes (after white space), which are not "{". */
export function refusedByHead(name: string, head: Uint8Array): RefusedInput {
  if (head.length === 0) return new RefusedInput(`${name} is empty.`);
  for (const [signature, what] of SIGNATURES) {
    if (signature.every((byte, i) => head[i] === byte)) return new RefusedInput(`${name} is ${what}, not an OCAP recording.`);
  }
  const text = new TextDecoder().decode(head.subarray(0, 64)).trimStart();
  if (text.startsWith('<')) {
    const what = /^<(!doctype\s+html|html)/i.test(text)
      ? 'a web page (HTML), probably an error message of the server it came from'
      : 'XML or HTML';
    return new RefusedInput(`${name} is ${what}, not an OCAP recording.`);
  }
  if (text.startsWith('[')) return new RefusedInput(`${name} is a JSON list, not an OCAP recording.`);
  return new RefusedInput(`${name} is not an OCAP recording: it is no JSON.`);
}

/** By the top-level keys of a JSON object that has no `entities` to read. */
export function refusedByKeys(name: string, keys: ReadonlySet<string>, cut: boolean): RefusedInput {
  if (keys.has('captureData'))
    return new RefusedInput(`${name} is in the "captureData" layout that OCAP tried in 2018 and gave up; it cannot be read.`);
  if (keys.has('header'))
    return new RefusedInput(`${name} is in the packed layout that OCAP tried in 2018 and gave up; it cannot be read.`);
  if (keys.has('worldSize') && keys.has('imageSize'))
    return new RefusedInput(`${name} describes a map of an OCAP server (map.json); it is no recording.`);
  const shown = [...keys]
    .slice(0, 4)
    .map((key) => `"${key.slice(0, 24)}"`)
    .join(', ');
  if (keys.has('captureDelay') || keys.has('missionName') || keys.has('endFrame')) {
    return new RefusedInput(
      cut
        ? `${name} is an OCAP recording that is cut off before its first entity.`
        : `${name} is an OCAP recording without entities; there is nothing to show.`,
    );
  }
  if (cut && keys.size === 0) return new RefusedInput(`${name} is cut off at its beginning, or is no JSON.`);
  return new RefusedInput(
    `${name} is JSON of another kind${shown === '' ? ' (empty)' : ` (it begins with ${shown})`}, not an OCAP recording.`,
  );
}
