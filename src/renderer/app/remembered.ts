/** What the window remembers between starts, checked when it is read: anything may lie in localStorage. */
import { z } from 'zod';

const KEY = 'sandtable';

const tab = z.object({
  sessionId: z.string(),
  title: z.string(),
  game: z.string(),
  moment: z
    .object({ t: z.number().min(0), follow: z.string().nullable(), heat: z.array(z.string()).readonly().exactOptional() })
    .readonly(),
});

const word = z.string().max(400).optional();

const remembered = z.object({
  lastRoute: z.string().catch(''),
  tabs: z.array(tab.readonly()).readonly().catch([]),
  theme: z.enum(['dark', 'light', 'system']).catch('dark'),
  /** system: that of the operating system, if there is a catalogue of it. */
  language: z.enum(['system', 'en', 'de']).catch('system'),
  /** Size of everything, 0.8 to 2, or by the window's width; desktop only. */
  scale: z.union([z.literal('auto'), z.number().min(0.8).max(2)]).catch('auto'),
  libraryView: z.enum(['cards', 'table']).catch('cards'),
  /** What the library was last filtered by; a search is begun anew. */
  libraryFilter: z
    .object({ game: word, world: word, tag: word, favourite: z.boolean().optional(), withWarnings: z.boolean().optional() })
    .readonly()
    .catch({}),
  librarySpan: z.enum(['today', 'week', 'month', 'year']).nullable().catch(null),
  /** Server that recordings were fetched from last. */
  remoteAddress: z.string().max(400).catch(''),
  librarySort: z.enum(['newest', 'oldest', 'longest', 'title']).catch('newest'),
});

export type Remembered = Readonly<z.infer<typeof remembered>>;
export type ReplayTab = Readonly<z.infer<typeof tab>>;
export type ThemeChoice = Remembered['theme'];
export type LanguageChoice = Remembered['language'];

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

export function readRemembered(shelf: Shelf): Remembered {
  return remembered.parse(parse(shelf.getItem(KEY)));
}

export function remember(shelf: Shelf, state: Remembered): void {
  shelf.setItem(KEY, JSON.stringify(remembered.parse(state)));
}

function parse(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
