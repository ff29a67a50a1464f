import { describe, expect, it } from 'vitest';
import { armaProfile } from '../../../shared/games/arma.ts';
import type { EntityInfo, EntityKind } from '../../../shared/session/model.ts';
import { createFrameState, growFrameState } from '../../../shared/session/sampler.ts';
import type { LoadedSession } from '../playback/types.ts';
import { createReplayView } from '../replay-view.ts';
import { EntityPicture } from './entity-picture.ts';
import { colour, type Palette } from './palette.ts';

const grey = colour(128, 128, 128);
const team = { blue: grey, orange: grey, east: grey, guer: grey, civ: grey, none: grey };
const palette = { team, teamText: team, t1: grey } as unknown as Palette;

function sessionOf(...kinds: readonly EntityKind[]): LoadedSession {
  const entities = ['object' as const, ...kinds].map((kind, id) => ({ id, kind }) as unknown as EntityInfo);
  return { entities, info: { channels: [] }, profile: armaProfile } as unknown as LoadedSession;
}

describe('entity picture', () => {
  it('takes in who comes to a session that is being recorded', () => {
    const { layers } = createReplayView().getState();
    const picture = new EntityPicture(sessionOf('player'), palette);
    const state = createFrameState(2);
    state.exists[1] = 1;
    picture.gather(state, layers);
    expect([picture.count, picture.shape[1]]).toEqual([2, 1]);

    // The picture's state makes room for more than have come.
    growFrameState(state, 5);
    picture.grow(sessionOf('player', 'vehicle', 'ai', 'player'), state.exists.length);
    for (let id = 1; id <= 4; id++) {
      state.exists[id] = 1;
      state.position.set([id, 0, id], id * 3);
    }
    state.parent[4] = 2;
    picture.gather(state, layers);
    expect(picture.count).toBe(5);
    expect([...picture.isVehicle.subarray(0, 5)]).toEqual([0, 0, 1, 0, 0]);
    expect([picture.crew[2], picture.shape[4], [...picture.place.subarray(12, 15)]]).toEqual([1, 0, [2, 0, 2]]);
  });
});
