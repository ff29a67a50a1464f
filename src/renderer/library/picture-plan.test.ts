import { describe, expect, it } from 'vitest';
import { PROFILES } from '../../shared/games/profiles.ts';
import type { Chunk, Column } from '../../shared/session/chunk.ts';
import type { ChannelDef, EntityInfo, SessionInfo } from '../../shared/session/model.ts';
import { fitPicture, NOT_DRAWN, picturePlan, pictureSubject, project, type PictureSubject } from './picture-plan.ts';

const channel = (id: number, name: string, width = 1): ChannelDef => ({ id, name, type: 'number', width, layer: 0, unit: '' });
const entity = (id: number, kind: EntityInfo['kind'], team: string | null): EntityInfo => ({
  id,
  kind,
  nativeId: String(id),
  name: '',
  team,
  group: null,
  className: null,
  firstT: 0,
  lastT: 0,
  data: null,
});

/** Native axes as in ArmA: x east, y north, z up. */
const INFO = {
  game: 'any',
  worldSize: null,
  space: { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 1 },
  channels: [channel(0, 'position', 3), channel(1, 'segment'), channel(2, 'life')],
} as unknown as SessionInfo;

const terrain = Object.values(PROFILES).find(({ world }) => world.kind === 'terrain');
const arena = Object.values(PROFILES).find(({ world }) => world.kind === 'arena');
if (terrain === undefined || arena === undefined) throw new Error('no profile of each kind');

function column(id: number, width: number, samples: readonly (readonly [entity: number, t: number, ...values: number[]])[]): Column {
  const entities = [...new Set(samples.map(([who]) => who))];
  return {
    channel: id,
    width,
    entities: Int32Array.from(entities),
    starts: Int32Array.from([...entities.map((who) => samples.findIndex(([other]) => other === who)), samples.length]),
    times: Int32Array.from(samples.map(([, t]) => t)),
    values: Float64Array.from(samples.flatMap(([, , ...values]) => values)),
  };
}

const subject = (entities: readonly EntityInfo[]): PictureSubject => pictureSubject(INFO, entities, terrain);

describe('picture plan', () => {
  it('traces the ground plane in Session axes and leaves recorder helpers out', () => {
    const picked = subject([entity(1, 'player', terrain.teams[0]?.id ?? null), entity(2, 'marker', null)]);
    expect(picked.team[2]).toBe(NOT_DRAWN);
    const chunk: Chunk = {
      t0: 0,
      t1: 10,
      columns: [
        column(0, 3, [
          [1, 0, 10, 20, 5],
          [1, 5, 11, 22, 5],
          [2, 0, 0, 0, 0],
        ]),
      ],
    };
    expect(picturePlan(chunk, picked).traces).toEqual([{ entity: 1, points: [10, -20, 11, -22] }]);
  });

  it('breaks a trace where the entity was away or jumped', () => {
    const chunk: Chunk = {
      t0: 0,
      t1: 10,
      columns: [
        column(0, 3, [
          [1, 0, 0, 0, 0],
          [1, 1, 1, 0, 0],
          [1, 2, 2, 0, 0],
          [1, 3, 50, 0, 0],
          [1, 4, 51, 0, 0],
        ]),
        column(1, 1, [
          [1, 0, 1],
          [1, 2, 0],
          [1, 3, 2],
        ]),
      ],
    };
    const [trace] = picturePlan(chunk, subject([entity(1, 'ai', null)])).traces;
    expect(trace?.points).toEqual([0, -0, 1, -0, NaN, NaN, 50, -0, 51, -0]);
  });

  it('marks each death once, where the entity was then', () => {
    const chunk: Chunk = {
      t0: 0,
      t1: 10,
      columns: [
        column(0, 3, [
          [1, 0, 1, 1, 0],
          [1, 5, 9, 9, 0],
        ]),
        undefined,
        column(2, 1, [
          [1, 0, 1],
          [1, 4, 3],
          [1, 6, 3],
          [1, 7, 1],
          [1, 8, 3],
        ]),
      ],
    };
    expect(picturePlan(chunk, subject([entity(1, 'player', null)])).deaths).toEqual([1, -1, 9, -9]);
  });

  it('is empty without positions', () => {
    expect(picturePlan({ t0: 0, t1: 0, columns: [] }, subject([entity(1, 'player', null)]))).toEqual({ traces: [], deaths: [] });
  });
});

describe('fit', () => {
  const size = [300, 136] as const;

  it('keeps all of an ordinary session inside, north up', () => {
    const plan = { traces: [{ entity: 1, points: [0, 0, 400, -300] }], deaths: [] };
    const fit = fitPicture(plan, subject([]), ...size);
    const [x1, y1] = project(fit, 0, 0);
    const [x2, y2] = project(fit, 400, -300);
    for (const [value, most] of [
      [x1, 300],
      [x2, 300],
      [y1, 136],
      [y2, 136],
    ] as const) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(most);
    }
    expect(x2).toBeGreaterThan(x1);
    expect(y2).toBeLessThan(y1);
  });

  it('lets a few go that stand far away', () => {
    const near = Array.from({ length: 400 }, (_, i) => i % 100);
    const crowd = fitPicture({ traces: [{ entity: 1, points: near }], deaths: [] }, subject([]), ...size);
    const withOutlier = fitPicture({ traces: [{ entity: 1, points: [...near, 20_000, 20_000] }], deaths: [] }, subject([]), ...size);
    expect(withOutlier.scale).toBeGreaterThan(crowd.scale * 0.9);
  });

  it('lays an arena along the picture, its -z end at the left', () => {
    const fit = fitPicture({ traces: [], deaths: [] }, pictureSubject(INFO, [], arena), ...size);
    expect(fit.turned).toBe(true);
    expect(project(fit, 0, -30)[0]).toBeLessThan(project(fit, 0, 30)[0]);
  });
});
