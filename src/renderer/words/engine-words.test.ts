// oxlint-disable-next-line no-restricted-imports -- tests run in Node, and this one reads the sources themselves
import { globSync, readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { engine } from './de/engine.ts';
import { engineText } from './engine-words.ts';
import { languageStore } from './words.ts';

const MAIN = new URL('../../main/', import.meta.url);

afterEach(() => languageStore.setState({ language: 'en' }));

it('says what is known in German, with what was filled in, and leaves the rest', () => {
  expect(engineText('Port 8085 is taken.')).toBe('Port 8085 is taken.');
  languageStore.setState({ language: 'de' });
  expect(engineText('This is an empty file.')).toBe('Das ist eine leere Datei.');
  expect(engineText('Port 8085 is taken.')).toBe('Port 8085 ist belegt.');
  expect(engineText('Already in the library: Dusty (fox).')).toBe('Schon in der Bibliothek: Dusty (fox).');
  expect(engineText('Nobody ever said this.')).toBe('Nobody ever said this.');
});

it('knows no sentence that the engine does not say', () => {
  const files = globSync('**/*.ts', { cwd: MAIN }).filter((file) => !file.endsWith('.test.ts'));
  const said = files.map((file) => readFileSync(new URL(file, MAIN), 'utf8')).join('\n');
  /** What follows a fixed beginning, or stands before one. */
  const pieces = (sentence: string): string[] =>
    sentence
      .replace(/^(This is |The game at \{0\} )/, '')
      .split(/\{\d\}/)
      .map((piece) =>
        piece
          .trim()
          .replace(/^(an?|is|has|\.) /, '')
          .replace(/\.$/, ''),
      )
      .filter((piece) => piece.length > 3);
  expect(Object.keys(engine).filter((sentence) => !pieces(sentence).every((piece) => said.includes(piece)))).toEqual([]);
});

it('fills in the same in both languages', () => {
  const places = (text: string): string => (text.match(/\{\d\}/g) ?? []).toSorted().join(' ');
  expect(Object.entries(engine).filter(([sentence, text]) => places(sentence) !== places(text))).toEqual([]);
});
