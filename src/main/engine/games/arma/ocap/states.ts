/**
 * The `positions` of one entity: tuples of a unit or a vehicle, parsed from bytes into columns, one row per change.
 * Nearly all tuples repeat the one before, so bytes are compared before anything is parsed.
 */
import { NumberReader } from '../json-number.ts';
import { MAX_FRAME } from '../session-shape.ts';
import { CLOSE, COMMA, Damaged, OPEN, parseRange, QUOTE, type ItemReader } from './json-stream.ts';

/** No entity changes more often: 11 days at one frame a second. */
const MAX_ROWS = 2 ** 20;
/** Tuples compared at once when many repeat. */
const MIN_RUN = 16;
const MAX_RUN = 8192;

/** A growing column. */
export class Rows<A extends Float64Array | Int32Array> {
  values: A;
  length = 0;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.values = make(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.#make(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  at(row: number): number {
    return this.values[row] as number;
  }
}

export const int32 = (length: number): Int32Array => new Int32Array(length);
export const float64 = (length: number): Float64Array => new Float64Array(length);

/** Remembers the last text of a field by its bytes, since it hardly ever changes. */
class TextField {
  #bytes: Uint8Array = new Uint8Array(0);
  #id = 0;
  readonly #intern: (text: string) => number;

  constructor(intern: (text: string) => number) {
    this.#intern = intern;
  }

  /** Id of the JSON value at [start, end): a text in its quotes, or an array of numbers. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const known = this.#bytes;
    if (known.length === end - start) {
      let i = 0;
      while (i < known.length && known[i] === bytes[start + i]) i++;
      if (i === known.length) return this.#id;
    }
    const value = parseRange(bytes, start, end);
    this.#id = this.#intern(typeof value === 'string' ? value : JSON.stringify(value));
    this.#bytes = bytes.slice(start, end);
    return this.#id;
  }
}

/** Per row in `numbers`. */
export const NUMBERS = 4;
/** Places in a row of `fieldsOf`. Texts are ids of the sink's string table. */
export const FIELD = {
  /** First frame of the row: absolute for ranges, else counted from the entity's start. */
  from: 0,
  /** Last frame of the row; of use for ranges only, else the row lasts until the next. */
  to: 1,
  /** 0 dead, 1 alive, 2 unconscious. */
  alive: 2,
  inVehicle: 3,
  name: 4,
  human: 5,
  role: 6,
  group: 7,
  side: 8,
  /** JSON text of the crew list. */
  crew: 9,
} as const;
const FIELDS = 10;

/** A row's field that its tuple does not have. */
export const NONE = -(2 ** 31);

/** Rows as they grow; entities that are read one after another share one. */
export class StateRows {
  /** NUMBERS per row: x, y, z, direction. A z that the file lacks is NaN. */
  numbers = new Float64Array(NUMBERS * 1024);
  /** Per row, see FIELD. */
  fields = new Int32Array(FIELDS * 1024);
  /** Per row: 1 when it differs from the row before in place and direction only. */
  moved = new Uint8Array(1024);

  grow(): void {
    const numbers = new Float64Array(this.numbers.length * 2);
    numbers.set(this.numbers);
    this.numbers = numbers;
    const fields = new Int32Array(this.fields.length * 2);
    fields.set(this.fields);
    this.fields = fields;
    const moved = new Uint8Array(this.moved.length * 2);
    moved.set(this.moved);
    this.moved = moved;
  }
}

export class States implements ItemReader {
  readonly maxItem = 64 * 1024;
  readonly between = '],[[';
  readonly after = ['],"', ']}'];

  /** Rows so far. */
  length = 0;

  /** Tuples so far; for dense lists this is also the frame of the next one, counted from the entity's start. */
  count = 0;
  /** Whether tuples carry [from, to]; null before the first tuple. */
  ranged: boolean | null = null;
  /** Fields of the longest tuple. */
  fields = 0;
  /** Vehicles of 2023 write true and false. */
  booleans = false;
  everHuman = false;
  bad = 0;
  firstBad = '';

  readonly #rows: StateRows;
  readonly #number = new NumberReader();
  readonly #name: TextField;
  readonly #role: TextField;
  readonly #group: TextField;
  readonly #side: TextField;
  readonly #crew: TextField;
  readonly #intern: (text: string) => number;
  /** Crew lists by their text's id. */
  readonly #crews = new Map<number, readonly number[]>();
  readonly #window: { anchor: number };
  /** Length of the last parsed tuple, at window.anchor; 0 when there is nothing to compare with. */
  #length = 0;
  /** Its part behind the direction, for units; 0 when unknown. */
  #tailLength = 0;
  #streak = 0;
  #run = MIN_RUN;

  /** `rows`: what was in it is written over. `window.anchor` is where the last tuple began: the window keeps it while it slides. */
  constructor(intern: (text: string) => number, window: { anchor: number }, rows: StateRows) {
    this.#rows = rows;
    this.#intern = intern;
    this.#window = window;
    this.#name = new TextField(intern);
    this.#role = new TextField(intern);
    this.#group = new TextField(intern);
    this.#side = new TextField(intern);
    this.#crew = new TextField((text) => {
      const id = intern(text);
      this.#crews.set(
        id,
        (JSON.parse(text) as unknown[]).filter((unit): unit is number => typeof unit === 'number'),
      );
      return id;
    });
  }

  /** The crew list that an id stands for. */
  crewOf(id: number): readonly number[] {
    return this.#crews.get(id) ?? [];
  }

  /** NUMBERS per row: x, y, z, direction. A z that the file lacks is NaN. */
  get numbers(): Float64Array {
    return this.#rows.numbers;
  }

  /** Whether a row differs from the one before in place and direction only. */
  isMoved(row: number): boolean {
    return this.#rows.moved[row] === 1;
  }

  field(row: number, field: number): number {
    return this.#rows.fields[row * FIELDS + field] as number;
  }

  /** Ends the comparing; the window may let go. */
  done(): void {
    this.#window.anchor = -1;
    this.#length = 0;
  }

  take(bytes: Uint8Array, pos: number, end: number): number {
    const length = this.#length;
    if (length > 0 && this.ranged !== true && pos + length < end) {
      const before = this.#window.anchor;
      let i = 0;
      while (i < length && bytes[pos + i] === bytes[before + i]) i++;
      const next = bytes[pos + length];
      if (i === length && (next === COMMA || next === CLOSE)) {
        this.count++;
        this.#window.anchor = pos;
        return next === COMMA && ++this.#streak > MIN_RUN ? this.#takeRun(bytes, pos, end) : pos + length;
      }
    }
    this.#streak = 0;
    const after = this.#parse(bytes, pos);
    if (after < 0) return pos;
    this.#window.anchor = pos;
    this.#length = after - pos;
    return after;
  }

  /** At a repeating tuple: as many more repeats as one comparison of memory shows. Ends behind a tuple, before its comma. */
  #takeRun(bytes: Uint8Array, pos: number, end: number): number {
    const period = this.#length + 1;
    const window = Buffer.from(bytes.buffer, bytes.byteOffset, end);
    let at = pos;
    for (;;) {
      const run = Math.min(this.#run, Math.floor((end - at) / period) - 1);
      if (run < 2) break;
      // Shifted by one tuple, the bytes are the same: everything up to at + (run + 1) * period repeats.
      if (window.compare(window, at, at + run * period, at + period, at + (run + 1) * period) !== 0) {
        this.#run = MIN_RUN;
        this.#streak = 0;
        break;
      }
      this.count += run;
      at += run * period;
      this.#run = Math.min(this.#run * 2, MAX_RUN);
    }
    this.#window.anchor = at;
    return at + this.#length;
  }

  /** The strict, compact form that recorders write; -1 for anything else (and at the end of the window). */
  #parse(bytes: Uint8Array, pos: number): number {
    const number = this.#number;
    if (bytes[pos] !== OPEN || bytes[pos + 1] !== OPEN) return -1;
    const x = number.read(bytes, pos + 2);
    if (number.at < 0 || bytes[number.at] !== COMMA) return -1;
    const y = number.read(bytes, number.at + 1);
    if (number.at < 0) return -1;
    let z = Number.NaN;
    if (bytes[number.at] === COMMA) {
      z = number.read(bytes, number.at + 1);
      if (number.at < 0) return -1;
    }
    if (bytes[number.at] !== CLOSE || bytes[number.at + 1] !== COMMA) return -1;
    const direction = number.read(bytes, number.at + 2);
    if (number.at < 0 || bytes[number.at] !== COMMA) return -1;
    const tail = number.at;
    if (this.#sameTail(bytes, tail)) {
      this.#movedRow(x, y, z, direction);
      this.count++;
      return tail + this.#tailLength;
    }
    let p = tail + 1;
    let alive: number;
    let boolean = false;
    const byte = bytes[p] as number;
    if (byte >= 0x30 && byte <= 0x32) {
      alive = byte - 0x30;
      p++;
    } else if (byte === 0x74 && bytes[p + 1] === 0x72 && bytes[p + 2] === 0x75 && bytes[p + 3] === 0x65) {
      alive = 1;
      boolean = true;
      p += 4;
    } else if (byte === 0x66 && bytes[p + 1] === 0x61 && bytes[p + 2] === 0x6c && bytes[p + 3] === 0x73 && bytes[p + 4] === 0x65) {
      alive = 0;
      boolean = true;
      p += 5;
    } else return -1;
    if (bytes[p] !== COMMA) return -1;
    p++;
    this.#tailLength = 0;
    if (bytes[p] === OPEN) return this.#parseVehicle(bytes, p, x, y, z, direction, alive, boolean);

    const inVehicle = number.read(bytes, p);
    if (number.at < 0 || !isInt(inVehicle)) return -1;
    p = number.at;
    let fields = 4;
    let name = NONE;
    let human = NONE;
    let role = NONE;
    let group = NONE;
    let side = NONE;
    if (bytes[p] === COMMA) {
      let end = simpleText(bytes, p + 1);
      if (end < 0) return -1;
      name = this.#name.read(bytes, p + 1, end);
      fields = 5;
      if (bytes[end] === COMMA) {
        if (bytes[end + 1] !== 0x30 && bytes[end + 1] !== 0x31) return -1;
        human = (bytes[end + 1] as number) - 0x30;
        fields = 6;
        end += 2;
      }
      if (bytes[end] === COMMA) {
        const start = end + 1;
        end = simpleText(bytes, start);
        if (end < 0) return -1;
        role = this.#role.read(bytes, start, end);
        fields = 7;
      }
      if (bytes[end] === COMMA) {
        const start = end + 1;
        end = simpleText(bytes, start);
        if (end < 0) return -1;
        group = this.#group.read(bytes, start, end);
        fields = 8;
      }
      if (bytes[end] === COMMA) {
        const start = end + 1;
        end = simpleText(bytes, start);
        if (end < 0) return -1;
        side = this.#side.read(bytes, start, end);
        fields = 9;
      }
      p = end;
    }
    if (bytes[p] !== CLOSE) return -1;
    if (this.ranged === true) throw new Damaged('a tuple without frames among tuples with frames');
    this.#row(this.count, this.count, x, y, z, direction, alive, inVehicle, name, human, role, group, side, NONE);
    this.ranged = false;
    this.booleans ||= boolean;
    if (fields > this.fields) this.fields = fields;
    this.count++;
    this.#tailLength = p + 1 - tail;
    return p + 1;
  }

  /** Whether the rest of a unit's tuple, behind its direction, is that of the tuple before. */
  #sameTail(bytes: Uint8Array, tail: number): boolean {
    const length = this.#tailLength;
    if (length === 0 || this.#length === 0) return false;
    let before = this.#window.anchor + this.#length - length;
    const end = tail + length;
    for (let p = tail; p < end; p++) if (bytes[p] !== bytes[before++]) return false;
    return true;
  }

  #parseVehicle(
    bytes: Uint8Array,
    crewStart: number,
    x: number,
    y: number,
    z: number,
    direction: number,
    alive: number,
    boolean: boolean,
  ): number {
    const number = this.#number;
    let p = crewStart + 1;
    if (bytes[p] === CLOSE) p++;
    else {
      for (;;) {
        number.read(bytes, p);
        if (number.at < 0) return -1;
        p = number.at + 1;
        if (bytes[p - 1] === CLOSE) break;
        if (bytes[p - 1] !== COMMA) return -1;
      }
    }
    const crewEnd = p;
    let from = this.count;
    let to = this.count;
    let ranged = false;
    if (bytes[p] === COMMA && bytes[p + 1] === OPEN) {
      from = number.read(bytes, p + 2);
      if (number.at < 0 || bytes[number.at] !== COMMA) return -1;
      to = number.read(bytes, number.at + 1);
      if (number.at < 0 || bytes[number.at] !== CLOSE) return -1;
      p = number.at + 1;
      ranged = true;
    }
    if (bytes[p] !== CLOSE) return -1;
    this.#vehicleRow(ranged, from, to, x, y, z, direction, alive, this.#crew.read(bytes, crewStart, crewEnd));
    this.booleans ||= boolean;
    this.count++;
    return p + 1;
  }

  #vehicleRow(
    ranged: boolean,
    from: number,
    to: number,
    x: number,
    y: number,
    z: number,
    direction: number,
    alive: number,
    crew: number,
  ): void {
    if (this.ranged !== null && this.ranged !== ranged) throw new Damaged('tuples with and without frames in one entity');
    if (ranged) {
      const last = this.length === 0 ? -1 : this.field(this.length - 1, FIELD.to);
      if (!isInt(from) || !isInt(to) || from < 0 || to > MAX_FRAME || to < from) throw new Damaged(`frames ${from} to ${to} make no range`);
      if (to <= last) throw new Damaged(`frames ${from} to ${to} come after frame ${last}`);
      from = Math.max(from, last + 1);
    }
    this.ranged = ranged;
    this.fields = Math.max(this.fields, ranged ? 5 : 4);
    this.#row(from, to, x, y, z, direction, alive, NONE, NONE, NONE, NONE, NONE, NONE, crew);
  }

  /** Any other spelling of a tuple (white space, escapes, missing or odd fields), by way of JSON.parse. */
  item(bytes: Uint8Array, start: number, end: number): void {
    this.#length = 0;
    this.#window.anchor = -1;
    const tuple = parseRange(bytes, start, end);
    if (Array.isArray(tuple) && tuple.length === 0 && this.length > 0) {
      this.count++;
      return;
    }
    const [place, direction, alive, fourth, fifth, human, role, group, side] = Array.isArray(tuple) ? (tuple as unknown[]) : [];
    const [x, y, z] = Array.isArray(place) ? (place as unknown[]) : [];
    if (!isFinite_(x) || !isFinite_(y)) throw new Damaged('a position is no position');
    const height = isFinite_(z) ? z : Number.NaN;
    const heading = isFinite_(direction) ? direction : Number.NaN;
    const life = typeof alive === 'boolean' ? Number(alive) : alive === 0 || alive === 1 || alive === 2 ? alive : NONE;
    if (Array.isArray(fourth)) {
      const [from, to] = Array.isArray(fifth) ? (fifth as unknown[]) : [this.count, this.count];
      if (!isFinite_(from) || !isFinite_(to)) throw new Damaged('frames that are no numbers');
      const crewBytes = Buffer.from(JSON.stringify(fourth));
      this.#vehicleRow(Array.isArray(fifth), from, to, x, y, height, heading, life, this.#crew.read(crewBytes, 0, crewBytes.length));
      this.booleans ||= typeof alive === 'boolean';
    } else {
      if (this.ranged === true) throw new Damaged('a tuple without frames among tuples with frames');
      this.ranged = false;
      this.fields = Math.max(this.fields, Math.min(9, (tuple as unknown[]).length));
      const text = (value: unknown): number => (typeof value === 'string' ? this.#intern(value) : NONE);
      const inVehicle = typeof fourth === 'boolean' ? Number(fourth) : isFinite_(fourth) && isInt(fourth) ? fourth : NONE;
      const person = human === true || human === 1 ? 1 : human === false || human === 0 ? 0 : NONE;
      this.#row(
        this.count,
        this.count,
        x,
        y,
        height,
        heading,
        life,
        inVehicle,
        text(fifth),
        person,
        text(role),
        text(group),
        text(side),
        NONE,
      );
    }
    this.count++;
  }

  damaged(why: string): void {
    if (this.bad++ === 0) this.firstBad = why;
    // A damaged tuple still stood for one frame: the entity stays as it was.
    if (this.ranged !== true && this.length > 0) this.count++;
    this.#length = 0;
    this.#window.anchor = -1;
  }

  #row(
    from: number,
    to: number,
    x: number,
    y: number,
    z: number,
    direction: number,
    alive: number,
    inVehicle: number,
    name: number,
    human: number,
    role: number,
    group: number,
    side: number,
    crew: number,
  ): void {
    this.#place(x, y, z, direction);
    const fieldsOf = this.#rows.fields;
    const at = this.length++ * FIELDS;
    this.#rows.moved[this.length - 1] = 0;
    fieldsOf[at] = from;
    fieldsOf[at + 1] = to;
    fieldsOf[at + 2] = alive;
    fieldsOf[at + 3] = inVehicle;
    fieldsOf[at + 4] = name;
    fieldsOf[at + 5] = human;
    fieldsOf[at + 6] = role;
    fieldsOf[at + 7] = group;
    fieldsOf[at + 8] = side;
    fieldsOf[at + 9] = crew;
    if (human === 1) this.everHuman = true;
  }

  /** A row that differs from the last one in place and direction only. */
  #movedRow(x: number, y: number, z: number, direction: number): void {
    this.#place(x, y, z, direction);
    const fieldsOf = this.#rows.fields;
    const at = this.length++ * FIELDS;
    this.#rows.moved[this.length - 1] = 1;
    for (let i = at + 2; i < at + FIELDS; i++) fieldsOf[i] = fieldsOf[i - FIELDS] as number;
    fieldsOf[at] = this.count;
    fieldsOf[at + 1] = this.count;
  }

  #place(x: number, y: number, z: number, direction: number): void {
    const rows = this.#rows;
    const at = this.length * NUMBERS;
    if (at === rows.numbers.length) {
      if (this.length >= MAX_ROWS) throw new Damaged(`more than ${MAX_ROWS} changes of one entity`);
      rows.grow();
    }
    const { numbers } = rows;
    numbers[at] = x;
    numbers[at + 1] = y;
    numbers[at + 2] = z;
    numbers[at + 3] = direction;
  }
}

function isInt(value: number): boolean {
  return (value | 0) === value;
}

function isFinite_(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Index after a text without escapes at `start`; -1 otherwise. */
function simpleText(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return -1;
  for (let p = start + 1; ; p++) {
    const byte = bytes[p] as number;
    if (byte === QUOTE) return p + 1;
    if (byte < 0x20 || byte === 0x5c || byte === undefined) return -1;
  }
}
