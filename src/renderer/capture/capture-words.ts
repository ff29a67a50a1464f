/** Words and values of a capture: its counters, its settings and its snippet. */
import type { CaptureState } from '../../shared/engine-api.ts';
import type { CaptureField, CaptureProfile, CaptureSnippet } from '../../shared/games/profile.ts';
import { formatBytes, formatCount } from '../ui/format.ts';
import { gameText } from '../words/game-words.ts';
import type { CaptureSettings } from './captures.ts';

/** What the fields show: what was set, else what they begin with. */
export function settingsOf(profile: CaptureProfile, state: CaptureState | undefined): CaptureSettings {
  return Object.fromEntries(profile.fields.map(({ name, initial }) => [name, state?.settings[name] ?? initial]));
}

/** A number is sent as one; what is none goes to the engine as it was typed, which says what is wrong with it. */
export function typedValue({ type }: CaptureField, text: string): string | number {
  if (type !== 'port' && type !== 'number') return text;
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? text : value;
}

const MASK = '•'.repeat(8);

/** The snippet with its fields filled in; secrets as dots unless they are wanted. What is not known yet stays as it is. */
export function filledSnippet(
  { text }: CaptureSnippet,
  fields: readonly CaptureField[],
  settings: CaptureSettings,
  address: string | null,
  secrets: 'shown' | 'masked',
): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === 'address') return address ?? whole;
    const field = fields.find((one) => one.name === name);
    const value = settings[name];
    if (field === undefined || value === undefined) return whole;
    return field.type === 'secret' && secrets === 'masked' && value !== '' ? MASK : String(value);
  });
}

/** "framesRecorded" and "frames_recorded" -> "frames recorded". */
export function counterWords(name: string, count: number): { readonly label: string; readonly value: string } {
  const label = name
    .replaceAll('_', ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return { label: gameText(label), value: /\bbytes?\b/.test(label) ? formatBytes(count) : formatCount(count) };
}

/** 192 random bits that can stand in an address, a header and a configuration file. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
