import { expect, test } from 'vitest';
import { hitsOf } from './body-hits.ts';

const labels = { head: 'Head', neck: 'Neck', chest: 'Upper torso', belly: 'Mid torso', hips: 'Lower torso', arms: 'Arms', legs: 'Legs' };

test('what a game tells apart is added up, and nothing is lost', () => {
  const part = (name: string, given: number, taken: number) => ({ part: name, label: name, values: [given, taken] });
  const body = {
    title: '',
    about: '',
    columns: [],
    parts: [
      part('head', 3, 0),
      part('helmet', 1, 0),
      part('r_arm_upper', 2, 1),
      part('l_hand', 1, 0),
      part('torso_lower', 1, 0),
      part('tail', 2, 0),
    ],
  };
  const given = hitsOf(body, 0, labels);
  expect(given.map(({ label, share }) => [label, share])).toEqual([
    ['Head', 0.4],
    ['Neck', 0],
    ['Upper torso', 0],
    ['Mid torso', 0],
    ['Lower torso', 0.1],
    ['Arms', 0.3],
    ['Legs', 0],
    ['tail', 0.2],
  ]);
  expect(hitsOf(body, 1, labels).find(({ id }) => id === 'arms')?.share).toBe(1);
});
