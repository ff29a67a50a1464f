/** Names what a file is that no reader takes: the second half of "This is …". */

/** [what it is, offset, bytes as latin1] */
const MAGIC: readonly (readonly [string, number, string])[] = [
  ['a PNG picture', 0, '\x89PNG\r\n'],
  ['a JPEG picture', 0, '\xff\xd8\xff'],
  ['a GIF picture', 0, 'GIF8'],
  ['a WebP picture', 8, 'WEBP'],
  ['an AVI video', 8, 'AVI '],
  ['a WAV sound', 8, 'WAVE'],
  ['a video', 4, 'ftyp'],
  ['a Matroska or WebM video', 0, '\x1aE\xdf\xa3'],
  ['an MP3 sound', 0, 'ID3'],
  ['an Ogg sound', 0, 'OggS'],
  ['a PDF document', 0, '%PDF'],
  ['a SQLite database', 0, 'SQLite format 3\0'],
  ['an empty ZIP archive', 0, 'PK\x05\x06'],
  ['a 7-Zip archive', 0, '7z\xbc\xaf\x27\x1c'],
  ['a RAR archive', 0, 'Rar!\x1a\x07'],
  ['a tar archive', 257, 'ustar'],
  ['an xz archive', 0, '\xfd7zXZ\0'],
  ['a bzip2 archive', 0, 'BZh'],
  ['a Windows program', 0, 'MZ'],
  ['a Linux program', 0, '\x7fELF'],
  ['zstd-compressed data that is not a recording', 0, '\x28\xb5\x2f\xfd'],
];

const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.milk': 'a .milk replay, which Sandtable does not read; convert it to .echoreplay first',
  '.butter': 'a .butter replay, which Sandtable does not read; convert it to .echoreplay first',
};

/** `head`: the first bytes of the file; `unpacked`: those of its content when it is gzip or ZIP, else the same. */
export function describeFile(head: Uint8Array, unpacked: Uint8Array, wrapping: 'gzip' | 'zip' | 'none', name: string): string {
  const extension = /\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';
  if (head.length === 0) return 'an empty file';
  const byExtension = BY_EXTENSION[extension];
  if (byExtension !== undefined) return byExtension;
  if (wrapping === 'zip') return 'a ZIP archive without a recording inside';
  if (wrapping === 'gzip')
    return unpacked.length === 0 ? 'a gzip file that cannot be unpacked' : `a gzip file; what is inside is ${describeContent(unpacked)}`;
  return describeContent(head);
}

function describeContent(head: Uint8Array): string {
  const latin = latin1(head);
  const magic = MAGIC.find(([, offset, bytes]) => latin.startsWith(bytes, offset));
  if (magic !== undefined) return magic[0];
  if (head.every((byte) => byte === 0)) return 'a file of nothing but zeros';
  const text = readableText(head);
  if (text === null) return 'a binary file that is not a recording';
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'an HTML page';
  if (start.startsWith('<?xml') || start.startsWith('<svg')) return 'an XML file';
  if (start.startsWith('{') || start.startsWith('[')) return 'a JSON file that is not a recording';
  return 'a text file that is not a recording';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString('latin1');
}

/** The text when these bytes are UTF-8 (a cut last letter is allowed) without control characters. */
function readableText(head: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(head.subarray(0, 4096), { stream: true });
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text) ? null : text;
}
