import { describe, expect, it } from 'vitest';
import { readRemembered, remember, type Remembered } from './remembered.ts';

function shelf(text: string | null): { getItem(key: string): string | null; setItem(key: string, value: string): void } {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key, value) => {
      kept = value;
    },
  };
}

const STATE: Remembered = {
  lastRoute: '#/settings',
  tabs: [{ sessionId: '0123456789', title: 'Vanguard v Halcyon', game: 'echovr', moment: { t: 1500, follow: '42' } }],
  theme: 'light',
  language: 'de',
  scale: 1.25,
  libraryView: 'table',
  librarySort: 'longest',
  libraryFilter: { game: 'echovr', favourite: true },
  librarySpan: 'week',
  remoteAddress: 'https://a.example',
};

describe('remembered', () => {
  it('comes back as it was left', () => {
    const storage = shelf(null);
    remember(storage, STATE);
    expect(readRemembered(storage)).toEqual(STATE);
  });

  it('starts afresh from nothing, from no JSON and from something else', () => {
    const fresh = readRemembered(shelf(null));
    expect(fresh).toMatchObject({ tabs: [], theme: 'dark', scale: 'auto' });
    for (const text of ['', '{', '[]', '3', '"x"', 'null']) expect(readRemembered(shelf(text))).toEqual(fresh);
  });

  it('keeps what is right when another part is wrong', () => {
    expect(readRemembered(shelf('{"theme":"light","scale":99,"tabs":[{}]}'))).toMatchObject({
      theme: 'light',
      scale: 'auto',
      tabs: [],
    });
  });
});
