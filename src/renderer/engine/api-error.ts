/** What a call to the engine rejects with: always one sentence for a person. */
import type { ApiError } from '../../shared/engine-api.ts';

export class EngineError extends Error {
  override readonly name = 'EngineError';
  /** disconnected: the engine went away before it answered. */
  readonly code: ApiError['code'] | 'disconnected';

  constructor(code: ApiError['code'] | 'disconnected', message: string) {
    super(message);
    this.code = code;
  }
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
