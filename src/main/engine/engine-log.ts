/** The structured log of an engine that serves: one line of JSON for each notable happening, never with a secret. */

/** `event`: what happened, in words joined by "_". */
export type EngineLog = (event: string, fields: Readonly<Record<string, string | number | boolean>>) => void;

/** To stderr, for stdout holds the address that people and scripts read. */
export const logToStderr: EngineLog = (event, fields) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`);
};
