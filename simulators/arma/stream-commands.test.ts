/** The simulated command stream says what happens, and nothing twice. */
import { describe, expect, test } from 'vitest';
import type { Truth } from './operation.ts';
import { streamCommands, type StreamOptions } from './stream-commands.ts';

type Command = [name: string, args: string[]];

async function simulate(options: StreamOptions): Promise<{ text: string; commands: Command[]; truth: Truth[]; share: number }> {
  const truth: Truth[] = [];
  const report = { lines: 0, states: 0, changed: 0 };
  let text = '';
  for await (const lines of streamCommands(options, (happened) => truth.push(happened), report)) text += new TextDecoder().decode(lines);
  const lines = text.trimEnd().split('\n');
  expect(report.lines).toBe(lines.length);
  const commands = options.quotes === 'sqf' ? [] : lines.map((line) => JSON.parse(line) as Command);
  return { text, commands, truth, share: report.changed / report.states };
}

describe('an operation as commands', () => {
  test('is the same for the same seed, at any speed', async () => {
    const [a, b, c] = [
      await simulate({ minutes: 1, seed: 4 }),
      await simulate({ minutes: 1, seed: 4, speed: 2000 }),
      await simulate({ minutes: 1, seed: 5 }),
    ];
    expect(a.text).toBe(b.text);
    expect(a.text).not.toBe(c.text);
  });

  test('tells everything of the truth, and only states that changed', async () => {
    const { commands, truth, share } = await simulate({});
    const said = (name: string): Command[] => commands.filter(([one]) => one === name);
    const happened = (...what: Truth['what'][]): number => truth.filter((one) => what.includes(one.what)).length;
    expect(said(':EVENT:KILL:')).toHaveLength(happened('kill', 'destroy'));
    const bullets = said(':EVENT:PROJECTILE:').filter(([, args]) => args[17] === '"shotBullet"');
    expect(bullets).toHaveLength(happened('shot'));
    expect(bullets.filter(([, args]) => args[16] !== '[]')).toHaveLength(happened('hit'));
    expect(said(':ACE3:UNCONSCIOUS:')).toHaveLength(happened('down', 'revive'));
    expect(said(':SOLDIER:DELETE:')).toHaveLength(happened('leave'));
    expect(said(':EVENT:CHAT:').length).toBeGreaterThan(3);
    expect(said(':TELEMETRY:FRAME:')).toHaveLength(60);
    expect(new Set(said(':MARKER:CREATE:').map(([, args]) => args[11]))).toEqual(
      new Set(['"ICON"', '"ELLIPSE"', '"RECTANGLE"', '"POLYLINE"']),
    );
    expect(said(':MARKER:DELETE:').length).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.5);
    const states = new Map<string, string>();
    for (const [, args] of said(':SOLDIER:STATE:')) {
      const [id = '', ...rest] = args;
      const state = rest.toSpliced(7, 1).join();
      expect(states.get(id)).not.toBe(state);
      states.set(id, state);
    }
    expect(commands[0]?.[0]).toBe(':SYS:INIT:');
    expect(commands.at(-1)?.[0]).toBe(':MISSION:SAVE:');
  });

  test('the names of February 2026', async () => {
    const { commands } = await simulate({ minutes: 2, names: 'seed' });
    const names = new Set(commands.map(([name]) => name));
    expect([...names].filter((name) => /:(SYS|CREATE|TELEMETRY|DELETE:$)/.test(name) && name !== ':DELETE:MARKER:')).toEqual([]);
    expect(names).toContain(':NEW:SOLDIER:STATE:');
    expect(commands.filter(([name]) => name === ':NEW:VEHICLE:').every(([, args]) => args.length === 6)).toBe(true);
  });

  test('stops when it is told to', async () => {
    const stop = new AbortController();
    const stream = streamCommands({ minutes: 1, signal: stop.signal });
    await stream.next();
    stop.abort();
    await expect(stream.next()).rejects.toThrow('aborted');
  });

  test.each([0.05, 1])('bulk: %d of all states differ', async (changeRate) => {
    const { share, commands } = await simulate({ changeRate, minutes: 20, units: 8 });
    expect(share).toBeCloseTo(changeRate, 2);
    expect(commands.filter(([name]) => name === ':SOLDIER:CREATE:')).toHaveLength(8);
  });
});
