/** Axes and channels of a session of the game. */
import { CHANNEL, type Space } from '../../../../../shared/session/model.ts';
import type { SessionSink } from '../../../session-sink.ts';

/** Inches, x east, y north, z up -> metres, x east, y up, z south. */
export const METRES_PER_UNIT = 0.0254;
export const SPACE: Space = { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: METRES_PER_UNIT };

export type Channels = ReturnType<typeof declareChannels>;

export function declareChannels(sink: SessionSink) {
  const declare = (name: string, type: 'number' | 'int' | 'string', width = 1, unit = ''): number =>
    sink.channel({ name, type, width, layer: 0, unit });
  const drawn = (name: string): number => sink.channel({ name, type: 'number', width: 1, layer: 0, unit: '', overview: true });
  return {
    position: declare(CHANNEL.position, 'number', 3, 'in'),
    /** Yaw turns from east to north, a heading from north to east. */
    heading: sink.channel({
      name: CHANNEL.heading,
      type: 'number',
      width: 1,
      layer: 0,
      unit: 'deg',
      toSession: { scale: -Math.PI / 180, offset: Math.PI / 2 },
    }),
    pitch: declare('pitch', 'number', 1, 'deg'),
    life: declare(CHANNEL.life, 'int'),
    name: declare(CHANNEL.name, 'string'),
    team: declare(CHANNEL.team, 'string'),
    weapon: declare(CHANNEL.weapon, 'string'),
    human: declare(CHANNEL.human, 'int'),
    /** stand, crouch, prone */
    stance: declare('stance', 'string'),
    /** Of a player, by the game. */
    points: declare('points', 'number'),
    /** On the session. */
    allies: drawn('allies_score'),
    axis: drawn('axis_score'),
    round: declare('round', 'number'),
    playerCount: drawn('player_count'),
    /** warm-up, playing, intermission, over */
    phase: declare('phase', 'string'),
  };
}
