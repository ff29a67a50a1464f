/** What is counted in one session: rows of whole numbers by person, and by person and something finer. They can be added, taken away, and compared. */
import type { JsonObject } from '../../../shared/session/model.ts';

export interface SessionPerson {
  readonly scheme: string;
  readonly value: string;
  /** It is not sure that the same id is the same one in another session. */
  readonly isScoped: boolean;
  readonly bot: boolean;
  /** As seen last. */
  readonly name: string;
  /** EntityId within the session. */
  readonly entity: number;
  /** Played for last, "" for none. */
  readonly team: string;
  /** Codes that this person typed in the chat. */
  readonly claims: readonly string[];
}

export interface SessionDetail {
  /** Index of `people`, or -1 for the session itself. */
  readonly person: number;
  readonly kind: string;
  readonly key: string | number;
  /** `key` is an index of `people`. */
  readonly ofPeople: boolean;
  readonly counts: readonly number[];
}

export interface SessionRows {
  readonly map: string;
  /** "" when unknown. */
  readonly server: string;
  /** Nobody twice. */
  readonly people: readonly SessionPerson[];
  /** By person; CareerModel.counters. */
  readonly counts: readonly (readonly number[])[];
  readonly details: readonly SessionDetail[];
}

/** Where things happened, in order of t. */
export interface SessionPoints {
  /** CareerHeat.id */
  readonly kind: string;
  /** ms */
  readonly t: readonly number[];
  /** Session metres, 3 each. */
  readonly position: readonly number[];
  /** EntityId of whose point it is. */
  readonly entity: readonly number[];
  readonly weapon: readonly string[];
  readonly team: readonly string[];
}

/** What a game keeps of a session beside what can be counted, so that questions about this one need not read its events. Only the game reads it again. */
export interface SessionMoments {
  /** Another one whenever `columns` are others. */
  readonly revision: number;
  readonly columns: JsonObject;
}

/** What has to be added to `before` to get `after`; null when they are not of the same map and server, so that nothing can be. */
export function difference(before: SessionRows, after: SessionRows): SessionRows | null {
  if (before.map !== after.map || before.server !== after.server) return null;
  const people: SessionPerson[] = [...after.people];
  const indexes = new Map(people.map((person, index) => [identityOf(person), index]));
  const old = before.people.map((person) => {
    const known = indexes.get(identityOf(person));
    if (known !== undefined) return known;
    indexes.set(identityOf(person), people.length);
    return people.push(person) - 1;
  });
  const counts: number[][] = people.map((_, index) => [...(after.counts[index] ?? [])]);
  for (const [index, row] of before.counts.entries()) subtract(counts[old[index] as number] as number[], row);
  const details = new Map<string, SessionDetail & { readonly counts: number[] }>();
  for (const detail of after.details) details.set(detailKey(detail), { ...detail, counts: [...detail.counts] });
  for (const detail of before.details) {
    const person = detail.person < 0 ? detail.person : (old[detail.person] as number);
    const key = detail.ofPeople ? (old[detail.key as number] as number) : detail.key;
    const moved = { ...detail, person, key, counts: [] as number[] };
    const same = details.get(detailKey(moved)) ?? moved;
    subtract(same.counts, detail.counts);
    details.set(detailKey(moved), same);
  }
  return { ...after, people, counts, details: [...details.values()].filter((detail) => detail.counts.some((count) => count !== 0)) };
}

/** The same everywhere for the same identity. */
export function identityOf({ scheme, value, isScoped }: SessionPerson): string {
  return `${scheme}\n${value}\n${isScoped}`;
}

function detailKey({ person, kind, key }: SessionDetail): string {
  return `${person}\n${kind}\n${key}`;
}

function subtract(from: number[], counts: readonly number[]): void {
  for (const [index, count] of counts.entries()) from[index] = (from[index] ?? 0) - count;
}
