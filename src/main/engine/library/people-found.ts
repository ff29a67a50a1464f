/** Which players of a session a search means: those in whose names most of its words are. Pure. */

/** More than these say only "many". */
const MOST = 3;

export interface KnownPlayer {
  readonly name: string;
  /** The name, folded for searching. */
  readonly folded: string;
  readonly nativeId: string;
}

/** `words`: folded. Each name once; empty when no word is in any name. */
export function peopleFound(players: readonly KnownPlayer[], words: readonly string[]): readonly string[] {
  let best = 1;
  let found = new Set<string>();
  for (const player of players) {
    const hits = words.filter((word) => player.folded.includes(word) || player.nativeId.toLowerCase() === word).length;
    if (hits > best) found = new Set();
    if (hits < best) continue;
    best = hits;
    found.add(player.name);
  }
  return [...found].toSorted().slice(0, MOST);
}
