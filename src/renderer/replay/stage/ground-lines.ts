/** The grid lines of the ground as GLSL, shared by the plane and by what has relief or a picture. */
export const MOST_STEPS = 4;

/** Needs the uniforms phase, steps, strength and pixelRatio. `at`: metres from the camera; `px`: metres that a pixel covers there. */
export const GRID_GLSL = /* glsl */ `
  uniform vec2 phase[${MOST_STEPS}];  // where the camera stands within a square, 0 to 1
  uniform float steps[${MOST_STEPS}]; // metres, 0 = none
  uniform float strength[${MOST_STEPS}];
  uniform float pixelRatio;

  float noise(vec2 p) { return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))); }

  float gridInk(vec2 at, vec2 px) {
    float ink = 0.0;
    for (int i = 0; i < ${MOST_STEPS}; i++) {
      if (steps[i] <= 0.0) continue;
      vec2 square = at / steps[i] + phase[i];
      vec2 perPixel = px / steps[i];
      vec2 off = abs(fract(square - 0.5) - 0.5) / perPixel;
      vec2 line = 1.0 - smoothstep(0.5 * pixelRatio - 0.5, 0.5 * pixelRatio + 0.5, off);
      // Lines leave before they come closer than a few pixels, each direction for itself: no moire at the horizon.
      line *= smoothstep(3.0 * pixelRatio, 20.0 * pixelRatio, 1.0 / perPixel);
      ink = max(ink, max(line.x, line.y) * strength[i]);
    }
    return ink;
  }
`;
