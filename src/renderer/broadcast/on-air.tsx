/** What the open replay gives to those outside: overlays, a feed, clips; and their commands. */
import { useEffect, useState } from 'react';
import { useCommands } from '../app/commands.ts';
import { ClipDialog } from '../replay/clip/clip-dialog.tsx';
import { useReplay } from '../replay/replay-context.tsx';
import type { Stage } from '../replay/stage/stage.ts';
import { useWords } from '../words/words.ts';
import { useBroadcasts } from './broadcasts.ts';
import { cleanStore, setClean } from './clean.ts';
import { leadFeed } from './feed-leader.ts';
import { openFeed } from './open-feed.ts';
import { publishReplay } from './publisher.ts';

export function OnAir({ stage }: { readonly stage: Stage }) {
  const replay = useReplay();
  const broadcasts = useBroadcasts();
  const says = useWords().broadcast.commands;
  const [open, setOpen] = useState(false);
  useEffect(() => publishReplay({ ...replay, stage }, broadcasts), [replay, stage, broadcasts]);
  useEffect(() => leadFeed(replay, stage), [replay, stage]);
  useEffect(() => () => setClean(false), []);
  useCommands([
    { id: 'export.clip', title: says.clip, icon: 'clapperboard', keys: 'e', run: () => setOpen(true) },
    {
      id: 'stage.clean',
      title: says.clean,
      icon: 'maximize-2',
      keys: 'F11',
      run: () => setClean(!cleanStore.getState().clean),
    },
    { id: 'stage.unclean', title: says.clean, keys: 'Escape', run: () => setClean(false), when: () => cleanStore.getState().clean },
    { id: 'stage.feed', title: says.feedWindow, icon: 'monitor', run: () => openFeed(replay.playback.session.row.id) },
  ]);
  return <ClipDialog replay={replay} stage={stage} open={open} onClose={() => setOpen(false)} />;
}
