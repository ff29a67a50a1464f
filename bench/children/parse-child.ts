/** The baseline of an import: unpack the whole file and parse its JSON, the plain way. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { answer, childInput, peakMegabytes } from './child-side.ts';

export interface ParseInput {
  readonly path: string;
}

export interface ParseAnswer {
  readonly ms: number;
  readonly peakMB: number;
  /** Of unpacked JSON. */
  readonly bytes: number;
}

const { path } = childInput() as ParseInput;
const start = performance.now();
const bytes = gunzipSync(readFileSync(path));
const parsed: unknown = JSON.parse(bytes.toString('utf8'));
const ms = performance.now() - start;
if (typeof parsed !== 'object' || parsed === null) throw new Error(`${path} is no recording`);
answer({ ms, peakMB: peakMegabytes(), bytes: bytes.length } satisfies ParseAnswer);
