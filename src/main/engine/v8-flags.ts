/**
 * How V8 runs in a process that records. By itself it compiles and collects garbage in helper threads that all threads share and that run as hastily as the
 * process: what they do for an import goes before the line that a game waits for, by milliseconds. So every thread does its own, at its own priority.
 */
export const ENGINE_V8_FLAG = '--single-threaded';
