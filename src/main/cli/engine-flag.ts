/** Gives the process that serves the engine its V8 flag. */
import { ENGINE_V8_FLAG } from '../engine/v8-flags.ts';

export interface Restartable extends Pick<NodeJS.Process, 'platform' | 'execPath' | 'execArgv' | 'argv' | 'env'> {
  readonly execve?: NodeJS.Process['execve'] | undefined;
}

/** V8 takes its flags at the start only: the process begins once more, as the same one. Where a system or a Node cannot do that, it goes on without. */
export function takeEngineFlag({ platform, execPath, execArgv, argv, env, execve }: Restartable): void {
  // On Windows the function is there, and throws.
  if (platform === 'win32' || execve === undefined || execArgv.includes(ENGINE_V8_FLAG)) return;
  execve(execPath, [execPath, ENGINE_V8_FLAG, ...execArgv, ...argv.slice(1)], env);
}
