/** Gathers lines into larger pieces on their way out. */

/** Written at once. */
const BLOCK_CHARS = 256 * 1024;

/** `lines`: with their line ends. */
export async function writeLines(lines: AsyncIterable<string>, out: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  let block = '';
  for await (const line of lines) {
    block += line;
    if (block.length < BLOCK_CHARS) continue;
    await out(Buffer.from(block));
    block = '';
  }
  await out(Buffer.from(block));
}
