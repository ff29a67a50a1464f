/** The bytes around the files of an uncompressed ZIP: the same for the same names and contents, whenever and wherever it is made. */

export interface ZippedFile {
  /** With `/` between folders. */
  readonly name: string;
  readonly size: number;
  readonly crc: number;
}

const VERSION = 20;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** 1 January 1980, the earliest that a ZIP can say. */
const DATE = 0x0021;
const LOCAL_BYTES = 30;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
/** Without the extension for larger ones. */
export const MOST_ZIPPED_BYTES = 0xffff_fffe;
export const MOST_ZIPPED_FILES = 0xfffe;

/** What stands before a file. */
export function localHeader(file: ZippedFile): Uint8Array {
  const name = Buffer.from(file.name);
  const bytes = Buffer.alloc(LOCAL_BYTES + name.length);
  bytes.writeUInt32LE(0x0403_4b50, 0);
  bytes.writeUInt16LE(VERSION, 4);
  writeCommon(bytes, 6, file, name);
  name.copy(bytes, LOCAL_BYTES);
  return bytes;
}

/** What stands behind all files. `offsets`: of their local headers. */
export function directory(files: readonly ZippedFile[], offsets: readonly number[], start: number): Uint8Array {
  const entries = files.map((file, i) => {
    const name = Buffer.from(file.name);
    const bytes = Buffer.alloc(ENTRY_BYTES + name.length);
    bytes.writeUInt32LE(0x0201_4b50, 0);
    bytes.writeUInt16LE(VERSION, 4);
    bytes.writeUInt16LE(VERSION, 6);
    writeCommon(bytes, 8, file, name);
    bytes.writeUInt32LE(offsets[i] ?? 0, 42);
    name.copy(bytes, ENTRY_BYTES);
    return bytes;
  });
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(
    entries.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...entries, end]);
}

/** Flags, method (stored), time, date, CRC, both sizes and the length of the name, as both headers have them. */
function writeCommon(bytes: Buffer, at: number, { size, crc }: ZippedFile, name: Buffer): void {
  bytes.writeUInt16LE(UTF8, at);
  bytes.writeUInt16LE(0, at + 2);
  bytes.writeUInt16LE(0, at + 4);
  bytes.writeUInt16LE(DATE, at + 6);
  bytes.writeUInt32LE(crc, at + 8);
  bytes.writeUInt32LE(size, at + 12);
  bytes.writeUInt32LE(size, at + 16);
  bytes.writeUInt16LE(name.length, at + 20);
}
