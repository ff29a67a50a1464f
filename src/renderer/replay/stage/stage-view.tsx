/** Mounts the stage into the page, with what belongs to its corners: cameras, layers, minimap, scale. */
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { EntityInfo } from '../../../shared/session/model.ts';
import { OnAir } from '../../broadcast/on-air.tsx';
import { useEngine } from '../../engine/engine-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useWords, words } from '../../words/words.ts';
import { StageNotes } from '../annotations/stage-notes.tsx';
import { DirectorChip } from '../director/director-chip.tsx';
import { GroundControl, GroundLegend } from '../ground/ground-control.tsx';
import { WorldGround } from '../ground/world-ground.ts';
import { HeatButton, HeatOverlay, useHeatmap, useHeatPicture } from '../heat/heat-control.tsx';
import { HeatLegend } from '../heat/heat-legend.tsx';
import type { Playback } from '../playback/types.ts';
import { useSession } from '../playback/use-session.ts';
import { useReplay } from '../replay-context.tsx';
import type { LabelLayer, Layers, ReplayViewStore } from '../replay-view.ts';
import { Cameras } from './cameras-bar.tsx';
import { metres } from './grid-reference.ts';
import { MAP_SIZES } from './minimap-corner.ts';
import { NoWebGLError } from './stage-renderer.ts';
import { Stage } from './stage.ts';
import styles from './stage.module.css';

export function StageView({ playback, view }: { readonly playback: Playback; readonly view: ReplayViewStore }) {
  const says = useWords().stage;
  const minimap = useRef<HTMLCanvasElement>(null);
  const rule = useRef<HTMLDivElement>(null);
  const length = useRef<HTMLSpanElement>(null);
  const [trouble, setTrouble] = useState<'noWebGL' | 'lost' | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const map = useStore(view, ({ layers }) => layers.minimap);
  const isTerrain = playback.session.profile.world.kind === 'terrain';
  const client = useEngine();
  const { director } = useReplay();
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
        setTrouble('noWebGL');
        return undefined;
      }
      made.onContext((lost) => setTrouble(lost ? 'lost' : null));
      made.onScale((value, pixels, contours) => {
        if (rule.current !== null) rule.current.style.width = `${pixels}px`;
        if (length.current !== null) length.current.textContent = words().stage.atTarget(metres(value));
        setContours(contours);
      });
      setStage(made);
      setElement(element);
      const below = isTerrain ? new WorldGround(client, playback, localStorage) : null;
      const stop = below?.store.subscribe((now, before) => {
        if (now.stage === before.stage) return;
        made.setGround(now.stage);
        director.setGround(now.stage);
      });
      setGround(below);
      return () => {
        setStage(null);
        setElement(null);
        setGround(null);
        stop?.();
        below?.dispose();
        made.dispose();
      };
    },
    [client, director, isTerrain, playback, view],
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
        aria-label={says.name}
      />
      {trouble !== null && (
        <p className={styles.message} role="alert">
          {says[trouble]}
        </p>
      )}
      <Cameras view={view} presets={playback.session.profile.cameras} stage={stage} />
      <div className={`${styles.bar} ${styles.layers}`}>
        {isTerrain && stage !== null && ground !== null && <GroundControl ground={ground} playback={playback} focus={() => stage.focus} />}
        <MarkersMenu playback={playback} view={view} />
        <LayersMenu view={view} />
        <HeatButton playback={playback} view={view} />
      </div>
      {stage !== null && <HeatOverlay playback={playback} view={view} heatmap={heatmap} stage={stage} />}
      {stage !== null && <OnAir stage={stage} />}
      {map && <MinimapFrame canvas={minimap} view={view} />}
      <DirectorChip />
      <div className={styles.scale}>
        {heat && <HeatLegend heatmap={heatmap} playback={playback} view={view} />}
        <span ref={length} />
        <div ref={rule} className={styles.rule} />
        {isTerrain && ground !== null && <GroundLegend ground={ground} contours={contours} />}
      </div>
      {stage !== null && element !== null && <StageNotes stage={stage} element={element} />}
    </div>
  );
}

interface MinimapProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly view: ReplayViewStore;
}

function MinimapFrame({ canvas, view }: MinimapProps) {
  const text = useWords().director;
  const size = useStore(view, ({ mapSize }) => mapSize);
  const frame = useCallback((element: HTMLDivElement) => {
    const stage = element.parentElement;
    const resizes = new ResizeObserver(() => stage?.style.setProperty('--map-width', `${element.offsetWidth}px`));
    resizes.observe(element);
    return () => {
      resizes.disconnect();
      stage?.style.removeProperty('--map-width');
    };
  }, []);
  return (
    <div ref={frame} className={styles.minimap}>
      <canvas ref={canvas} role="img" aria-label={text.map} />
      <span className={styles.size}>
        <IconButton
          icon="maximize-2"
          iconSize={14}
          label={text.mapSize}
          kind="plain"
          size="small"
          onClick={() => view.getState().setMapSize((size + 1) % MAP_SIZES.length)}
        />
      </span>
    </div>
  );
}

/** Whose map is shown: a side sees what is for everybody and what is its own. Only for games whose sides draw. */
function MarkersMenu({ playback, view }: { readonly playback: Playback; readonly view: ReplayViewStore }) {
  const says = useWords().stage.markers;
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
    { id: 'off', label: says.none, checked: !markers, run: () => view.getState().setLayers({ markers: false }) },
    { id: 'all', label: says.all, checked: markers && side === null, hint: formatCount(total), run: choose(null) },
    ...teams
      .filter(({ id }) => drawn.has(id))
      .map(({ id, label }) => ({
        id,
        label: says.as(label),
        checked: markers && side === id,
        hint: formatCount(forAll + (drawn.get(id) ?? 0)),
        run: choose(id),
      })),
    {
      id: 'names',
      label: says.names,
      checked: markerNames,
      separated: true,
      run: () => view.getState().setLayers({ markerNames: !markerNames }),
    },
  ];
  const label = markers ? (teams.find(({ id }) => id === side)?.label ?? says.allShort) : says.off;
  return <Menu label={says.button(label)} items={items} icon="map-pin" kind="plain" align="end" />;
}

/** Over the whole session; null is what all sides see. */
function countBySide(entities: readonly EntityInfo[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { kind, team } of entities) if (kind === 'marker') counts.set(team, (counts.get(team) ?? 0) + 1);
  return counts;
}

const LAYERS: readonly Exclude<keyof Layers, 'labels' | 'markers' | 'markerNames'>[] = [
  'ai',
  'vehicles',
  'trails',
  'shots',
  'kills',
  'projectiles',
  'grid',
  'minimap',
];
const NAMES: readonly LabelLayer[] = ['all', 'players', 'none'];

function LayersMenu({ view }: { readonly view: ReplayViewStore }) {
  const says = useWords().stage;
  const layers = useStore(view, (state) => state.layers);
  const items: MenuItem[] = [
    ...LAYERS.map((id) => ({
      id,
      label: says.layers[id],
      checked: layers[id],
      run: () => view.getState().setLayers({ [id]: !layers[id] }),
    })),
    ...NAMES.map((id, i) => ({
      id: `names-${id}`,
      label: says.names[id],
      checked: layers.labels === id,
      separated: i === 0,
      run: () => view.getState().setLayers({ labels: id }),
    })),
  ];
  const shown = LAYERS.filter((id) => layers[id]).length + (layers.labels === 'none' ? 0 : 1);
  return <Menu label={says.layers.button(shown)} name={says.layers.name} items={items} icon="layers" kind="plain" align="end" />;
}
