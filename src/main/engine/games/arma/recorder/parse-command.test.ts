/** Lines of the stream, in every spelling, and lines that are none. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadCommand, unquoted } from './arguments.ts';
import { line } from './drive.ts';
import { CommandParser } from './parse-command.ts';
import { parseValue } from './sqf.ts';

function parse(text: string): { name: string; raw: string[]; texts: string[] } {
  const parser = new CommandParser();
  const bytes = Buffer.from(text);
  const name = parser.parse(bytes, 0, bytes.length);
  const all = Array.from({ length: parser.args.count }, (_, i) => i);
  return { name, raw: all.map((i) => parser.args.raw(i)), texts: all.map((i) => parser.args.text(i)) };
}

function argsOf(text: string): CommandParser['args'] {
  const parser = new CommandParser();
  const bytes = Buffer.from(text);
  parser.parse(bytes, 0, bytes.length);
  return parser.args;
}

describe('spellings', () => {
  test.each(['json', 'sqf'] as const)('%s quotes: the rule of the game for every argument', (quotes) => {
    const { name, texts } = parse(line(quotes, ':CHAT:', 1, -1, 'say ""hi"" \\o/', '', [1, ['a "b"']], true, '<WEST>', 'Ä€😀'));
    expect(name).toBe(':CHAT:');
    expect(texts).toEqual(['1', '-1', 'say ""hi"" \\o/', '', '[1,["a "b""]]', 'true', 'WEST', 'Ä€😀']);
  });

  test('bare values, spaces, no arguments, a carriage return', () => {
    expect(parse(' [ ":FPS:" , [ 0 , 35.5, [1, "a,]b"], true ] ]\r').raw).toEqual(['0', '35.5', '[1, "a,]b"]', 'true']);
    expect(parse('[":INIT:"]').raw).toEqual([]);
    expect(parse('[":INIT:",[]]').raw).toEqual([]);
    expect(parse('[":LOG:|hello",[""]]')).toEqual({ name: ':LOG:|hello', raw: [''], texts: [''] });
  });

  test('lines of the game log', () => {
    const printed =
      '18:00:09 "[OCAP] [EXT] >> Calling extension \'ocap_recorder\' with command=:KILL:, args=[63,2,0,["""",""MX"",""6.5 mm""],188]"';
    const { name, raw } = parse(printed);
    expect(name).toBe(':KILL:');
    expect(raw).toEqual(['63', '2', '0', '["","MX","6.5 mm"]', '188']);
    expect(parse('2026/03/07, 18:00:09 [":FPS:",["0","35"]]')).toMatchObject({ name: ':FPS:', raw: ['0', '35'] });
  });

  test('paths of the game have backslashes that JSON does not know', () => {
    expect(parse('[":PROJECTILE:",["""\\A3\\ui\\x.paa""","""C:\\temp\\"""]]').texts).toEqual(['\\A3\\ui\\x.paa', 'C:\\temp\\']);
  });

  test.each([
    ['', 'the line is empty'],
    ['hello', 'this is no command'],
    ['[]', 'a command begins with its name'],
    ['[1,[2]]', 'a command begins with its name'],
    ['[":A:",[1]', 'the command does not end where its list does'],
    ['[":A:",[1]]]', 'something follows the command'],
    ['[":A:",1]', 'the arguments are no list'],
    ['[":A:",["a]]', 'a text does not end'],
    ['[":A:",[1"2"]]', 'a quote stands where none can be'],
    [`[":A:",[${'['.repeat(100)}${']'.repeat(100)}]]`, 'lists are nested more than 64 deep'],
    [`[":A:",[${'1,'.repeat(100)}1]]`, 'more than 64 arguments'],
    [`["${'x'.repeat(200)}",[]]`, 'the name of the command is missing or too long'],
  ])('%s is refused', (text, why) => {
    expect(() => parse(text)).toThrow(why);
  });

  test('any texts come back, in both spellings', () => {
    // The game has no control characters in its texts.
    const text = fc.string({ unit: 'grapheme' }).map((one) => one.replace(/\p{Cc}/gu, ''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), fc.constantFrom('json' as const, 'sqf' as const), (texts, quotes) => {
        const expected = texts.map((one) => unquoted(`"${one.replaceAll('"', '""')}"`));
        expect(parse(line(quotes, ':A:', ...texts.map((one) => (/^<.*>$/.test(one) ? 'x' : one)))).texts).toEqual(
          expected.map((one, i) => (/^<.*>$/.test(texts[i] ?? '') ? 'x' : one)),
        );
      }),
    );
  });

  test('any bytes end in a command or in one sentence', () => {
    const piece = fc.oneof(fc.constantFrom('[', ']', '"', '""', ',', '\\', '\\"', ':A:', '1', ' ', '{', '}'), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        let failure: unknown = null;
        try {
          parse(pieces.join(''));
        } catch (error) {
          failure = error;
        }
        expect(failure === null || failure instanceof BadCommand).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('arguments', () => {
  test('frames are cut, ids are whole and in range', () => {
    const args = argsOf('[":A:",["21.00","32.7","-1","70000","1.5","1e+03","x",""]]');
    expect(args.frame(0)).toBe(21);
    expect(args.frame(1)).toBe(32);
    expect(() => args.frame(2)).toThrow('a frame below 0');
    expect(args.id(0)).toBe(21);
    expect(args.idOrNone(2)).toBe(-1);
    for (const i of [2, 3, 4]) expect(() => args.id(i)).toThrow('no id');
    expect(args.number(5)).toBe(1000);
    for (const i of [6, 7, 8]) expect(() => args.number(i)).toThrow(`argument ${i} is`);
  });

  test('every finite number is the one that JSON reads', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        fc.pre(!Object.is(value, -0));
        expect(argsOf(`[":A:",["${value}"]]`).number(0)).toBe(value);
        expect(argsOf(`[":A:",[${value}]]`).number(0)).toBe(value);
      }),
    );
  });

  test.each(['1', 't', 'T', 'TRUE', 'true', 'True'])('%s is true', (text) => expect(argsOf(`[":A:",["${text}"]]`).flag(0)).toBe(true));
  test.each(['0', 'f', 'F', 'FALSE', 'false', 'False'])('%s is false', (text) => expect(argsOf(`[":A:",["${text}"]]`).flag(0)).toBe(false));
  test('nothing else is either', () => expect(() => argsOf('[":A:",["yes"]]').flag(0)).toThrow('neither true nor false'));

  test.each([
    ['[1,2,3]', [1, 2, 3]],
    ['1,2,3', [1, 2, 3]],
    ['[1,2]', [1, 2, Number.NaN]],
    ['[ 1.5 , -2e+3 , 0 ]', [1.5, -2000, 0]],
    ['""1,2,3""', [1, 2, 3]],
  ])('a position %s', (text, expected) => {
    const into = new Float64Array(3);
    argsOf(`[":A:",["${text}"]]`).point(0, into);
    expect([...into]).toEqual(expected);
  });
  test.each(['', '[1]', '[1,2,3,4]', '[1,x]', '[1e999,2,3]', '[nan,1,2]', '[1,2'])('no position: %s', (text) => {
    expect(() => argsOf(`[":A:",["${text}"]]`).point(0, new Float64Array(3))).toThrow('no position');
  });

  test('a list is split before its quotes lose their doubling', () => {
    expect(argsOf(String.raw`[":A:",["[\"\",\"MX \"\"SD\"\"\",\"\"]"]]`).list(0)).toEqual(['', 'MX "SD"', '']);
    expect(argsOf(String.raw`[":A:",["\"[[\"\"Black\"\",1],[]]\""]]`).list(0)).toEqual([['Black', 1], []]);
  });

  test('values of the game', () => {
    expect(parseValue('[1,-2.5e+06,"a ""b""",true,WEST,[],<NULL-object>]')).toEqual([
      1,
      -2500000,
      'a "b"',
      true,
      'WEST',
      [],
      '<NULL-object>',
    ]);
    for (const bad of ['', '[', '[1,', '[1 2]', '"a', '[1]]', '['.repeat(65) + ']'.repeat(65)])
      expect(() => parseValue(bad)).toThrow(SyntaxError);
  });
});
