/** Parts that are used everywhere, in German. */
import type { Words } from '../words.ts';

export const ui: Words['ui'] = {
  close: 'Schließen',
  takeOff: (filter) => `${filter}: diesen Filter aufheben`,
  copied: (what) => `Kopiert: ${what}.`,
  notCopied: (what) => `Die Zwischenablage ist hier nicht verfügbar. Nicht kopiert: ${what}.`,
  today: (time) => `Heute ${time}`,
  yesterday: 'Gestern',
  keys: {
    ctrl: 'Strg',
    shift: 'Umschalt',
    alt: 'Alt',
    esc: 'Esc',
    del: 'Entf',
    space: 'Leertaste',
    enter: 'Eingabe',
    tab: 'Tab',
    home: 'Pos1',
    end: 'Ende',
  },
};
