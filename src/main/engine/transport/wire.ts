/** One connection to a page, whatever carries it. */
export interface Wire {
  /** A message of the protocol (engine-api.ts); Uint8Arrays stay Uint8Arrays. */
  send(message: unknown): void;
  /** Both are set once, before anything arrives. */
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
