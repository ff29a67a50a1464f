/** The shape of a map, from the files of the game that a person has. */
import type { WorldSource } from '../../../ground/world-source.ts';
import { findMap } from './find-map.ts';
import { readMap } from './read-map.ts';

export const mohaaWorlds: WorldSource = {
  read: async (world, chosen, step) => {
    const { name, bytes, warnings } = await findMap(world, chosen, step);
    step('Reading the map', 0, 0);
    const map = readMap(bytes, name);
    return { ...map, warnings: [...warnings, ...map.warnings] };
  },
};
