// The few globals that Node and browsers share and that src/shared uses; it sees neither's own types.

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}
