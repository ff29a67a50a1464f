/** The event vocabulary that all games share, with the importance (0 to 3) that drives timeline, highlights and director. Codes are indices: append only. */
const EVENTS = [
  ['match_start', 2],
  ['match_end', 3],
  ['round_start', 2],
  ['round_end', 2],
  ['pause', 1],
  ['resume', 1],
  ['score', 2],
  ['join', 1],
  ['leave', 1],
  ['team_change', 1],
  ['spawn', 0],
  ['chat', 1],
  ['radio', 0],
  ['emote', 0],
  ['kill', 3],
  ['death', 2],
  ['hit', 1],
  ['damage', 1],
  ['shot', 0],
  ['incapacitated', 2],
  ['revived', 1],
  ['explosion', 1],
  ['grenade', 1],
  ['reload', 0],
  ['weapon_change', 0],
  ['destroyed', 2],
  ['goal', 3],
  ['save', 2],
  ['stun', 1],
  ['pass', 1],
  ['catch', 1],
  ['steal', 2],
  ['block', 1],
  ['interception', 2],
  ['assist', 1],
  ['shot_on_goal', 1],
  ['throw', 1],
  ['possession', 0],
  ['turnover', 1],
  ['capture', 3],
  ['contest', 2],
  ['hack_start', 2],
  ['hack_cancel', 1],
  ['objective', 2],
  ['tickets', 0],
  ['stance', 0],
  ['jump', 0],
  ['land', 0],
  ['ladder', 0],
  ['pickup', 0],
  ['drop', 0],
  ['enter', 0],
  ['exit', 0],
  ['note', 1],
  ['custom', 0],
] as const;

export type EventType = (typeof EVENTS)[number][0];
export type Importance = 0 | 1 | 2 | 3;

export const EVENT_TYPES: readonly EventType[] = EVENTS.map(([type]) => type);
export const EVENT_IMPORTANCE: readonly Importance[] = EVENTS.map(([, importance]) => importance);
const CODES: ReadonlyMap<string, number> = new Map(EVENT_TYPES.map((type, code) => [type, code]));

export function eventCode(type: EventType): number {
  const code = CODES.get(type);
  if (code === undefined) throw new RangeError(`unknown event type ${type}`);
  return code;
}
