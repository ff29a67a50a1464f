/** A simulated operation through one of a recorder's inputs, until all of it is on disk there. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { LineSender } from './line-sender.ts';
import type { MessageSender } from './message-sender.ts';
import { MISSION, type Truth } from './operation.ts';
import { streamCommands, type StreamOptions, type StreamReport } from './stream-commands.ts';
import { postUpload, type UploadAnswer, uploadParts } from './upload.ts';
import { writeOcap, type ChangeReport, type OcapOptions } from './write-ocap.ts';

type Tell = (truth: Truth) => void;

/** Command lines. Rejects when the connection ends before all are on disk. */
export async function sendCommands(sender: LineSender, options: StreamOptions, tell: Tell): Promise<StreamReport> {
  const report = { lines: 0, states: 0, changed: 0 };
  try {
    for await (const lines of streamCommands(options, tell, report)) {
      if (sender.isClosed) break;
      await sender.send(lines);
    }
    await sender.safe(report.lines);
  } finally {
    sender.end();
  }
  return report;
}

/** The messages of the live stream. Rejects when the connection ends before the end of the mission is acknowledged, which is when all is on disk. */
export async function sendMessages(sender: MessageSender, options: StreamOptions, tell: Tell): Promise<StreamReport> {
  const report = { lines: 0, states: 0, changed: 0 };
  try {
    for await (const lines of streamCommands({ ...options, names: 'stream' }, tell, report)) {
      for (const message of new TextDecoder().decode(lines).trimEnd().split('\n')) await sender.send(message);
      // As the extension: nothing goes out before the mission is known.
      await sender.acknowledged('start_mission');
    }
    await sender.acknowledged('end_mission');
  } finally {
    sender.close();
  }
  return report;
}

export interface UploadOptions {
  readonly url: string;
  readonly secret: string;
  /** In the order of parts of the extensions before 2021. */
  readonly isOld: boolean;
}

export interface Uploaded extends UploadAnswer, ChangeReport {
  /** As it went out: packed. */
  readonly bytes: number;
}

/** The finished recording, packed. */
export async function uploadOperation({ url, secret, isOld }: UploadOptions, options: OcapOptions, tell: Tell): Promise<Uploaded> {
  const pieces: Uint8Array[] = [];
  const report = { states: 0, changed: 0 };
  await writeOcap((bytes) => Promise.resolve(void pieces.push(bytes)), options, tell, report);
  const file = await promisify(gzip)(Buffer.concat(pieces));
  const { minutes = 10, seed = 1 } = options;
  const about = { fileName: `cold_harbour_${seed}.json.gz`, seconds: minutes * 60, tag: MISSION.tags };
  const answer = await postUpload(url, uploadParts({ ...MISSION, ...about, file }, secret, isOld));
  return { ...answer, ...report, bytes: file.length };
}
