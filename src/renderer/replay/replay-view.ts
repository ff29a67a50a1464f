/** What the person looks at within one replay: selection, camera, layers, filters. One store per open replay; stage, timeline and panels all read it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Importance } from '../../shared/session/event-types.ts';
import type { PoseSource } from './pose-source.ts';

/** led: by whoever `lead` is. */
export type CameraMode = 'orbit' | 'free' | 'top' | 'follow' | 'preset' | 'led';
export type LabelLayer = 'all' | 'players' | 'none';

export interface Layers {
  readonly labels: LabelLayer;
  readonly trails: boolean;
  readonly shots: boolean;
  readonly kills: boolean;
  readonly grid: boolean;
  readonly markers: boolean;
  /** What is written beside the markers. */
  readonly markerNames: boolean;
  /** Of shells, rockets and grenades: their signs and trails. */
  readonly projectiles: boolean;
  readonly ai: boolean;
  readonly vehicles: boolean;
  /** The plan in the corner. */
  readonly minimap: boolean;
}

/** A selection of the heatmap: indices as in HeatSelection, and 'chosen' for whoever is chosen. */
export interface HeatChoice {
  readonly kind: string;
  readonly team: number | null;
  readonly who: number | 'chosen' | null;
  readonly role: number | null;
  readonly weapon: number | null;
}

export interface HeatView {
  readonly shown: boolean;
  readonly panel: boolean;
  readonly choice: HeatChoice;
  /** Taken away from it; null for none. */
  readonly minus: HeatChoice | null;
  /** moving: so many ms before and after the clock's t. range: from the in to the out point. */
  readonly span: 'all' | 'moving' | 'range';
  /** Ids of sessions that are counted, too. */
  readonly others: readonly string[];
  readonly aroundMs: number;
  readonly shape: 'flat' | 'draped' | 'columns';
  readonly look: 'heat' | 'contours' | 'dots';
  /** Index of the floor, lowest first; null for all. */
  readonly floor: number | null;
  /** Of a spot, metres; null for one that suits. */
  readonly radius: number | null;
  /** 0 to 1 */
  readonly opacity: number;
}

export interface EventFilter {
  /** Events below it are hidden. */
  readonly importance: Importance;
  /** EventType names; null shows all. */
  readonly types: readonly string[] | null;
  /** Over names, weapon and words. */
  readonly text: string;
  /** Only events of the selected entity. */
  readonly selectedOnly: boolean;
}

export interface ReplayView {
  /** EntityId of the chosen entity; null for none. */
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly camera: CameraMode;
  /** CameraPreset.id while camera is 'preset'. */
  readonly preset: string | null;
  /** Who says where the camera stands while it is led. */
  readonly lead: PoseSource | null;
  readonly layers: Layers;
  /** Of the minimap: index into MAP_SIZES. */
  readonly mapSize: number;
  /** Team whose map is shown: what is for everybody and what is its own. Null shows the markers of all. */
  readonly markerSide: string | null;
  readonly filter: EventFilter;
  readonly heat: HeatView;
  /** Whether charts lie under the timeline; null leaves that to whether the game has some of its own. */
  readonly charts: boolean | null;
  /** EntityIds of those whom whoever is chosen is compared with. */
  readonly compared: readonly number[];
  /** seq of the event that was last sought or passed; null for none. */
  readonly event: number | null;
  /** Visible span of the timeline, ms; null shows the whole session. */
  readonly zoom: { readonly from: number; readonly to: number } | null;
  select(entity: number | null): void;
  hover(entity: number | null): void;
  /** Follow the chosen entity with the camera, or stop. */
  follow(on: boolean): void;
  setCamera(mode: Exclude<CameraMode, 'led'>, preset?: string): void;
  /** Gives the camera to somebody else, or leaves it where it stands. */
  setLead(lead: PoseSource | null): void;
  setLayers(change: Partial<Layers>): void;
  setMapSize(size: number): void;
  setMarkerSide(team: string | null): void;
  setFilter(change: Partial<EventFilter>): void;
  setHeat(change: Partial<HeatView>): void;
  setCharts(charts: boolean): void;
  setCompared(people: readonly number[]): void;
  setEvent(seq: number | null): void;
  setZoom(zoom: ReplayView['zoom']): void;
  /** Asks the stage to look at a place (Session metres); `n` makes repeated requests distinct. */
  readonly lookAt: { readonly position: readonly [number, number, number]; readonly n: number } | null;
  lookAtPlace(position: readonly [number, number, number]): void;
}

export type ReplayViewStore = StoreApi<ReplayView>;

export function createReplayView(): ReplayViewStore {
  return createStore<ReplayView>()((set) => ({
    selected: null,
    hovered: null,
    camera: 'orbit',
    preset: null,
    lead: null,
    layers: {
      labels: 'players',
      trails: true,
      shots: true,
      kills: true,
      grid: true,
      markers: true,
      markerNames: true,
      projectiles: true,
      ai: true,
      vehicles: true,
      minimap: true,
    },
    mapSize: 0,
    markerSide: null,
    filter: { importance: 1, types: null, text: '', selectedOnly: false },
    heat: {
      shown: false,
      panel: false,
      // The first kind that the session has anything of.
      choice: { kind: '', team: null, who: null, role: null, weapon: null },
      minus: null,
      span: 'all',
      aroundMs: 30_000,
      shape: 'draped',
      others: [],
      look: 'heat',
      floor: null,
      radius: null,
      opacity: 0.8,
    },
    charts: null,
    compared: [],
    event: null,
    zoom: null,
    lookAt: null,
    select: (selected) => set((v) => ({ selected, camera: selected === null && v.camera === 'follow' ? 'orbit' : v.camera })),
    hover: (hovered) => set({ hovered }),
    follow: (on) => set((v) => ({ camera: on && v.selected !== null ? 'follow' : 'orbit', preset: null, lead: null })),
    setCamera: (camera, preset) => set({ camera, preset: preset ?? null, lead: null }),
    setLead: (lead) => set({ camera: lead === null ? 'orbit' : 'led', preset: null, lead }),
    setLayers: (change) => set((v) => ({ layers: { ...v.layers, ...change } })),
    setMapSize: (mapSize) => set({ mapSize }),
    setMarkerSide: (markerSide) => set({ markerSide }),
    setFilter: (change) => set((v) => ({ filter: { ...v.filter, ...change } })),
    setHeat: (change) => set((v) => ({ heat: { ...v.heat, ...change } })),
    setCharts: (charts) => set({ charts }),
    setCompared: (compared) => set({ compared }),
    setEvent: (event) => set({ event }),
    setZoom: (zoom) => set({ zoom }),
    lookAtPlace: (position) => set((v) => ({ lookAt: { position, n: (v.lookAt?.n ?? 0) + 1 } })),
  }));
}
