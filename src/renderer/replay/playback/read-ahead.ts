/** Which chunks should be there, most wanted first: the one of t, its neighbour for interpolation over the seam, then those that playing will reach. */

/** Playing never waits when this much real time lies ahead, ms. */
const AHEAD_MS = 1_500;
const MOST = 4;

export interface ReadAhead {
  /** Place of the chunk of t in its layer. */
  readonly place: number;
  readonly count: number;
  /** Mean session time per chunk, ms. */
  readonly spanMs: number;
  readonly playing: boolean;
  readonly rate: number;
}

/** Places within the layer. */
export function wantedPlaces({ place, count, spanMs, playing, rate }: ReadAhead): readonly number[] {
  const direction = rate < 0 ? -1 : 1;
  const ahead = playing ? Math.min(MOST, Math.max(1, Math.ceil((Math.abs(rate) * AHEAD_MS) / spanMs))) : 1;
  const places = [place, place + direction];
  // Backwards, too, the seam is with the chunk that follows in time; at rest, stepping may go either way.
  if (direction < 0 || !playing) places.push(place - direction);
  for (let n = 2; n <= ahead; n++) places.push(place + n * direction);
  return places.filter((p) => p >= 0 && p < count);
}
