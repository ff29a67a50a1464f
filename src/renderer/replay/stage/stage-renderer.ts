/** What the stage is drawn with: a WebGL context of the page, or one of an exact size for pictures and clips. */
import * as THREE from 'three';
import type { Palette } from './palette.ts';

/** Thrown when there is nothing to draw with. */
export class NoWebGLError extends Error {}

/** A picture of an exact size, which nobody sees while it is drawn. */
export interface Surface {
  /** CSS pixels: what sizes of words and glyphs are relative to. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture per CSS pixel. */
  readonly ratio: number;
  /** Without ground and arena, on nothing. */
  readonly transparent: boolean;
}

/** Throws NoWebGLError. */
export function createRenderer(palette: Palette, transparent: boolean): THREE.WebGLRenderer {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2', {
    antialias: true,
    alpha: transparent,
    depth: true,
    stencil: false,
    powerPreference: 'high-performance',
  });
  if (context === null) throw new NoWebGLError('WebGL is not available');
  const renderer = new THREE.WebGLRenderer({ canvas, context });
  const { r, g, b } = palette.bg;
  renderer.setClearColor(new THREE.Color().setRGB(r / 255, g / 255, b / 255, THREE.SRGBColorSpace), transparent ? 0 : 1);
  renderer.toneMapping = THREE.NoToneMapping;
  renderer.sortObjects = true;
  return renderer;
}
