/** The API's methods of the ground: what pages name by handles becomes paths here. */
import { rm } from 'node:fs/promises';
import type { Params } from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { Handles, MintedFile } from '../import/handles.ts';
import { throttled } from '../import/throttle.ts';
import type { ApiHandlers } from '../transport/connection.ts';
import type { Grounds, GroundSource } from './grounds.ts';

type GroundMethod = Extract<keyof ApiHandlers, `ground.${string}`>;
const REPORT_MS = 200;

export function groundHandlers(grounds: Grounds, handles: Handles): Pick<ApiHandlers, GroundMethod> {
  return {
    'ground.get': (world) => grounds.get(world),
    'ground.set': async ({ kind, from, ...world }, { signal, emit }) => {
      const files = named(handles, from, kind);
      const report = throttled(REPORT_MS, (step: string, done: number, total: number) => void emit({ step, done, total }));
      try {
        return await grounds.set(world, sourceOf(kind, from, files), signal, report);
      } finally {
        await forgetUploads(handles, from, files);
      }
    },
    'ground.calibrate': ({ version, calibration, ...world }) => grounds.calibrate(world, version, calibration),
    'ground.remove': ({ part, ...world }) => grounds.remove(world, part),
    'ground.tile': ({ version, zoom, column, row, ...world }) => grounds.tile(world, version, zoom, column, row),
    'ground.image': ({ version, ...world }) => grounds.image(world, version),
    'ground.heights': ({ version, ...world }) => grounds.heights(world, version),
    'ground.mesh': ({ version, ...world }) => grounds.mesh(world, version),
  };
}

type From = Params<'ground.set'>['from'];

/** In the order of `from`. */
function named(handles: Handles, from: From, kind: GroundSource['kind']): readonly MintedFile[] {
  const single = typeof from === 'string';
  if (!single && kind !== 'tiles') throw new RefusedInput('Choose one file.');
  return (single ? [from] : from.map(({ handle }) => handle)).map((handle) => {
    const folder = single && (kind === 'tiles' || kind === 'mesh') ? handles.get(handle, 'folder') : null;
    const file = folder ?? (single && kind === 'tiles' ? null : handles.get(handle, 'read'));
    if (file === null) throw new RefusedInput('What was chosen is no longer at hand; choose it again.');
    return file;
  });
}

function sourceOf(kind: GroundSource['kind'], from: From, files: readonly MintedFile[]): GroundSource {
  const [first] = files;
  if (first === undefined) throw new RefusedInput('Choose a file.');
  if (typeof from === 'string') return { kind, name: first.name.slice(-255), source: { path: first.path } };
  return { kind, name: 'Tiles', source: { files: files.map(({ path }, i) => ({ name: from[i]?.path ?? '', path })) } };
}

async function forgetUploads(handles: Handles, from: From, files: readonly MintedFile[]): Promise<void> {
  for (const [i, { temporary, path }] of files.entries()) {
    if (!temporary) continue;
    const handle = typeof from === 'string' ? from : from[i]?.handle;
    if (handle !== undefined) handles.forget(handle);
    await rm(path, { force: true });
  }
}
