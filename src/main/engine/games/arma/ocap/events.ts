/** `events`: the tuples of every OCAP since 2016 into the shared vocabulary. */
import { eventPart, messageOfEnd } from '../event-tuple.ts';
import { arrayOf, asJson } from '../native.ts';
import { Damaged, parseRange, type ItemReader } from './json-stream.ts';
import type { Recording } from './recording.ts';

export class Events implements ItemReader {
  readonly maxItem = 2 ** 20;
  readonly between = '],[';
  readonly after = [']],"', ']]}'];
  /** How the match ended, in the game's words. */
  result: string | null = null;
  readonly #recording: Recording;

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  item(bytes: Uint8Array, start: number, end: number): void {
    this.add(arrayOf(parseRange(bytes, start, end)));
  }

  /** Throws Damaged when the tuple is no event. */
  add(tuple: readonly unknown[]): void {
    const [frame, nativeType] = tuple;
    if (typeof nativeType !== 'string' || !this.#recording.plausible(frame)) throw new Damaged('an event has no frame or no type');
    const { data, ...part } = eventPart(tuple, Math.trunc(frame), nativeType, this.#recording);
    if (part.type === 'match_end') this.result = messageOfEnd(data) ?? this.result;
    this.#recording.sink.event({
      t: this.#recording.time(frame),
      nativeType,
      frame: Math.trunc(frame),
      data: { native: asJson(tuple), ...data },
      ...part,
    });
  }

  damaged(why: string): void {
    this.#recording.sink.warn('bad-event', `An event was left out: ${why}.`);
  }
}
