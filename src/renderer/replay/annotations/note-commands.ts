/** Bookmarks and comments from the keyboard: set here, go to the one before and after. */
import { useMemo } from 'react';
import type { AnnotationOf } from '../../../shared/annotations.ts';
import { useCommands } from '../../app/commands.ts';
import { useEngine } from '../../engine/engine-context.tsx';
import { exportSession, SHARED } from '../../library/export-session.ts';
import { formatClock } from '../../ui/format.ts';
import { useWords, words } from '../../words/words.ts';
import { useReplay, type Replay } from '../replay-context.tsx';

/** Going back leaves one that was just passed, ms. */
const JUST_PASSED = 700;

/** `placeAtPointer`: Session metres under the pointer, null while it is not over the ground. */
export function useNoteCommands(placeAtPointer: () => [number, number, number] | null): void {
  const replay = useReplay();
  const client = useEngine();
  const says = useWords().notes.commands;
  const act = useMemo(() => actions(replay), [replay]);
  const { playback } = replay;
  const { desk, store } = replay.annotations;
  const any = (): boolean => store.getState().bookmark.length + store.getState().comment.length > 0;
  useCommands([
    { id: 'notes.bookmark', title: says.bookmark, icon: 'bookmark', keys: 'b', run: act.bookmark },
    { id: 'notes.comment', title: says.comment, icon: 'message-square', keys: 'n', run: () => act.comment(placeAtPointer()) },
    {
      id: 'notes.draw',
      title: says.draw,
      icon: 'pencil',
      keys: 'd',
      run: () => desk.setState(({ tool }) => ({ tool: tool === null ? 'arrow' : null })),
    },
    {
      id: 'notes.share',
      title: says.share,
      icon: 'upload',
      run: () => void exportSession(client, playback.session.row, SHARED),
      when: () => !playback.clock.live,
    },
    { id: 'notes.before', title: says.before, icon: 'skip-back', keys: 'Shift+BracketLeft', run: () => act.step(-1), when: any },
    { id: 'notes.after', title: says.after, icon: 'skip-forward', keys: 'Shift+BracketRight', run: () => act.step(1), when: any },
  ]);
}

function actions({ playback, view, annotations }: Replay): {
  readonly bookmark: () => void;
  readonly comment: (pointed: [number, number, number] | null) => void;
  readonly step: (direction: 1 | -1) => void;
} {
  const { clock } = playback;
  return {
    bookmark: () => {
      const t = Math.floor(clock.t);
      const note: AnnotationOf<'bookmark'> = { id: crypto.randomUUID(), kind: 'bookmark', t, title: '', colour: 'sand' };
      annotations.desk.setState({ writing: { note, isNew: false } });
      void annotations.put([note], words().notes.said.bookmarked(formatClock(t, playback.session.info.durationMs)), true);
    },
    comment: (pointed) => {
      const { selected } = view.getState();
      const { state, session } = playback;
      const info = selected === null ? undefined : session.entities[selected];
      const isHere = info !== undefined && state.exists[info.id] === 1;
      const note: AnnotationOf<'comment'> = {
        id: crypto.randomUUID(),
        kind: 'comment',
        t: Math.floor(clock.t),
        text: '',
        place: isHere ? placeOf(state.position, info.id) : pointed,
        entity: info?.nativeId ?? null,
      };
      annotations.desk.setState({ writing: { note, isNew: true } });
    },
    step: (direction) => {
      const { bookmark, comment } = annotations.store.getState();
      const times = [...bookmark, ...comment].map(({ t }) => t).toSorted((a, b) => a - b);
      const at = clock.t;
      const next = direction === 1 ? times.find((t) => t > at) : times.findLast((t) => t < at - (clock.playing ? JUST_PASSED : 0));
      if (next !== undefined) clock.seek(next);
    },
  };
}

/** Null where the recording does not say. */
function placeOf(position: ArrayLike<number>, id: number): [number, number, number] | null {
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = [position[id * 3], position[id * 3 + 1], position[id * 3 + 2]];
  return Number.isFinite(x) && Number.isFinite(z) ? [x, Number.isFinite(y) ? y : 0, z] : null;
}
