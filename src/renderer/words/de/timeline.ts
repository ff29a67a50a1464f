/** The timeline and the highlights, in German. */
import type { Words } from '../words.ts';

export const timeline: Words['timeline'] = {
  title: 'Zeitleiste',
  side: { title: 'Neben der Bühne', events: 'Ereignisse', chat: 'Chat', statistics: 'Statistik' },
  actions: {
    bookmark: 'Lesezeichen',
    draw: 'Zeichnen',
    highlights: 'Höhepunkte',
    charts: 'Diagramme',
    exportAll: 'Exportieren',
    exportRange: (length) => `${length} exportieren`,
  },
  rows: { chapters: 'Kapitel', time: 'Sitzungszeit', comments: 'Kommentare', whole: 'Ganze Sitzung' },
  lane: (lane, events) => `${lane}, ${events} Ereignisse`,
  graphs: { score: 'Punktedifferenz', forces: 'Am Leben' },
  commands: {
    zoomIn: 'Zeitleiste vergrößern',
    zoomOut: 'Zeitleiste verkleinern',
    whole: 'Ganze Sitzung zeigen',
    chapterAfter: 'Zum nächsten Kapitel',
    chapterBefore: 'Zum Kapitel davor',
  },
  chapters: {
    round: (number) => `Runde ${number}`,
    match: (number) => `Spiel ${number}`,
    onlyMatch: 'Spiel',
    contact: (number) => `Gefecht ${number}`,
    before: 'Davor',
    break: 'Pause',
    lull: 'Ruhe',
    after: 'Danach',
  },
  highlights: {
    title: 'Höhepunkte',
    list: 'Liste der Höhepunkte',
    count: (count) => (count === '1' ? '1 Höhepunkt' : `${count} Höhepunkte`),
    play: 'Höhepunkte abspielen',
    stop: 'Höhepunkte anhalten',
    next: 'Nächster Höhepunkt',
    before: 'Voriger Höhepunkt',
    more: (count) => `und ${count} weitere`,
    none: 'In dieser Sitzung sticht nichts heraus.',
  },
  heat: {
    sessions: 'Sitzungen',
    onlyThis: 'Nur diese',
    allHere: (count) => `Alle ${count} dieses Ortes`,
    several: (count) => `${count} Sitzungen`,
  },
};
