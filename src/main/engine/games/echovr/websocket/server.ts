/** Listens for programs that send frames of Echo VR: the seed's codec at any of its paths, nevr-agent at /v3/stream. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { ownNames } from '../../../capture/own-names.ts';
import { same } from '../../../transport/guard.ts';
import { listen } from '../../../transport/listen.ts';
import { type ConnectionOptions, HEARTBEAT, MAX_MESSAGE, type MessageTaker, takeMessages } from './connection.ts';

/** Only here each message is answered. */
const INGEST_PATH = '/v3/stream';
const PATHS: ReadonlySet<string> = new Set(['/', '/ws', INGEST_PATH]);
/** More senders at once than one machine records. */
const MOST_CONNECTIONS = 16;

export interface StreamServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** What senders must show as bearer token; "" for none. */
  readonly token: string;
  readonly heartbeat?: Pick<ConnectionOptions, 'pingMs' | 'pongMs'>;
  /** A sender has come; `name`: its address. Whoever takes its messages hears of its end by `end`. */
  readonly accept: (name: string) => MessageTaker & { end(): Promise<void> };
  /** Nothing more can be taken of a sender: its recording cannot be written. */
  readonly failed: (error: unknown) => void;
}

export interface StreamServer {
  readonly port: number;
  /** Ends all connections; resolves when what they had sent was taken. */
  close(): Promise<void>;
}

/** Rejects with RefusedInput, one sentence, when the port is taken. */
export async function serveStreams(options: StreamServerOptions): Promise<StreamServer> {
  const { host, port, token, heartbeat = HEARTBEAT } = options;
  const server = await listen(host, port);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, perMessageDeflate: true });
  const running = new Set<Promise<void>>();
  const bound = server.address();
  const actualPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  const isOwnName = ownNames(host.toLowerCase(), actualPort);
  server.on('request', (_request, response) => response.writeHead(426, { connection: 'close' }).end('Connect with a WebSocket.\n'));
  server.on('upgrade', (request, socket, head) => {
    const path = URL.parse(`http://localhost${request.url ?? ''}`)?.pathname ?? '';
    const status =
      (isOwnName(request.headers.host) ? refusal(request, path, token) : 421) ?? (sockets.clients.size >= MOST_CONNECTIONS ? 503 : null);
    if (status !== null) return refuse(socket, status);
    sockets.handleUpgrade(request, socket, head, (page) => {
      const work = serve(page, `${request.socket.remoteAddress}:${request.socket.remotePort}`, path === INGEST_PATH).catch(options.failed);
      running.add(work);
      void work.finally(() => running.delete(work));
    });
    return undefined;
  });

  async function serve(socket: WebSocket, name: string, replies: boolean): Promise<void> {
    const taker = options.accept(name);
    try {
      await takeMessages(socket, taker, { replies, ...heartbeat });
    } finally {
      await taker.end();
    }
  }

  return {
    port: actualPort,
    close: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await Promise.all(running);
      await closed;
    },
  };
}

/** HTTP status of the refusal, null for who may come in. */
function refusal(request: IncomingMessage, path: string, token: string): number | null {
  // Only a page of a browser says where it comes from, and no page has frames to send.
  if (request.headers.origin !== undefined) return 403;
  if (!PATHS.has(path)) return 404;
  if (token === '') return null;
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return same(given, token) ? null : 401;
}

function refuse(socket: Duplex, status: number): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
