/** What the Convert page says of a file, of a batch and of what came of a conversion. */
import type { FileConversion } from '../../shared/engine-api.ts';
import { gameName } from '../library/session-words.ts';
import { DASH, formatBytes, formatCount, formatCountOf, formatDecimal } from '../ui/format.ts';
import { engineText } from '../words/engine-words.ts';
import { words } from '../words/words.ts';
import { isEnded, isRunning, targetOf, type ConvertItem } from './convert-item.ts';

/** Second line of a row: what it is, or why it cannot be converted. */
export function aboutWords({ about, bytes, message }: ConvertItem): string {
  if (message !== null) return message;
  const size = formatBytes(bytes);
  if (about === null) return size;
  const game = gameName(about.game);
  const format = engineText(about.label);
  return `${about.label.startsWith(game) ? format : `${game}, ${format}`}, ${size}`;
}

/** "2 running, 9 waiting, 1 done"; parts that are none are left out. */
export function batchWords(items: readonly ConvertItem[]): string {
  const count = (is: (item: ConvertItem) => boolean): number => items.filter(is).length;
  const { states } = words().convert;
  const parts = [
    [count(({ state }) => state === 'looking'), states.looking],
    [count(({ state }) => state === 'ready'), states.ready],
    [count(({ state }) => state === 'sending' || state === 'converting'), states.running],
    [count(({ state }) => state === 'waiting'), states.waiting],
    [count(({ state }) => state === 'done'), states.done],
    [count(({ state }) => state === 'failed'), states.failed],
    [count(({ state }) => state === 'refused'), states.refused],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${formatCount(n)} ${word}`)
    .join(', ');
}

/** Share of the batch under way that is done, by bytes; null when nothing runs. */
export function batchShare(items: readonly ConvertItem[]): number | null {
  let total = 0;
  let done = 0;
  let running = false;
  for (const item of items) {
    if (!isRunning(item) && !isEnded(item)) continue;
    if (item.state === 'refused') continue;
    running ||= isRunning(item);
    total += item.bytes;
    if (isEnded(item)) done += item.bytes;
    else if (item.state === 'converting' && item.bytesTotal > 0) done += (item.bytesDone / item.bytesTotal) * item.bytes;
  }
  return running && total > 0 ? done / total : null;
}

/** "52 % of the size", "2.1 times the size". */
export function ratioWords({ bytesIn, bytesOut }: FileConversion): string {
  if (bytesIn === 0) return DASH;
  const ratio = bytesOut / bytesIn;
  if (ratio >= 1.95) return words().convert.times(formatDecimal(ratio, ratio < 9.95 ? 1 : 0));
  return words().convert.share(String(Math.max(1, Math.round(ratio * 100))));
}

/** One line of the report: a sentence, and how often. */
export function warningWords({ count, first }: FileConversion['warnings'][number]): string {
  return count === 1 ? first : words().convert.often(first, formatCount(count));
}

/** For the clipboard. */
export function reportText(item: ConvertItem): string {
  const { report } = item;
  const says = words().convert.report;
  if (report === null) return `${item.name}: ${aboutWords(item)}`;
  return [
    says.lineNames(item.name, report.name),
    says.lineFrames(formatCount(report.framesIn), formatCount(report.framesOut)),
    says.lineBytes(formatCount(report.bytesIn), formatCount(report.bytesOut), ratioWords(report)),
    ...report.warnings.map((warning) => says.lineWarning(warningWords(warning))),
  ].join('\n');
}

/** "2 warnings", one of each kind; "" for none. */
export function warningCount({ warnings }: FileConversion): string {
  const says = words().convert;
  return warnings.length === 0 ? '' : formatCountOf(warnings.length, says.warning, says.warnings);
}

/** Targets that files of the batch can still get, with how many could: for "all become". */
export function commonTargets(
  items: readonly ConvertItem[],
): readonly { readonly id: string; readonly extension: string; readonly files: number }[] {
  const found = new Map<string, { extension: string; files: number }>();
  for (const item of items) {
    if (item.state !== 'ready') continue;
    for (const { id, extension } of item.about?.targets ?? []) {
      const known = found.get(id);
      if (known === undefined) found.set(id, { extension, files: 1 });
      else known.files++;
    }
  }
  return [...found].map(([id, { extension, files }]) => ({ id, extension, files }));
}

/** The next of what it can become, in a circle. */
export function nextTarget(item: ConvertItem, step: 1 | -1): string {
  const targets = item.about?.targets ?? [];
  const at = targets.indexOf(targetOf(item) ?? { id: '', label: '', extension: '' });
  return targets[(at + step + targets.length) % targets.length]?.id ?? item.to;
}
