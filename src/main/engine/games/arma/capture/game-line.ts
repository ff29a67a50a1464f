/** A command as a line of the stream, with its arguments as the game hands them over. */

/** Text is quoted; numbers and flags stay as they are; anything else is a list, written as JSON. */
export type GameArgument = string | number | boolean | readonly unknown[];

/** With its end. */
export function gameLine(name: string, args: readonly GameArgument[]): string {
  return `[${JSON.stringify(name)},[${args.map((arg) => (typeof arg === 'string' ? JSON.stringify(quoted(arg)) : JSON.stringify(arg))).join()}]]\n`;
}

/** In quotes, with those within doubled. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
