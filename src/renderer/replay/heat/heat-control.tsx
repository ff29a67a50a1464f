/** The heatmap at the stage's corners: its button and command, the panel, and what hands its picture to the stage. */
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { go } from '../../app/app-store.ts';
import { useCommands } from '../../app/commands.ts';
import { useEngine } from '../../engine/engine-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import type { ReplayViewStore } from '../replay-view.ts';
import type { Stage } from '../stage/stage.ts';
import { HeatPanel } from './heat-panel.tsx';
import { Heatmap } from './heatmap.ts';
import { saveBlob } from './save-blob.ts';
import styles from './heat.module.css';

const openAt = (sessionId: string, t: number): void => go({ place: 'replay', sessionId, moment: { t, follow: null } });

export function useHeatmap(playback: Playback, view: ReplayViewStore): Heatmap {
  const client = useEngine();
  const heatmap = useMemo(() => new Heatmap(playback, client, view, openAt), [client, playback, view]);
  useEffect(() => heatmap.follow(), [heatmap]);
  return heatmap;
}

/** Keeps the stage's picture that of the heatmap. */
export function useHeatPicture(stage: Stage | null, heatmap: Heatmap, view: ReplayViewStore): void {
  useEffect(() => {
    if (stage === null) return undefined;
    const tell = (): void => {
      const { answer, scale, isDifference } = heatmap.store.getState();
      const { shown, shape, look, opacity } = view.getState().heat;
      stage.setHeat(shown && answer !== null && scale !== null ? { answer, scale, isDifference, shape, look, opacity } : null);
    };
    tell();
    stage.onHeatDot((index) => heatmap.goToDot(index));
    const stops = [
      heatmap.store.subscribe((now, before) => {
        if (now.answer !== before.answer || now.scale !== before.scale) tell();
      }),
      view.subscribe((now, before) => {
        if (now.heat !== before.heat) tell();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      stage.setHeat(null);
    };
  }, [stage, heatmap, view]);
}

export interface HeatControlProps {
  readonly playback: Playback;
  readonly view: ReplayViewStore;
}

export function HeatButton({ playback, view }: HeatControlProps) {
  const shown = useStore(view, ({ heat }) => heat.shown);
  const panel = useStore(view, ({ heat }) => heat.panel);
  const says = useWords().heat;
  const toggle = (): void => view.getState().setHeat({ shown: !shown, panel: !shown });
  useCommands([{ id: 'heatmap.toggle', title: says.commands.toggle, icon: 'flame', keys: 't', run: toggle }]);
  if (playback.session.profile.heat.length === 0) return null;
  return (
    <Button
      kind="plain"
      size="small"
      icon="flame"
      aria-label={says.title}
      title={says.button}
      aria-pressed={shown}
      onClick={() => (shown && !panel ? view.getState().setHeat({ panel: true }) : toggle())}
    >
      <span className={styles.word}>{says.title}</span>
    </Button>
  );
}

/** What lies over the stage while the heatmap is shown. */
export function HeatOverlay({ playback, view, heatmap, stage }: HeatControlProps & { readonly heatmap: Heatmap; readonly stage: Stage }) {
  const shown = useStore(view, ({ heat }) => heat.shown);
  const panel = useStore(view, ({ heat }) => heat.panel);
  const says = useWords().heat;
  const save = (): void => {
    const name = `${playback.session.info.title} ${heatmap.store.getState().kind?.label ?? says.fileName}.png`;
    void stage.heatImage().then((image) => (image === null ? undefined : saveBlob(image, name)));
  };
  const section = useRef<HTMLElement>(null);
  const wanted = useRef(false);
  useEffect(() => {
    if (panel && wanted.current) section.current?.querySelector('select')?.focus();
    wanted.current = false;
  }, [panel]);
  useCommands([
    {
      id: 'heatmap.panel',
      title: says.commands.change,
      icon: 'flame',
      keys: 'Shift+t',
      run: () => {
        wanted.current = !panel;
        if (panel) section.current?.querySelector('select')?.focus();
        else view.getState().setHeat({ shown: true, panel: true });
      },
    },
    {
      id: 'heatmap.export',
      title: says.commands.export,
      icon: 'download',
      run: save,
      when: () => heatmap.store.getState().answer !== null && shown,
    },
  ]);
  if (!shown) return null;
  return panel ? <HeatPanel section={section} heatmap={heatmap} playback={playback} view={view} onExport={save} /> : null;
}
