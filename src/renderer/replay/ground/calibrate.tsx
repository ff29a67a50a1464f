/** Places an image on the map: two of its points, each by a click or in numbers, and where each is in the world. */
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import { placementOf, type Calibration, type GroundPicture } from '../../../shared/ground.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatDecimal } from '../../ui/format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords, type Words } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { readPlace, writePlace } from './place-text.ts';
import type { WorldGround } from './world-ground.ts';
import styles from './ground.module.css';

/** Of the image in the dialog, CSS pixels. */
const WIDTH = 636;
const HEIGHT = 360;
/** In a low window it leaves room for the fields under it. */
const SHARE_OF_WINDOW = 0.33;
/** Pixels of the image are decoded at most so finely to be shown here. */
const MOST_PX = 2048;
const POINTS = ['0', '1'] as const;

interface Draft {
  readonly pixel: string;
  readonly place: string;
}

export interface CalibrateProps {
  readonly ground: WorldGround;
  readonly image: Extract<GroundPicture, { kind: 'image' }>;
  readonly playback: Playback;
  /** Session x and z of what the camera looks at. */
  readonly focus: () => readonly [number, number];
  readonly onDone: () => void;
}

export function Calibrate({ ground, image, playback, focus, onDone }: CalibrateProps) {
  const { cancel, picture, place: says } = useWords().ground;
  const { info, profile } = playback.session;
  const message = useStore(ground.store, (state) => state.message);
  const [drafts, setDrafts] = useState<readonly [Draft, Draft]>(() => draftsOf(image, info.space));
  const [active, setActive] = useState<(typeof POINTS)[number]>('0');
  const reference = profile.world.grid.reference;
  const calibration = calibrationOf(drafts, (text) => readPlace(text, info.space, reference));
  const placement = calibration === null ? null : placementOf(calibration);
  const change = (point: (typeof POINTS)[number], part: Partial<Draft>): void =>
    setDrafts(([a, b]) => (point === '0' ? [{ ...a, ...part }, b] : [a, { ...b, ...part }]));
  const save = (): void => {
    if (calibration === null) return;
    void ground.calibrate(image.version, calibration).then(() => {
      if (ground.store.getState().message === null) onDone();
    });
  };
  return (
    <Dialog
      title={says.title(image.name)}
      open
      onClose={onDone}
      width={680}
      end={
        <>
          <span className={styles.hint}>{placementWords(calibration !== null, placement, says)}</span>
          <Button kind="plain" onClick={onDone}>
            {cancel}
          </Button>
          <Button kind="primary" disabled={placement === null} onClick={save}>
            {picture.place}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <p>
          {says.about} {reference === 'arma' ? says.grid : says.own}
        </p>
        <ImageField
          ground={ground}
          image={image}
          points={drafts.map(({ pixel }) => readPixel(pixel))}
          active={Number(active)}
          onPoint={(x, y) => {
            change(active, { pixel: `${x}, ${y}` });
            // The first click is for the first point, the next one for the other.
            if (active === '0' && drafts[1].pixel === '') setActive('1');
          }}
        />
        <Segmented
          label={says.marks}
          value={active}
          options={POINTS.map((id) => ({ id, label: says.mark(Number(id) + 1) }))}
          onChoose={setActive}
        />
        {POINTS.map((point) => {
          const draft = drafts[point === '0' ? 0 : 1];
          return (
            <div key={point} className={styles.row} role="group" aria-label={says.point(Number(point) + 1)}>
              <span className={styles.number}>{Number(point) + 1}</span>
              <TextField
                label={says.pixel(Number(point) + 1)}
                placeholder={says.pixelHint}
                value={draft.pixel}
                onText={(pixel) => change(point, { pixel })}
              />
              <TextField
                label={says.place(Number(point) + 1)}
                placeholder={says.placeHint}
                value={draft.place}
                onText={(place) => change(point, { place })}
              />
              <Button size="small" kind="outline" onClick={() => change(point, { place: writePlace(focus(), info.space) })}>
                {says.middle}
              </Button>
            </div>
          );
        })}
        {message !== null && (
          <p className={styles.message} role="alert">
            {message}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface ImageFieldProps {
  readonly ground: WorldGround;
  readonly image: CalibrateProps['image'];
  readonly points: readonly (readonly [number, number] | null)[];
  readonly active: number;
  readonly onPoint: (x: number, y: number) => void;
}

/** The image with its two marks. A click marks; the numbers below do the same by keys. */
function ImageField({ ground, image, points, active, onPoint }: ImageFieldProps) {
  const says = useWords().ground.place;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  const [failed, setFailed] = useState(false);
  const [highest] = useState(() => Math.min(HEIGHT, window.innerHeight * SHARE_OF_WINDOW));
  const scale = Math.min(WIDTH / image.width, highest / image.height);
  const width = Math.round(image.width * scale);
  const height = Math.round(image.height * scale);

  useEffect(() => {
    let gone = false;
    ground.image(image.version, image.type, MOST_PX).then(
      (made) => {
        if (gone) made?.close();
        else setBitmap(made);
      },
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [ground, image]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null) return;
    const ratio = window.devicePixelRatio;
    element.width = width * ratio;
    element.height = height * ratio;
    context.scale(ratio, ratio);
    if (bitmap !== null) context.drawImage(bitmap, 0, 0, width, height);
    const style = getComputedStyle(element);
    for (const [i, point] of points.entries()) {
      if (point === null) continue;
      drawMark(
        context,
        point[0] * scale,
        point[1] * scale,
        String(i + 1),
        style.getPropertyValue(i === active ? '--accent' : '--t1'),
        style.fontFamily,
      );
    }
  });

  const mark = (event: PointerEvent<HTMLCanvasElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    onPoint(Math.round((event.clientX - left) / scale), Math.round((event.clientY - top) / scale));
  };
  if (failed)
    return (
      <p className={styles.message} role="alert">
        {says.notOpened(image.name)}
      </p>
    );
  return (
    <canvas
      ref={canvas}
      className={styles.image}
      data-theme="dark"
      style={{ width, height }}
      role="img"
      aria-label={says.image(image.name, active + 1)}
      onPointerDown={mark}
    />
  );
}

function drawMark(context: CanvasRenderingContext2D, x: number, y: number, number: string, colour: string, font: string): void {
  for (const [width, stroke] of [
    [4.5, 'rgb(9 11 13 / 85%)'],
    [1.8, colour],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = stroke;
    context.beginPath();
    context.arc(x, y, 7, 0, 2 * Math.PI);
    context.moveTo(x - 12, y);
    context.lineTo(x + 12, y);
    context.moveTo(x, y - 12);
    context.lineTo(x, y + 12);
    context.stroke();
  }
  context.font = `600 13px ${font}`;
  context.lineWidth = 4;
  context.strokeStyle = 'rgb(9 11 13 / 85%)';
  context.strokeText(number, x + 12, y - 8);
  context.fillStyle = colour;
  context.fillText(number, x + 12, y - 8);
}

function draftsOf({ calibration }: CalibrateProps['image'], space: Parameters<typeof writePlace>[1]): readonly [Draft, Draft] {
  const draft = (i: 0 | 1): Draft =>
    calibration === null
      ? { pixel: '', place: '' }
      : { pixel: calibration[i].pixel.join(', '), place: writePlace(calibration[i].place, space) };
  return [draft(0), draft(1)];
}

function readPixel(text: string): readonly [number, number] | null {
  const [, x, y] = /^\s*(-?\d{1,6}(?:\.\d+)?)\s*[,\s]\s*(-?\d{1,6}(?:\.\d+)?)\s*$/.exec(text) ?? [];
  return x === undefined || y === undefined ? null : [Number(x), Number(y)];
}

/** Null while anything is missing. */
function calibrationOf(drafts: readonly [Draft, Draft], read: (text: string) => readonly [number, number] | null): Calibration | null {
  const [a, b] = drafts.map(({ pixel, place }) => ({ pixel: readPixel(pixel), place: read(place) }));
  if (a === undefined || b === undefined || a.pixel === null || a.place === null || b.pixel === null || b.place === null) return null;
  return [
    { pixel: a.pixel, place: a.place },
    { pixel: b.pixel, place: b.place },
  ];
}

function placementWords(complete: boolean, placement: ReturnType<typeof placementOf>, says: Words['ground']['place']): string {
  if (!complete) return '';
  if (placement === null) return says.tooNear;
  const scale = Math.hypot(placement.along, placement.across);
  const turn = Math.round((Math.atan2(placement.across, placement.along) * 180) / Math.PI);
  const words = says.scale(formatDecimal(Number(scale.toPrecision(3)), 12, 0));
  return turn === 0 ? words : says.turned(words, turn);
}
