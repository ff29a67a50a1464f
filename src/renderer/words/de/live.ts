/** Live, in German. */
import type { Words } from '../words.ts';

export const live: Words['live'] = {
  about: 'was gerade aufgezeichnet wird',
  list: 'Wird gerade aufgezeichnet',
  session: 'Sitzung',
  sessions: 'Sitzungen',
  player: 'Spieler',
  players: 'Spieler',
  unit: 'Einheit',
  units: 'Einheiten',
  status: { none: 'Nichts wird aufgezeichnet', some: (sessions) => `Live: ${sessions}` },
  watchCommand: 'Ansehen, was aufgezeichnet wird',
  watch: (title) => `Jetzt ansehen: ${title}`,
  empty: {
    off: 'Nichts wird aufgezeichnet.',
    offAbout: 'Sobald eine Aufnahme eingeschaltet ist, lässt sich hier ansehen, was sie aufzeichnet, während es geschieht.',
    waiting: 'Noch nichts zu sehen.',
    waitingAbout: 'Was erwartet wird, erscheint hier, sobald es beginnt.',
    toCapture: 'Zur Aufnahme',
  },
};
