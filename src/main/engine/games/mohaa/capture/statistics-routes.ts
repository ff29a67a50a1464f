/** The REST API of statistics on the listener: what its routes are given, and who may ask. Programs on this machine may; from elsewhere it takes a token. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import type { CaptureContext } from '../../../capture/capture-source.ts';
import { RefusedInput } from '../../../game-adapter.ts';
import { mohaaCareerModel as mohaaCareer } from '../career/model.ts';
import { readEvent } from '../dialect/native-event.ts';
import type { LiveMatch } from '../routes/context.ts';
import { mohaaRoutes } from '../routes/plugin.ts';
import type { Intake } from './intake.ts';
import type { LiveMatch as RecordedMatch } from './live-match.ts';
import type { Senders } from './senders.ts';

/** To be registered with the prefix /api/v1. */
export async function statisticsRoutes(app: FastifyInstance, context: CaptureContext, intake: Intake, senders: Senders): Promise<void> {
  app.addHook('onRequest', async ({ raw }, reply) => {
    if (!senders.mayRead(raw)) await reply.code(401).send({ error: 'Missing server token' });
  });
  await mohaaRoutes(app, {
    databasePath: context.databasePath,
    live: () => intake.matches.filter(({ id }) => id !== '').map(shown),
    mayWrite: ({ raw }) => senders.identify(raw, '').lets,
    claim: async (player) => await context.claimPlayer(player, mohaaCareer.claim?.prefix ?? ''),
    take: async (request, event) => await take(request, event),
  });

  async function take({ raw }: FastifyRequest, sent: JsonObject): Promise<void> {
    const sender = senders.identify(raw, '');
    const event = readEvent(sent);
    if (!sender.lets || event === null) throw new RefusedInput('This is no event of a game server.');
    const taken = intake.take({ events: [event], server: sender.name, bytes: 0 });
    if (taken === null) throw Object.assign(new Error('System overloaded, retry later'), { statusCode: 429 });
    await taken;
  }
}

function shown({ id, match, board }: RecordedMatch): LiveMatch {
  return {
    id,
    matchId: match.matchId,
    serverId: match.server,
    serverName: match.server,
    map: match.map,
    gameType: match.gameType,
    score: { allies: board.allies, axis: board.axis },
    round: board.round,
    players: board.players,
    maxPlayers: board.maxPlayers,
    startedAt: match.clock.startedAt,
  };
}
