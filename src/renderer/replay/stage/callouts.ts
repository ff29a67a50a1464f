/** Short words at places of the world that layers want written: filled anew for every frame, drawn by the label layer. */

const MOST = 8;

export class Callouts {
  count = 0;
  /** Session metres, 3 each. */
  readonly place = new Float32Array(MOST * 3);
  readonly text: string[] = [];

  clear(): void {
    this.count = 0;
  }

  add(x: number, y: number, z: number, text: string): void {
    if (this.count === MOST) return;
    const at = this.count * 3;
    this.place[at] = x;
    this.place[at + 1] = y;
    this.place[at + 2] = z;
    this.text[this.count++] = text;
  }
}
