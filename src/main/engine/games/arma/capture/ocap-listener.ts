/** The one port of the OCAP recorder: finished recordings, the live stream of the current extension and bare commands; and on request the TCP port for commands. */
import { once } from 'node:events';
import type { WebSocket } from 'ws';
import type { CaptureContext } from '../../../capture/capture-source.ts';
import { IngestServer, type Upgrade } from '../../../capture/ingest-server.ts';
import { CommandPort } from './command-port.ts';
import { CommandSockets } from './command-sockets.ts';
import { lets } from './listener-settings.ts';
import { CaptureMetrics } from './metrics.ts';
import type { OcapSettings } from './ocap-capture.ts';
import { StreamMissions } from './stream-missions.ts';
import { Uploads } from './uploads.ts';

/** Older extensions want an address that ends in /api and add /v1/…, newer ones add /api/v1/…: either way of writing it is right. */
const BASES = ['', '/api', '/api/api'];
const BODY_LIMIT = 64 * 1024;

/** Until the context's signal aborts. */
export async function recordOcap(options: OcapSettings, context: CaptureContext): Promise<void> {
  const metrics = new CaptureMetrics();
  const server = await IngestServer.listen({ host: options.host, port: options.port, bodyLimit: BODY_LIMIT });
  let last = { message: '', isTrouble: false };
  const tell = (): void => {
    const { recording } = metrics;
    if (recording > 0)
      context.state({
        phase: 'recording',
        message: recording === 1 ? 'A mission is being recorded.' : `${recording} missions are being recorded.`,
      });
    else if (last.isTrouble) context.state({ phase: 'trouble', message: last.message });
    else
      context.state({ phase: 'waiting', message: `Waiting for a mission or an upload.${last.message === '' ? '' : ` ${last.message}`}` });
  };
  const host = { context, metrics, onMission: tell };
  const streams = new StreamMissions(host);
  const commands = new CommandSockets(host);
  let port: CommandPort | null = null;
  try {
    if (options.commandsPort > 0) port = await CommandPort.listen(options.commandsPort, host);
    const bases = BASES.map((base) => prefixOf(options.prefix) + base);
    const uploads = new Uploads({
      context,
      metrics,
      lets: (secret) => lets(options, secret),
      tell: (message, isTrouble) => {
        last = { message, isTrouble };
        tell();
      },
    });
    await uploads.mount(server.routes, bases);
    for (const base of bases) server.routes.get(`${base}/healthcheck`, async (_request, reply) => await reply.send({ status: 'ok' }));
    server.routes.get('/metrics', async (_request, reply) => await reply.type(metrics.contentType).send(await metrics.text()));
    await server.open(
      upgrades(options, bases, {
        '/v1/stream': (socket) => void streams.serve(socket),
        '/v1/commands': (socket) => void commands.serve(socket),
      }),
    );
    context.address(server.address);
    tell();
    if (!context.signal.aborted) await once(context.signal, 'abort');
  } finally {
    await server.close();
    await port?.close();
    await Promise.all([streams.close(), commands.close()]);
  }
}

function prefixOf(typed: string): string {
  const path = typed.replaceAll(/^\/+|\/+$/g, '');
  return path === '' ? '' : `/${path}`;
}

function upgrades(options: OcapSettings, bases: readonly string[], routes: Readonly<Record<string, (socket: WebSocket) => void>>): Upgrade {
  return ({ pathname, searchParams }) => {
    const base = bases.toSorted((a, b) => b.length - a.length).find((one) => pathname.startsWith(one)) ?? '';
    const path = pathname.slice(base.length);
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) return 404;
    return lets(options, searchParams.get('secret')) ? route : 403;
  };
}
