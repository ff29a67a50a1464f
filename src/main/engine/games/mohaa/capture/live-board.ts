/** What a match looks like at this moment, for lists of what is being played: its score, its round, who is there. */
import type { NativeEvent, Party } from '../dialect/native-event.ts';
import { plainName } from '../dialect/words.ts';

/** More than any server takes. */
const MOST_PLAYERS = 256;

export class LiveBoard {
  readonly #players = new Set<string>();
  #counted = Number.NaN;
  allies = 0;
  axis = 0;
  round = 0;
  maxPlayers = 0;

  /** As the server counts them, else those who were heard of. */
  get players(): number {
    return Number.isNaN(this.#counted) ? this.#players.size : this.#counted;
  }

  take({ type, fields, actor, target }: NativeEvent): void {
    this.allies = numberOr(fields['allies_score'], this.allies);
    this.axis = numberOr(fields['axis_score'], this.axis);
    this.round = numberOr(fields['round_number'], this.round);
    this.maxPlayers = numberOr(fields['maxclients'], this.maxPlayers);
    if (type === 'heartbeat') this.#counted = numberOr(fields['player_count'], this.#counted);
    if (type === 'disconnect') this.#players.delete(nameOf(actor));
    else {
      this.#see(actor);
      this.#see(target);
    }
    // Until it counts again, its last count goes on with those who come and go.
    if (type === 'connect' || type === 'disconnect') this.#counted = Math.max(0, this.#counted + (type === 'connect' ? 1 : -1));
  }

  #see(party: Party | null): void {
    if (party === null || party.isBot || this.#players.size >= MOST_PLAYERS) return;
    const name = nameOf(party);
    if (name !== '') this.#players.add(name);
  }
}

function nameOf(party: Party | null): string {
  return party === null ? '' : plainName(party.name) || party.guid;
}

function numberOr(value: unknown, before: number): number {
  return typeof value === 'number' ? value : before;
}
