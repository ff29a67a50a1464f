/** Lets at most one report through per `intervalMs`; those in between are dropped. Later reports replace them, so only the first and the regular ones count. */
export function throttled<A extends unknown[]>(intervalMs: number, report: (...args: A) => void): (...args: A) => void {
  let last = -Infinity;
  return (...args) => {
    const now = performance.now();
    if (now - last < intervalMs) return;
    last = now;
    report(...args);
  };
}
