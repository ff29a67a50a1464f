/** The page's end of a plan's heat worker: where the points are, on which floors, and the picture of them. */
import { useEffect, useRef, useState } from 'react';
import type { HeightRange } from '../heat/heat-bins.ts';
import type { Bounds } from '../heat/heat-points.ts';
import type { PlanHeatReply, PlanHeatRequest } from './plan-heat-messages.ts';
import type { PlanHeat, PlanHeatQuery } from './plan-heat.ts';

export interface PlanAnswer {
  /** Null while it is not known, and without points. */
  readonly bounds: Bounds | null;
  /** Lowest first; none when all are on one. */
  readonly floors: readonly HeightRange[];
  readonly heat: PlanHeat | null;
}

const NOTHING: PlanAnswer = { bounds: null, floors: [], heat: null };

/** `place`: Session metres, 3 per point. `floor`: index into the floors, null for all. */
export function usePlanHeat(place: Float32Array, unit: string, floor: number | null, light: boolean): PlanAnswer {
  const [answer, setAnswer] = useState(NOTHING);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  /** What the worker has. */
  const sent = useRef<Float32Array | null>(null);
  const { floors } = answer;
  const range = floor === null ? null : (floors[floor] ?? null);

  useEffect(() => {
    const made = new Worker(new URL('./plan-heat-worker.ts', import.meta.url), { type: 'module', name: 'plan' });
    worker.current = made;
    made.addEventListener('message', ({ data }: MessageEvent<PlanHeatReply>) => {
      if (data.kind === 'points') setAnswer({ bounds: data.bounds, floors: data.floors, heat: null });
      else if (data.id === asked.current) setAnswer((before) => ({ ...before, heat: data.heat }));
    });
    return () => {
      made.terminate();
      worker.current = null;
      sent.current = null;
    };
  }, []);
  useEffect(() => {
    const query: PlanHeatQuery = { unit, floor: range, light };
    if (sent.current !== place) send(worker.current, { kind: 'points', place });
    sent.current = place;
    send(worker.current, { kind: 'heat', id: ++asked.current, query });
  }, [place, unit, range, light]);
  return answer;
}

function send(worker: Worker | null, request: PlanHeatRequest): void {
  worker?.postMessage(request);
}
