import { describe, expect, it } from 'vitest';
import { PROFILES } from '../../shared/games/profiles.ts';
import { hasIcon } from './icon.tsx';

describe('icons', () => {
  it.each(Object.values(PROFILES).map((profile) => [profile.name, profile] as const))('has every icon that %s names', (_name, profile) => {
    const named = [
      profile.icon,
      ...Object.values(profile.events).map(({ icon }) => icon),
      ...Object.values(profile.nativeEvents).map(({ icon }) => icon),
    ];
    expect(named.filter((icon) => !hasIcon(icon))).toEqual([]);
  });
});
