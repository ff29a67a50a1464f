/** Flying freely: W A S D along the view, Q and E down and up, Shift faster, the mouse turns. Listens only while it is started. */
import type * as THREE from 'three';

const KEYS = ['KeyW', 'KeyA', 'KeyS', 'KeyD', 'KeyQ', 'KeyE', 'ShiftLeft', 'ShiftRight'] as const;
const FASTER = 4;
/** Radians per CSS pixel. */
const TURN = 0.0035;
const STEEPEST = Math.PI * 0.49;

export class FlyKeys {
  readonly #element: HTMLElement;
  readonly #onChange: () => void;
  readonly #down = new Set<string>();
  #turnX = 0;
  #turnY = 0;
  #dragging = false;
  #listening: AbortController | null = null;

  constructor(element: HTMLElement, onChange: () => void) {
    this.#element = element;
    this.#onChange = onChange;
  }

  start(): void {
    if (this.#listening !== null) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // The keys of the desk are the same letters: while flying they belong to the camera.
    window.addEventListener('keydown', (event) => this.#key(event, true), { signal, capture: true });
    window.addEventListener('keyup', (event) => this.#key(event, false), { signal, capture: true });
    window.addEventListener('blur', () => this.#down.clear(), { signal });
    this.#element.addEventListener('pointerdown', () => (this.#dragging = true), { signal });
    window.addEventListener('pointerup', () => (this.#dragging = false), { signal });
    window.addEventListener(
      'pointermove',
      (event) => {
        if (!this.#dragging) return;
        this.#turnX += event.movementX;
        this.#turnY += event.movementY;
        this.#onChange();
      },
      { signal },
    );
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
    this.#down.clear();
    this.#dragging = false;
  }

  /** Moves the camera at `speed` m/s; true while a key is held. The camera's rotation order is YXZ. */
  fly(camera: THREE.PerspectiveCamera, seconds: number, speed: number): boolean {
    camera.rotation.y -= this.#turnX * TURN;
    camera.rotation.x = Math.max(-STEEPEST, Math.min(STEEPEST, camera.rotation.x - this.#turnY * TURN));
    camera.rotation.z = 0;
    this.#turnX = 0;
    this.#turnY = 0;
    const fast = this.#down.has('ShiftLeft') || this.#down.has('ShiftRight') ? FASTER : 1;
    const step = speed * fast * Math.min(seconds, 0.1);
    const ahead = this.#axis('KeyW', 'KeyS') * step;
    const right = this.#axis('KeyD', 'KeyA') * step;
    const up = this.#axis('KeyE', 'KeyQ') * step;
    if (ahead !== 0) camera.translateZ(-ahead);
    if (right !== 0) camera.translateX(right);
    camera.position.y += up;
    return ahead !== 0 || right !== 0 || up !== 0;
  }

  #axis(plus: string, minus: string): number {
    return (this.#down.has(plus) ? 1 : 0) - (this.#down.has(minus) ? 1 : 0);
  }

  #key(event: KeyboardEvent, down: boolean): void {
    if (!KEYS.some((code) => code === event.code) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')) return;
    if (down) this.#down.add(event.code);
    else this.#down.delete(event.code);
    if (!event.code.startsWith('Shift')) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
    this.#onChange();
  }

  dispose(): void {
    this.stop();
  }
}
