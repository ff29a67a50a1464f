/**
 * What is near enough to be more than a glyph: people with head, body, hands and bones, and the disc as it lies in space. Reads detail only for those, so it is loaded
 * only once somebody is seen from near. Where a figure stands, the glyph gives way to it.
 */
import * as THREE from 'three';
import type { DiscProfile, FigureProfile } from '../../../shared/games/profile.ts';
import type { Space } from '../../../shared/session/model.ts';
import type { Playback } from '../playback/types.ts';
import { along, createAxes, normalise, setLevel, straighten, toDirection, toPlace, type Axes } from './axes.ts';
import { CapsuleBatch } from './capsule-batch.ts';
import { LIFE_DEAD, SHAPE_DISC, SHAPE_NONE } from './entity-picture.ts';
import { addBody, addDiscInside, addDiscRim, addHands, addHead, addVisor, createPose, placeJoints, type Pose } from './figure-shape.ts';
import type { ScreenUniforms } from './line-batch.ts';
import { colour, mix, type Colour, type Palette } from './palette.ts';
import { projectPoint } from './projector.ts';
import type { SceneFrame } from './scene.ts';

/** A figure begins to show at the first, and the glyph is gone at the second: CSS pixels per metre. */
const PERSON_PX = { from: 14, to: 19 } as const;
const DISC_PX = { from: 30, to: 42 } as const;
const MOST_FIGURES = 24;
/** The middle of a figure is this far below its head, and reaches so far around, metres. */
const MIDDLE = 0.35;
const REACH = 0.55;
/** What is larger on the screen counts as this large, CSS pixels. */
const LARGEST = 90;
/** What is nearer to the eye than this is not looked at, and how far a body reaches from its head, metres. */
const NEAREST = 0.15;
const BODY = 1.7;
const LINE = 1.5;
const MARKED_LINE = 2.4;

interface Paint {
  readonly body: Colour;
  readonly head: Colour;
  readonly hand: Colour;
}

export class FigureLayer {
  readonly object = new THREE.Group();
  readonly #people: CapsuleBatch;
  /** Of its own: whoever stands before it does not hide what everybody looks for. */
  readonly #discs: CapsuleBatch;
  readonly #playback: Playback;
  readonly #palette: Palette;
  readonly #space: Space;
  readonly #figure: FigureProfile | null;
  readonly #disc: DiscProfile | null;
  readonly #pose: Pose | null;
  /** By team colour: how a body, a head and a hand of it are painted. */
  readonly #paints = new Map<Colour, Paint>();
  readonly #dullPaints = new Map<Colour, Paint>();
  readonly #dark = colour(9, 11, 13);
  readonly #stunned: string | null;
  readonly #discAt = new Float32Array(3);
  readonly #discAxes = createAxes();
  readonly #place = new Float32Array(3);
  readonly #point = new Float32Array(2);

  constructor(uniforms: ScreenUniforms, playback: Playback, palette: Palette) {
    const { profile, info } = playback.session;
    this.#people = new CapsuleBatch(uniforms, 256, 30, false);
    this.#discs = new CapsuleBatch(uniforms, 32, 32, true);
    this.object.add(this.#people.object, this.#discs.object);
    this.#playback = playback;
    this.#palette = palette;
    this.#space = info.space;
    this.#figure = profile.figure;
    this.#disc = profile.disc;
    this.#pose = profile.figure === null ? null : createPose(profile.figure);
    this.#stunned = profile.status.find(({ look }) => look === 'rays')?.channel ?? null;
  }

  /** After everything was projected: it corrects middle and size on the screen of what it draws. `target`: who the current event is about, 0 for none. */
  update(frame: SceneFrame, target: number): void {
    const { entities, camera } = frame;
    const { projected, shape, isPerson } = entities;
    this.#people.clear();
    this.#discs.clear();
    entities.figure.fill(0);
    if (this.#figure === null && this.#disc === null) return;
    const perMetre = frame.height / (2 * Math.tan((camera.fov * Math.PI) / 360));
    let drawn = 0;
    for (let i = 1; i < entities.count; i++) {
      if (shape[i] === SHAPE_NONE) continue;
      const scale = perMetre / (projected.depth[i] as number);
      if (i !== frame.eyes && !isInView(frame, i, scale)) continue;
      if (shape[i] === SHAPE_DISC && this.#disc !== null) this.#drawDisc(frame, i, this.#disc, scale);
      else if (this.#figure !== null && this.#pose !== null && isPerson[i] === 1 && frame.state.life[i] !== LIFE_DEAD) {
        if (drawn === MOST_FIGURES || (i !== frame.eyes && scale < PERSON_PX.from)) continue;
        drawn++;
        this.#drawPerson(frame, i, this.#figure, this.#pose, scale, i === target);
      }
    }
    this.#people.commit();
    this.#discs.commit();
  }

  #drawPerson(frame: SceneFrame, i: number, figure: FigureProfile, pose: Pose, scale: number, isTarget: boolean): void {
    const { entities, view } = frame;
    if (!this.#readPose(frame, i, figure, pose)) return;
    const isOwn = i === frame.eyes;
    const share = isOwn ? 1 : shareOf(scale, PERSON_PX);
    entities.figure[i] = share;
    const paint = this.#paint(entities.colour(i), this.#isStunned(i));
    const chosen = !isOwn && view.selected === i;
    const marked = isTarget || view.hovered === i;
    const rim = chosen ? this.#palette.accent : marked ? this.#palette.t1 : this.#dark;
    const line = chosen || marked ? MARKED_LINE : LINE;
    const batch = this.#people;
    batch.paint(paint.hand, rim, line, share);
    addHands(batch, pose);
    if (isOwn) return;
    batch.paint(paint.body, rim, line, share);
    addBody(batch, pose, figure);
    batch.paint(paint.head, rim, line, share);
    addHead(batch, pose);
    batch.paint(this.#palette.t1, this.#dark, 1, share);
    addVisor(batch, pose);
    along(pose.bodyAxes, pose.head, 0, -MIDDLE * share, 0, this.#place);
    this.#enlarge(frame, i, share, scale * REACH);
  }

  #readPose({ entities, state }: SceneFrame, i: number, figure: FigureProfile, pose: Pose): boolean {
    for (let n = 0; n < 3; n++) pose.head[n] = entities.place[i * 3 + n] as number;
    const { headAxes, bodyAxes } = pose;
    if (!this.#readAxes(i, figure.head.forward, figure.head.up, headAxes)) {
      const heading = state.heading[i] as number;
      if (!Number.isFinite(heading)) return false;
      setLevel(headAxes, heading);
    }
    if (!this.#readAxes(i, figure.body.forward, figure.body.up, bodyAxes)) {
      bodyAxes.forward.set(headAxes.forward);
      bodyAxes.up.set(headAxes.up);
      bodyAxes.left.set(headAxes.left);
    }
    for (let n = 0; n < figure.hands.length; n++) {
      const hand = pose.hands[n];
      const of = figure.hands[n];
      if (hand === undefined || of === undefined) continue;
      hand.isKnown = this.#playback.detail(i, of.position, hand.at);
      if (hand.isKnown) toPlace(this.#space, hand.at);
      hand.points = this.#playback.detail(i, of.forward, hand.forward);
      if (hand.points) toDirection(this.#space, hand.forward);
      hand.points &&= normalise(hand.forward);
    }
    pose.hasJoints = figure.bones !== null && this.#playback.detail(i, figure.bones.channel, pose.joints) && placeJoints(pose);
    return true;
  }

  #readAxes(i: number, forward: string, up: string, out: Axes): boolean {
    if (!this.#playback.detail(i, forward, out.forward) || !this.#playback.detail(i, up, out.up)) return false;
    toDirection(this.#space, out.forward);
    toDirection(this.#space, out.up);
    return straighten(out);
  }

  #isStunned(i: number): boolean {
    return this.#stunned !== null && this.#playback.value(i, this.#stunned) === 1;
  }

  #paint(team: Colour, isStunned: boolean): Paint {
    const paints = isStunned ? this.#dullPaints : this.#paints;
    let paint = paints.get(team);
    if (paint === undefined) {
      const { none } = this.#palette.team;
      const body = isStunned ? mix(mix(team, none, 0.7), this.#palette.bg, 0.45) : team;
      paint = { body, head: mix(body, this.#palette.t1, 0.14), hand: mix(body, this.#palette.t1, 0.4) };
      paints.set(team, paint);
    }
    return paint;
  }

  /** The glyph's stretch of the rim turns as the disc does, and from near there is the disc itself. */
  #drawDisc(frame: SceneFrame, i: number, disc: DiscProfile, scale: number): void {
    const { entities } = frame;
    const at = this.#discAt;
    const axes = this.#discAxes;
    for (let n = 0; n < 3; n++) at[n] = entities.place[i * 3 + n] as number;
    if (!this.#readAxes(i, disc.axes.forward, disc.axes.up, axes)) return;
    along(axes, at, 0, 0, disc.radius, this.#place);
    if (this.#project(frame)) {
      const { projected } = entities;
      projected.angle[i] = Math.atan2(
        (this.#point[1] as number) - (projected.y[i] as number),
        (this.#point[0] as number) - (projected.x[i] as number),
      );
    }
    const share = shareOf(scale, DISC_PX);
    if (share === 0) return;
    entities.figure[i] = share;
    const { t1, t3 } = this.#palette;
    const batch = this.#discs;
    // Two darker stretches show how it turns.
    batch.paint(t1, this.#dark, LINE, share);
    addDiscRim(batch, at, axes, disc.radius, 0.1, 0.5);
    addDiscRim(batch, at, axes, disc.radius, 0.6, 1);
    addDiscInside(batch, at, axes, disc.radius);
    batch.paint(t3, this.#dark, LINE, share);
    addDiscRim(batch, at, axes, disc.radius, 0, 0.1);
    addDiscRim(batch, at, axes, disc.radius, 0.5, 0.6);
    this.#place.set(at);
    this.#enlarge(frame, i, share, scale * disc.radius);
  }

  /** Labels, rings and the pointer go by the figure, whose middle is at #place and which reaches so many pixels around, not by the glyph. */
  #enlarge(frame: SceneFrame, i: number, share: number, reach: number): void {
    const { projected } = frame.entities;
    if (!((projected.radius[i] as number) > 0) || !this.#project(frame)) return;
    projected.x[i] = this.#point[0] as number;
    projected.y[i] = this.#point[1] as number;
    const glyph = projected.radius[i] as number;
    projected.radius[i] = glyph + Math.max(0, Math.min(LARGEST, reach) - glyph) * share;
  }

  /** Where #place is on the screen, into #point. */
  #project({ matrix, width, height }: SceneFrame): boolean {
    const place = this.#place;
    return projectPoint(matrix, width, height, place[0] as number, place[1] as number, place[2] as number, this.#point);
  }

  dispose(): void {
    this.#people.dispose();
    this.#discs.dispose();
  }
}

/** A body reaches into the picture when its head is beyond the edge. */
function isInView({ entities, width, height }: SceneFrame, i: number, scale: number): boolean {
  const { projected } = entities;
  if (!((projected.depth[i] as number) > NEAREST)) return false;
  const reach = BODY * scale;
  const x = projected.x[i] as number;
  const y = projected.y[i] as number;
  return x > -reach && y > -reach && x < width + reach && y < height + reach;
}

function shareOf(scale: number, { from, to }: { readonly from: number; readonly to: number }): number {
  const share = Math.min(1, Math.max(0, (scale - from) / (to - from)));
  return share * share * (3 - 2 * share);
}
