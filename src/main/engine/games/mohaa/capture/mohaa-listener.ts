/** The port that trackers post to: a drop-in for the stats server, each match a live session. */
import { once } from 'node:events';
import type { CaptureContext } from '../../../capture/capture-source.ts';
import { IngestServer } from '../../../capture/ingest-server.ts';
import { BrokerSubscription } from './broker.ts';
import { IngestEndpoint, MOST_BODY_BYTES } from './ingest-endpoint.ts';
import { Intake } from './intake.ts';
import { IngestMetrics } from './metrics.ts';
import type { MohaaSettings } from './mohaa-capture.ts';
import { operationsRoutes } from './operations-routes.ts';
import { Senders } from './senders.ts';
import { serverRoutes } from './server-routes.ts';
import { statisticsRoutes } from './statistics-routes.ts';

const PREFIX = { prefix: '/api/v1' };
const EVENTS_PATH = `${PREFIX.prefix}/ingest/events`;
/** Game servers, each one at a time, and those who look. */
const MOST_CONNECTIONS = 512;

/** Until the context's signal aborts. */
export async function recordMohaa(options: MohaaSettings, context: CaptureContext): Promise<void> {
  const { host, port } = options;
  const server = await IngestServer.listen({ host, port, bodyLimit: MOST_BODY_BYTES, connections: MOST_CONNECTIONS });
  let trouble: string | null = null;
  let brokerTrouble: string | null = null;
  const tell = (): void => {
    const { length } = intake.matches;
    const problem = trouble ?? (length === 0 ? brokerTrouble : null);
    if (problem !== null) context.state({ phase: 'trouble', message: problem });
    else if (length > 0)
      context.state({ phase: 'recording', message: length === 1 ? 'A match is being recorded.' : `${length} matches are being recorded.` });
    else context.state({ phase: 'waiting', message: 'Waiting for a game server.' });
  };
  const metrics: IngestMetrics = new IngestMetrics(() => intake.depth);
  const intake = new Intake(context, metrics, options.queue, () => {
    trouble = null;
    tell();
  });
  const senders = new Senders({ tokens: context.tokens, open: options.open });
  let broker: BrokerSubscription | null = null;
  try {
    const { routes } = server;
    const events = new IngestEndpoint(intake, senders, (why) => {
      trouble = why;
      context.log('events_failed', { why });
      tell();
    });
    server.direct(EVENTS_PATH, (request, response) => events.handle(request, response));
    operationsRoutes(routes, context, intake, metrics);
    await routes.register(async (app) => await serverRoutes(app, { context, intake, senders, registration: options.registration }), PREFIX);
    await routes.register(async (app) => await statisticsRoutes(app, context, intake, senders), PREFIX);
    await server.open();
    if (options.broker !== '')
      broker = await BrokerSubscription.open({
        address: options.broker,
        user: options.brokerUser,
        password: options.brokerPassword,
        take: (name, body) => events.takeMessage(name, body),
        told: (why) => {
          if (why !== brokerTrouble)
            context.log(why === null ? 'broker_connected' : 'broker_lost', { broker: new URL(options.broker).host });
          brokerTrouble = why;
          tell();
        },
      });
    context.address(server.address);
    context.log('listening', { address: server.address, open: options.open });
    tell();
    if (!context.signal.aborted) await once(context.signal, 'abort');
  } finally {
    await broker?.close();
    await server.close();
    await intake.close();
  }
}
