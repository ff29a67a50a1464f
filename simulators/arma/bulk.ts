/** Files of any size for benches: units that wander on their own, so that nothing but the one being written is in memory. */
import { Random } from '../random.ts';
import { Sheet } from './recorder.ts';

export interface BulkOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly units: number;
  /** Seconds between frames. */
  readonly captureDelay: number;
  /** Share of a unit's states that differ from the one before, 0 to 1. */
  readonly changeRate: number;
  /** Icons, areas and lines on the map; every tenth moves with every frame. None when left out. */
  readonly markers?: number;
}

export async function writeBulk(options: BulkOptions, out: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const { seed, minutes, units, captureDelay, changeRate } = options;
  const endFrame = Math.round((minutes * 60) / captureDelay);
  const sheet = new Sheet(out);
  await sheet.put(
    `{"addonVersion":"2.1.0","extensionVersion":"v5.0.0","missionName":"bulk","missionAuthor":"Sandtable","worldName":"altis",`,
  );
  await sheet.put(`"endFrame":${endFrame},"captureDelay":${captureDelay},"tags":"Bench","times":[],"entities":[`);
  for (let id = 0; id < units; id++) {
    const random = new Random(seed * 65_537 + id);
    const side = id % 2 === 0 ? 'WEST' : 'EAST';
    const group = `${side} ${Math.floor(id / 16)}`;
    const tail = `,1,0,"Unit ${id}",${id % 8 === 0 ? 1 : 0},"Man","${group}","${side}"]`;
    const head = { id, name: `Unit ${id}`, group, side, isPlayer: id % 8 === 0 ? 1 : 0, type: 'unit', role: 'Rifleman', startFrameNum: 0 };
    await sheet.put(`${id === 0 ? '' : ','}${JSON.stringify(head).slice(0, -1)},"positions":[`);
    let x = random.between(8000, 20_000);
    let y = random.between(8000, 20_000);
    let facing = random.integer(0, 359);
    let state = '';
    for (let frame = 0; frame <= endFrame; frame++) {
      if (frame === 0 || random.chance(changeRate)) {
        const before = state;
        // Always a visible step, so that no two neighbours are equal by accident.
        facing = (facing + random.integer(1, 30)) % 360;
        x = inside(x + Math.sin((facing * Math.PI) / 180) * 3);
        y = inside(y + Math.cos((facing * Math.PI) / 180) * 3);
        const z = 20 + Math.sin(x / 300) * 12 + Math.cos(y / 270) * 9;
        state = `[[${x.toFixed(2)},${y.toFixed(2)},${z.toFixed(2)}],${facing}${tail}`;
        if (state === before) throw new Error('a step that changes nothing');
      }
      await sheet.put(frame === 0 ? state : `,${state}`);
    }
    await sheet.put('],"framesFired":[]}');
  }
  await sheet.put('],"events":[],"Markers":[');
  for (let n = 0; n < (options.markers ?? 0); n++) await sheet.put(`${n === 0 ? '' : ','}${marker(n, seed, endFrame)}`);
  await sheet.put(']}');
  await sheet.flush();
}

const BRUSHES = ['Solid', 'Horizontal', 'Vertical', 'Grid', 'FDiagonal', 'BDiagonal', 'DiagGrid', 'Cross', 'Border', 'SolidBorder'];

/** Half are icons with words, a tenth lines, the others areas. */
function marker(n: number, seed: number, endFrame: number): string {
  const random = new Random(seed * 131_071 + n);
  const [x, y] = [random.between(8000, 20_000), random.between(8000, 20_000)];
  const shape = n % 2 === 0 ? 'ICON' : n % 10 === 1 ? 'POLYLINE' : n % 4 === 1 ? 'ELLIPSE' : 'RECTANGLE';
  const place = (frame: number): unknown =>
    shape === 'POLYLINE'
      ? [0, 1, 2, 3].map((i) => [x + i * 120, y + (i % 2) * 90])
      : [Math.round(x + frame * 3), Math.round(y + (n % 7) * frame), 0];
  const moves = n % 10 === 0 ? endFrame : 0;
  const states = Array.from({ length: moves + 1 }, (_, frame) => [frame, place(frame), (n * 17) % 360, 1]);
  const size = shape === 'ICON' ? [1, 1] : [random.integer(40, 300), random.integer(40, 300)];
  const [type, text] = shape === 'ICON' ? ['mil_dot', `Point ${n}`] : ['', ''];
  return JSON.stringify([type, text, 0, -1, -1, 'D9D900', (n % 4) - 1, states, size, shape, BRUSHES[n % BRUSHES.length]]);
}

function inside(metres: number): number {
  return metres < 100 ? metres + 50 : metres > 30_000 ? metres - 50 : metres;
}
