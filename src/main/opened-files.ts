// Files that reach the app from outside: arguments, associations, a second start, macOS open-file. They wait until a page takes them.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export class OpenedFiles {
  #waiting: string[] = [];
  #notify: (() => void) | null = null;

  /** Called when files arrive while a page is listening. */
  onArrival(notify: () => void): void {
    this.#notify = notify;
  }

  add(files: readonly string[]): void {
    if (files.length === 0) return;
    this.#waiting.push(...files);
    this.#notify?.();
  }

  take(): readonly string[] {
    const files = this.#waiting;
    this.#waiting = [];
    return files;
  }
}

/** The existing files among a command line's arguments; the program, switches and the app's own folder (`electron .`) are none. */
export function filesOfArguments(argv: readonly string[], workingDirectory: string, appFolder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => resolve(workingDirectory, argument))
    .filter((file) => file !== appFolder && existsSync(file));
}
