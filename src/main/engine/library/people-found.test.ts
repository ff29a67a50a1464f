/** Which players a search means. */
import { expect, test } from 'vitest';
import { peopleFound, type KnownPlayer } from './people-found.ts';

const player = (name: string, nativeId = ''): KnownPlayer => ({ name, folded: name.toLowerCase(), nativeId });
const people = [player('Dusty Fox', '7656'), player('Dusty Roads'), player('Foxglove'), player('Anna', 'AB-1')];

test('the names that hold most of the words', () => {
  expect(peopleFound(people, ['dusty', 'fox'])).toEqual(['Dusty Fox']);
  expect(peopleFound(people, ['dusty'])).toEqual(['Dusty Fox', 'Dusty Roads']);
  expect(peopleFound(people, ['fox', 'altis'])).toEqual(['Dusty Fox', 'Foxglove']);
});

test('a whole id of the game, each name once, and nobody', () => {
  expect(peopleFound(people, ['ab-1'])).toEqual(['Anna']);
  expect(peopleFound([player('Anna'), player('Anna')], ['ann'])).toEqual(['Anna']);
  expect(peopleFound(people, ['altis'])).toEqual([]);
  expect(peopleFound(people, [])).toEqual([]);
});
