/** The map for overlays: what lies under it as a small image, and everybody on it as dots. */
import { DOT, DOT_BYTES, type MapPlan, type Presentation } from '../../shared/broadcast.ts';
import { LIFE_DEAD, SHAPE_DISC, SHAPE_HULL, SHAPE_NONE } from '../replay/stage/entity-picture.ts';
import type { Minimap } from '../replay/stage/minimap.ts';
import type { Stage } from '../replay/stage/stage.ts';

/** Of the longer side of the plan, pixels. */
const SIDE = 480;
const MOST_DOTS = 2000;
/** As much of an image as one message may carry, in characters. */
const MOST_IMAGE = 60_000;
/** Of a session that is being recorded, the part that is shown is looked at again so often, ms. */
const LASTS_MS = 5_000;

type AirMap = NonNullable<Presentation['map']>;

export class AirMapMaker {
  readonly #stage: Stage;
  readonly #canvas = document.createElement('canvas');
  #map: Minimap | null = null;
  #version = -1;
  #madeAt = 0;
  #id = 0;
  #plan: MapPlan | null = null;
  #bytes = new Uint8Array(0);

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** The plan, when it is another one than that of `known`. */
  planAfter(known: number): MapPlan | null {
    return this.#plan === null || this.#plan.id === known ? null : this.#plan;
  }

  /** As the last picture of the stage has it; null when there is none yet. `grows`: the session is being recorded. */
  read(colours: AirMap['colours'], grows: boolean, now: number): AirMap | null {
    if (this.#map === null || this.#version !== this.#stage.mapVersion || (grows && now - this.#madeAt > LASTS_MS)) this.#make(now);
    const map = this.#map;
    if (map === null || this.#plan === null) return null;
    return { id: this.#plan.id, aspect: map.width / map.height, dots: this.#dots(map, colours), colours: [...colours] };
  }

  #make(now: number): void {
    this.#map = this.#stage.mapOn(this.#canvas, SIDE);
    if (this.#map === null) return;
    this.#version = this.#stage.mapVersion;
    this.#madeAt = now;
    const image = [0.85, 0.6, 0.35, 0.1]
      .map((quality) => this.#canvas.toDataURL('image/webp', quality))
      .find((one) => one.length <= MOST_IMAGE);
    if (image !== undefined && image !== this.#plan?.image) this.#plan = { id: ++this.#id, image };
  }

  /** The dead first: the living lie over them, and the chosen one over all. */
  #dots(map: Minimap, colours: AirMap['colours']): string {
    const { entities, state, view } = this.#stage.scene;
    if (this.#bytes.length < MOST_DOTS * DOT_BYTES) this.#bytes = new Uint8Array(MOST_DOTS * DOT_BYTES);
    const data = new DataView(this.#bytes.buffer);
    const chosen = view.selected === null ? 0 : entities.shown(state, view.selected);
    const none = colours.length - 1;
    let count = 0;
    for (let pass = 0; pass < 3; pass++) {
      for (let i = 1; i < entities.count && count < MOST_DOTS; i++) {
        const shape = entities.shape[i] as number;
        if (shape === SHAPE_NONE) continue;
        const dead = state.life[i] === LIFE_DEAD;
        if (pass !== (i === chosen ? 2 : dead ? 0 : 1)) continue;
        const [u, v] = map.shareAt(entities.place[i * 3] as number, entities.place[i * 3 + 2] as number);
        if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1)) continue;
        const at = count++ * DOT_BYTES;
        const side = entities.side[i] as number;
        data.setUint16(at, u * 65_535);
        data.setUint16(at + 2, v * 65_535);
        data.setUint8(at + 4, side >= 0 && side < none ? side : none);
        data.setUint8(
          at + 5,
          i === chosen
            ? DOT.chosen
            : dead
              ? DOT.dead
              : shape === SHAPE_DISC
                ? DOT.ball
                : shape === SHAPE_HULL
                  ? DOT.vehicle
                  : entities.humans[i] === 1 || entities.isPerson[i] === 1
                    ? DOT.person
                    : DOT.thing,
        );
      }
    }
    let text = '';
    for (let at = 0; at < count * DOT_BYTES; at++) text += String.fromCharCode(this.#bytes[at] as number);
    return btoa(text);
  }
}
