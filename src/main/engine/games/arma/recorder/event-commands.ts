/** Commands about what happens beside the fighting: general events, sectors, the end, chat and radio. */
import { asJson } from '../native.ts';
import { BadCommand, type Arguments } from './arguments.ts';
import type { Parts } from './parts.ts';

const MAX_NAME = 1024;
const CHANNELS = ['Global', 'Side', 'Command', 'Group', 'Vehicle', 'Direct'];
const FIRST_CUSTOM = 6;
const SYSTEM = 16;

/** frame, type, message, more */
export function generalEvent({ mission }: Parts, args: Arguments): void {
  args.atLeast(3);
  const type = args.text(1, MAX_NAME);
  if (type === '') throw new BadCommand('the event has no type');
  const text = args.text(2);
  const message = /^\s*[[{]/.test(text) ? readable(args, 2, text) : text;
  const more = args.count > 3 && args.text(3) !== '' ? args.json(3) : null;
  const hasMore = typeof more === 'object' && more !== null && Object.keys(more).length > 0;
  mission.tell(mission.frame(args.frame(0)), type, hasMore ? [message, asJson(more)] : [message]);
}

/** A message that begins like a list may still be a text. */
function readable(args: Arguments, i: number, text: string): unknown {
  try {
    return args.value(i);
  } catch {
    return text;
  }
}

/** frame, captured or contested, object type, name, side, x, y, z */
export function sectorEvent({ mission }: Parts, args: Arguments): void {
  args.atLeast(4);
  const type = args.text(1, MAX_NAME);
  if (type !== 'captured' && type !== 'contested') throw new BadCommand('a sector is captured or contested');
  const place = args.count > 6 ? [[args.number(5), args.number(6), ...(args.count > 7 ? [args.number(7)] : [])]] : [];
  const sector = [args.text(2, MAX_NAME), args.text(3, MAX_NAME), args.text(4, MAX_NAME), ...place];
  mission.tell(mission.frame(args.frame(0)), type, [sector]);
}

/** frame, side, message */
export function endMission({ mission }: Parts, args: Arguments): void {
  args.atLeast(3);
  mission.tell(mission.frame(args.frame(0)), 'endMission', [[args.text(1, MAX_NAME), args.text(2)]]);
}

/** frame, sender or -1, channel, from, name, text, uid */
export function chat({ mission }: Parts, args: Arguments): void {
  args.atLeast(6);
  const sender = args.idOrNone(1);
  if (sender >= 0) mission.member(sender);
  const said = [args.text(3, MAX_NAME), args.text(4, MAX_NAME), args.text(5), args.text(6, MAX_NAME)];
  mission.tell(mission.frame(args.frame(0)), 'chat', [sender, channelName(args.number(2)), ...said]);
}

function channelName(channel: number): string {
  if (!Number.isInteger(channel) || channel < 0 || channel > SYSTEM) throw new BadCommand(`there is no channel ${channel}`);
  return CHANNELS[channel] ?? (channel === SYSTEM ? 'System' : `Custom ${channel - FIRST_CUSTOM + 1}`);
}

/** frame, sender or -1, radio, SW or LR, Start or End, channel, additional, frequency, code */
export function radio({ mission }: Parts, args: Arguments): void {
  args.atLeast(9);
  const sender = args.idOrNone(1);
  if (sender >= 0) mission.member(sender);
  const words = [args.text(2, MAX_NAME), args.text(3, MAX_NAME), args.text(4, MAX_NAME)];
  const numbers = [args.number(5), args.flag(6), args.number(7), args.text(8, MAX_NAME)];
  mission.tell(mission.frame(args.frame(0)), 'radio', [sender, ...words, ...numbers]);
}
