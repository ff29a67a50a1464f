/** What goes wrong with real servers, on request. */

export const FAULTS = {
  nul: 'bodies end with a zero byte',
  strings: 'numbers are sent as texts',
  awkward: 'names and messages hold &, =, + and %',
  aliases: 'fields go by their other names',
  quiet: 'only the modules that are on today: no match_start, no heartbeat, no ids of matches',
  same: 'ids of sessions and matches come again on each map',
  crash: 'every second server dies in the middle of its map',
  swap: 'bodies overtake each other',
  loss: 'a body in fifty is lost',
  garbage: 'bodies that are cut, and bodies of something else',
} as const;

export type Fault = keyof typeof FAULTS;
export type Faults = ReadonlySet<Fault>;
