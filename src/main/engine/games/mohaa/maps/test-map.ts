/** A made-up map for tests: a room with a ramp, a curved wall and a way out onto open ground. */
import { BspWriter, NODRAW, SKY, type BspOptions, type Point } from '../../../../../../simulators/mohaa/bsp-writer.ts';

export const ROOM = { side: 512, height: 128, thick: 16 };

export function writeTestMap(options: BspOptions = {}): Buffer {
  const map = new BspWriter(options);
  const wall = map.shader('textures/general_structure/brick1');
  const floor = map.shader('textures\\Interior\\Tile4');
  const grass = map.shader('textures/algiers/grass');
  const sky = map.shader('textures/sky/dday', SKY);
  const clip = map.shader('textures/common/clip', NODRAW, 0x1_0000);
  const { side, height, thick } = ROOM;
  map.box(floor, [0, 0, -thick], [side, side, 0]);
  map.box(wall, [-thick, 0, 0], [0, side, height]);
  map.box(wall, [side, 0, 0], [side + thick, side, height]);
  map.box(wall, [0, -thick, 0], [side, 0, height]);
  map.box(wall, [0, side, 0], [side / 2, side + thick, height]);
  map.box(floor, [0, 0, height], [side, side, height + thick]);
  map.polygon(floor, [
    [64, 64, 0],
    [192, 64, 64],
    [192, 128, 64],
    [64, 128, 0],
  ]);
  // A quarter of a tower: its wall looks towards the middle of the room.
  map.patch(wall, 3, 3, quarter([side, side, 0], 128, height), [-0.7, -0.7, 0]);
  map.terrain(
    grass,
    0,
    10,
    -16,
    Array.from({ length: 81 }, (_, n) => Math.round(8 + 6 * Math.sin(n / 3))),
  );
  map.box(clip, [100, 100, 0], [200, 200, 100]);
  map.polygon(sky, [
    [-1000, -1000, 900],
    [-1000, 2000, 900],
    [2000, 2000, 900],
    [2000, -1000, 900],
  ]);
  map.box(wall, [-8, -8, 0], [8, 8, 40], 1);
  map.box(wall, [0, 0, 0], [64, 8, 96], 2);
  map.entity({ classname: 'worldspawn', message: 'A room' });
  map.entity({ classname: 'func_static', model: '*1', origin: '300 300 0' });
  map.entity({ classname: 'func_rotatingdoor', model: '*2', origin: '256 512 0' });
  map.entity({ classname: 'info_player_allied', origin: '64 256 24', angle: '90' });
  map.entity({ classname: 'info_player_axis', origin: '448 256 24' });
  map.entity({ classname: 'func_TOWObjective', origin: '256 256 0' });
  return map.bytes();
}

function quarter([x, y, z]: Point, radius: number, height: number): Point[] {
  return [0, height / 2, height].flatMap((up): Point[] => [
    [x - radius, y, z + up],
    [x - radius, y - radius, z + up],
    [x, y - radius, z + up],
  ]);
}
