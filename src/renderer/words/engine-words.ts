/** Sentences of the engine, which speaks English, in the chosen language. */
import { engine } from './de/engine.ts';
import { languageStore, type Language } from './words.ts';

type Pattern = readonly [sentence: RegExp, text: string];

const TABLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, de: engine };
const patterns = new Map<Language, readonly Pattern[]>();

/** What is not known stays as it was said. */
export function engineText(sentence: string): string {
  const { language } = languageStore.getState();
  const exact = TABLES[language][sentence];
  if (exact !== undefined) return exact;
  for (const [pattern, text] of patternsOf(language)) {
    const found = pattern.exec(sentence);
    if (found !== null) return text.replaceAll(/\{(\d)\}/g, (_place, index: string) => found[Number(index) + 1] ?? '');
  }
  return sentence;
}

/** Those with places that are filled in. */
function patternsOf(language: Language): readonly Pattern[] {
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const made = Object.entries(TABLES[language])
    .filter(([sentence]) => sentence.includes('{0}'))
    .map(([sentence, text]): Pattern => [patternOf(sentence), text]);
  patterns.set(language, made);
  return made;
}

function patternOf(sentence: string): RegExp {
  const literally = sentence.split(/\{\d\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${literally.join('(.+)')}$`);
}
