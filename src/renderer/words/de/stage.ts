/** The stage, in German. */
import type { Words } from '../words.ts';

export const stage: Words['stage'] = {
  name: 'Bühne: Ziehen dreht, Ziehen mit der rechten Taste verschiebt, das Rad kommt näher',
  noWebGL:
    'Kein 3D-Bild: Dieser Rechner bietet kein WebGL. Bitte die Hardwarebeschleunigung einschalten oder den Grafiktreiber aktualisieren.',
  lost: 'Der Grafiktreiber wurde neu gestartet. Das Bild kommt von selbst zurück.',
  atTarget: (length) => `${length} am Ziel`,
  cameras: {
    name: 'Kameras',
    modes: { orbit: 'Umkreisen', top: 'Oben', follow: 'Folgen', free: 'Frei' },
    views: 'Ansichten',
    view: 'Ansicht',
    camera: 'Kamera',
  },
  commands: {
    orbit: 'Umkreisen',
    top: 'Von oben ansehen',
    follow: 'Der ausgewählten Person folgen',
    free: 'Frei fliegen',
    minimap: 'Minikarte zeigen oder verbergen',
    next: 'Nächste Person des Teams',
    before: 'Vorige Person des Teams',
    nobody: 'Auswahl aufheben',
  },
  markers: {
    button: (side) => `Markierungen: ${side}`,
    allShort: 'alle',
    off: 'aus',
    none: 'Keine Markierungen',
    all: 'Markierungen aller Seiten',
    as: (side) => `Wie ${side} es sieht`,
    names: 'Namen',
  },
  layers: {
    button: (shown) => `Ebenen ${shown}`,
    name: 'Was zu sehen ist',
    ai: 'KI',
    vehicles: 'Fahrzeuge',
    trails: 'Spuren',
    shots: 'Schüsse',
    kills: 'Abschusslinien',
    projectiles: 'Granaten und Geschosse',
    grid: 'Gitter',
    minimap: 'Minikarte',
  },
  names: { all: 'Alle Namen', players: 'Namen der Spieler', none: 'Keine Namen' },
};
