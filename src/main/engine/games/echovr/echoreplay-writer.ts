/** Writes an .echoreplay: lines inside a ZIP, as they come. Sizes and checksum follow the data, so nothing is ever gone back to. */
import { crc32, createDeflateRaw } from 'node:zlib';
import { FrameLine } from './frame-line.ts';
import type { EchoFrame } from './frame.ts';
import { type ByteOut, PackStream } from './pack-stream.ts';
import type { StringPool } from './string-pool.ts';

/** The one name that every reader takes: Spark and the viewer open the first entry whatever it is called, the original Go reader looks for this. */
const ENTRY = Buffer.from('replay.txt');
const LOCAL_HEADER = 30;
/** 1980-01-01, the first date that a ZIP can hold: the same frames are the same file. */
const DATE = 0x21;
const DEFLATE = 8;
/** Sizes and checksum come after the data. */
const SIZES_FOLLOW = 8;
const MAX_32 = 0xffffffff;

export class EchoreplayWriter {
  readonly #line: FrameLine;
  readonly #out: ByteOut;
  readonly #pack: PackStream;
  #crc = 0;
  #size = 0;
  #started = false;

  /** `single`: the frames' numbers are float32, as those of a .tape. */
  constructor(pool: StringPool, out: ByteOut, single: boolean) {
    this.#line = new FrameLine(pool, single);
    this.#out = out;
    this.#pack = new PackStream(createDeflateRaw({ chunkSize: 256 * 1024 }), out);
  }

  /** Numbers that JSON has no spelling for, so far. */
  get notNumbers(): number {
    return this.#line.notNumbers;
  }

  /** Bytes of the file so far. */
  get bytes(): number {
    return this.#started ? LOCAL_HEADER + ENTRY.length + this.#pack.packed : 0;
  }

  frame(frame: EchoFrame): void {
    const line = this.#line.line(frame);
    this.#crc = crc32(line, this.#crc);
    this.#size += line.length;
    this.#pack.push(line);
  }

  /** Resolves when there is room for more. */
  async drain(): Promise<void> {
    await this.#start();
    await this.#pack.drain();
  }

  async #start(): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    await this.#out(localHeader());
  }

  async end(): Promise<void> {
    await this.#start();
    await this.#pack.end();
    await this.#out(zipEnd(this.#crc, this.#pack.packed, this.#size));
  }

  destroy(): void {
    this.#pack.destroy();
  }
}

function localHeader(): Buffer {
  const header = Buffer.alloc(LOCAL_HEADER);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(SIZES_FOLLOW, 6);
  header.writeUInt16LE(DEFLATE, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt16LE(ENTRY.length, 26);
  return Buffer.concat([header, ENTRY]);
}

/** Descriptor, directory and end; sizes beyond 32 bits in the ZIP64 spelling. */
function zipEnd(crc: number, packed: number, size: number): Buffer {
  const large = packed >= MAX_32 || size >= MAX_32;
  const descriptor = Buffer.alloc(large ? 24 : 16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  if (large) {
    descriptor.writeBigUInt64LE(BigInt(packed), 8);
    descriptor.writeBigUInt64LE(BigInt(size), 16);
  } else {
    descriptor.writeUInt32LE(packed, 8);
    descriptor.writeUInt32LE(size, 12);
  }
  const extra = Buffer.alloc(large ? 20 : 0);
  if (large) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(size), 4);
    extra.writeBigUInt64LE(BigInt(packed), 12);
  }
  const version = large ? 45 : 20;
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(SIZES_FOLLOW, 8);
  entry.writeUInt16LE(DEFLATE, 10);
  entry.writeUInt16LE(DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(large ? MAX_32 : packed, 20);
  entry.writeUInt32LE(large ? MAX_32 : size, 24);
  entry.writeUInt16LE(ENTRY.length, 28);
  entry.writeUInt16LE(extra.length, 30);
  const directory = Buffer.concat([entry, ENTRY, extra]);
  const offset = LOCAL_HEADER + ENTRY.length + packed + descriptor.length;
  const parts = [descriptor, directory];
  if (large) {
    const end64 = Buffer.alloc(56);
    end64.writeUInt32LE(0x06064b50, 0);
    end64.writeBigUInt64LE(44n, 4);
    end64.writeUInt16LE(45, 12);
    end64.writeUInt16LE(45, 14);
    end64.writeBigUInt64LE(1n, 24);
    end64.writeBigUInt64LE(1n, 32);
    end64.writeBigUInt64LE(BigInt(directory.length), 40);
    end64.writeBigUInt64LE(BigInt(offset), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(offset + directory.length), 8);
    locator.writeUInt32LE(1, 16);
    parts.push(end64, locator);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(Math.min(offset, MAX_32), 16);
  parts.push(end);
  return Buffer.concat(parts);
}
