import { describe, expect, it } from 'vitest';
import type { FileConversion } from '../../shared/engine-api.ts';
import type { ConvertItem } from './convert-item.ts';
import { aboutWords, batchShare, batchWords, commonTargets, nextTarget, ratioWords, reportText } from './convert-words.ts';

const TARGETS = [
  { id: 'nevrcap', label: 'NEVR capture', extension: '.nevrcap' },
  { id: 'ndjson', label: 'Lines', extension: '.ndjson' },
];
const REPORT: FileConversion = {
  framesIn: 1200,
  framesOut: 1200,
  bytesIn: 10_000,
  bytesOut: 5200,
  warnings: [{ code: 'odd', count: 3, first: 'A line is odd.' }],
  name: 'a.nevrcap',
  download: null,
};

function item(part: Partial<ConvertItem> = {}): ConvertItem {
  return {
    key: 1,
    name: 'a.echoreplay',
    bytes: 1000,
    state: 'ready',
    about: { game: 'echovr', format: 'echoreplay', label: 'Echo VR replay', targets: TARGETS },
    to: 'nevrcap',
    step: '',
    bytesDone: 0,
    bytesTotal: 0,
    rate: null,
    left: null,
    report: null,
    message: null,
    ...part,
  };
}

describe('words of the Convert page', () => {
  it('say what a file is, and why it is refused', () => {
    expect(aboutWords(item())).toBe('Echo VR replay, 1.0\u00a0kB');
    expect(aboutWords(item({ about: { game: 'echovr', format: 'tape', label: 'NEVR tape', targets: TARGETS } }))).toBe(
      'Echo VR, NEVR tape, 1.0\u00a0kB',
    );
    expect(aboutWords(item({ about: null }))).toBe('1.0\u00a0kB');
    expect(aboutWords(item({ state: 'refused', message: 'This is an empty file.' }))).toBe('This is an empty file.');
  });

  it('count a batch', () => {
    expect(batchWords([])).toBe('');
    expect(batchWords([item(), item({ state: 'sending' }), item({ state: 'converting' }), item({ state: 'failed' })])).toBe(
      '1 ready, 2 running, 1 failed',
    );
  });

  it('measure the share of what was started, by bytes', () => {
    expect(batchShare([item(), item({ state: 'done' })])).toBeNull();
    const half = item({ state: 'converting', bytesDone: 1, bytesTotal: 2 });
    expect(batchShare([item(), item({ state: 'refused' }), item({ state: 'done' }), half])).toBe(0.75);
    expect(batchShare([item({ state: 'waiting' }), item({ state: 'converting' })])).toBe(0);
  });

  it('compare sizes', () => {
    expect(ratioWords(REPORT)).toBe('52\u00a0% of the size');
    expect(ratioWords({ ...REPORT, bytesOut: 21_000 })).toBe('2.1 times the size');
    expect(ratioWords({ ...REPORT, bytesOut: 1 })).toBe('1\u00a0% of the size');
    expect(ratioWords({ ...REPORT, bytesIn: 0 })).toBe('–');
  });

  it('report in whole sentences', () => {
    expect(reportText(item({ state: 'done', report: REPORT }))).toBe(
      [
        'a.echoreplay to a.nevrcap',
        'Frames: 1,200 in, 1,200 out',
        'Bytes: 10,000 in, 5,200 out, 52\u00a0% of the size',
        'Warning: A line is odd. (3 times)',
      ].join('\n'),
    );
  });
});

describe('targets', () => {
  it('of a batch are those that some file can still get', () => {
    const other = item({ about: { game: 'arma3', format: 'ocap-v1', label: 'OCAP recording', targets: TARGETS.slice(1) }, to: 'ndjson' });
    expect(commonTargets([item(), other, item({ state: 'done' })])).toEqual([
      { id: 'nevrcap', extension: '.nevrcap', files: 1 },
      { id: 'ndjson', extension: '.ndjson', files: 2 },
    ]);
  });

  it('follow each other in a circle', () => {
    expect(nextTarget(item(), 1)).toBe('ndjson');
    expect(nextTarget(item({ to: 'ndjson' }), 1)).toBe('nevrcap');
    expect(nextTarget(item(), -1)).toBe('ndjson');
    expect(nextTarget(item({ about: null, to: '' }), 1)).toBe('');
  });
});
