/** Load for HTTP servers, as cheap as it can be so that the server is what is measured: requests that were written out before, over bare sockets. */
import { connect, type Socket } from 'node:net';

export interface Load {
  /** "127.0.0.1:8080" */
  readonly address: string;
  readonly path: string;
  readonly contentType: string;
  /** Sent again and again, in this order. */
  readonly bodies: readonly Uint8Array[];
  /** 0: one after the other, each over a connection of its own. */
  readonly connections: number;
  readonly ms: number;
}

export interface LoadReport {
  /** Answered with 202. */
  readonly accepted: number;
  readonly others: number;
  readonly seconds: number;
  /** From request to answer. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export async function load({ address, path, contentType, bodies, connections, ms }: Load): Promise<LoadReport> {
  const isKept = connections > 0;
  const requests = bodies.map((body) =>
    Buffer.concat([
      Buffer.from(
        `POST ${path} HTTP/1.1\r\nHost: ${address}\r\nContent-Type: ${contentType}\r\nX-Server-Token: bench\r\n` +
          `Content-Length: ${body.length}\r\nConnection: ${isKept ? 'keep-alive' : 'close'}\r\n\r\n`,
      ),
      body,
    ]),
  );
  const [host = '', port = ''] = address.split(':');
  const waits: number[] = [];
  let next = 0;
  let others = 0;
  const start = performance.now();
  const isOver = (): boolean => performance.now() - start >= ms;
  const answered = (status: string, since: number): void => {
    if (status === '202') waits.push(performance.now() - since);
    else others++;
  };
  const send = (socket: Socket): void => void socket.write(requests[next++ % requests.length] as Buffer);

  const keepSending = async (): Promise<void> => {
    const socket = connect({ host, port: Number(port), noDelay: true });
    await new Promise<void>((resolve, reject) => {
      let text = '';
      let since = performance.now();
      socket.on('error', reject);
      socket.on('close', () => resolve());
      socket.on('data', (part: Buffer) => {
        text += part.toString('latin1');
        for (;;) {
          const head = text.indexOf('\r\n\r\n');
          if (head < 0) return;
          const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
          if (text.length < head + 4 + length) return;
          answered(text.slice(9, 12), since);
          text = text.slice(head + 4 + length);
          if (isOver()) {
            socket.end();
            return;
          }
          since = performance.now();
          send(socket);
        }
      });
      send(socket);
    });
  };
  const sendOne = async (): Promise<void> => {
    const since = performance.now();
    const socket = connect({ host, port: Number(port), noDelay: true });
    await new Promise<void>((resolve, reject) => {
      let status = '';
      socket.on('error', reject);
      socket.on('data', (part: Buffer) => (status ||= part.toString('latin1', 9, 12)));
      socket.on('close', () => {
        answered(status, since);
        resolve();
      });
      send(socket);
    });
  };

  if (isKept) await Promise.all(Array.from({ length: connections }, keepSending));
  else while (!isOver()) await sendOne();
  const seconds = (performance.now() - start) / 1000;
  waits.sort((a, b) => a - b);
  const at = (share: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN;
  return { accepted: waits.length, others, seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}
