/** A process takes the engine's flag once, where that can be done, and serves without it elsewhere. */
import { expect, test } from 'vitest';
import { ENGINE_V8_FLAG } from '../engine/v8-flags.ts';
import { takeEngineFlag, type Restartable } from './engine-flag.ts';

/** What a process of this kind is begun again with; null when it goes on. */
function restarted(changes: Partial<Restartable>): readonly string[] | null {
  let begun: readonly string[] | null = null;
  const execve: Restartable['execve'] = (_path, args) => {
    begun = args ?? [];
    return undefined as never;
  };
  const base = {
    platform: 'linux',
    execPath: '/bin/node',
    execArgv: ['--no-warnings'],
    argv: ['/bin/node', 'sandtable.js', 'serve'],
    env: {},
  };
  takeEngineFlag({ ...base, execve, ...changes } as Restartable);
  return begun;
}

test('begins again with the flag before its own, once', () => {
  const again = ['/bin/node', ENGINE_V8_FLAG, '--no-warnings', 'sandtable.js', 'serve'];
  expect(restarted({})).toEqual(again);
  expect(restarted({ platform: 'darwin' })).toEqual(again);
  expect(restarted({ execArgv: [ENGINE_V8_FLAG] })).toBeNull();
});

test('goes on without it on Windows, where the function throws, and in a Node that has none', () => {
  const throws = (): never => {
    throw new Error('not available');
  };
  expect(restarted({ platform: 'win32', execve: throws })).toBeNull();
  expect(restarted({ execve: undefined })).toBeNull();
});
