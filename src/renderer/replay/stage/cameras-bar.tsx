/** The cameras at the stage's top left: the director, the modes that every replay has, the views of the game, and what a person saved. */
import { useState } from 'react';
import { useStore } from 'zustand';
import type { CameraPreset } from '../../../shared/games/profile.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useWords } from '../../words/words.ts';
import { ShotsPanel } from '../director/shots-panel.tsx';
import { useReplay } from '../replay-context.tsx';
import type { ReplayViewStore } from '../replay-view.ts';
import { ownPresets } from './own-presets.ts';
import type { Stage } from './stage.ts';
import styles from './stage.module.css';

const MODES = ['orbit', 'top', 'follow', 'free'] as const;

interface CamerasProps {
  readonly view: ReplayViewStore;
  readonly presets: readonly CameraPreset[];
  /** Null until there is a picture. */
  readonly stage: Stage | null;
}

export function Cameras({ view, presets, stage }: CamerasProps) {
  const { director, playback } = useReplay();
  const hasScore = playback.session.profile.score !== null;
  const { director: text, stage: says } = useWords();
  const { cameras } = says;
  const directs = useStore(director.store, ({ on }) => on);
  const [shots, setShots] = useState(false);
  const camera = useStore(view, (state) => state.camera);
  const preset = useStore(view, (state) => state.preset);
  const selected = useStore(view, (state) => state.selected);
  const own = ownPresets(presets);
  const choose = (mode: (typeof MODES)[number]): void => {
    if (mode === 'follow') view.getState().follow(camera !== 'follow');
    else view.getState().setCamera(mode);
  };
  const views: MenuItem[] = own.map(({ id, label, mode }) => ({
    id,
    label,
    disabled: (mode === 'eyes' || mode === 'shoulder') && selected === null,
    checked: camera === 'preset' && preset === id,
    run: () => view.getState().setCamera('preset', id),
  }));
  const modes: MenuItem[] = MODES.map((one) => ({
    id: one,
    label: cameras.modes[one],
    checked: camera === one,
    disabled: one === 'follow' && selected === null,
    run: () => choose(one),
  }));
  const mode = MODES.find((one) => one === camera);
  const chosenView = own.find(({ id }) => camera === 'preset' && id === preset)?.label;
  return (
    <div className={`${styles.bar} ${styles.cameras}`} role="toolbar" aria-label={cameras.name} data-score={hasScore || undefined}>
      <Button
        kind="plain"
        size="small"
        icon="clapperboard"
        aria-label={text.name}
        aria-pressed={directs}
        onClick={() => director.setOn(!directs)}
      >
        <span className={styles.word}>{text.name}</span>
      </Button>
      <div className={styles.wide}>
        {MODES.map((one) => (
          <Button
            key={one}
            kind="plain"
            size="small"
            aria-pressed={camera === one}
            disabled={one === 'follow' && selected === null}
            onClick={() => choose(one)}
          >
            {cameras.modes[one]}
          </Button>
        ))}
        {views.length > 0 && <Menu label={chosenView ?? cameras.views} name={cameras.view} items={views} kind="plain" />}
      </div>
      <div className={styles.narrow}>
        <Menu
          label={chosenView ?? (mode === undefined ? cameras.camera : cameras.modes[mode])}
          name={cameras.camera}
          items={[...modes, ...views]}
          kind="plain"
        />
      </div>
      <IconButton
        icon="camera"
        label={text.shots.name}
        kind="plain"
        size="small"
        aria-expanded={shots}
        onClick={() => setShots(!shots)}
        disabled={stage === null}
      />
      {shots && stage !== null && <ShotsPanel stage={stage} onClose={() => setShots(false)} />}
    </div>
  );
}
