/** Where each tile lies in its pack. Five numbers a tile: zoom, column, row, offset, bytes. */

const NUMBERS = 5;

export interface PackedTile {
  readonly offset: number;
  readonly bytes: number;
}

export function packIndex(entries: readonly number[]): Uint8Array {
  return new Uint8Array(Float64Array.from(entries).buffer);
}

export class TileIndex {
  readonly #tiles = new Map<number, PackedTile>();

  /** `packBytes`: size of the pack; what would lie beyond it is left out. */
  constructor(index: Uint8Array, packBytes: number) {
    const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
    for (let at = 0; at + NUMBERS * 8 <= index.length; at += NUMBERS * 8) {
      const number = (n: number): number => view.getFloat64(at + n * 8, true);
      const tile = { offset: number(3), bytes: number(4) };
      if (tile.offset >= 0 && tile.bytes > 0 && tile.offset + tile.bytes <= packBytes)
        this.#tiles.set(key(number(0), number(1), number(2)), tile);
    }
  }

  get(zoom: number, column: number, row: number): PackedTile | null {
    return this.#tiles.get(key(zoom, column, row)) ?? null;
  }
}

function key(zoom: number, column: number, row: number): number {
  return (zoom * 65_536 + column) * 65_536 + row;
}
