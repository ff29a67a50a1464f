/** What can be done with the timeline from keyboard and palette: zoom in, zoom out, the whole session, from chapter to chapter. */
import { useCommands } from '../../app/commands.ts';
import { useWords } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import type { ReplayViewStore } from '../replay-view.ts';
import type { Chapter } from './chapters.ts';
import { visibleSpan, zoomAt } from './time-scale.ts';

const STEP = 1.6;
/** Whoever has only just begun a chapter wants the one before it, ms. */
const BEGUN_MS = 1_000;

export function useTimelineCommands(playback: Playback, view: ReplayViewStore, chapters: readonly Chapter[]): void {
  const says = useWords().timeline.commands;
  const zoom = (factor: number): void => {
    const { durationMs } = playback.session.info;
    const state = view.getState();
    const span = visibleSpan(state.zoom, durationMs);
    const { t } = playback.clock;
    // Around the playhead where it can be seen, else around the middle.
    const at = t >= span.from && t <= span.to ? t : (span.from + span.to) / 2;
    state.setZoom(zoomAt(span, at, factor, durationMs));
  };
  const goTo = (chapter: Chapter | undefined): void => {
    if (chapter !== undefined) playback.clock.seek(chapter.from);
  };
  const after = (): Chapter | undefined => chapters.find(({ from }) => from > playback.clock.t);
  const before = (): Chapter | undefined => chapters.findLast(({ from }) => from < playback.clock.t - BEGUN_MS);
  const when = (): boolean => chapters.length > 0;
  useCommands([
    { id: 'timeline.chapterAfter', title: says.chapterAfter, icon: 'skip-forward', keys: 'Shift+PageDown', run: () => goTo(after()), when },
    {
      id: 'timeline.chapterBefore',
      title: says.chapterBefore,
      icon: 'skip-back',
      keys: 'Shift+PageUp',
      run: () => goTo(before() ?? chapters[0]),
      when,
    },
    {
      id: 'timeline.zoomIn',
      title: says.zoomIn,
      icon: 'plus',
      keys: ['Equal', 'Shift+Equal', 'NumpadAdd'],
      run: () => zoom(1 / STEP),
    },
    { id: 'timeline.zoomOut', title: says.zoomOut, icon: 'minus', keys: ['Minus', 'NumpadSubtract'], run: () => zoom(STEP) },
    { id: 'timeline.whole', title: says.whole, icon: 'maximize-2', keys: '0', run: () => view.getState().setZoom(null) },
  ]);
}
