/** What can be done with the timeline from keyboard and palette: zoom in, zoom out, the whole session. */
import { useCommands } from '../../app/commands.ts';
import { useWords } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import type { ReplayViewStore } from '../replay-view.ts';
import { visibleSpan, zoomAt } from './time-scale.ts';

const STEP = 1.6;

export function useTimelineCommands(playback: Playback, view: ReplayViewStore): void {
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
  useCommands([
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
