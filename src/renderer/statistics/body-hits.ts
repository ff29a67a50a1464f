/** Parts of the body as the figure shows them: what a game tells apart is added up to seven. */
import type { CareerBody } from '../../shared/career.ts';
import type { BodyPart, HitPart } from './hit-figure.tsx';

const REGIONS = {
  head: { words: ['head', 'helmet'], parts: ['head'] },
  neck: { words: ['neck'], parts: ['neck'] },
  chest: { words: ['torso_upper'], parts: ['chest'] },
  belly: { words: ['torso_mid'], parts: ['belly'] },
  hips: { words: ['torso_lower', 'pelvis'], parts: ['pelvis'] },
  arms: { words: ['r_arm', 'l_arm', 'r_hand', 'l_hand'], parts: ['arm-left', 'arm-right'] },
  legs: { words: ['r_leg', 'l_leg', 'r_foot', 'l_foot'], parts: ['leg-left', 'leg-right'] },
} as const satisfies Readonly<Record<string, { readonly words: readonly string[]; readonly parts: readonly BodyPart[] }>>;
export type BodyRegion = keyof typeof REGIONS;

/** Shares of one column. Words that are no part of the figure stand below with their own label. */
export function hitsOf({ parts }: CareerBody, column: number, labels: Readonly<Record<BodyRegion, string>>): readonly HitPart[] {
  const total = parts.reduce((sum, { values }) => sum + (values[column] ?? 0), 0);
  const share = (value: number): number => (total === 0 ? 0 : value / total);
  const known = new Set<string>();
  const hits = (Object.keys(REGIONS) as BodyRegion[]).map((region): HitPart => {
    const of = parts.filter(({ part }) => REGIONS[region].words.some((word) => part === word || part.startsWith(`${word}_`)));
    for (const { part } of of) known.add(part);
    const value = of.reduce((sum, { values }) => sum + (values[column] ?? 0), 0);
    return { id: region, label: labels[region], share: share(value), parts: REGIONS[region].parts };
  });
  const others = parts
    .filter(({ part, values }) => !known.has(part) && (values[column] ?? 0) > 0)
    .map(({ part, label, values }): HitPart => ({ id: part, label, share: share(values[column] ?? 0), parts: [] }));
  return [...hits, ...others];
}
