/** The shaders of the ground's surface: heights from a texture, hill shading, picture, contour lines and grid per pixel. Defines: RELIEF, PICTURE_IMAGE, PICTURE_TILES. */
import { DARKER, DARKEST, LIGHTER, STEEPER } from './ground-light.ts';
import { GRID_GLSL } from './ground-lines.ts';

/** A picture is this bright at most: what is played on it must stand out. */
const DIM = 0.82;

const HEIGHT_GLSL = /* glsl */ `
  uniform highp sampler2D heights;
  uniform vec2 samples; // columns and rows

  float sampledHeight(vec2 texel) {
    vec2 at = clamp(texel, vec2(0.0), samples - 1.0);
    ivec2 corner = ivec2(min(floor(at), samples - 2.0));
    vec2 share = at - vec2(corner);
    float a = texelFetch(heights, corner, 0).r;
    float b = texelFetch(heights, corner + ivec2(1, 0), 0).r;
    float c = texelFetch(heights, corner + ivec2(0, 1), 0).r;
    float d = texelFetch(heights, corner + ivec2(1, 1), 0).r;
    return mix(mix(a, b, share.x), mix(c, d, share.x), share.y);
  }
`;

export const SURFACE_VERTEX = /* glsl */ `
  attribute vec4 patchAt;   // from the camera: x, z; side, metres; layer of its tile, -1 for none
  attribute vec4 patchGrid; // in samples of the height grid: x, y and side; how far its skirt hangs down, metres
  attribute vec4 patchPicture; // its corner within the picture, pixels (tiles: of 0 to 1); how far a metre leads along and across
  uniform float eyeHeight; // metres over height 0
  uniform float flatHeight;
  uniform float water;
  uniform vec2 pictureSize;
  varying vec3 rel;
  varying vec2 texel;
  varying vec2 within;
  varying float away;
  flat varying float layer;
  #ifdef RELIEF
  ${HEIGHT_GLSL}
  #endif

  void main() {
    vec2 metres = position.xy * patchAt.z;
    texel = patchGrid.xy + position.xy * patchGrid.z;
    float height = flatHeight;
    float skirt = 0.0;
    #ifdef RELIEF
    // At the edge of all there is no gap to hide, and nothing that would hide a skirt.
    vec2 inwards = min(texel, samples - 1.0 - texel);
    skirt = position.z * patchGrid.w * step(0.6, min(inwards.x, inwards.y));
    height = sampledHeight(texel);
    height = mix(height, max(height, 0.0), water);
    #endif
    layer = patchAt.w;
    vec2 turn = patchPicture.zw;
    within = (patchPicture.xy + vec2(turn.x * metres.x - turn.y * metres.y, turn.y * metres.x + turn.x * metres.y)) / pictureSize;
    rel = vec3(patchAt.x + metres.x, height - skirt - eyeHeight, patchAt.y + metres.y);
    vec4 inView = vec4(mat3(viewMatrix) * rel, 1.0);
    away = -inView.z;
    gl_Position = projectionMatrix * inView;
  }
`;

export const SURFACE_FRAGMENT = /* glsl */ `
  varying vec3 rel;
  varying vec2 texel;
  varying vec2 within;
  varying float away;
  flat varying float layer;
  uniform vec4 bounds; // of the world: west, north, east, south, metres from the camera
  uniform vec2 focus;
  uniform float reach;
  uniform vec3 background;
  uniform vec3 ground;
  uniform vec3 plain; // where no height is known
  uniform vec3 lines;
  uniform vec3 waterColour;
  uniform vec3 contourColour;
  uniform float water;
  uniform float grid;
  uniform float opacity;
  uniform float interval; // metres between contour lines, 0 for none
  uniform float inferred;
  ${GRID_GLSL}
  #ifdef RELIEF
  ${HEIGHT_GLSL}
  uniform sampler2D slopes;
  uniform sampler2D known;
  #endif
  #ifdef PICTURE_IMAGE
  uniform sampler2D picture;
  #endif
  #ifdef PICTURE_TILES
  uniform highp sampler2DArray picture;
  #endif

  void main() {
    float dither = (noise(gl_FragCoord.xy) - 0.5) / 255.0;
    vec2 at = rel.xz;
    vec2 px = max(fwidth(at), vec2(1e-5)); // a skirt hangs straight down
    float fade = 1.0 - smoothstep(0.12, 1.0, length(at) / reach);
    vec2 edge = max(bounds.xy - at, at - bounds.zw);
    float inside = 1.0 - smoothstep(-0.5, 0.5, max(edge.x / px.x, edge.y / px.y));
    float light = 1.0 / (1.0 + dot(at - focus, at - focus) / (reach * reach * 0.04));
    vec3 colour = plain;
    float lit = 1.0;
    float sure = 0.0;
    float height = 0.0;

    #ifdef RELIEF
    vec2 uv = (texel + 0.5) / samples;
    height = sampledHeight(texel);
    sure = texture2D(known, uv).r;
    colour = mix(plain, ground, sure);
    vec2 slope = texture2D(slopes, uv).rg * ${STEEPER.toFixed(2)};
    bool wet = water > 0.5 && height < 0.0;
    vec3 normal = normalize(vec3(-slope.x, 1.0, -slope.y));
    const vec3 SUN = vec3(-0.5, 0.7071, -0.5);
    float shade = dot(normal, SUN) - SUN.y;
    lit = wet ? 1.0 : max(${DARKEST.toFixed(2)}, 1.0 + sure * (shade > 0.0 ? ${LIGHTER.toFixed(2)} : ${DARKER.toFixed(2)}) * shade);
    if (wet) colour = mix(waterColour, background, 0.5 * smoothstep(0.0, -60.0, height));
    #endif

    colour *= 0.82 + 0.3 * light;
    #if defined(PICTURE_IMAGE) || defined(PICTURE_TILES)
    vec4 drawn = vec4(0.0);
    #ifdef PICTURE_IMAGE
    if (all(greaterThanEqual(within, vec2(0.0))) && all(lessThanEqual(within, vec2(1.0)))) drawn = texture2D(picture, within);
    #else
    // Half a texel from the edge: a tile knows nothing of its neighbours.
    if (layer > -0.5) drawn = texture(picture, vec3(clamp(within, 0.5 / 256.0, 1.0 - 0.5 / 256.0), layer));
    #endif
    colour = mix(colour, drawn.rgb * ${DIM.toFixed(2)}, drawn.a * opacity);
    lit = mix(lit, 1.0 + 0.6 * (lit - 1.0), drawn.a * opacity);
    #endif

    colour = mix(background, min(colour * lit, 1.0), fade);

    #ifdef RELIEF
    if (interval > 0.0) {
      float lineNumber = height / interval;
      float width = max(fwidth(lineNumber), 1e-6);
      float off = abs(fract(lineNumber - 0.5) - 0.5) / width;
      float fifth = abs(fract(lineNumber / 5.0 - 0.5) - 0.5) * 5.0 / width;
      float thin = 1.0 - smoothstep(0.5 * pixelRatio - 0.5, 0.5 * pixelRatio + 0.6, off);
      float strong = 1.0 - smoothstep(0.7 * pixelRatio - 0.5, 0.7 * pixelRatio + 0.6, fifth);
      // Where they would run together, the thin ones leave first.
      thin *= 0.34 * (1.0 - smoothstep(0.12, 0.3, width / pixelRatio));
      strong *= 0.62 * (1.0 - smoothstep(0.5, 1.4, width / pixelRatio));
      // Guessed heights have broken lines.
      float broken = mix(1.0, step(0.4, fract((gl_FragCoord.x + gl_FragCoord.y) / (9.0 * pixelRatio))), inferred);
      float shore = water > 0.5 && height < 0.0 ? 0.35 : 1.0;
      colour = mix(colour, contourColour, max(thin, strong) * sure * broken * shore * fade);
    }
    #endif

    colour = mix(colour, lines, gridInk(at, px) * fade * grid * mix(0.35, 1.0, inside));
    colour = mix(mix(background, colour, 0.5), colour, inside);
    gl_FragColor = vec4(colour + dither, 1.0);
    // Evenly fine from a step before the eye to the horizon: hills hide each other at any distance.
    gl_FragDepth = log2(1.0 + max(0.0, away)) / 20.0;
  }
`;
