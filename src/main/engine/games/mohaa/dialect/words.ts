/** The engine's enumerations, and how trackers spell them: numbers, constants and words become one word each; what is not known stays as it is, in lower case. */

const MEANS = [
  'none',
  'suicide',
  'crush',
  'crush_every_frame',
  'telefrag',
  'lava',
  'slime',
  'falling',
  'last_self_inflicted',
  'explosion',
  'explodewall',
  'electric',
  'electricwater',
  'thrownobject',
  'grenade',
  'beam',
  'rocket',
  'impact',
  'bullet',
  'fast_bullet',
  'vehicle',
  'fire',
  'flashbang',
  'on_fire',
  'gib',
  'impale',
  'bash',
  'shotgun',
  'aagun',
  'landmine',
] as const;

/** From -2 on. */
const HIT_LOCATIONS = [
  'miss',
  'general',
  'head',
  'helmet',
  'neck',
  'torso_upper',
  'torso_mid',
  'torso_lower',
  'pelvis',
  'r_arm_upper',
  'l_arm_upper',
  'r_leg_upper',
  'l_leg_upper',
  'r_arm_lower',
  'l_arm_lower',
  'r_leg_lower',
  'l_leg_lower',
  'r_hand',
  'l_hand',
  'r_foot',
  'l_foot',
] as const;
const FIRST_HIT_LOCATION = -2;

const TEAMS = ['none', 'spectator', 'freeforall', 'allies', 'axis'] as const;
const TEAM_WORDS: Readonly<Record<string, string>> = {
  american: 'allies',
  allied: 'allies',
  allies: 'allies',
  german: 'axis',
  axis: 'axis',
  freeforall: 'freeforall',
  ffa: 'freeforall',
  spectator: 'spectator',
  spectators: 'spectator',
  none: '',
};

const GAME_TYPES = ['single_player', 'ffa', 'team', 'team_rounds', 'objective', 'tow', 'liberation'] as const;
const INTEGER = /^-?\d{1,3}$/;

/** bullet, grenade, bash … of 18, "18", MOD_BULLET or bullet; "" when not said. */
export function meansWord(value: string): string {
  if (INTEGER.test(value)) return MEANS[Number(value)] ?? value;
  return value.toLowerCase().replace(/^mod_/, '');
}

const MEANS_WORDS: ReadonlySet<string> = new Set(MEANS);

/** Whether a text says how somebody died rather than with what. */
export function isMeans(value: string): boolean {
  return INTEGER.test(value) || /^mod_/i.test(value) || MEANS_WORDS.has(value.toLowerCase());
}

/** head, torso_upper … of 0, "0", "Head"; "" when not said. */
export function hitLocationWord(value: string): string {
  if (INTEGER.test(value)) return HIT_LOCATIONS[Number(value) - FIRST_HIT_LOCATION] ?? value;
  return value.toLowerCase().replaceAll(' ', '_');
}

/** For people: "right upper arm" of r_arm_upper. */
export function bodyPart(hitLocation: string): string {
  const parts = hitLocation.split('_');
  const side = parts[0] === 'r' ? ['right'] : parts[0] === 'l' ? ['left'] : [];
  const [part = '', level = ''] = parts.slice(side.length);
  return [...side, level, part].filter((word) => word !== '').join(' ');
}

/** allies, axis, freeforall, spectator; "" for none. */
export function teamWord(value: string): string {
  if (INTEGER.test(value)) return teamWord(TEAMS[Number(value)] ?? '');
  const word = value.toLowerCase();
  return Object.hasOwn(TEAM_WORDS, word) ? (TEAM_WORDS[word] as string) : word;
}

export function gameTypeWord(value: string): string {
  return INTEGER.test(value) ? (GAME_TYPES[Number(value)] ?? value) : value.toLowerCase();
}

/** A player's name without colour codes (^0 to ^9). */
export function plainName(name: string): string {
  return name.includes('^') ? name.replace(/\^[0-9]/g, '').trim() : name.trim();
}
