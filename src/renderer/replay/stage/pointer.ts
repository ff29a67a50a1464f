/** What the pointer does on the stage beside turning the camera: hovering, choosing, and following on a double click. */
import type { ReplayViewStore } from '../replay-view.ts';
import type { EntityPicture } from './entity-picture.ts';
import { pick } from './picking.ts';

/** A pointer that moved less between down and up has clicked, CSS pixels. */
const CLICK_PX = 4;

/** Something else that can be clicked; entities come first. CSS pixels. */
export interface Clickable {
  isAt(x: number, y: number): boolean;
  click(x: number, y: number): void;
}

export function listenToPointer(
  container: HTMLElement,
  view: ReplayViewStore,
  entities: EntityPicture,
  signal: AbortSignal,
  other: Clickable,
): void {
  let downX = 0;
  let downY = 0;
  const placeOf = (event: MouseEvent): [number, number] => {
    const { left, top } = container.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const pickAt = (event: MouseEvent): number | null => {
    const found = pick(entities.projected, entities.count, ...placeOf(event));
    return found === 0 ? null : found;
  };
  container.addEventListener(
    'pointerdown',
    (event) => {
      downX = event.clientX;
      downY = event.clientY;
      // A field that has the focus would keep the keys of the desk to itself.
      if (document.activeElement instanceof HTMLElement && document.activeElement !== container) document.activeElement.blur();
    },
    { signal },
  );
  container.addEventListener(
    'pointermove',
    (event) => {
      if (event.buttons !== 0) return;
      const found = pickAt(event);
      container.style.cursor = found !== null || other.isAt(...placeOf(event)) ? 'pointer' : '';
      if (found !== view.getState().hovered) view.getState().hover(found);
    },
    { signal },
  );
  container.addEventListener('pointerleave', () => view.getState().hover(null), { signal });
  container.addEventListener(
    'click',
    (event) => {
      if (Math.hypot(event.clientX - downX, event.clientY - downY) > CLICK_PX) return;
      const found = pickAt(event);
      if (found === null && other.isAt(...placeOf(event))) other.click(...placeOf(event));
      else view.getState().select(found);
    },
    { signal },
  );
  container.addEventListener(
    'dblclick',
    (event) => {
      const found = pickAt(event);
      if (found === null) return;
      view.getState().select(found);
      view.getState().follow(true);
    },
    { signal },
  );
}
