/** OCAP v1: the recordings that OCAP has written since 2016, as .json or gzipped. */
import type { Confidence, FileFormat } from '../../../game-adapter.ts';
import { readOcap } from './read.ts';
import { writeOcap } from './write.ts';

const KEYS = [
  '"captureDelay"',
  '"endFrame"',
  '"missionName"',
  '"worldName"',
  '"entities"',
  '"missionAuthor"',
  '"Markers"',
  '"extensionVersion"',
];
/** Layouts that are not read, but known by name. */
const FORMER = ['"captureData"'];

function sniff(head: Uint8Array, name: string): Confidence {
  const text = new TextDecoder().decode(head).replace(/^\uFEFF?\s*/, '');
  const named = /\.json(\.gz)?$/i.test(name) || /\.gz$/i.test(name);
  if (!text.startsWith('{')) return named ? 1 : 0;
  const known = KEYS.filter((key) => text.includes(key)).length;
  if (known >= 3) return 3;
  if (known === 2 || FORMER.some((key) => text.includes(key))) return 2;
  return named || known === 1 ? 1 : 0;
}

export const ocapFormat: FileFormat = {
  id: 'ocap-v1',
  label: 'OCAP recording',
  extensions: ['.json', '.json.gz', '.gz'],
  sniff,
  read: readOcap,
  write: writeOcap,
};
