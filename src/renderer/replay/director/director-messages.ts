/** What the page and the director's worker say to each other. */
import type { Style } from './cameras.ts';
import type { Cut } from './cut-list.ts';
import type { DirectorEvents } from './planner.ts';
import type { WorldShape } from './sight.ts';
import type { DirectorSubject } from './tracks.ts';

export type DirectorRequest =
  | {
      readonly kind: 'begin';
      readonly subject: DirectorSubject;
      readonly events: DirectorEvents;
      readonly shape: WorldShape;
      readonly style: Style;
    }
  /** The next one of layer 0, packed; null when there is no more. */
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array | null };

/** To each chunk: the cuts that are ready now. */
export type DirectorReply = { readonly cuts: readonly Cut[]; readonly error: null } | { readonly error: string };
