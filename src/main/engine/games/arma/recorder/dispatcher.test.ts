/** The recorder as the game sees it: answers, callbacks, order of things, and what hostile commands do to it (nothing). */
import { describe, expect, test } from 'vitest';
import { drive, line, missionArgs } from './drive.ts';

const QUEUED = '["ok","queued"]';
const START = line('json', ':NEW:MISSION:', ...missionArgs());
const SOLDIER = line('json', ':NEW:SOLDIER:', 1, 0, 'Ann', 'Alpha', '<WEST>', 1, 'Medic@Alpha', 'B_medic_F', 'Medic', '7656', '[]');
const STATE = line('json', ':NEW:SOLDIER:STATE:', 0, [1, 2, 3], 90, 1, 0, 'Ann', 1, 'Medic', 2);

describe('lifecycle', () => {
  test('the addon of February 2026', async () => {
    const game = drive({ version: ['1.2.3', 'abc', '2026-02-16'] });
    await game.say(
      '[":INIT:",[]]',
      '[":VERSION:",[]]',
      '[":ADDON:VERSION:",["\\"2.1\\""]]',
      '[":GETDIR:ARMA:",[]]',
      '[":INIT:STORAGE:",[]]',
    );
    expect(game.answers).toEqual(['["ok"]', '["ok",["1.2.3","abc","2026-02-16"]]', '["ok"]', '["ok",""]', '["ok"]']);
    await game.say(START, SOLDIER, STATE, '[":SAVE:MISSION:",[]]');
    expect(game.answers.slice(5)).toEqual([QUEUED, '["ok"]', QUEUED, '["ok"]']);
    expect(game.callbacks).toEqual([
      [':EXT:READY:', '[]'],
      [':VERSION:', '["1.2.3"]'],
      [':STORAGE:OK:', '["memory"]'],
      [':MISSION:OK:', '["OK"]'],
    ]);
    const [sink] = game.sessions;
    expect(sink?.head).toMatchObject({
      title: 'Test "one"',
      world: 'stratis',
      worldSize: 8192,
      framePeriodMs: 500,
      format: 'ocap-commands',
    });
    expect(sink?.head.data).toMatchObject({ addonVersion: '2.1', tags: 'TvT', endFrame: 1, captureDelay: 0.5, serverName: 'srv' });
    expect(sink?.isPartial).toBe(false);
  });

  test('the addon since then', async () => {
    const game = drive({});
    await game.say(
      '[":SYS:INIT:",[]]',
      '[":STORAGE:INIT:",[]]',
      '[":SYS:TIMESTAMP:",[]]',
      line('sqf', ':MISSION:START:', ...missionArgs()),
    );
    await game.say('[":MISSION:FOCUS_START:",["3"]]', '[":MISSION:FOCUS_END:",["5"]]', '[":MISSION:SAVE:",[]]');
    expect(game.callbacks.map(([name]) => name)).toEqual([
      ':SYS:READY:',
      ':SYS:VERSION:',
      ':STORAGE:OK:',
      ':MISSION:OK:',
      ':MISSION:SAVED:',
    ]);
    expect(game.callbacks.at(-1)?.[1]).toBe('["ok","the library"]');
    expect(game.answers[2]).toMatch(/^\["ok","\d{19}"\]$/);
    expect(game.sessions[0]?.head.data).toMatchObject({ focusStart: 2, focusEnd: 4 });
  });

  test('several missions, the second without the end of the first', async () => {
    const game = drive();
    await game.say(START, SOLDIER, STATE, START, SOLDIER, '[":SAVE:MISSION:",[]]', STATE, START);
    await game.dispatcher.close();
    expect(game.sessions.map(({ isPartial }) => isPartial)).toEqual([true, false, true]);
    expect(game.sessions.map(({ entities }) => entities.length)).toEqual([2, 2, 1]);
    expect(game.answers[6]).toBe('["error","no mission is being recorded"]');
  });

  test('storage that cannot be had is told to the game, in letters that it can read', async () => {
    const game = drive({ storage: () => Promise.reject(new Error('no "room" [here]')) });
    await game.say('[":INIT:STORAGE:",[]]');
    expect(game.callbacks).toEqual([[':STORAGE:ERROR:', '["no ""room"" (here)"]']]);
    await game.say(START);
    expect(game.sessions).toEqual([]);
  });

  test('a mission that lacks something says what', async () => {
    const game = drive();
    await game.say(
      line('json', ':NEW:MISSION:', ...missionArgs({ serverName: undefined })),
      line('json', ':NEW:MISSION:', ...missionArgs({ captureDelay: 0 })),
      line('json', ':NEW:MISSION:', 'x', '{}'),
      line('json', ':NEW:MISSION:'),
    );
    expect(game.answers).toEqual([
      '["error","the mission has no sound servername"]',
      '["error","a frame every 0 s cannot be"]',
      '["error","argument 0 is no JSON"]',
      '["error","2 arguments are needed and 0 came"]',
    ]);
  });
});

describe('buffers', () => {
  test('before the storage is open, what is buffered waits and the rest is refused; more than the buffer holds is dropped', async () => {
    const game = drive({});
    const time = line('json', ':NEW:TIME:STATE:', 10, '2026-03-07T18:00:09.123', '2035-06-24T12:00:00', 1, 14);
    await game.say(...Array.from({ length: 101 }, () => time), SOLDIER);
    expect(game.answers.slice(99)).toEqual([
      QUEUED,
      '["error","queue full: :NEW:TIME:STATE:"]',
      '["error","no mission is being recorded"]',
    ]);
    expect(game.dispatcher.counts.get(':NEW:TIME:STATE:')).toEqual({ queued: 100, processed: 0, dropped: 1, failed: 0 });
  });

  test('a mission waits for the storage; a second one waits for the first', async () => {
    const game = drive({});
    const chat = line('json', ':CHAT:', 3, -1, 1, '', 'Bob', 'hello', '');
    await game.say(START, chat);
    expect(game.sessions).toHaveLength(0);
    // Its own source would stand still; the storage is opened by another.
    const second = game.say(START);
    await game.say('[":INIT:STORAGE:",[]]');
    await second;
    expect(game.sessions).toHaveLength(2);
    expect(game.sessions[0]?.events.map(({ type }) => type)).toEqual(['chat']);
    expect(game.dispatcher.counts.get(':CHAT:')).toEqual({ queued: 1, processed: 1, dropped: 0, failed: 0 });
  });
});

describe('hostile commands are answered with an error each, and the stream goes on', () => {
  const of = (name: string, ...args: readonly unknown[]): string => line('json', name, ...args);
  test.each([
    ['unknown', '[":NO:SUCH:",[]]', 'no handler registered for :NO:SUCH:'],
    ['a name of objects', '["constructor",[]]', 'no handler registered for constructor'],
    ['no JSON', '{"type":1}', 'this is no command'],
    ['nothing', '', 'the line is empty'],
    ['too few', of(':NEW:SOLDIER:STATE:', 0, [1, 2, 3]), '9 arguments are needed and 2 came'],
    ['id beyond', of(':NEW:SOLDIER:', 1, 70_000, 'x', 'y', 'WEST', 1), 'argument 1 is no id'],
    ['id below', of(':NEW:SOLDIER:', 1, -3, 'x', 'y', 'WEST', 1), 'argument 1 is no id'],
    ['id of nobody', of(':NEW:SOLDIER:STATE:', 9, [1, 2, 3], 0, 1, 0, '', 1, '', 2), 'too early for state association'],
    ['a vehicle that is a soldier', of(':NEW:VEHICLE:', 1, 0, 'car', 'x', 'y', '[]'), 'entity 0 is a unit'],
    ['a state of a vehicle that is a soldier', of(':NEW:VEHICLE:STATE:', 0, [1, 2, 3], 0, 1, [], 3), 'entity 0 is a unit'],
    ['a frame far away', of(':FPS:', 40_000_000, 30, 20), 'far beyond the last one'],
    ['a frame below 0', of(':FPS:', -5, 30, 20), 'a frame below 0'],
    ['a frame before', of(':NEW:SOLDIER:STATE:', 0, [1, 2, 3], 0, 1, 0, '', 1, '', 1), 'comes after a later one'],
    ['not a number', of(':FPS:', 1, 'nan', 20), 'argument 1 is no number'],
    ['infinite', of(':NEW:SOLDIER:STATE:', 0, '<[1e999,2,3]>', 0, 1, 0, '', 1, '', 3), 'no position'],
    ['a life that is none', of(':NEW:SOLDIER:STATE:', 0, [1, 2, 3], 0, 7, 0, 'z', 1, '', 3), 'no life state'],
    [
      'a huge crew',
      of(
        ':NEW:VEHICLE:STATE:',
        1,
        [1, 2, 3],
        0,
        1,
        Array.from({ length: 5000 }, (_, i) => i),
        3,
      ),
      'a crew of 5000',
    ],
    ['a crew of words', of(':NEW:VEHICLE:STATE:', 1, [1, 2, 3], 0, 1, ['a'], 3), 'lists what is no id'],
    [
      'a huge line',
      of(
        ':NEW:MARKER:',
        'm',
        0,
        'x',
        '',
        1,
        -1,
        -1,
        '#FFFFFF',
        [1, 1],
        -1,
        Array.from({ length: 30_000 }, () => [1, 2]),
        'POLYLINE',
      ),
      'a line of 30000',
    ],
    ['a huge list', `[":KILL:",[${'1,'.repeat(100_000)}1]]`, 'more than 64 arguments'],
    ['nested', `[":KILL:",["1","0","0","${'['.repeat(100_000)}","5"]]`, 'nested more than 64 deep'],
    ['a long name', of(':NEW:SOLDIER:', 1, 5, 'x'.repeat(100_000), 'y', 'WEST', 1), 'longer than 1024 letters'],
    ['nested quotes', `[":CHAT:",["1","-1","1","${'\\"'.repeat(1000)}\\\\","a"]]`, '6 arguments are needed'],
    ['no such channel', of(':CHAT:', 1, -1, 17, '', 'x', 'y', ''), 'there is no channel 17'],
    ['a sender that is nobody', of(':CHAT:', 1, 44, 1, '', 'x', 'y', ''), 'there is no entity 44'],
    ['a marker that is none', of(':DELETE:MARKER:', 'nope', 4), 'there is no marker nope'],
    ['a corner that is none', of(':NEW:MARKER:', 'm', 0, 'x', '', 1, -1, -1, '#FFFFFF', [1, 1], -1, [[1, 2], ['a']], 'POLYLINE'), 'corner'],
    ['telemetry of two sides', of(':TELEMETRY:', 1, [1, 2], [[], []], [], [], [], []), 'does not count four sides'],
    ['extra that is no JSON', of(':EVENT:', 1, 'x', 'y', '{'), 'argument 3 is no JSON'],
  ])('%s', async (_what, hostile, why) => {
    const game = drive();
    const vehicle = of(':NEW:VEHICLE:', 1, 1, 'car', 'Offroad', 'C_Offroad', '[]');
    await game.say(START, SOLDIER, vehicle, STATE, hostile, STATE);
    expect(game.answers).toHaveLength(6);
    expect(game.answers[4]).toMatch(/^\["error","/);
    expect(game.answers[4]).toContain(why);
    expect(game.answers[5]).toBe(QUEUED);
    expect(game.sessions[0]?.entities).toHaveLength(3);
  });

  test('a line of 100 MB', async () => {
    const game = drive();
    await game.say(START, SOLDIER);
    const piece = Buffer.alloc(2 ** 20, 0x31);
    await game.push(Buffer.from('[":CHAT:",["'));
    for (let i = 0; i < 100; i++) await game.push(piece);
    await game.push(Buffer.from('"]]\n'));
    await game.say(STATE);
    expect(game.answers.slice(2)).toEqual(['["error","the line is too long"]', QUEUED]);
  });

  test('any command with any arguments', async () => {
    const { COMMANDS } = await import('./command-table.ts');
    const values = ['', '1', '-1', '70000', '1e300', '"x"', '[1,2,3]', '[[1,2],[3,4]]', '[]', 'true', '{}', '[[[[', '"', '\\', 'WEST'];
    const game = drive();
    await game.say(START, SOLDIER, STATE);
    let said = 3;
    let state = 1;
    const pick = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (const name of COMMANDS.keys()) {
      for (let round = 0; round < 60; round++, said++) {
        const args = Array.from({ length: pick(22) }, () => values[pick(values.length)]);
        await game.say(JSON.stringify([name, args]));
      }
    }
    await game.say(SOLDIER);
    expect(game.answers).toHaveLength(said + 1);
    expect(game.answers.at(-1)).toMatch(/^\["ok"\]|entity 0|far beyond/);
  });
});
