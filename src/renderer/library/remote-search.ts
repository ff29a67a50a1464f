/** Which recordings of a server answer to a search. */
import type { RemoteRecording } from '../../shared/engine-api.ts';

/** Every word of the search stands somewhere in its title, map, date or tag. */
export function foundIn({ title, world, date, tag }: RemoteRecording, mapName: string, search: string): boolean {
  const text = [title, world, mapName, date, tag].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
