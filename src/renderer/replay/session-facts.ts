/** What the status bar says about the open session: where it comes from, how finely it was recorded, and who is in it. */
import type { EntityKind } from '../../shared/session/model.ts';
import { formatCount, formatCountOf, formatDecimal } from '../ui/format.ts';
import { words } from '../words/words.ts';
import type { LoadedSession } from './playback/types.ts';

const COUNTED = ['player', 'ai', 'vehicle'] as const satisfies readonly EntityKind[];

/** "OCAP v1, 8,495 frames at 1 s" and "16 players, 440 AI, 51 vehicles". */
export function sessionFacts({ info, profile, entities }: LoadedSession): readonly string[] {
  const says = words().panels.facts;
  const who = COUNTED.flatMap((kind) => {
    const count = entities.filter((entity) => entity.id !== 0 && entity.kind === kind).length;
    const { label, plural } = profile.kinds[kind];
    return count === 0 ? [] : [formatCountOf(count, says.inSentence(label), says.inSentence(plural))];
  });
  const frames = says.at(formatCountOf(info.frames, says.frame, says.frames), period(info.durationMs / Math.max(1, info.frames - 1)));
  // What was told event by event has none.
  const recorded = info.frames === 0 ? formatName(info.format) : `${formatName(info.format)}, ${frames}`;
  return who.length === 0 ? [recorded] : [recorded, who.join(', ')];
}

/** Formats are named by their standard and its version ("ocap-v1"), or else by what their files end in. */
function formatName(id: string): string {
  const versioned = /^(.+)-(v\d+)$/.exec(id);
  return versioned === null ? `.${id}` : `${(versioned[1] ?? '').toUpperCase()} ${versioned[2]}`;
}

/** Mean time between frames: "1 s" for slow ones, "30 Hz" for fast ones. */
function period(ms: number): string {
  return ms >= 500 ? `${formatDecimal(ms / 1000, 1, 0)}\u00a0s` : `${formatCount(Math.round(1000 / Math.max(1, ms)))}\u00a0Hz`;
}
