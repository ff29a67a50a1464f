/** Words of games in the chosen language: labels, sentences and help of their profiles, which are English data. What has no translation stays as it is. */
import { games } from './de/games.ts';
import { languageStore, type Language } from './words.ts';

const TABLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, de: games };
/** Fields that people read. Anything else is a name that something goes by. */
const READ = new Set([
  'label',
  'plural',
  'short',
  'note',
  'text',
  'detail',
  'title',
  'summary',
  'help',
  'unit',
  'folder',
  'about',
  'group',
  'rowLabel',
  'actorLabel',
  'targetLabel',
]);
/** Fields whose values are all read, by any name. */
const READ_ALL = new Set(['lifeWords', 'words']);

const translated = new WeakMap<object, Map<Language, unknown>>();

/** One text. */
export function gameText(text: string): string {
  return TABLES[languageStore.getState().language][text] ?? text;
}

/** Plain data with all that is read of it translated; the same object for the same data and language. */
export function inGameWords<T>(data: T): T {
  const { language } = languageStore.getState();
  if (language === 'en' || typeof data !== 'object' || data === null) return data;
  const known = translated.get(data) ?? new Map<Language, unknown>();
  translated.set(data, known);
  if (!known.has(language)) known.set(language, copied(data, TABLES[language], false));
  return known.get(language) as T;
}

function copied(value: unknown, table: Readonly<Record<string, string>>, isRead: boolean): unknown {
  if (typeof value === 'string') return isRead ? (table[value] ?? value) : value;
  if (Array.isArray(value)) return value.map((one) => copied(one, table, isRead));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      copied(one, table, READ.has(name) || READ_ALL.has(name) || (isRead && typeof one === 'string')),
    ]),
  );
}
