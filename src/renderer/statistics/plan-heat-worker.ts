/** Worker: counts the points of a plan off the main thread. */
import { floorsOf } from '../heat/floors.ts';
import { boundsOf } from '../heat/heat-grid.ts';
import type { HeatPoints } from '../heat/heat-points.ts';
import type { PlanHeatReply, PlanHeatRequest } from './plan-heat-messages.ts';
import { planHeat, planPoints } from './plan-heat.ts';

let points: HeatPoints = planPoints(new Float32Array(0));

self.addEventListener('message', ({ data }: MessageEvent<PlanHeatRequest>) => {
  if (data.kind === 'points') {
    points = planPoints(data.place);
    reply({ kind: 'points', bounds: boundsOf(points), floors: floorsOf(points) });
    return;
  }
  const heat = planHeat(points, data.query);
  reply({ kind: 'heat', id: data.id, heat }, heat === null ? [] : [heat.pixels.buffer]);
});

function reply(message: PlanHeatReply, transfer: ArrayBuffer[] = []): void {
  self.postMessage(message, { transfer });
}
