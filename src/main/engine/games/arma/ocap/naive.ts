/** For tests: what an OCAP file says about a moment, by JSON.parse and looking it up. */
import type { StateRow } from './sink-double.ts';

type Tuple = [position: number[], direction: number, alive: number | boolean, fourth: unknown, fifth?: unknown, ...rest: unknown[]];

interface NaiveEntity {
  id: number;
  name: string;
  type?: string;
  class?: string;
  side?: string;
  group?: string;
  role?: string;
  isPlayer?: number;
  startFrameNum: number;
  positions: (Tuple | [])[] | null;
}

export interface NaiveRecording {
  captureDelay: number;
  endFrame: number;
  entities: NaiveEntity[];
  events: [number, string, ...unknown[]][];
}

const unitNames = new WeakMap<NaiveEntity, string[]>();

function naiveFrame(recording: NaiveRecording, t: number): number {
  let frame = Math.floor(t / (recording.captureDelay * 1000)) + 1;
  while (Math.round(frame * recording.captureDelay * 1000) > t) frame--;
  return frame;
}

export function naiveState(recording: NaiveRecording, t: number): StateRow[] {
  const frame = naiveFrame(recording, t);
  const found = recording.entities.filter((e) => e.positions !== null).map((e) => ({ e, tuple: tupleAt(e, frame) }));
  const vehicles = found.filter(({ e, tuple }) => isVehicle(e) && tuple !== null).toSorted((a, b) => a.e.id - b.e.id);
  return found.flatMap(({ e, tuple }) => {
    if (tuple === null) return [];
    const vehicle = isVehicle(e);
    const listed = vehicles.find((v) => (v.tuple?.[3] as number[] | undefined)?.includes(e.id));
    // Only OCAP 5 (9 fields) says which vehicle.
    const parent = vehicle ? undefined : (listed ?? vehicles.find((v) => tuple.length === 9 && tuple[3] !== 0 && v.e.id === tuple[3]));
    const [position, direction, alive, , , human, role, group, side] = tuple;
    const [x, y, z] = position;
    const team = vehicle ? e.side : ((side as string | undefined) ?? e.side);
    return [
      {
        nativeId: String(e.id),
        kind: vehicle ? 'vehicle' : isPlayer(e) ? 'player' : 'ai',
        name: vehicle ? e.name : nameAt(e, frame),
        team: team === undefined || team === '' || team === 'UNKNOWN' ? null : team,
        nativePosition: [x ?? null, y ?? null, z ?? null],
        heading: direction,
        life: ['dead', 'alive', 'unconscious'][Number(alive)] ?? 'unknown',
        parent: parent === undefined ? null : String(parent.e.id),
        human: vehicle ? null : ((human as number | undefined) ?? e.isPlayer ?? 0),
        role: vehicle ? null : ((role as string | undefined) ?? e.role) || null,
        group: vehicle ? null : ((group as string | undefined) ?? e.group) || null,
      },
    ];
  });
}

const players = new WeakMap<NaiveEntity, boolean>();

function isPlayer(e: NaiveEntity): boolean {
  const known = players.get(e) ?? (e.isPlayer === 1 || (e.positions ?? []).some((tuple) => tuple[5] === 1));
  players.set(e, known);
  return known;
}

function isVehicle(e: NaiveEntity): boolean {
  return e.type !== 'unit' && e.class !== undefined;
}

function tupleAt(e: NaiveEntity, frame: number): Tuple | null {
  const positions = e.positions ?? [];
  if (isVehicle(e) && Array.isArray(positions[0]?.[4])) {
    return (positions as Tuple[]).find(([, , , , range]) => (range as number[])[0]! <= frame && frame <= (range as number[])[1]!) ?? null;
  }
  let i = frame - e.startFrameNum;
  if (i < 0 || i >= positions.length) return null;
  while (i > 0 && positions[i]?.length === 0) i--;
  return positions[i] as Tuple;
}

function nameAt(e: NaiveEntity, frame: number): string {
  let names = unitNames.get(e);
  if (names === undefined) {
    names = [];
    let name = e.name;
    for (const tuple of e.positions ?? []) {
      if (typeof tuple[4] === 'string' && tuple[4] !== '') name = tuple[4];
      names.push(name);
    }
    unitNames.set(e, names);
  }
  return names[frame - e.startFrameNum] ?? '';
}
