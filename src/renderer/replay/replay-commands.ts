/** What can be done in an open replay beside transport and timeline: cameras, minimap, following, choosing the next one of a team. */
import { useCommands } from '../app/commands.ts';
import { useWords } from '../words/words.ts';
import { rosterGroups } from './panels/roster-rows.ts';
import { firstTeams, teamsNow } from './panels/use-teams.ts';
import type { Replay } from './replay-context.tsx';
import { MAP_SIZES } from './stage/minimap-corner.ts';
import { ownPresets } from './stage/own-presets.ts';

export function useReplayCommands(replay: Replay): void {
  const { playback, view } = replay;
  const { director: text, stage } = useWords();
  const says = stage.commands;
  const act = (): ReturnType<typeof view.getState> => view.getState();
  const chosen = (): boolean => act().selected !== null;
  useCommands([
    { id: 'camera.orbit', title: says.orbit, icon: 'orbit', keys: '1', run: () => act().setCamera('orbit') },
    { id: 'camera.top', title: says.top, icon: 'map', keys: '2', run: () => act().setCamera('top') },
    {
      id: 'camera.follow',
      title: says.follow,
      icon: 'video',
      keys: ['f', '3'],
      run: () => act().follow(act().camera !== 'follow'),
      when: chosen,
    },
    { id: 'camera.free', title: says.free, icon: 'plane', keys: '4', run: () => act().setCamera('free') },
    ...ownPresets(playback.session.profile.cameras).map(({ id, label, mode }, i) => ({
      id: `camera.view.${id}`,
      title: label,
      icon: 'video',
      ...(i === 0 ? { keys: '5' } : {}),
      run: () => act().setCamera('preset', id),
      ...(mode === 'eyes' || mode === 'shoulder' ? { when: chosen } : {}),
    })),
    {
      id: 'stage.minimap',
      title: says.minimap,
      icon: 'map',
      keys: 'm',
      run: () => act().setLayers({ minimap: !act().layers.minimap }),
    },
    {
      id: 'stage.minimap.size',
      title: text.mapSize,
      icon: 'maximize-2',
      keys: 'Shift+m',
      run: () => act().setMapSize((act().mapSize + 1) % MAP_SIZES.length),
      when: () => act().layers.minimap,
    },
    {
      id: 'choose.next',
      title: says.next,
      icon: 'chevron-down',
      keys: 'Tab',
      run: () => chooseNext(replay, 1),
      when: stageHasFocus,
    },
    {
      id: 'choose.previous',
      title: says.before,
      icon: 'chevron-up',
      keys: 'Shift+Tab',
      run: () => chooseNext(replay, -1),
      when: stageHasFocus,
    },
    { id: 'choose.nobody', title: says.nobody, icon: 'x', keys: 'Escape', run: () => act().select(null), when: chosen },
  ]);
}

/** Elsewhere Tab goes on from control to control. */
function stageHasFocus(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.closest('[role="application"]') !== null;
}

/** Among those who are here now, in the order of the roster; whoever is first when nobody is chosen. */
function chooseNext({ playback, view }: Replay, step: 1 | -1): void {
  const state = view.getState();
  const { selected } = state;
  const { exists } = playback.state;
  const { profile, entities } = playback.session;
  const teams = rosterGroups(profile, entities, teamsNow(firstTeams(profile, entities), playback.state)).teams.map(({ groups }) =>
    groups.flatMap(({ members }) => members),
  );
  const team = teams.find((members) => selected !== null && members.includes(selected)) ?? teams[0] ?? [];
  const here = team.filter((id) => exists[id] === 1);
  const at = selected === null ? -1 : here.indexOf(selected);
  const next = here[(at + step + here.length) % Math.max(1, here.length)];
  if (next !== undefined) state.select(next);
}
