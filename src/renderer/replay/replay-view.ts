/** What the person looks at within one replay: selection, camera, layers, filters. One store per open replay; stage, timeline and panels all read it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Importance } from '../../shared/session/event-types.ts';

export type CameraMode = 'orbit' | 'free' | 'top' | 'follow' | 'preset';
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
  readonly layers: Layers;
  /** Team whose map is shown: what is for everybody and what is its own. Null shows the markers of all. */
  readonly markerSide: string | null;
  readonly filter: EventFilter;
  /** seq of the event that was last sought or passed; null for none. */
  readonly event: number | null;
  /** Visible span of the timeline, ms; null shows the whole session. */
  readonly zoom: { readonly from: number; readonly to: number } | null;
  select(entity: number | null): void;
  hover(entity: number | null): void;
  /** Follow the chosen entity with the camera, or stop. */
  follow(on: boolean): void;
  setCamera(mode: CameraMode, preset?: string): void;
  setLayers(change: Partial<Layers>): void;
  setMarkerSide(team: string | null): void;
  setFilter(change: Partial<EventFilter>): void;
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
    markerSide: null,
    filter: { importance: 1, types: null, text: '', selectedOnly: false },
    event: null,
    zoom: null,
    lookAt: null,
    select: (selected) => set((v) => ({ selected, camera: selected === null && v.camera === 'follow' ? 'orbit' : v.camera })),
    hover: (hovered) => set({ hovered }),
    follow: (on) => set((v) => ({ camera: on && v.selected !== null ? 'follow' : 'orbit', preset: null })),
    setCamera: (camera, preset) => set({ camera, preset: preset ?? null }),
    setLayers: (change) => set((v) => ({ layers: { ...v.layers, ...change } })),
    setMarkerSide: (markerSide) => set({ markerSide }),
    setFilter: (change) => set((v) => ({ filter: { ...v.filter, ...change } })),
    setEvent: (event) => set({ event }),
    setZoom: (zoom) => set({ zoom }),
    lookAtPlace: (position) => set((v) => ({ lookAt: { position, n: (v.lookAt?.n ?? 0) + 1 } })),
  }));
}
