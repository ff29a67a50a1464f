/** Words that people sort sessions by. */
import { z } from 'zod';

/** Of one session. */
export const MOST_TAGS = 32;
export const MOST_TAG_CHARS = 40;

/** A word that sessions are found by; equal but for case is the same. */
export const tag = z.string().trim().min(1).max(MOST_TAG_CHARS);
export const tags = z.array(tag).max(MOST_TAGS);

/** Tags as they are kept: without blanks at the ends, each once, the first spelling of it. */
export function tidyTags(texts: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const text of texts) {
    const tidy = text.trim().replaceAll(/\s+/g, ' ').slice(0, MOST_TAG_CHARS);
    if (tidy !== '' && !known.has(tidy.toLowerCase())) known.set(tidy.toLowerCase(), tidy);
  }
  return [...known.values()].slice(0, MOST_TAGS);
}
