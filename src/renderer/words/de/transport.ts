/** Playing, in German. */
import type { Words } from '../words.ts';

export const transport: Words['transport'] = {
  name: 'Abspielen',
  eventBefore: 'Voriges Ereignis',
  frameBack: 'Ein Bild zurück',
  pause: 'Anhalten',
  play: 'Abspielen',
  frameForward: 'Ein Bild vor',
  eventAfter: 'Nächstes Ereignis',
  time: 'Sitzungszeit',
  live: 'Live',
  playingLive: 'Läuft live',
  toEdge: 'Zum Live-Zeitpunkt',
  speed: 'Tempo',
  speeds: 'Alle Tempi',
  backwards: 'Rückwärts abspielen',
  loop: 'Bereich wiederholen',
  setIn: 'Anfang setzen',
  setOut: 'Ende setzen',
  in: 'Anfang',
  out: 'Ende',
  clear: 'Bereich aufheben',
  commands: {
    toggle: 'Abspielen oder anhalten',
    reverse: 'Rückwärts abspielen, jedes Mal schneller',
    forward: 'Vorwärts abspielen, jedes Mal schneller',
    frameBack: 'Ein Bild zurückgehen',
    frameForward: 'Ein Bild weitergehen',
    eventBefore: 'Zum vorigen Ereignis',
    eventAfter: 'Zum nächsten Ereignis',
  },
};
