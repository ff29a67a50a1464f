/** Mounts the stage into the page, with what belongs to its corners: cameras, layers, minimap, scale. */
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { CameraPreset } from '../../../shared/games/profile.ts';
import type { EntityInfo } from '../../../shared/session/model.ts';
import { useEngine } from '../../engine/engine-context.tsx';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { GroundControl, GroundLegend } from '../ground/ground-control.tsx';
import { WorldGround } from '../ground/world-ground.ts';
import { HeatButton, HeatOverlay, useHeatmap, useHeatPicture } from '../heat/heat-control.tsx';
import { HeatLegend } from '../heat/heat-legend.tsx';
import type { Playback } from '../playback/types.ts';
import { useSession } from '../playback/use-session.ts';
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
  const isTerrain = playback.session.profile.world.kind === 'terrain';
  const client = useEngine();
  const [ground, setGround] = useState<WorldGround | null>(null);
  const [contours, setContours] = useState(0);
  const heatmap = useHeatmap(playback, view);
  useHeatPicture(stage, heatmap, view);
  const heat = useStore(view, (state) => state.heat.shown);

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
      made.onScale((value, pixels, contours) => {
        if (rule.current !== null) rule.current.style.width = `${pixels}px`;
        if (length.current !== null) length.current.textContent = `${metres(value)} at the target`;
        setContours(contours);
      });
      setStage(made);
      const below = isTerrain ? new WorldGround(client, playback, localStorage) : null;
      const stop = below?.store.subscribe((now, before) => {
        if (now.stage !== before.stage) made.setGround(now.stage);
      });
      setGround(below);
      return () => {
        setStage(null);
        setGround(null);
        stop?.();
        below?.dispose();
        made.dispose();
      };
    },
    [client, isTerrain, playback, view],
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
      <div className={`${styles.bar} ${styles.layers}`}>
        {isTerrain && stage !== null && ground !== null && <GroundControl ground={ground} playback={playback} focus={() => stage.focus} />}
        <MarkersMenu playback={playback} view={view} />
        <LayersMenu view={view} />
        <HeatButton playback={playback} view={view} />
      </div>
      {stage !== null && <HeatOverlay playback={playback} view={view} heatmap={heatmap} stage={stage} />}
      {map && <MinimapFrame canvas={minimap} />}
      <div className={styles.scale}>
        {heat && <HeatLegend heatmap={heatmap} playback={playback} view={view} />}
        <span ref={length} />
        <div ref={rule} className={styles.rule} />
        {isTerrain && ground !== null && <GroundLegend ground={ground} contours={contours} />}
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

/** Whose map is shown: a side sees what is for everybody and what is its own. Only for games whose sides draw. */
function MarkersMenu({ playback, view }: { readonly playback: Playback; readonly view: ReplayViewStore }) {
  const { entities } = useSession(playback, 'entities');
  const { markers, markerNames } = useStore(view, ({ layers }) => layers);
  const side = useStore(view, ({ markerSide }) => markerSide);
  const drawn = useMemo(() => countBySide(entities), [entities]);
  if (drawn.size === 0) return null;
  const { teams } = playback.session.profile;
  const forAll = drawn.get(null) ?? 0;
  const total = [...drawn.values()].reduce((sum, count) => sum + count, 0);
  const choose = (id: string | null) => (): void => {
    view.getState().setLayers({ markers: true });
    view.getState().setMarkerSide(id);
  };
  const items: MenuItem[] = [
    { id: 'off', label: 'No markers', checked: !markers, run: () => view.getState().setLayers({ markers: false }) },
    { id: 'all', label: 'Markers of all sides', checked: markers && side === null, hint: formatCount(total), run: choose(null) },
    ...teams
      .filter(({ id }) => drawn.has(id))
      .map(({ id, label }) => ({
        id,
        label: `As ${label} sees it`,
        checked: markers && side === id,
        hint: formatCount(forAll + (drawn.get(id) ?? 0)),
        run: choose(id),
      })),
    {
      id: 'names',
      label: 'Names',
      checked: markerNames,
      separated: true,
      run: () => view.getState().setLayers({ markerNames: !markerNames }),
    },
  ];
  const label = markers ? (teams.find(({ id }) => id === side)?.label ?? 'all') : 'off';
  return <Menu label={`Markers: ${label}`} items={items} icon="map-pin" kind="plain" align="end" />;
}

/** Over the whole session; null is what all sides see. */
function countBySide(entities: readonly EntityInfo[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { kind, team } of entities) if (kind === 'marker') counts.set(team, (counts.get(team) ?? 0) + 1);
  return counts;
}

const LAYERS: readonly { readonly id: Exclude<keyof Layers, 'labels' | 'markers' | 'markerNames'>; readonly label: string }[] = [
  { id: 'ai', label: 'AI' },
  { id: 'vehicles', label: 'Vehicles' },
  { id: 'trails', label: 'Trails' },
  { id: 'shots', label: 'Shots' },
  { id: 'kills', label: 'Kill lines' },
  { id: 'projectiles', label: 'Shells and grenades' },
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
  return <Menu label={`Layers ${shown}`} name="What is shown" items={items} icon="layers" kind="plain" align="end" />;
}
