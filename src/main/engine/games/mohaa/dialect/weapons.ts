/** Weapon names: the game shows some fifty, and trackers spell them as they like (Kar98k, KAR98K, kar98, m1_garand). */
import { isMeans } from './words.ts';

/** By display name: other spellings, reduced to letters and digits. */
const WEAPONS: Readonly<Record<string, readonly string[]>> = {
  'Packed MG42 Turret': ['mg42', 'mg42turret', 'packedmg42'],
  'Colt 45': ['colt', 'm1911', 'colt1911', 'colt45pistol'],
  'Walther P38': ['p38', 'walther', 'waltherp38pistol'],
  'Hi-Standard Silenced': ['histandard', 'hispistol', 'silencedpistol', 'silenced'],
  'Webley Revolver': ['webley'],
  'Nagant Revolver': ['nagantrevolver', 'nagantpistol'],
  Beretta: [],
  'M1 Garand': ['garand', 'm1', 'm1garandrifle'],
  'Mauser KAR 98K': ['kar98', 'kar98k', 'k98', 'mauser', 'mauserkar98'],
  'KAR98 - Sniper': ['kar98sniper', 'kar98ksniper', 'scopedkar98', 'scopedkar98k', 'mauserkar98ksniper'],
  "Springfield '03 Sniper": ['springfield', 'springfield03', 'springfieldsniper', 'springfield1903'],
  'Lee-Enfield': ['enfield', 'leeenfieldrifle'],
  'SVT 40': ['svtrifle', 'svt'],
  'Mosin Nagant Rifle': ['mosin', 'mosinnagant', 'mosinnagantsniper'],
  'G 43': ['gewehr43'],
  'Enfield L42A1': ['l42a1'],
  Carcano: ['uklsd'],
  DeLisle: [],
  Thompson: ['tommygun', 'thompsonsmg', 'm1a1thompson'],
  MP40: ['mp40smg'],
  'Sten Mark II': ['sten', 'stenmk2', 'stenmkii'],
  'PPSH SMG': ['ppsh', 'ppsh41'],
  Moschetto: [],
  BAR: ['m1918bar', 'm1918'],
  'StG 44': ['mp44', 'sturmgewehr', 'sturmgewehr44'],
  'FG 42': ['fg42gun'],
  'Vickers-Berthier': ['vickers'],
  Breda: [],
  'Frag Grenade': ['m2fraggrenade', 'fraggrenadeallies', 'm2frag', 'frag'],
  Stielhandgranate: ['steilhandgranate', 'stielgrenade', 'germangrenade', 'potatomasher'],
  'F1 Grenade': ['russianf1grenade'],
  'Mills Grenade': ['mills', 'millsbomb'],
  Nebelhandgranate: [],
  'M18 Smoke Grenade': ['m18', 'm18smoke'],
  'RDG-1 Smoke Grenade': ['rdg1', 'rdg1smoke'],
  'Bomba A Mano': [],
  'Bomba A Mano Breda': [],
  Landmine: ['landmineallies', 'landmineaxis', 'minedetector'],
  Bazooka: ['m9bazooka'],
  Panzerschreck: ['panzer'],
  Gewehrgranate: ['kar98grenade', 'riflegrenade'],
  Shotgun: ['winchester', 'm12', 'shotgun12ga'],
  PIAT: [],
  Unarmed: [],
  Binoculars: [],
  Papers: [],
};

const BY_SPELLING: ReadonlyMap<string, string> = new Map(
  Object.entries(WEAPONS).flatMap(([name, spellings]) => [reduced(name), ...spellings].map((spelling) => [spelling, name] as const)),
);

/** Words of the engine that name no weapon. */
const NOBODYS = new Set(['', 'explosion', 'projectile', 'worldspawn', 'world', 'player', 'entity', 'none', 'nil', 'null']);

function reduced(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const seen = new Map<string, string>();
const MOST_SEEN = 2000;

/** The display name of a weapon however it is spelt; a text that names none stays as it is, words of the engine become "". */
export function weaponName(text: string): string {
  const known = seen.get(text);
  if (known !== undefined) return known;
  const key = reduced(text.replace(/^MOD_/i, '').replace(/^models\/.*\/(.+)\.tik$/i, '$1'));
  const name = NOBODYS.has(key) ? '' : (BY_SPELLING.get(key) ?? text);
  if (seen.size < MOST_SEEN) seen.set(text, name);
  return name;
}

/** The weapon of a kill or damage event: the first tracker writes the means of death into `weapon` and the weapon into `inflictor`. */
export function weaponOf(weapon: string, inflictor: string): string {
  const named = isMeans(weapon) && !BY_SPELLING.has(reduced(weapon.replace(/^MOD_/i, ''))) ? '' : weaponName(weapon);
  return named === '' && !isMeans(inflictor) ? weaponName(inflictor) : named;
}
