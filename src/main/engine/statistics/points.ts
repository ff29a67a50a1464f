/** One growing change-only series: points in order of t. */
export class Points {
  #t = new Int32Array(4);
  #value = new Float64Array(4);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The latest value; undefined before the first. */
  get last(): number | undefined {
    return this.#length === 0 ? undefined : this.#value[this.#length - 1];
  }

  /** A later value of the same t takes the place of the earlier one. */
  put(t: number, value: number): void {
    if (this.#length > 0 && this.#t[this.#length - 1] === t) {
      this.#value[this.#length - 1] = value;
      return;
    }
    if (this.#length === this.#t.length) {
      const times = new Int32Array(this.#length * 2);
      times.set(this.#t);
      this.#t = times;
      const values = new Float64Array(this.#length * 2);
      values.set(this.#value);
      this.#value = values;
    }
    this.#t[this.#length] = t;
    this.#value[this.#length++] = value;
  }

  times(): Int32Array {
    return this.#t.subarray(0, this.#length);
  }

  values(): Float64Array {
    return this.#value.subarray(0, this.#length);
  }
}
