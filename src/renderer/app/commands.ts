/**
 * Everything that can be done, in one registry: it feeds the palette, the help overlay and the keyboard. A view registers its commands while it is mounted;
 * what was registered last wins a key, so that a view may take one over.
 */
import { useEffect, useRef } from 'react';
import { matchKeybindingPress, parseKeybinding, type KeybindingPress } from 'tinykeys';
import { createStore } from 'zustand/vanilla';

export interface Command {
  /** "library.import"; the part before the dot groups it in palette and help. */
  readonly id: string;
  /** Verb and object, as on its button. */
  readonly title: string;
  /** Lucide icon name. */
  readonly icon?: string;
  /** tinykeys notation, one press each: "$mod+k", "Space", "Shift+?". All of them work, the first is shown. */
  readonly keys?: string | readonly string[];
  run(): void;
  /** Whether it can be done now; always when left out. */
  when?(): boolean;
}

interface Registry {
  readonly commands: readonly Command[];
}

export const commandRegistry = createStore<Registry>()(() => ({ commands: [] }));

/** Returns unregister. */
export function registerCommands(commands: readonly Command[]): () => void {
  commandRegistry.setState((state) => ({ commands: [...commands, ...state.commands] }));
  return () => commandRegistry.setState((state) => ({ commands: state.commands.filter((command) => !commands.includes(command)) }));
}

/** Registers while the component is mounted. `run` and `when` may close over changing state, titles may change; ids and keys may not. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  // A title may change with what it does; keys and run are looked up when they are needed.
  const named = commands.map(({ id, title }) => `${id}\t${title}`).join('\n');
  useEffect(() => {
    const now = (id: string): Command | undefined => latest.current.find((command) => command.id === id);
    return registerCommands(
      named.split('\n').flatMap((line) => {
        const [id = ''] = line.split('\t');
        const command = now(id);
        return command === undefined ? [] : [{ ...command, run: () => now(id)?.run(), when: () => now(id)?.when?.() ?? true }];
      }),
    );
  }, [named]);
}

export function keysOf(command: Command): readonly string[] {
  return command.keys === undefined ? [] : typeof command.keys === 'string' ? [command.keys] : command.keys;
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
  delete: 'Del',
  bracketleft: '[',
  bracketright: ']',
  comma: ',',
  period: '.',
  equal: '+',
  minus: '-',
};

/** "$mod+k" -> "Ctrl K"; Shift is left out where the sign itself needs it ("Shift+?" -> "?"). */
export function keysLabel(keys: string): string {
  const parts = keys.split('+').filter((part) => part !== '');
  return parts
    .filter((part, index) => !(part === 'Shift' && index < parts.length - 1 && /^[^a-z0-9]$/i.test(parts.at(-1) ?? '')))
    .map((part) => (part === '$mod' ? 'Ctrl' : part === 'Control' ? 'Ctrl' : part.replace(/^(Key|Digit)(?=.$)/, '')))
    .map((part) => KEY_NAMES[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

const presses = new Map<string, KeybindingPress | undefined>();

function pressOf(keys: string): KeybindingPress | undefined {
  if (!presses.has(keys)) presses.set(keys, parseKeybinding(keys)[0]);
  return presses.get(keys);
}

/** The command that a key press means here and now. */
export function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | undefined {
  return commands.find(
    (command) =>
      keysOf(command).some((keys) => {
        const press = pressOf(keys);
        return press !== undefined && matchKeybindingPress(event, press);
      }) && command.when?.() !== false,
  );
}

/** One listener for the window; returns its removal. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || belongsToTarget(event)) return;
    const command = commandFor(event, commandRegistry.getState().commands);
    if (command === undefined) return;
    event.preventDefault();
    command.run();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

/** Text fields keep what one types into them, buttons their Space and Enter, an open dialog or menu everything. */
function belongsToTarget(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return true;
  const chord = event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key);
  if (target.closest('input:not([type="range"], [type="checkbox"]), textarea, select, [contenteditable="true"]') !== null) return !chord;
  if (chord || (event.key !== ' ' && event.key !== 'Enter')) return false;
  return target.closest('button, a[href], summary, input, [role="button"], [role="checkbox"], [role="tab"]') !== null;
}
