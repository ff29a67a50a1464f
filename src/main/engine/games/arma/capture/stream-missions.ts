/** The extension's live stream: one socket at a time tells of a mission, which goes on when the socket breaks and another one comes for it. */
import { on } from 'node:events';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import { StreamMessages } from '../recorder/stream-messages.ts';
import { CommandFeed } from './command-feed.ts';
import type { FeedHost } from './feed-host.ts';
import { introduction, type StreamMessage } from './introduction.ts';

/** The extension tries ten times to come back, at last every 30 s. After this it is gone, ms. */
const AWAY_MS = 5 * 60_000;
/** Messages that wait; more are not read from the socket. */
const MOST_WAITING = 1000;

const envelope = z.object({ type: z.string().max(64), payload: z.unknown() });
const startPayload = z.object({ mission: z.record(z.string(), z.unknown()) });

export class StreamMissions {
  readonly #host: FeedHost;
  readonly #missions = new Map<string, StreamMission>();

  constructor(host: FeedHost) {
    this.#host = host;
  }

  /** Until the socket closes. */
  async serve(socket: WebSocket): Promise<void> {
    let mission: StreamMission | null = null;
    try {
      const events = on(socket, 'message', { close: ['close'], highWaterMark: MOST_WAITING, lowWaterMark: MOST_WAITING / 10 });
      for await (const [data, isBinary] of events as AsyncIterable<[RawData, boolean]>) {
        const bytes = data as Buffer;
        this.#host.metrics.bytes('websocket', bytes.length);
        mission = await this.#take(socket, mission, isBinary ? '' : bytes.toString());
      }
    } catch (error) {
      if (socket.readyState === socket.OPEN) console.error('capture: the live stream:', error);
      socket.terminate();
    } finally {
      mission?.left(socket, (left) => void this.#end(left));
    }
  }

  /** Ends all missions. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#missions.values(), async (mission) => await this.#end(mission)));
  }

  /** The mission that the socket tells of from now on. Rejects when recordings cannot be written. */
  async #take(socket: WebSocket, before: StreamMission | null, text: string): Promise<StreamMission | null> {
    const message = parsed(text);
    const key = message?.type === 'start_mission' ? keyOf(message.payload) : null;
    let mission = before;
    if (key !== null && key !== before?.key) {
      if (before !== null) await this.#end(before);
      mission = this.#missions.get(key) ?? new StreamMission(key, this.#host);
      this.#missions.set(key, mission);
      mission.joined(socket);
    }
    if (message === null || mission === null) {
      this.#host.context.count('messages_refused');
      return mission;
    }
    await mission.take(message, text);
    if (mission.feed.isRecording) return mission;
    await this.#end(mission);
    if (key !== null) socket.close(1008, 'this mission cannot begin');
    return null;
  }

  async #end(mission: StreamMission): Promise<void> {
    if (this.#missions.get(mission.key) === mission) this.#missions.delete(mission.key);
    await mission.close();
  }
}

class StreamMission {
  readonly key: string;
  readonly feed: CommandFeed;
  #socket: WebSocket | null = null;
  #away: NodeJS.Timeout | undefined;
  /** Acknowledgements that wait until so many lines are on disk. */
  #acks: { readonly answer: string; readonly lines: number }[] = [];

  constructor(key: string, host: FeedHost) {
    this.key = key;
    this.feed = new CommandFeed(host, {
      recorder: (recorderHost) => {
        const taker = new StreamMessages(recorderHost);
        return { dispatcher: taker.dispatcher, taker };
      },
      reply: (answer) => {
        if (answer.startsWith('{"type":"ack"')) this.#acks.push({ answer, lines: this.feed.lines });
        else host.context.count('messages_refused');
        this.#acknowledge();
      },
      callback: () => undefined,
      onCommit: () => this.#acknowledge(),
    });
  }

  /** A socket tells of it from now on; one that did so before is dead, whether it knows it or not. */
  joined(socket: WebSocket): void {
    clearTimeout(this.#away);
    if (this.#socket !== socket) this.#socket?.terminate();
    this.#socket = socket;
  }

  left(socket: WebSocket, onAway: (mission: StreamMission) => void): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    this.#away = setTimeout(() => onAway(this), AWAY_MS);
  }

  /** Rejects when recordings cannot be written. */
  async take(message: StreamMessage, text: string): Promise<void> {
    const members = this.feed.dispatcher.parts?.mission.members;
    const first = members === undefined ? null : introduction(message, (id) => members.has(id));
    // Between the values of JSON a new line is as good as a space.
    const lines = [...(first === null ? [] : [first]), text].map((line) => `${line.replaceAll(/[\r\n]+/g, ' ')}\n`);
    await this.feed.push(Buffer.from(lines.join('')));
  }

  async close(): Promise<void> {
    clearTimeout(this.#away);
    await this.feed.close();
  }

  #acknowledge(): void {
    const due = this.#acks.filter(({ lines }) => lines <= this.feed.committed);
    if (due.length === 0) return;
    this.#acks = this.#acks.filter(({ lines }) => lines > this.feed.committed);
    const socket = this.#socket;
    if (socket === null || socket.readyState !== socket.OPEN) return;
    for (const { answer } of due) socket.send(answer);
  }
}

function parsed(text: string): StreamMessage | null {
  try {
    return envelope.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Which mission a start is about; null when it says too little. */
function keyOf(payload: unknown): string | null {
  const start = startPayload.safeParse(payload);
  if (!start.success) return null;
  const fields = new Map(Object.entries(start.data.mission).map(([name, value]) => [name.toLowerCase(), value]));
  return JSON.stringify([fields.get('missionname'), fields.get('starttime')]);
}
