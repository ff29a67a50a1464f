/** Trackers that publish their events to an MQTT broker: this subscribes to what all of them say, and comes back when the broker was gone. */
import { randomUUID } from 'node:crypto';
import type { MqttClient } from 'mqtt';

/** What comes behind is the id of a server. */
const TOPIC = 'openmohaa/events/';
const CONNECT_MS = 10_000;
/** Between two tries, ms: twice as long each time. */
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

export interface BrokerOptions {
  /** mqtt://host:1883 */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** What a server says, a body as it would post it. */
  take(server: string, body: Uint8Array): void;
  /** One sentence while the broker cannot be had, else null. */
  told(trouble: string | null): void;
}

export class BrokerSubscription {
  readonly #options: BrokerOptions;
  readonly #client: MqttClient;

  private constructor(options: BrokerOptions, client: MqttClient) {
    this.#options = options;
    this.#client = client;
    client.on('connect', () => void this.#connected());
    client.on('error', ({ message }) => this.#lost(message));
    client.on('close', () => this.#again());
    client.on('message', (topic, body) => options.take(topic.slice(TOPIC.length), body));
  }

  static async open(options: BrokerOptions): Promise<BrokerSubscription> {
    const { connect } = await import('mqtt'); // those who have no broker do not need it
    const { address, user, password } = options;
    const client = connect(address, {
      clientId: `sandtable-${randomUUID().slice(0, 8)}`,
      ...(user === '' ? {} : { username: user, password }),
      connectTimeout: CONNECT_MS,
      reconnectPeriod: SHORTEST_WAIT,
    });
    return new BrokerSubscription(options, client);
  }

  async close(): Promise<void> {
    await this.#client.endAsync(true);
  }

  async #connected(): Promise<void> {
    try {
      const [grant] = await this.#client.subscribeAsync(`${TOPIC}+`, { qos: 1 });
      if (grant !== undefined && grant.qos >= 128) throw new Error('it refuses the subscription');
      this.#client.options.reconnectPeriod = SHORTEST_WAIT;
      this.#options.told(null);
    } catch (error) {
      this.#lost(error instanceof Error ? error.message : String(error));
    }
  }

  #again(): void {
    const { options } = this.#client;
    options.reconnectPeriod = Math.min(LONGEST_WAIT, (options.reconnectPeriod ?? SHORTEST_WAIT) * 2);
    if (!this.#client.disconnecting) this.#lost('the connection is closed');
  }

  #lost(why: string): void {
    this.#options.told(
      `The broker ${new URL(this.#options.address).host} cannot be had (${why || 'it does not answer'}); it is tried again.`,
    );
  }
}
