/** Which events of a log belong to which match, as runs: the first event of each, how many follow, and the byte from which the log has to be read for it. */

export interface Run {
  /** Of all events of the log, counted from 0. */
  readonly first: number;
  count: number;
  readonly match: number;
}

/** Where reading may begin: a record's first byte, and the number of its first event. */
export interface Place {
  readonly byte: number;
  readonly event: number;
}

export class MatchRuns {
  readonly #runs: Run[][] = [];
  readonly #begins: Place[] = [];
  #last: Run | null = null;

  add(match: number, event: number, record: Place): void {
    if (this.#last?.match === match) {
      this.#last.count++;
      return;
    }
    this.#last = { first: event, count: 1, match };
    const runs = this.#runs[match];
    if (runs === undefined) {
      this.#runs[match] = [this.#last];
      this.#begins[match] = record;
    } else runs.push(this.#last);
  }

  get matches(): number {
    return this.#runs.length;
  }

  of(match: number): readonly Run[] {
    return this.#runs[match] ?? [];
  }

  begin(match: number): Place {
    return this.#begins[match] ?? { byte: 0, event: 0 };
  }
}
