/** .sandtable files as a format that every game has: a session as it is stored, with what people added to it, to be opened where the recording itself is not. */
import { type FileFormat, RefusedInput } from '../game-adapter.ts';
import { SharedSession } from './shared-session.ts';
import { writeShared } from './write-shared.ts';

/** The first bytes of a manifest, whatever its version. */
const MANIFEST = /^\{"sandtable":\d{1,9},"game":"([^"\\]{1,100})"/;

export function sharedFormat(game: string): FileFormat {
  return {
    id: 'sandtable',
    label: 'Sandtable session with its notes',
    extensions: ['.sandtable'],
    holdsStored: true,
    sniff: (head) => (MANIFEST.exec(Buffer.from(head.subarray(0, 200)).toString('utf8'))?.[1] === game ? 3 : 0),
    read: async (source, sink) => {
      if (sink.copy === undefined) throw new RefusedInput('A Sandtable file cannot be read here.');
      const session = await SharedSession.open(source, game);
      await sink.copy(session, source.size);
      session.checkCounts();
    },
    write: writeShared,
  };
}
