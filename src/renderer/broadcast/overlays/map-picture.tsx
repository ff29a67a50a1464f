/** The map of an overlay: its ground as an image, everybody on it as dots that glide from one picture to the next. */
import { useEffect, useRef } from 'react';
import { DOT, PUBLISH_MS, type MapPlan, type OverlayParts } from '../../../shared/broadcast.ts';
import type { TeamColour } from '../../../shared/games/profile.ts';
import { TEAM_HEX } from '../../ui/team-colours.ts';
import { between, readDots, type Dots } from './dots.ts';
import styles from './overlays.module.css';

type AirMap = NonNullable<OverlayParts['map']>;

/** Of the longer side, pixels of the picture. */
const SIDE = 400;
const RADIUS: Readonly<Record<number, number>> = {
  [DOT.person]: 6,
  [DOT.dead]: 4,
  [DOT.thing]: 3,
  [DOT.vehicle]: 8,
  [DOT.ball]: 6,
  [DOT.chosen]: 8,
};

export function MapPicture({ map, plan }: { readonly map: AirMap; readonly plan: MapPlan | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const glide = useRef<{ before: Dots | null; now: Dots | null }>({ before: null, now: null });
  const width = Math.round(map.aspect >= 1 ? SIDE : SIDE * map.aspect);
  const height = Math.round(map.aspect >= 1 ? SIDE / map.aspect : SIDE);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return undefined;
    const began = performance.now();
    glide.current = { before: glide.current.now, now: readDots(map.dots) };
    let request = 0;
    const draw = (): void => {
      const share = Math.min(1, (performance.now() - began) / PUBLISH_MS);
      drawDots(context, map.colours, glide.current, share);
      if (share < 1) request = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(request);
  }, [map]);

  return (
    <>
      {plan?.id === map.id && <img className={styles.plan} src={plan.image} alt="" width={width} height={height} />}
      <canvas ref={canvas} width={width * 2} height={height * 2} style={{ width, height }} />
    </>
  );
}

function drawDots(
  context: CanvasRenderingContext2D,
  colours: readonly TeamColour[],
  { before, now }: { before: Dots | null; now: Dots | null },
  share: number,
): void {
  if (now === null) return;
  const { width, height } = context.canvas;
  const places = between(before, now, share);
  context.clearRect(0, 0, width, height);
  context.lineWidth = 3;
  for (let i = 0; i < now.count; i++) {
    const kind = now.kinds[i] as number;
    const x = (places[i * 2] as number) * width;
    const y = (places[i * 2 + 1] as number) * height;
    const radius = RADIUS[kind] ?? 4;
    const colour = kind === DOT.ball ? '#edeff1' : TEAM_HEX.dark[colours[now.colours[i] as number] ?? 'none'];
    context.globalAlpha = kind === DOT.dead ? 0.55 : 1;
    context.strokeStyle = '#0d0f11';
    context.fillStyle = colour;
    context.beginPath();
    if (kind === DOT.dead) {
      // An x, as on the stage: life is told by shape.
      context.strokeStyle = colour;
      context.moveTo(x - radius, y - radius);
      context.lineTo(x + radius, y + radius);
      context.moveTo(x + radius, y - radius);
      context.lineTo(x - radius, y + radius);
      context.stroke();
      continue;
    }
    if (kind === DOT.vehicle) context.rect(x - radius, y - radius * 0.7, radius * 2, radius * 1.4);
    else context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.fill();
    if (kind !== DOT.chosen) continue;
    context.strokeStyle = '#e6cc8a';
    context.beginPath();
    context.arc(x, y, radius + 7, 0, 2 * Math.PI);
    context.stroke();
  }
}
