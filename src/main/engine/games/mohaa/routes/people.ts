/** Finds the player whom an address means. */
import { PeopleReads } from '../../../career/people-reads.ts';
import { mohaaCareerModel } from '../career/model.ts';
import type { LibraryContext } from './context.ts';
import { Refusal } from './refusal.ts';

export interface Found {
  /** career_people.player */
  readonly player: number;
  /** CareerPlayerRef.id */
  readonly id: string;
  readonly name: string;
}

/** By the id in leaderboards, a guid or member's number, or a name that only one player has. Throws Refusal 404. */
export function personOf({ db }: LibraryContext, text: string): Found {
  const people = new PeopleReads(db, mohaaCareerModel);
  const player = people.resolve(text);
  const ref = player === null ? undefined : people.refs([player]).get(player);
  if (player === null || ref === undefined) throw new Refusal(404, 'Player not found.');
  return { player, id: ref.id, name: ref.name };
}
