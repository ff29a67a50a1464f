/**
 * Losses: a soldier or a vehicle (parachutes aside) turns from alive or unconscious to dead, or a killed event names it; what comes within 5 s of the same one's
 * last loss, while it did not come back to life, is the same loss. So a loss counts even when nobody knows the killer, and once when both are recorded.
 * The killer is the actor of the first event of a loss that has one; killing oneself is a loss and no kill.
 */
import type { ForcesState } from './forces-state.ts';

const SAME_LOSS = 5000;

export interface Loss {
  readonly entity: number;
  readonly t: number;
  /** EntityId, 0 while unknown. */
  killer: number;
}

export class Losses {
  /** Latest loss of each, by EntityId; undefined after a return to life. */
  readonly #latest: (Loss | undefined)[] = [];
  readonly #dead: boolean[] = [];
  /** Has been seen alive: what is first recorded dead was not lost here. */
  readonly #lived: boolean[] = [];

  /** After a sample of life: the loss that it is, else null. */
  life(forces: ForcesState, entity: number, t: number): Loss | null {
    const dead = forces.isDead(entity);
    const before = this.#dead[entity] ?? false;
    this.#dead[entity] = dead;
    if (!dead) {
      this.#lived[entity] = true;
      if (before) this.#latest[entity] = undefined;
      return null;
    }
    return before || this.#lived[entity] !== true ? null : this.#loss(entity, t).fresh;
  }

  /** A killed event. `fresh`: a loss that was not known yet; `credited`: the loss, when the event is the first to name its killer. */
  killed(entity: number, killer: number, t: number): { readonly fresh: Loss | null; readonly credited: Loss | null } {
    const { loss, fresh } = this.#loss(entity, t);
    if (killer === 0 || killer === entity || loss.killer !== 0) return { fresh, credited: null };
    loss.killer = killer;
    return { fresh, credited: loss };
  }

  #loss(entity: number, t: number): { readonly loss: Loss; readonly fresh: Loss | null } {
    const latest = this.#latest[entity];
    if (latest !== undefined && t - latest.t <= SAME_LOSS) return { loss: latest, fresh: null };
    const loss: Loss = { entity, t, killer: 0 };
    this.#latest[entity] = loss;
    return { loss, fresh: loss };
  }
}
