/**
 * The picture of a replay: one WebGL canvas, one 2D canvas for words over it, one camera, and a layer for each kind of thing drawn. Draws only when something changed:
 * a frame of playback, the camera, the pointer, the view, the size.
 */
import * as THREE from 'three';
import type { GameProfile, WorldProfile } from '../../../shared/games/profile.ts';
import type { StageGround } from '../ground/stage-ground.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';
import type { ReplayView, ReplayViewStore } from '../replay-view.ts';
import { ArenaLayer, FLASH_MS } from './arena-layer.ts';
import { bevelledHull } from './arena-shape.ts';
import { Callouts } from './callouts.ts';
import { frameAction, type Framing } from './camera-framing.ts';
import { CameraRig } from './camera-rig.ts';
import { CameraSubject } from './camera-subject.ts';
import { EntityPicture } from './entity-picture.ts';
import { EventLineLayer } from './event-line-layer.ts';
import { EventLines, KILL_MS } from './event-lines.ts';
import { FigureLayer } from './figure-layer.ts';
import { FlightLayer } from './flight-layer.ts';
import { GlyphLayer } from './glyph-layer.ts';
import { GoalMarkLayer } from './goal-mark-layer.ts';
import { roundLength } from './grid-reference.ts';
import { GroundLayer, type CornerCut, type GroundBounds } from './ground-layer.ts';
import { GroundScene } from './ground-scene.ts';
import { HeatLayer } from './heat-layer.ts';
import type { HeatPicture } from './heat-picture.ts';
import { LabelLayer, type Reserved } from './label-layer.ts';
import { HYSTERESIS_MS } from './label-placement.ts';
import { playBounds, worldBounds } from './map-bounds.ts';
import { drawMarkerAtlas } from './marker-glyphs.ts';
import { MarkerLayer } from './marker-layer.ts';
import { Minimap } from './minimap.ts';
import { readPalette, type Palette } from './palette.ts';
import { listenToPointer } from './pointer.ts';
import type { SceneFrame } from './scene.ts';
import { StatusLayer } from './status-layer.ts';
import { StemLayer } from './stem-layer.ts';
import { ARENA_TRAILS, TERRAIN_TRAILS, TrailLayer } from './trail-layer.ts';
import { TurretLayer } from './turret-layer.ts';

/** Widest bar of the scale, CSS pixels. */
const SCALE_PX = 110;
const MOST_PIXELS = 2;
const MINIMAP_MS = 66;
/** Of a session that is being recorded, the part that the minimap shows is looked at again so often, ms. */
const MAP_LASTS_MS = 5_000;
const SMALLEST_ACTION = 60;
const BOUNDLESS: GroundBounds = { minX: -1e7, minZ: -1e7, maxX: 1e7, maxZ: 1e7 };

/** `metres` long on the ground where the camera looks are `pixels` on the screen; contour lines are `contours` metres apart, 0 for none. */
export type ScaleListener = (metres: number, pixels: number, contours: number) => void;

/** Thrown when there is nothing to draw with. */
export class NoWebGLError extends Error {}

export class Stage {
  readonly #container: HTMLElement;
  readonly #playback: Playback;
  readonly #view: ReplayViewStore;
  readonly #profile: GameProfile;
  readonly #palette: Palette;
  readonly #renderer: THREE.WebGLRenderer;
  readonly #scene = new THREE.Scene();
  readonly #uniforms = { viewport: { value: new THREE.Vector2(1, 1) }, pixelRatio: { value: 1 } };
  readonly #rig: CameraRig;
  readonly #subject: CameraSubject;
  readonly #frame: SceneFrame;
  readonly #matrix = new THREE.Matrix4();
  readonly #lines: EventLines;
  readonly #ground: GroundScene;
  readonly #arena: ArenaLayer | null;
  readonly #heat: HeatLayer;
  readonly #stems: StemLayer;
  readonly #trails: TrailLayer;
  readonly #eventLines: EventLineLayer;
  readonly #markers: MarkerLayer;
  readonly #turret: TurretLayer;
  readonly #goals: GoalMarkLayer;
  readonly #flight: FlightLayer;
  readonly #figures: FigureLayer;
  readonly #status: StatusLayer;
  readonly #callouts = new Callouts();
  readonly #glyphs: GlyphLayer;
  readonly #labels: LabelLayer;
  readonly #world: GroundBounds | null;
  readonly #abort = new AbortController();
  readonly #stops: (() => void)[] = [];
  readonly #resizes: ResizeObserver;
  readonly #home: Framing = { x: 0, y: 0, z: 0, radius: 100 };
  #minimapCanvas: HTMLCanvasElement | null = null;
  #minimap: Minimap | null = null;
  #minimapAt = -Infinity;
  #minimapMadeAt = 0;
  #onScale: ScaleListener | null = null;
  #onContext: ((lost: boolean) => void) | null = null;
  #onHeatDot: ((index: number) => void) | null = null;
  #framed = false;
  #request = 0;
  #lastFrame = -1;
  #lastNow = -1;
  #soon: ReturnType<typeof setTimeout> | null = null;
  #lost = false;
  #scaleMetres = 0;
  #scalePixels = 0;
  #scaleContours = 0;
  readonly #draw = (now: number): void => {
    this.#request = 0;
    // Playback has already drawn this animation frame.
    if (this.#lastFrame === now) this.#schedule();
    else this.#render(now);
  };

  /** Fills `container`, whose size it follows. Throws NoWebGLError. */
  constructor(container: HTMLElement, playback: Playback, view: ReplayViewStore) {
    this.#container = container;
    this.#playback = playback;
    this.#view = view;
    const { session } = playback;
    const { profile } = session;
    this.#profile = profile;
    this.#palette = readPalette(container);
    this.#renderer = createRenderer(this.#palette);
    this.#world = worldBounds(session);
    const { world } = profile;
    const arena = world.kind === 'arena';
    const zeroGravity = profile.gravity === 'zero';
    const lightRing = Uint8Array.from(profile.teams, (team) => (team.colour === 'guer' || team.colour === 'civ' ? 1 : 0));
    const entities = new EntityPicture(session, this.#palette);
    this.#rig = new CameraRig(container, world, () => this.invalidate());
    // Until somebody is there to look at.
    this.#rig.setHome(this.#home);
    this.#rig.goHome();
    this.#subject = new CameraSubject(playback, this.#rig);
    const { pixelRatio } = this.#uniforms;
    this.#ground = new GroundScene({
      palette: this.#palette,
      pixelRatio,
      steps: world.grid.steps,
      world: this.#world,
      plane: new GroundLayer(this.#palette, pixelRatio, world.grid.steps, ...floorOf(world, this.#world ?? BOUNDLESS)),
      heights: entities.groundHeight,
      onChange: () => this.invalidate(),
      onPlan: () => this.#minimap?.setGround(this.#ground.plan),
    });
    this.#arena = arena ? new ArenaLayer(this.#uniforms, this.#palette, world) : null;
    this.#heat = new HeatLayer(this.#uniforms, () => this.invalidate());
    this.#stems = new StemLayer(this.#uniforms, zeroGravity);
    this.#trails = new TrailLayer(this.#uniforms, playback, this.#palette, arena ? ARENA_TRAILS : TERRAIN_TRAILS);
    this.#eventLines = new EventLineLayer(this.#uniforms, this.#palette);
    this.#markers = new MarkerLayer(this.#uniforms, playback, this.#palette, drawMarkerAtlas());
    this.#turret = new TurretLayer(this.#uniforms, playback);
    this.#goals = new GoalMarkLayer(this.#uniforms, playback, this.#palette);
    this.#flight = new FlightLayer(this.#uniforms, playback, this.#palette);
    this.#figures = new FigureLayer(this.#uniforms, playback, this.#palette);
    this.#status = new StatusLayer(this.#uniforms, playback, this.#palette);
    this.#glyphs = new GlyphLayer(this.#uniforms, this.#palette, entities.count, lightRing, zeroGravity);
    this.#labels = new LabelLayer(playback, this.#palette, () => this.invalidate());
    this.#lines = new EventLines(session.events);
    this.#scene.add(
      this.#ground.object,
      this.#heat.object,
      this.#stems.object,
      this.#trails.object,
      this.#eventLines.object,
      this.#markers.object,
      this.#turret.object,
      this.#goals.object,
      this.#flight.object,
      this.#figures.object,
      this.#glyphs.object,
      this.#status.object,
    );
    if (this.#arena !== null) this.#scene.add(this.#arena.object);
    this.#frame = {
      t: 0,
      now: 0,
      state: playback.state,
      view: view.getState(),
      width: 1,
      height: 1,
      camera: this.#rig.camera,
      matrix: this.#matrix.elements,
      focus: new THREE.Vector3(),
      focusDistance: 100,
      ground: this.#floor(),
      entities,
      eyes: 0,
    };
    // The state may have room for more than there are now.
    this.#grow(session);
    container.append(this.#renderer.domElement, this.#labels.canvas);
    this.#listen();
    this.#resizes = new ResizeObserver(() => this.resize());
    this.#resizes.observe(container);
    this.resize();
  }

  #listen(): void {
    const { signal } = this.#abort;
    const { domElement: canvas } = this.#renderer;
    const container = this.#container;
    this.#stops.push(
      this.#playback.onFrame(() => this.#drawNow()),
      this.#playback.onTick(() => this.#measureOverlays()),
      this.#playback.onGrow(({ session }) => this.#grow(session)),
      this.#view.subscribe((now, before) => this.#viewChanged(now, before)),
    );
    canvas.addEventListener(
      'webglcontextlost',
      (event) => {
        event.preventDefault();
        this.#lost = true;
        this.#onContext?.(true);
      },
      { signal },
    );
    canvas.addEventListener(
      'webglcontextrestored',
      () => {
        this.#lost = false;
        this.#heat.restore();
        this.#onContext?.(false);
        this.invalidate();
      },
      { signal },
    );
    document.fonts.addEventListener(
      'loadingdone',
      () => {
        this.#labels.refresh();
        this.invalidate();
      },
      { signal },
    );
    listenToPointer(container, this.#view, this.#frame.entities, signal, {
      isAt: (x, y) => this.#heat.dotAt(this.#frame, x, y) >= 0,
      click: (x, y) => this.#onHeatDot?.(this.#heat.dotAt(this.#frame, x, y)),
    });
    container.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  }

  /** A session that is being recorded: what is as large as the session grows with it. */
  #grow(session: LoadedSession): void {
    const { entities, state } = this.#frame;
    const room = state.exists.length;
    this.#lines.events = session.events;
    entities.grow(session, room);
    this.#glyphs.grow(room);
    this.#labels.grow(room);
    this.#markers.grow();
    if (this.#minimap === null || this.#arena !== null || this.#lastNow - this.#minimapMadeAt < MAP_LASTS_MS) return;
    this.#minimapMadeAt = this.#lastNow;
    if (this.#minimap.isOutgrown(playBounds(session, entities.place, entities.shape, entities.count))) this.#minimap = null;
  }

  /** The plan in the corner is drawn on `canvas`; clicking it looks there. */
  attachMinimap(canvas: HTMLCanvasElement | null): void {
    this.#minimapCanvas = canvas;
    this.#minimap = null;
    this.#minimapAt = -Infinity;
    if (canvas === null) return;
    const look = (event: PointerEvent): void => {
      if ((event.buttons & 1) === 0 || this.#minimap === null) return;
      const { left, top } = canvas.getBoundingClientRect();
      const { x, z } = this.#minimap.placeAt(event.clientX - left, event.clientY - top);
      this.#view.getState().lookAtPlace([x, this.#arena === null ? this.#frame.entities.groundHeight.at(x, z) : this.#frame.focus.y, z]);
    };
    const { signal } = this.#abort;
    canvas.addEventListener('pointerdown', look, { signal });
    canvas.addEventListener('pointermove', look, { signal });
    this.invalidate();
  }

  /** What is drawn as the ground beside the grid; null for nothing. */
  setGround(ground: StageGround | null): void {
    const { groundHeight } = this.#frame.entities;
    const before = this.#frame.ground;
    this.#ground.set(ground);
    // Where heights are not recorded, everybody goes up or down with the ground, and so does the camera.
    if (this.#framed && groundHeight.flat) this.#rig.raise(groundHeight.at(this.#frame.focus.x, this.#frame.focus.z) - before);
  }

  /** Session x and z of what the camera looks at. */
  get focus(): readonly [number, number] {
    return [this.#frame.focus.x, this.#frame.focus.z];
  }

  /** The heatmap to draw; null for none. */
  setHeat(picture: HeatPicture | null): void {
    this.#heat.set(picture);
    this.invalidate();
  }

  /** The heatmap from straight above on nothing, as PNG; null when there is none. */
  heatImage(): Promise<Blob | null> {
    return this.#heat.image(this.#renderer);
  }

  /** Told which dot of the heatmap was clicked. */
  onHeatDot(listener: (index: number) => void): void {
    this.#onHeatDot = listener;
  }

  onScale(listener: ScaleListener): void {
    this.#onScale = listener;
    this.#scaleMetres = 0;
    this.invalidate();
  }

  /** Told when the graphics context is lost and when it is back. */
  onContext(listener: (lost: boolean) => void): void {
    this.#onContext = listener;
  }

  /** Draws at the next animation frame. */
  invalidate(): void {
    this.#schedule();
  }

  resize(): void {
    const width = Math.max(1, this.#container.clientWidth);
    const height = Math.max(1, this.#container.clientHeight);
    const ratio = Math.min(MOST_PIXELS, window.devicePixelRatio);
    this.#renderer.setPixelRatio(ratio);
    this.#renderer.setSize(width, height);
    this.#renderer.getDrawingBufferSize(this.#uniforms.viewport.value);
    this.#uniforms.pixelRatio.value = ratio;
    this.#labels.resize(width, height, ratio);
    this.#labels.canvas.style.width = `${width}px`;
    this.#labels.canvas.style.height = `${height}px`;
    this.#rig.resize(width, height);
    this.#frame.width = width;
    this.#frame.height = height;
    this.#minimap = null;
    this.#measureOverlays();
    // At once: a canvas that was resized is empty until it is drawn.
    this.#render(performance.now());
  }

  /** Labels keep clear of whatever is laid over the picture: siblings of the container and of its parent. */
  #measureOverlays(): void {
    const frame = this.#container.getBoundingClientRect();
    const reserved: Reserved[] = [];
    for (let level: HTMLElement | null = this.#container, up = 0; level !== null && up < 2; level = level.parentElement, up++) {
      for (const sibling of level.parentElement?.children ?? []) {
        if (sibling === level) continue;
        const { left, top, width, height } = sibling.getBoundingClientRect();
        const covers = width * height > frame.width * frame.height * 0.6;
        if (width > 0 && height > 0 && !covers) reserved.push({ x: left - frame.left, y: top - frame.top, width, height });
      }
    }
    this.#labels.reserve(reserved);
  }

  #viewChanged(now: ReplayView, before: ReplayView): void {
    const moved = now.camera !== before.camera || now.preset !== before.preset;
    if (moved) this.#subject.viewChanged(now);
    if (now.lookAt !== before.lookAt && now.lookAt !== null) {
      const [x, height, z] = now.lookAt.position;
      // Recordings without heights say 0, which may lie far under the ground.
      const y = this.#arena === null ? Math.max(height, this.#frame.entities.groundHeight.at(x, z)) : height;
      if (!this.#isInSight(x, y, z)) this.#rig.lookAt(x, y, z);
      this.#framed = true;
    }
    this.invalidate();
  }

  /** In an arena nearly everything is in the picture anyway: the camera stays when the place is well within it. */
  #isInSight(x: number, y: number, z: number): boolean {
    if (this.#arena === null) return false;
    const e = this.#matrix.elements;
    const w = e[3] * x + e[7] * y + e[11] * z + e[15];
    const cx = e[0] * x + e[4] * y + e[8] * z + e[12];
    const cy = e[1] * x + e[5] * y + e[9] * z + e[13];
    return w > 0 && Math.abs(cx / w) < 0.8 && Math.abs(cy / w) < 0.8;
  }

  #schedule(): void {
    if (this.#request === 0 && !this.#abort.signal.aborted) this.#request = requestAnimationFrame(this.#draw);
  }

  /** Playback calls within an animation frame: drawing here, not in the next one, shows each moment without delay. */
  #drawNow(): void {
    if (this.#request !== 0) {
      cancelAnimationFrame(this.#request);
      this.#request = 0;
    }
    const timeline = document.timeline.currentTime;
    this.#render(typeof timeline === 'number' ? timeline : performance.now());
  }

  #render(now: number): void {
    if (this.#lost) return;
    const seconds = this.#lastNow < 0 ? 0 : Math.min(0.1, (now - this.#lastNow) / 1000);
    this.#lastNow = now;
    this.#lastFrame = now;
    const { state } = this.#playback;
    const view = this.#view.getState();
    const frame = this.#frame;
    const { entities, camera } = frame;
    frame.t = state.t;
    frame.now = now;
    frame.state = state;
    frame.view = view;

    entities.gather(state, view.layers);
    if (!this.#framed) this.#frameFirst();
    const led = this.#subject.update(frame, seconds, now);
    frame.ground = this.#arena === null ? entities.groundHeight.at(frame.focus.x, frame.focus.z) : this.#floor();
    const moving = this.#rig.update(seconds, now, frame.ground, entities.groundHeight) || led;
    this.#matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    const { isTop } = this.#rig;
    frame.focusDistance = this.#rig.distance * (isTop ? 0.34 : 1);
    if (view.camera === 'free') camera.getWorldDirection(frame.focus).multiplyScalar(frame.focusDistance).add(camera.position);
    else frame.focus.copy(this.#rig.target);
    entities.project(state, frame.matrix, frame.width, frame.height, isTop ? this.#rig.distance : frame.focusDistance);

    if (frame.eyes > 0) entities.projected.radius[frame.eyes] = 0;

    this.#lines.gather(state.t, entities.place, state.exists);
    const target = this.#target(view);
    this.#figures.update(frame, target);
    this.#ground.update(frame);
    this.#arena?.update(frame);
    this.#flash(state.t);
    this.#heat.update(frame, this.#renderer);
    this.#stems.update(frame);
    this.#trails.update(frame);
    this.#eventLines.update(frame, this.#lines);
    this.#markers.update(frame);
    this.#turret.update(frame);
    this.#goals.update(frame);
    this.#callouts.clear();
    this.#flight.update(frame, this.#callouts);
    this.#glyphs.update(frame, target);
    this.#status.update(frame);
    this.#renderer.render(this.#scene, camera);
    this.#labels.update(frame, this.#lines, this.#markers, this.#callouts, target);
    this.#tellScale();
    const late = this.#drawMinimap(now);

    if (moving) this.#schedule();
    else if (this.#labels.waiting || late) this.#drawSoon();
  }

  /** The newest moment may still change something that waits: a label its hysteresis, the minimap its turn. */
  #drawSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      this.invalidate();
    }, HYSTERESIS_MS);
  }

  /** Who the current event is about: the one that was sought, as long as it is fresh, else the latest of importance 3. */
  #target(view: ReplayView): number {
    const { events } = this.#playback.session;
    let seq = this.#lines.latest;
    if (view.event !== null && view.event < events.count) {
      const age = this.#frame.t - (events.t[view.event] as number);
      if (age >= 0 && age < KILL_MS) seq = view.event;
    }
    if (seq < 0) return 0;
    const target = events.target[seq] as number;
    return target > 0 ? this.#frame.entities.shown(this.#frame.state, target) : 0;
  }

  #flash(t: number): void {
    if (this.#arena === null) return;
    const { events } = this.#playback.session;
    const seq = this.#lines.goal;
    const since = seq < 0 ? -1 : t - (events.t[seq] as number);
    if (since > FLASH_MS || since < 0) this.#arena.flash(-1, 0, 0, 0);
    else
      this.#arena.flash(
        since,
        events.position[seq * 3] as number,
        events.position[seq * 3 + 1] as number,
        events.position[seq * 3 + 2] as number,
      );
  }

  #floor(): number {
    return this.#profile.world.boxes.find((box) => box.role === 'hull')?.min[1] ?? 0;
  }

  /** The first picture: the arena from its side, or where the action is. */
  #frameFirst(): void {
    const { entities } = this.#frame;
    const hull = this.#profile.world.boxes.find((box) => box.role === 'hull');
    if (hull !== undefined) {
      this.#home.x = (hull.min[0] + hull.max[0]) / 2;
      this.#home.y = (hull.min[1] + hull.max[1]) / 2;
      this.#home.z = (hull.min[2] + hull.max[2]) / 2;
      this.#home.radius = Math.max(hull.max[0] - hull.min[0], hull.max[2] - hull.min[2]) / 2;
      this.#rig.setHome(this.#home);
      this.#rig.goArena(hull.min, hull.max);
    } else {
      if (!frameAction(entities.place, entities.shape, entities.humans, entities.side, entities.count, SMALLEST_ACTION, this.#home)) return;
      this.#rig.setHome(this.#home);
      this.#rig.goHome();
    }
    this.#framed = true;
    this.#frame.focus.set(this.#home.x, this.#home.y, this.#home.z);
    const view = this.#view.getState();
    if (view.camera !== 'orbit') this.#subject.viewChanged(view);
  }

  #tellScale(): void {
    if (this.#onScale === null) return;
    const { camera, height } = this.#frame;
    const perPixel = (2 * this.#rig.distance * Math.tan((camera.fov * Math.PI) / 360)) / height;
    const metres = roundLength(perPixel * SCALE_PX);
    const pixels = Math.round(metres / perPixel);
    const contours = this.#ground.interval;
    if (metres === this.#scaleMetres && pixels === this.#scalePixels && contours === this.#scaleContours) return;
    this.#scaleMetres = metres;
    this.#scalePixels = pixels;
    this.#scaleContours = contours;
    this.#onScale(metres, pixels, contours);
  }

  /** At most 15 times a second; true when it was left out. */
  #drawMinimap(now: number): boolean {
    const canvas = this.#minimapCanvas;
    if (canvas === null || !this.#framed) return false;
    if (now - this.#minimapAt < MINIMAP_MS) return true;
    this.#minimapAt = now;
    const { entities } = this.#frame;
    const arena = this.#arena !== null && this.#world !== null;
    if (this.#minimap === null) {
      this.#minimap = new Minimap(
        canvas,
        this.#palette,
        arena && this.#world !== null ? this.#world : playBounds(this.#playback.session, entities.place, entities.shape, entities.count),
        this.#world,
        arena,
        this.#profile.world.grid.steps,
        Math.round(Math.min(180, Math.max(110, this.#frame.height * 0.31))),
        this.#uniforms.pixelRatio.value,
        this.#ground.plan,
      );
      this.#measureOverlays();
    }
    this.#minimap.draw(this.#frame);
    return false;
  }

  dispose(): void {
    this.#abort.abort();
    for (const stop of this.#stops) stop();
    this.#resizes.disconnect();
    if (this.#request !== 0) cancelAnimationFrame(this.#request);
    if (this.#soon !== null) clearTimeout(this.#soon);
    this.#rig.dispose();
    for (const layer of [this.#ground, this.#heat, this.#stems, this.#trails, this.#eventLines, this.#markers, this.#turret, this.#goals])
      layer.dispose();
    for (const layer of [this.#flight, this.#figures, this.#glyphs, this.#status]) layer.dispose();
    this.#arena?.dispose();
    this.#renderer.dispose();
    this.#renderer.domElement.remove();
    this.#labels.canvas.remove();
  }
}

/** Where the ground ends, whether anything lies beyond, and how its corners are cut: an arena's floor is the level part of its hull. */
function floorOf(world: WorldProfile, bounds: GroundBounds): [GroundBounds, boolean, CornerCut | null] {
  const box = world.boxes.find(({ role }) => role === 'hull');
  if (world.kind === 'terrain' || box === undefined) return [bounds, world.kind === 'terrain', null];
  const { long, floor } = bevelledHull(box.min, box.max);
  const x = (box.min[0] + box.max[0]) / 2;
  const z = (box.min[2] + box.max[2]) / 2;
  if (long === 2)
    return [{ ...bounds, minX: x - floor.halfWidth, maxX: x + floor.halfWidth }, false, { x: floor.cutAcross, z: floor.cutAlong }];
  return [{ ...bounds, minZ: z - floor.halfWidth, maxZ: z + floor.halfWidth }, false, { x: floor.cutAlong, z: floor.cutAcross }];
}

function createRenderer(palette: Palette): THREE.WebGLRenderer {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2', {
    antialias: true,
    alpha: false,
    depth: true,
    stencil: false,
    powerPreference: 'high-performance',
  });
  if (context === null) throw new NoWebGLError('WebGL is not available');
  const renderer = new THREE.WebGLRenderer({ canvas, context });
  renderer.setClearColor(new THREE.Color().setRGB(palette.bg.r / 255, palette.bg.g / 255, palette.bg.b / 255, THREE.SRGBColorSpace), 1);
  renderer.toneMapping = THREE.NoToneMapping;
  renderer.sortObjects = true;
  return renderer;
}
