/** Draws the text cut to a width; nothing when not even three letters fit. */
export function fitText(c: CanvasRenderingContext2D, text: string, x: number, y: number, width: number): void {
  if (c.measureText(text).width <= width) {
    c.fillText(text, x, y);
    return;
  }
  let low = 0;
  let high = text.length;
  while (low < high) {
    const mid = (low + high + 1) >>> 1;
    if (c.measureText(`${text.slice(0, mid)}…`).width <= width) low = mid;
    else high = mid - 1;
  }
  if (low >= 3) c.fillText(`${text.slice(0, low)}…`, x, y);
}
