/**
 * The picture of a replay: one WebGL canvas, one 2D canvas for words over it, one camera, and a layer for each kind of thing drawn. Draws only when something changed:
 * a frame of playback, the camera, the pointer, the view, the size.
 */
import * as THREE from 'three';
import type { GameProfile } from '../../../shared/games/profile.ts';
import type { StageGround } from '../ground/stage-ground.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';
import type { ReplayView, ReplayViewStore } from '../replay-view.ts';
import { ArenaLayer, FLASH_MS } from './arena-layer.ts';
import { Callouts } from './callouts.ts';
import { frameAction, type Framing } from './camera-framing.ts';
import { CameraRig } from './camera-rig.ts';
import { CameraSubject } from './camera-subject.ts';
import { DrawingLayer, type StageDrawings } from './drawing-layer.ts';
import { drawingPlane, type DrawingPlane, placeOn } from './drawing-plane.ts';
import { EntityPicture } from './entity-picture.ts';
import { EventLineLayer } from './event-line-layer.ts';
import { EventLines, KILL_MS } from './event-lines.ts';
import { FigureLayer } from './figure-layer.ts';
import { FlightLayer } from './flight-layer.ts';
import { GlyphLayer } from './glyph-layer.ts';
import { GoalMarkLayer } from './goal-mark-layer.ts';
import { floorOf, GroundLayer, type GroundBounds } from './ground-layer.ts';
import { GroundScene } from './ground-scene.ts';
import { HeatLayer } from './heat-layer.ts';
import type { HeatPicture } from './heat-picture.ts';
import { LabelLayer } from './label-layer.ts';
import { HYSTERESIS_MS } from './label-placement.ts';
import { playBounds, worldBounds } from './map-bounds.ts';
import { drawMarkerAtlas } from './marker-glyphs.ts';
import { MarkerLayer } from './marker-layer.ts';
import { MinimapCorner } from './minimap-corner.ts';
import { Minimap } from './minimap.ts';
import { overlaysOf } from './overlays.ts';
import { readPalette, type Palette } from './palette.ts';
import { listenToPointer } from './pointer.ts';
import { ScaleRule, type ScaleListener } from './scale-rule.ts';
import type { SceneFrame } from './scene.ts';
import { applyPose, readPose, type StagePose } from './stage-pose.ts';
import { createRenderer, type Surface } from './stage-renderer.ts';
import { StatusLayer } from './status-layer.ts';
import { StemLayer } from './stem-layer.ts';
import { ARENA_TRAILS, TERRAIN_TRAILS, TrailLayer } from './trail-layer.ts';
import { TurretLayer } from './turret-layer.ts';

const MOST_PIXELS = 2;
const SMALLEST_ACTION = 60;
const BOUNDLESS: GroundBounds = { minX: -1e7, minZ: -1e7, maxX: 1e7, maxZ: 1e7 };

/** What a picture shows beside the recording. */
export interface StageDressing {
  readonly ground: StageGround | null;
  readonly heat: HeatPicture | null;
  readonly drawings: StageDrawings;
}

export class Stage {
  readonly #container: HTMLElement;
  readonly #surface: Surface | null;
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
  readonly #drawings: DrawingLayer;
  readonly #callouts = new Callouts();
  readonly #glyphs: GlyphLayer;
  readonly #labels: LabelLayer;
  readonly #world: GroundBounds | null;
  readonly #abort = new AbortController();
  readonly #stops: (() => void)[] = [];
  readonly #resizes: ResizeObserver;
  readonly #home: Framing = { x: 0, y: 0, z: 0, radius: 100 };
  readonly #minimap: MinimapCorner;
  readonly #scale = new ScaleRule();
  #onContext: ((lost: boolean) => void) | null = null;
  #onHeatDot: ((index: number) => void) | null = null;
  #framed = false;
  #request = 0;
  #lastFrame = -1;
  #lastNow = -1;
  #soon: ReturnType<typeof setTimeout> | null = null;
  #lost = false;
  #posed: StagePose | null = null;
  #stale = true;
  readonly #drawnListeners = new Set<() => void>();
  /** How often the ground of the map has changed. */
  #plans = 0;
  readonly #draw = (now: number): void => {
    this.#request = 0;
    // Playback has already drawn this animation frame.
    if (this.#lastFrame === now) this.#schedule();
    else this.#render(now);
  };

  /**
   * Fills `container`, whose size it follows. With a `surface` it has that size and draws only when it is told to (`drawAt`); its container then only lends it
   * the colours. Throws NoWebGLError.
   */
  constructor(container: HTMLElement, playback: Playback, view: ReplayViewStore, surface: Surface | null = null) {
    this.#container = container;
    this.#surface = surface;
    this.#playback = playback;
    this.#view = view;
    const { session } = playback;
    const { profile } = session;
    this.#profile = profile;
    this.#palette = readPalette(container);
    this.#renderer = createRenderer(this.#palette, surface?.transparent === true);
    this.#world = worldBounds(session);
    const { world } = profile;
    const arena = world.kind === 'arena';
    const zeroGravity = profile.gravity === 'zero';
    const lightRing = Uint8Array.from(profile.teams, (team) => (team.colour === 'guer' || team.colour === 'civ' ? 1 : 0));
    const entities = new EntityPicture(session, this.#palette);
    this.#rig = new CameraRig(
      container,
      world,
      (ax, ay, az, bx, by, bz) => this.#ground.reach(ax, ay, az, bx, by, bz),
      () => this.invalidate(),
      () => view.getState().setLead(null),
    );
    // Until somebody is there to look at.
    this.#rig.setHome(this.#home);
    this.#rig.goHome();
    this.#subject = new CameraSubject(playback, this.#rig);
    this.#minimap = new MinimapCorner(
      view,
      (canvas, side) => this.#makeMinimap(canvas, side, this.#uniforms.pixelRatio.value),
      (x, z) => (arena ? this.#frame.focus.y : entities.groundHeight.at(x, z)),
    );
    const { pixelRatio } = this.#uniforms;
    this.#ground = new GroundScene({
      palette: this.#palette,
      pixelRatio,
      steps: world.grid.steps,
      world: this.#world,
      plane: new GroundLayer(this.#palette, pixelRatio, world.grid.steps, ...floorOf(world, this.#world ?? BOUNDLESS)),
      heights: entities.groundHeight,
      onChange: () => this.invalidate(),
      onPlan: () => {
        this.#plans++;
        this.#minimap.setGround(this.#ground.plan);
      },
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
    this.#drawings = new DrawingLayer(this.#uniforms, this.#palette);
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
      this.#drawings.object,
    );
    if (this.#arena !== null) this.#scene.add(this.#arena.object);
    if (surface?.transparent === true) {
      this.#ground.object.visible = false;
      if (this.#arena !== null) this.#arena.object.visible = false;
    }
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
      open: Number.NaN,
    };
    // The state may have room for more than there are now.
    this.#grow(session);
    container.append(this.#renderer.domElement, this.#labels.canvas);
    this.#listen();
    this.#resizes = new ResizeObserver(() => this.resize());
    if (surface === null) this.#resizes.observe(container);
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
      isAt: (x, y) => this.#heat.dotAt(this.#frame, x, y) >= 0 || this.#markers.markerAt(this.#frame, x, y) !== 0,
      click: (x, y) => {
        const dot = this.#heat.dotAt(this.#frame, x, y);
        if (dot >= 0) this.#onHeatDot?.(dot);
        else this.#view.getState().select(this.#markers.markerAt(this.#frame, x, y));
      },
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
    if (this.#arena === null) this.#minimap.grow(this.#lastNow, () => playBounds(session, entities.place, entities.shape, entities.count));
  }

  /** The plan in the corner is drawn on `canvas`. */
  attachMinimap(canvas: HTMLCanvasElement | null): void {
    this.#minimap.attach(canvas, this.#abort.signal);
    this.invalidate();
  }

  /** The map of the corner for somewhere else, `side` pixels long, with nobody on it yet; null before there is anything to show. */
  mapOn(canvas: HTMLCanvasElement, side: number): Minimap | null {
    return this.#framed ? this.#makeMinimap(canvas, side, 1) : null;
  }

  /** Another number when the ground of the map has changed. */
  get mapVersion(): number {
    return this.#plans;
  }

  /** What the last picture shows. */
  get scene(): Readonly<SceneFrame> {
    return this.#frame;
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

  /** What is drawn beside the recording itself: another stage that is given the same shows the same. */
  get dressing(): StageDressing {
    return { ground: this.#ground.shown, heat: this.#heat.shown, drawings: this.#drawings.shown };
  }

  /** How the last picture was seen. */
  get pose(): StagePose {
    return readPose(this.#frame, this.#rig.distance, this.#subject.followed);
  }

  /** Told after every picture. Returns unsubscribe. */
  onDrawn(listener: () => void): () => void {
    this.#drawnListeners.add(listener);
    return () => this.#drawnListeners.delete(listener);
  }

  /** From now on somebody else holds the camera; null gives it back. */
  setPose(pose: StagePose | null): void {
    this.#posed = pose;
    this.invalidate();
  }

  /**
   * Of a stage with a surface: draws the moment of `playback.state`, `now` (ms) saying how much time has passed on the screen since the last one. The two canvases,
   * words over picture, can be copied until the page gets to do anything else.
   */
  drawAt(now: number): readonly [picture: HTMLCanvasElement, words: HTMLCanvasElement] {
    this.#stale = false;
    this.#render(now);
    return [this.#renderer.domElement, this.#labels.canvas];
  }

  /** Of a stage with a surface: something has come or changed since it was drawn. */
  get isStale(): boolean {
    return this.#stale;
  }

  /** Parts of the ground are on their way; they make it stale when they come. */
  get isLoading(): boolean {
    return this.#ground.loading;
  }

  /** What people drew and wrote on it. */
  setDrawings(shown: StageDrawings): void {
    this.#drawings.set(shown, this.#playback.session);
    this.invalidate();
  }

  /** What a drawing that begins now is drawn on. */
  drawingPlane(): DrawingPlane {
    return drawingPlane(this.#frame, this.#profile.gravity === 'zero');
  }

  /** Session metres under a point of the picture (CSS pixels); null where the plane is not met. */
  placeOn(plane: DrawingPlane, x: number, y: number): [number, number, number] | null {
    return placeOn(this.#frame, plane, x, y);
  }

  /** Id of the visible drawing at a point of the picture (CSS pixels). */
  drawingAt(x: number, y: number): string | null {
    return this.#drawings.at(this.#frame, x, y);
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
    this.#scale.listen(listener);
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
    const width = this.#surface?.width ?? Math.max(1, this.#container.clientWidth);
    const height = this.#surface?.height ?? Math.max(1, this.#container.clientHeight);
    const ratio = this.#surface?.ratio ?? Math.min(MOST_PIXELS, window.devicePixelRatio);
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
    this.#minimap.forget();
    this.#measureOverlays();
    // At once: a canvas that was resized is empty until it is drawn.
    if (this.#surface === null) this.#render(performance.now());
  }

  /** Labels keep clear of whatever is laid over the picture. */
  #measureOverlays(): void {
    if (this.#surface !== null) return;
    this.#labels.reserve(overlaysOf(this.#container));
  }

  #viewChanged(now: ReplayView, before: ReplayView): void {
    if (now.mapSize !== before.mapSize) this.#minimap.forget();
    const moved = now.camera !== before.camera || now.preset !== before.preset || now.lead !== before.lead;
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
    this.#stale = true;
    if (this.#surface !== null) return;
    if (this.#request === 0 && !this.#abort.signal.aborted) this.#request = requestAnimationFrame(this.#draw);
  }

  /** Playback calls within an animation frame: drawing here, not in the next one, shows each moment without delay. */
  #drawNow(): void {
    if (this.#surface !== null) return;
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
    if (this.#posed !== null) applyPose(this.#posed, frame);
    this.#matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    const { isTop } = this.#rig;
    const distance = this.#posed?.distance ?? this.#rig.distance;
    frame.focusDistance = distance * (isTop ? 0.34 : 1);
    if (this.#posed !== null) camera.getWorldDirection(frame.focus).multiplyScalar(distance).add(camera.position);
    else if (view.camera === 'free') camera.getWorldDirection(frame.focus).multiplyScalar(frame.focusDistance).add(camera.position);
    else frame.focus.copy(this.#rig.target);
    entities.project(state, frame.matrix, frame.width, frame.height, isTop ? distance : frame.focusDistance);

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
    this.#drawings.update(frame, this.#callouts);
    this.#glyphs.update(frame, target);
    this.#status.update(frame);
    this.#renderer.render(this.#scene, camera);
    this.#labels.update(frame, this.#lines, this.#markers, this.#callouts, target);
    this.#scale.tell(camera, this.#rig.distance, frame.height, this.#ground.interval);
    const late = this.#drawMinimap(now);

    if (this.#surface !== null) return;
    for (const listener of this.#drawnListeners) listener();
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

  /** At most 15 times a second; true when it was left out. */
  #drawMinimap(now: number): boolean {
    if (!this.#framed) return false;
    const done = this.#minimap.draw(this.#frame, now);
    if (done === 'made') this.#measureOverlays();
    return done === 'late';
  }

  #makeMinimap(canvas: HTMLCanvasElement, side: number, ratio: number): Minimap {
    const { entities } = this.#frame;
    const arena = this.#arena !== null && this.#world !== null;
    const bounds =
      arena && this.#world !== null ? this.#world : playBounds(this.#playback.session, entities.place, entities.shape, entities.count);
    return new Minimap(canvas, this.#palette, bounds, this.#world, arena, this.#profile.world.grid.steps, side, ratio, this.#ground.plan);
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
    for (const layer of [this.#flight, this.#figures, this.#glyphs, this.#status, this.#drawings]) layer.dispose();
    this.#arena?.dispose();
    this.#renderer.dispose();
    // A page may have few contexts at a time, and clips come one after another.
    if (this.#surface !== null) this.#renderer.forceContextLoss();
    this.#renderer.domElement.remove();
    this.#labels.canvas.remove();
  }
}
