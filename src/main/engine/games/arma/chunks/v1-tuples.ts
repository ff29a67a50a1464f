/** What a manifest of version 1 says of events, markers and clocks, as the tuples of the v1 file that it was made from. */
import type { chunks1 } from './chunk-messages.js';
import { decimal } from './decimal.ts';

/** By the format's own numbers. */
export const SIDES = ['', 'WEST', 'EAST', 'GUER', 'CIV', ''] as const;
/** OCAP's side index of markers, by the same numbers; -1 is for all. */
const SIDE_INDEX = [-1, 1, 0, 2, 3, -1];
const FOREVER = 0xffff_ffff;

/** [frame, type, …] */
export function eventTuple(event: chunks1.Event): readonly unknown[] {
  const { frame, type, message } = event;
  const words = message.split(',');
  switch (type) {
    case 'killed':
    case 'hit': {
      // Whoever is not known has the number 0 here, as the first entity has; but no weapon.
      const by = event.source === 0 && event.weapon === '' ? ['null'] : [event.source, event.weapon];
      return [frame, type, event.target, by, decimal(event.distance)];
    }
    case 'captured':
    case 'contested':
      return [frame, type, [event.objectType || (words[1] ?? ''), event.unitName || (words[0] ?? ''), event.side, ...place(event)]];
    case 'capturedFlag':
      return [frame, type, [event.unitName || (words[0] ?? ''), event.side, event.side, ...place(event)]];
    case 'terminalHackStarted':
    case 'terminalHackCanceled':
      return [frame, type, [event.unitName || message, event.side, '', event.objectType, ...place(event)]];
    case 'endMission':
      return [frame, type, event.side === '' ? [words[0] ?? '', words.slice(1).join(',')] : [event.side, message]];
    case 'respawnTickets':
    case 'counterInit':
    case 'counterSet':
      return [frame, type, words.map((word) => (Number.isFinite(Number(word)) && word !== '' ? Number(word) : word))];
    default:
      return message === '' ? [frame, type] : [frame, type, message];
  }
}

function place({ x, y }: chunks1.Event): readonly (readonly number[])[] {
  return x === 0 && y === 0 ? [] : [[decimal(x), decimal(y)]];
}

/** [type, text, start, end, owner, colour, side, states, size, shape, brush] */
export function markerTuple(marker: chunks1.Marker): readonly unknown[] {
  const { type, text, startFrame, endFrame, player, color, side, size, shape, brush } = marker;
  const end = endFrame === 0 || endFrame === FOREVER ? -1 : endFrame;
  const states = marker.states.map((state) => markerState(state as chunks1.MarkerState));
  return [type, text, startFrame, end, player, color, SIDE_INDEX[side] ?? -1, states, size.map(decimal), shape, brush];
}

/** Styles that are not said are the marker's own. */
function markerState(state: chunks1.MarkerState): readonly unknown[] {
  const corners: number[][] = [];
  for (let i = 0; i + 1 < state.line.length; i += 2) corners.push([decimal(state.line[i] ?? 0), decimal(state.line[i + 1] ?? 0)]);
  const at = corners.length > 0 ? corners : [decimal(state.x), decimal(state.y), decimal(state.z)];
  const said = (word: string): string | undefined => (word === '' ? undefined : word);
  const size = state.size.length >= 2 ? state.size.map(decimal) : undefined;
  const basics = [state.frame, at, decimal(state.direction), decimal(state.alpha)];
  return [...basics, said(state.text), said(state.color), size, said(state.type), said(state.brush)];
}

export function timeEntry(time: chunks1.Time): Readonly<Record<string, unknown>> {
  const { date, frame, systemTimeUtc } = time;
  return {
    date,
    frameNum: frame,
    systemTimeUTC: systemTimeUtc,
    time: decimal(time.time),
    timeMultiplier: time.timeMultiplier === 0 ? 1 : decimal(time.timeMultiplier),
  };
}
