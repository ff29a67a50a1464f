/** Mounts the stage into the page, with what belongs to its corners: cameras, layers, minimap, scale. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { CameraPreset } from '../../../shared/games/profile.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import type { Playback } from '../playback/types.ts';
import type { LabelLayer, Layers, ReplayViewStore } from '../replay-view.ts';
import { metres } from './grid-reference.ts';
import { ownPresets } from './own-presets.ts';
import { NoWebGLError, Stage } from './stage.ts';
import styles from './stage.module.css';

const NO_WEBGL = 'No 3D picture: this computer offers no WebGL. Turn on hardware acceleration or update the graphics driver.';
const LOST = 'The graphics driver has restarted. The picture comes back by itself.';

export function StageView({ playback, view }: { readonly playback: Playback; readonly view: ReplayViewStore }) {
  const minimap = useRef<HTMLCanvasElement>(null);
  const rule = useRef<HTMLDivElement>(null);
  const length = useRef<HTMLSpanElement>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const map = useStore(view, ({ layers }) => layers.minimap);

  const picture = useCallback(
    (element: HTMLDivElement) => {
      let made: Stage;
      try {
        made = new Stage(element, playback, view);
      } catch (error) {
        if (!(error instanceof NoWebGLError)) throw error;
        setMessage(NO_WEBGL);
        return undefined;
      }
      made.onContext((lost) => setMessage(lost ? LOST : null));
      made.onScale((value, pixels) => {
        if (rule.current !== null) rule.current.style.width = `${pixels}px`;
        if (length.current !== null) length.current.textContent = `${metres(value)} at the target`;
      });
      setStage(made);
      return () => {
        setStage(null);
        made.dispose();
      };
    },
    [playback, view],
  );

  useEffect(() => {
    stage?.attachMinimap(map ? minimap.current : null);
  }, [stage, map]);

  return (
    <div className={styles.stage} data-theme="dark">
      <div
        ref={picture}
        className={styles.picture}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- while flying it takes keys
        tabIndex={0}
        role="application"
        aria-label="Stage: drag turns, right drag moves, wheel comes nearer"
      />
      {message !== null && (
        <p className={styles.message} role="alert">
          {message}
        </p>
      )}
      <Cameras view={view} presets={playback.session.profile.cameras} />
      <LayersMenu view={view} />
      {map && <MinimapFrame canvas={minimap} />}
      <div className={styles.scale}>
        <span ref={length} />
        <div ref={rule} className={styles.rule} />
      </div>
    </div>
  );
}

function MinimapFrame({ canvas }: { readonly canvas: RefObject<HTMLCanvasElement | null> }) {
  return (
    <div className={styles.minimap}>
      <canvas ref={canvas} role="img" aria-label="Map of the play; a click looks there" />
    </div>
  );
}

const MODES = [
  { mode: 'orbit', label: 'Orbit' },
  { mode: 'top', label: 'Top' },
  { mode: 'follow', label: 'Follow' },
  { mode: 'free', label: 'Free' },
] as const;

function Cameras({ view, presets }: { readonly view: ReplayViewStore; readonly presets: readonly CameraPreset[] }) {
  const camera = useStore(view, (state) => state.camera);
  const preset = useStore(view, (state) => state.preset);
  const selected = useStore(view, (state) => state.selected);
  const own = ownPresets(presets);
  const choose = (mode: (typeof MODES)[number]['mode']): void => {
    if (mode === 'follow') view.getState().follow(camera !== 'follow');
    else view.getState().setCamera(mode);
  };
  const views: MenuItem[] = own.map(({ id, label, mode }) => ({
    id,
    label,
    disabled: mode === 'eyes' && selected === null,
    checked: camera === 'preset' && preset === id,
    run: () => view.getState().setCamera('preset', id),
  }));
  const modes: MenuItem[] = MODES.map(({ mode, label }) => ({
    id: mode,
    label,
    checked: camera === mode,
    disabled: mode === 'follow' && selected === null,
    run: () => choose(mode),
  }));
  const chosenView = own.find(({ id }) => camera === 'preset' && id === preset)?.label;
  return (
    <div className={`${styles.bar} ${styles.cameras}`} role="toolbar" aria-label="Cameras">
      <div className={styles.wide}>
        {MODES.map(({ mode, label }) => (
          <Button
            key={mode}
            kind="plain"
            size="small"
            aria-pressed={camera === mode}
            disabled={mode === 'follow' && selected === null}
            onClick={() => choose(mode)}
          >
            {label}
          </Button>
        ))}
        {views.length > 0 && <Menu label={chosenView ?? 'Views'} name="View" items={views} kind="plain" />}
      </div>
      <div className={styles.narrow}>
        <Menu
          label={chosenView ?? MODES.find(({ mode }) => mode === camera)?.label ?? 'Camera'}
          name="Camera"
          items={[...modes, ...views]}
          kind="plain"
        />
      </div>
    </div>
  );
}

const LAYERS: readonly { readonly id: Exclude<keyof Layers, 'labels'>; readonly label: string }[] = [
  { id: 'ai', label: 'AI' },
  { id: 'vehicles', label: 'Vehicles' },
  { id: 'trails', label: 'Trails' },
  { id: 'shots', label: 'Shots' },
  { id: 'kills', label: 'Kill lines' },
  { id: 'markers', label: 'Markers' },
  { id: 'grid', label: 'Grid' },
  { id: 'minimap', label: 'Minimap' },
];

const NAMES: readonly { readonly id: LabelLayer; readonly label: string }[] = [
  { id: 'all', label: 'All names' },
  { id: 'players', label: 'Names of players' },
  { id: 'none', label: 'No names' },
];

function LayersMenu({ view }: { readonly view: ReplayViewStore }) {
  const layers = useStore(view, (state) => state.layers);
  const items: MenuItem[] = [
    ...LAYERS.map(({ id, label }) => ({ id, label, checked: layers[id], run: () => view.getState().setLayers({ [id]: !layers[id] }) })),
    ...NAMES.map(({ id, label }, i) => ({
      id: `names-${id}`,
      label,
      checked: layers.labels === id,
      separated: i === 0,
      run: () => view.getState().setLayers({ labels: id }),
    })),
  ];
  const shown = LAYERS.filter(({ id }) => layers[id]).length + (layers.labels === 'none' ? 0 : 1);
  return (
    <div className={`${styles.bar} ${styles.layers}`}>
      <Menu label={`Layers ${shown}`} name="What is shown" items={items} icon="layers" kind="plain" align="end" />
    </div>
  );
}
