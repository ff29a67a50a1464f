/** The map's entities: text in braces with keys and values, of which the places of people and goals, and what stands in the map as a part of its own, count. */
import { MOST_PLACES, type WorldPlace } from '../../../../../shared/world-mesh.ts';
import type { BspFile } from './bsp-file.ts';
import { FARTHEST } from './mesh-builder.ts';

type Point = readonly [number, number, number];
type Entity = ReadonlyMap<string, string>;

const MOST_BYTES = 4 * 1024 * 1024;
const MOST_ENTITIES = 20_000;

/** Everything between braces; what is outside of them, and an entity that has no end, says nothing. Keys in lower case. */
export function readEntities(bsp: BspFile): readonly Entity[] {
  const { start, count } = bsp.records('entities');
  const text = bsp.text(start, Math.min(count, MOST_BYTES));
  const entities: Entity[] = [];
  let entity: Map<string, string> | null = null;
  let key: string | null = null;
  for (const [token, quoted] of text.matchAll(/\/\/[^\n]*|"([^"]*)"|[{}]|[^\s{}"]+/g)) {
    if (token.startsWith('//')) continue;
    if (token === '{') {
      entity = new Map();
      key = null;
    } else if (token === '}') {
      if (entity !== null) entities.push(entity);
      entity = null;
      if (entities.length === MOST_ENTITIES) break;
    } else if (entity !== null) {
      const word = quoted ?? token;
      if (key === null) key = word.toLowerCase();
      else {
        entity.set(key, word);
        key = null;
      }
    }
  }
  return entities;
}

const SPAWNS: Readonly<Record<string, string | null>> = {
  info_player_allied: 'allies',
  info_player_axis: 'axis',
  info_player_deathmatch: null,
  info_player_start: null,
};

/** Where people begin, and what is fought for. */
export function placesOf(entities: readonly Entity[]): readonly WorldPlace[] {
  return entities
    .flatMap((entity): WorldPlace[] => {
      const name = entity.get('classname')?.toLowerCase() ?? '';
      const position = originOf(entity);
      if (position === null) return [];
      if (Object.hasOwn(SPAWNS, name)) return [{ kind: 'spawn', team: SPAWNS[name] ?? null, position }];
      return name === 'func_objective' || name === 'func_towobjective' ? [{ kind: 'objective', team: null, position }] : [];
    })
    .slice(0, MOST_PLACES);
}

/** Models of the map ("*3") that stand where they are. Doors are left out: closed, they would wall up every doorway. */
export function standingModels(entities: readonly Entity[]): readonly { readonly model: number; readonly origin: Point }[] {
  return entities.flatMap((entity) => {
    const [, model] = /^\*(\d{1,5})$/.exec(entity.get('model') ?? '') ?? [];
    const name = entity.get('classname')?.toLowerCase() ?? '';
    return model === undefined || name.includes('door') || name.includes('trigger')
      ? []
      : [{ model: Number(model), origin: originOf(entity) ?? [0, 0, 0] }];
  });
}

function originOf(entity: Entity): Point | null {
  const [x, y, z] = (entity.get('origin') ?? '').trim().split(/\s+/).map(Number);
  return x !== undefined && y !== undefined && z !== undefined && [x, y, z].every((value) => Math.abs(value) <= FARTHEST)
    ? [x, y, z]
    : null;
}
