/** Browser: hands a dropped or chosen file to the engine, which gives a handle for it. */
import { words } from '../words/words.ts';
import { EngineError } from './api-error.ts';

/** `onSent` hears how many bytes are on their way. Rejects with one sentence. */
export function uploadFile(file: File, onSent: (bytes: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    // fetch() says nothing about how much of a body was sent.
    const request = new XMLHttpRequest();
    const cancel = (): void => request.abort();
    const fail = (message: string): void => reject(new EngineError('refused', message));
    signal.addEventListener('abort', cancel, { once: true });
    request.upload.addEventListener('progress', (event) => onSent(event.loaded));
    request.addEventListener('load', () => {
      const answer = parse(request.responseText);
      if (request.status === 200 && typeof answer['handle'] === 'string') resolve(answer['handle']);
      else fail(refusal(request) ?? words().shell.engine.notTaken(file.name));
    });
    request.addEventListener('error', () => fail(words().shell.engine.notReached(file.name)));
    request.addEventListener('abort', () => reject(new EngineError('cancelled', words().shell.engine.cancelled)));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', cancel));
    request.open('POST', `upload?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // not ours
  }
}

/** The engine refuses in one line of plain text. */
function refusal(request: XMLHttpRequest): string | null {
  const plain = request.getResponseHeader('content-type')?.startsWith('text/plain') === true;
  return plain && request.responseText !== '' ? request.responseText.trim() : null;
}
