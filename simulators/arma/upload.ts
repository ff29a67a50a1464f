/** Posts a finished recording as the extensions do: in parts whose order differs by their age, and without saying its length before. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

export type UploadPart = readonly [name: string, value: string | Uint8Array, fileName?: string];

export interface UploadAnswer {
  readonly status: number | undefined;
  readonly text: string;
}

const BOUNDARY = 'xxBOUNDARYxx';
const PIECE = 1000;

export interface UploadedRecording {
  readonly file: Uint8Array;
  readonly fileName: string;
  readonly missionName: string;
  readonly worldName: string;
  readonly seconds: number;
  readonly tag: string;
}

/** `isOld`: extensions before 2021 sent the file first and the secret last; those since send the file last. */
export function uploadParts(recording: UploadedRecording, secret: string, isOld: boolean): readonly UploadPart[] {
  const { file, fileName, missionName, worldName, seconds, tag } = recording;
  const about: UploadPart[] = [
    ['filename', fileName],
    ['worldName', worldName],
    ['missionName', missionName],
    ['missionDuration', seconds.toFixed(6)],
    [isOld ? 'type' : 'tag', tag],
  ];
  const whole: UploadPart = ['file', file, fileName];
  return isOld ? [whole, ...about, ['secret', secret]] : [['secret', secret], ...about, whole];
}

/** Rejects with the system's error when nobody listens there. */
export async function postUpload(url: string, parts: readonly UploadPart[]): Promise<UploadAnswer> {
  const body = Buffer.concat([
    ...parts.flatMap(([name, value, fileName]) => [
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`}\r\n\r\n`,
      ),
      Buffer.from(value as string),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'transfer-encoding': 'chunked' };
  const call = request(url, { method: 'POST', headers });
  const answered = once(call, 'response') as Promise<[IncomingMessage]>;
  for (let at = 0; at < body.length; at += PIECE) call.write(body.subarray(at, at + PIECE));
  call.end();
  const [response] = await answered;
  let text = '';
  for await (const part of response) text += String(part);
  return { status: response.statusCode, text };
}
