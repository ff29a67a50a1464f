/** The flags of `serve` that switch captures on: which there are is said by the games' profiles. */
import { Option, type Command } from 'commander';
import type { CaptureField, CaptureProfile, GameProfile } from '../../shared/games/profile.ts';
import type { CaptureOfRun } from '../engine/capture/captures.ts';
import { wholeNumber } from './reading-verbs.ts';

interface Flag {
  readonly capture: CaptureProfile;
  readonly field: CaptureField;
  /** Of the parsed option. */
  readonly key: string;
}

export class CaptureFlags {
  readonly #flags: readonly Flag[];

  constructor(command: Command, profiles: readonly GameProfile[]) {
    this.#flags = profiles.flatMap(({ captures }) =>
      captures.flatMap((capture) =>
        capture.fields.flatMap((field) => (field.flag === undefined ? [] : [add(command, capture, field, field.flag)])),
      ),
    );
  }

  /** The captures of which any flag was given; what was not given is as a person would find it at first. */
  chosen(options: Readonly<Record<string, unknown>>): readonly CaptureOfRun[] {
    const chosen = new Map<CaptureProfile, Record<string, string | number | boolean>>();
    for (const { capture, field, key } of this.#flags) {
      const value = options[key];
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
      if (value === true && field.initial === true) continue; // its flag begins with "--no-" and was not given
      const settings = chosen.get(capture) ?? Object.fromEntries(capture.fields.map(({ name, initial }) => [name, initial]));
      settings[field.name] = value;
      chosen.set(capture, settings);
    }
    return Array.from(chosen, ([{ id }, settings]) => ({ id, settings }));
  }
}

function add(command: Command, capture: CaptureProfile, field: CaptureField, flags: string): Flag {
  const option = new Option(flags);
  option.description = `${field.label}${option.negate ? ': off' : ''}. ${field.help}`;
  option.helpGroup(`${capture.label}:`);
  if (field.type === 'port' || field.type === 'number') option.argParser(wholeNumber);
  command.addOption(option);
  return { capture, field, key: option.attributeName() };
}
