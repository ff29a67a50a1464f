/** The map's materials: their names, and which of them are never seen. */
import { MOST_MATERIALS } from '../../../../../shared/world-mesh.ts';
import type { BspFile } from './bsp-file.ts';

export interface Material {
  readonly name: string;
  /** Sky, and what only the game or its editor knows of: clips, triggers, portals. */
  readonly unseen: boolean;
  /** Solid to somebody who walks. */
  readonly solid: boolean;
}

const SURFACE_SKY = 0x4;
const SURFACE_NODRAW = 0x80;
const SURFACE_HINT = 0x4000_0000;
const CONTENTS_SOLID = 1;
const CONTENTS_AREAPORTAL = 0x8000;
const CONTENTS_CLIPS = 0xf_0000;
const CONTENTS_TRIGGER = 0x4000_0000;
const NAME_BYTES = 64;

/** Words for materials that are not drawn; some maps lack their flags. */
const UNSEEN =
  /(?:^|\/)(?:sky|skies)\/|(?:^|\/)(?:\w*sky|\w*clip|caulk|trigger|nodraw\w*|origin|hint|hintskip|skip|areaportal|portal|donotenter)$/;

export function readMaterials(bsp: BspFile): readonly Material[] {
  const { count, start, size } = bsp.records('shaders');
  return Array.from({ length: Math.min(count, MOST_MATERIALS) }, (_, i) => {
    const at = start + i * size;
    const name = bsp.text(at, NAME_BYTES).toLowerCase().replaceAll('\\', '/');
    const flags = bsp.view.getUint32(at + NAME_BYTES, true);
    const contents = bsp.view.getUint32(at + NAME_BYTES + 4, true);
    const isHelper = (contents & (CONTENTS_AREAPORTAL | CONTENTS_CLIPS | CONTENTS_TRIGGER)) !== 0 && (contents & CONTENTS_SOLID) === 0;
    return {
      name,
      unseen: (flags & (SURFACE_SKY | SURFACE_NODRAW | SURFACE_HINT)) !== 0 || isHelper || UNSEEN.test(name),
      solid: (contents & CONTENTS_SOLID) !== 0,
    };
  });
}
