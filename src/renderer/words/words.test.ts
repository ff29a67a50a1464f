import { afterEach, describe, expect, it } from 'vitest';
import { PROFILES } from '../../shared/games/profiles.ts';
import { formatBytes, formatClock, formatCount, formatDate, formatDecimal, formatWhen } from '../ui/format.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { gameText, inGameWords } from './game-words.ts';
import { languageStore, words } from './words.ts';

type Text = string | ((...values: never[]) => unknown);

/** Every text by its path: "app.places.library". */
function texts(catalogue: object, path = ''): [path: string, text: Text][] {
  return Object.entries(catalogue).flatMap(([name, value]: [string, unknown]): [string, Text][] =>
    typeof value === 'object' && value !== null ? texts(value, `${path}${name}.`) : [[`${path}${name}`, value as Text]],
  );
}

/** What it says of values that can be found again. */
function said(text: Text): string {
  if (typeof text === 'string') return text;
  const values = Array.from({ length: text.length }, (_, i) => `<${i}>`);
  try {
    return String(text(...(values as never[])));
  } catch {
    return String(text(...(values.map((value) => [value]) as never[]))); // it takes a list
  }
}

/** Words that are the same in both languages. */
const SAME = new Set(
  'Live Alt Bots Bytes Chat Clip Esc Export Format Frames GB Heatmap In Overlays Port Radius Relief Sand Server System Tab Team Text'.split(
    ' ',
  ),
);

/** Without values, units and what stands between them. */
function wordsOf(text: string): string {
  return text.replace(/<0>.(s|m)$/, '').replaceAll(/<\d>|\/s$|\(T\)|[():,/ ]/g, '');
}

describe('catalogue', () => {
  const english = texts(en);
  const german = new Map(texts(de));

  it('has every text in German, of the same kind', () => {
    // A translation may leave out values that it does not need.
    const kind = (text: Text | undefined, most: number): string =>
      typeof text === 'function' && text.length > most ? 'more values' : typeof text;
    expect([...german.keys()].toSorted()).toEqual(english.map(([path]) => path).toSorted());
    expect(english.map(([path, text]) => `${path} ${kind(german.get(path), text.length)}`)).toEqual(
      english.map(([path, text]) => `${path} ${typeof text}`),
    );
  });

  it('has no empty text, and German quotes in German', () => {
    const all = [...english, ...german].map(([path, text]) => `${path}: ${said(text)}`);
    expect(all.filter((text) => /: $|\s$/.test(text))).toEqual([]);
    expect([...german].map(([path, text]) => `${path}: ${said(text)}`).filter((text) => /"|\.\.\./.test(text))).toEqual([]);
  });

  it('differs in German but for words that both languages share', () => {
    const same = english.filter(([path, text]) => said(text) === said(german.get(path) ?? ''));
    const differing = same.filter(([, text]) => {
      const left = wordsOf(said(text));
      return left !== '' && !SAME.has(left);
    });
    expect(differing.map(([path, text]) => `${path}: ${said(text)}`)).toEqual([]);
  });
});

describe('in German', () => {
  afterEach(() => languageStore.setState({ language: 'en' }));

  it('numbers, sizes and days are written as German writes them', () => {
    languageStore.setState({ language: 'de' });
    const now = new Date(2025, 10, 19, 21, 0).getTime();
    const days = [0, 1, 2].map((before) => formatWhen(new Date(2025, 10, 19 - before, 19, 40).toISOString(), now));
    expect([formatCount(1284), formatDecimal(0.5, 1), formatBytes(3_140_000), formatClock(12_490, 600_000)]).toEqual([
      '1.284',
      '0,5',
      '3,1\u00a0MB',
      '0:12,4',
    ]);
    expect(days).toEqual(['Heute 19:40', 'Gestern', '17. Nov.']);
    expect(formatDate(Date.UTC(2024, 2, 3), 'UTC')).toBe('3. März 2024');
    expect(words().app.places.library).toBe('Bibliothek');
  });

  it('the words of games are translated where they are read, and nothing else of them', () => {
    const profiles = Object.values(PROFILES);
    expect(profiles.map((profile) => inGameWords(profile) === profile)).toEqual(profiles.map(() => true));
    languageStore.setState({ language: 'de' });
    for (const profile of profiles) {
      const translated = inGameWords(profile);
      expect(translated).toBe(inGameWords(profile));
      expect(translated.kinds.vehicle.plural).toBe('Fahrzeuge');
      expect(translated.teams.map(({ id }) => id)).toEqual(profile.teams.map(({ id }) => id));
      // A template is filled from the same fields as the English one.
      const fields = (events: typeof profile.events): string[][] =>
        Object.values(events).map(({ text }) => (text.match(/\{[^}]*\}/g) ?? []).toSorted());
      expect(fields(translated.events)).toEqual(fields(profile.events));
      expect(fields(translated.nativeEvents)).toEqual(fields(profile.nativeEvents));
    }
    expect(gameText('Somebody')).toBe('Somebody');
  });
});
