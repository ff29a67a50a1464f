/** Wie lange und wie viel aufbewahrt wird. */
import type { Words } from '../words.ts';

export const retention: Words['retention'] = {
  title: 'Aufbewahrung',
  about:
    'Was diese Grenzen überschreitet, kommt in den Papierkorb, das Älteste zuerst. Was zu alt war, bleibt dort eine Woche, was zu viel ist, verschwindet gleich. Favoriten bleiben immer. Leer heißt: alles.',
  daysOf: (game) => `Tage, die Aufnahmen von ${game} bleiben`,
  sizeOf: (game) => `Gigabyte, die von ${game} bleiben`,
  days: 'Tage',
  size: 'GB',
  save: 'Grenzen speichern',
  discard: 'Verwerfen',
  saved: 'Gespeichert, was bleibt.',
  noNumber: (game) => `${game}: Zahlen über 0 schreiben, oder nichts.`,
};
