import { describe, expect, it } from 'vitest';
import { commandFor, keysLabel, registerCommands, commandRegistry, type Command } from './commands.ts';

function press(key: string, code: string, held: readonly string[] = []): KeyboardEvent {
  return { key, code, getModifierState: (name: string) => held.includes(name) } as unknown as KeyboardEvent;
}

const command = (id: string, keys: string | readonly string[], when?: () => boolean): Command => ({
  id,
  title: id,
  keys,
  run: () => undefined,
  ...(when === undefined ? {} : { when }),
});

describe('commands', () => {
  it('finds what a key means', () => {
    const commands = [command('palette', '$mod+k'), command('play', 'Space'), command('step', ['.', 'ArrowRight'])];
    expect(commandFor(press('k', 'KeyK', ['Control']), commands)?.id).toBe('palette');
    expect(commandFor(press(' ', 'Space'), commands)?.id).toBe('play');
    expect(commandFor(press('ArrowRight', 'ArrowRight'), commands)?.id).toBe('step');
    expect(commandFor(press('k', 'KeyK'), commands)).toBeUndefined();
  });

  it('passes over what cannot be done now', () => {
    const commands = [command('first', 'x', () => false), command('second', 'x')];
    expect(commandFor(press('x', 'KeyX'), commands)?.id).toBe('second');
  });

  it('lets what was registered last win, until it goes', () => {
    const stopFirst = registerCommands([command('first', 'q')]);
    const stopSecond = registerCommands([command('second', 'q')]);
    expect(commandFor(press('q', 'KeyQ'), commandRegistry.getState().commands)?.id).toBe('second');
    stopSecond();
    expect(commandFor(press('q', 'KeyQ'), commandRegistry.getState().commands)?.id).toBe('first');
    stopFirst();
    expect(commandRegistry.getState().commands).toEqual([]);
  });

  it('writes keys as they are printed', () => {
    expect(keysLabel('$mod+k')).toBe('Ctrl K');
    expect(keysLabel('Shift+?')).toBe('?');
    expect(keysLabel('Shift+Delete')).toBe('Shift Del');
    expect(keysLabel('BracketLeft')).toBe('[');
    expect(keysLabel('Control+Shift+Tab')).toBe('Ctrl Shift Tab');
  });
});
