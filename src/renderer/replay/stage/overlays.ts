/** What is laid over the picture, so that labels keep clear of it. */
import type { Reserved } from './label-layer.ts';

/** What covers more of the picture than this is no overlay of it, but something in its place. */
const MOST = 0.6;

/** Siblings of the container and of its parent, and what says of itself that it lies over the stage; in CSS pixels of the container. */
export function overlaysOf(container: HTMLElement): readonly Reserved[] {
  const frame = container.getBoundingClientRect();
  const overlays = [...(container.parentElement?.querySelectorAll('[data-stage-overlay]') ?? [])];
  for (let level: HTMLElement | null = container, up = 0; level !== null && up < 2; level = level.parentElement, up++)
    for (const sibling of level.parentElement?.children ?? []) if (sibling !== level) overlays.push(sibling);
  const reserved: Reserved[] = [];
  for (const overlay of overlays) {
    const { left, top, width, height } = overlay.getBoundingClientRect();
    const covers = width * height > frame.width * frame.height * MOST;
    if (width > 0 && height > 0 && !covers) reserved.push({ x: left - frame.left, y: top - frame.top, width, height });
  }
  return reserved;
}
