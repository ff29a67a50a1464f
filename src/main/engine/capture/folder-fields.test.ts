import { expect, it } from 'vitest';
import type { CaptureField } from '../../../shared/games/profile.ts';
import { withFolders } from './folder-fields.ts';

const field = (name: string, type: CaptureField['type']): CaptureField => ({ name, label: 'Recordings', help: '', type, initial: '' });
const FIELDS = [field('watch', 'folder'), field('name', 'text')];
const pathOf = (handle: string): string | null => (handle === 'handle' ? '/recordings' : null);

it('puts paths in the place of handles, and takes no path from a page but the one that is set', () => {
  expect(withFolders(FIELDS, { watch: 'handle', name: 'handle' }, {}, pathOf)).toEqual({ watch: '/recordings', name: 'handle' });
  expect(withFolders(FIELDS, { watch: '/set' }, { watch: '/set' }, pathOf)).toEqual({ watch: '/set' });
  expect(withFolders(FIELDS, { watch: '' }, { watch: '/set' }, pathOf)).toEqual({ watch: '' });
  expect(withFolders(FIELDS, { name: '/etc' }, {}, pathOf)).toEqual({ name: '/etc' });
  expect(() => withFolders(FIELDS, { watch: '/etc' }, { watch: '/set' }, pathOf)).toThrow('Recordings: choose the folder again');
});
