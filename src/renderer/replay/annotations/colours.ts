/** The colours of annotations: none is a team's, and each is told from the others by its name as well. */
import type { AnnotationColour } from '../../../shared/annotations.ts';

/** On dark ground, such as the stage of both themes, and on light. */
const COLOURS: Readonly<Record<AnnotationColour, readonly [dark: string, light: string]>> = {
  sand: ['#E6CC8A', '#604607'],
  white: ['#FFFFFF', '#1A1D20'],
  violet: ['#B9A0FF', '#5A3CC4'],
  pink: ['#FF8FDC', '#A81B7B'],
  lime: ['#D6F25C', '#4A5900'],
};

/** As CSS text. */
export function annotationColour(colour: AnnotationColour, ground: 'dark' | 'light' = 'dark'): string {
  return COLOURS[colour][ground === 'dark' ? 0 : 1];
}

/** As CSS text for what stands on the page: that of its theme. */
export function annotationInk(colour: AnnotationColour): string {
  const [dark, light] = COLOURS[colour];
  return `light-dark(${light}, ${dark})`;
}
