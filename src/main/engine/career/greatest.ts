/** The greatest few of many numbers, without sorting all. */
export class Greatest {
  readonly #limit: number;
  readonly #rows: [player: number, value: number][] = [];
  #total = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How many were taken. */
  get total(): number {
    return this.#total;
  }

  /** The greatest first; equal ones in order of players. */
  get rows(): readonly (readonly [player: number, value: number])[] {
    return this.#rows;
  }

  take(player: number, value: number): void {
    this.#total++;
    const rows = this.#rows;
    let place = rows.length;
    while (place > 0 && isAbove(player, value, rows[place - 1])) place--;
    if (place === this.#limit) return;
    rows.splice(place, 0, [player, value]);
    if (rows.length > this.#limit) rows.pop();
  }
}

function isAbove(player: number, value: number, row: readonly [player: number, value: number] | undefined): boolean {
  return row !== undefined && (value > row[1] || (value === row[1] && player < row[0]));
}
