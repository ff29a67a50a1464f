/** Colours of a heatmap: cividis for a density, vik for a difference; both are read alike by people who see colours differently. */

const STEPS = 256;
/** Scientific colour map vik (Fabio Crameri), ten of its colours. */
const VIK = ['001261', '033e7d', '1e6f9d', '71a8c4', 'c9dde7', 'eacebd', 'd39774', 'be6533', '8b2706', '590008'] as const;

/** Below the first share of the scale nothing is drawn, from the second on it is drawn in full. */
export const FADE = [0.03, 0.2] as const;

/** RGBA bytes, low to high. */
export function rampBytes(name: 'density' | 'difference'): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(STEPS * 4);
  for (let i = 0; i < STEPS; i++) {
    bytes.set(name === 'density' ? cividis(i / (STEPS - 1)) : vik(i / (STEPS - 1)), i * 4);
    bytes[i * 4 + 3] = 255;
  }
  return bytes;
}

/** As a CSS gradient from left to right, with the transparency that it is drawn with. `light`: for a light ground, on which much is dark. */
export function rampGradient(name: 'density' | 'difference', light = false): string {
  const bytes = rampBytes(name);
  const stops = Array.from({ length: 33 }, (_, i) => {
    const share = i / 32;
    const at = Math.round((light ? 1 - share : share) * (STEPS - 1)) * 4;
    const alpha = fade(name === 'density' ? share : Math.abs(2 * share - 1));
    return `rgb(${bytes[at]} ${bytes[at + 1]} ${bytes[at + 2]} / ${alpha.toFixed(2)}) ${(share * 100).toFixed(1)}%`;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

function fade(share: number): number {
  const x = Math.min(1, Math.max(0, (share - FADE[0]) / (FADE[1] - FADE[0])));
  return x * x * (3 - 2 * x);
}

/** The polynomial of d3-scale-chromatic (Jamie R. Nuñez and others). */
function cividis(t: number): [number, number, number] {
  return [
    byte(-4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))),
    byte(32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))),
    byte(81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))))),
  ];
}

function vik(t: number): [number, number, number] {
  const place = t * (VIK.length - 1);
  const from = Math.min(VIK.length - 2, Math.floor(place));
  const a = Number.parseInt(VIK[from] ?? '0', 16);
  const b = Number.parseInt(VIK[from + 1] ?? '0', 16);
  const part = (shift: number): number => byte(((a >> shift) & 255) + (((b >> shift) & 255) - ((a >> shift) & 255)) * (place - from));
  return [part(16), part(8), part(0)];
}

function byte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}
