/** What the canvases depend on outside of React's props: the size of their element, and theme, fonts and device pixels. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { readTheme, type TimelineTheme } from './theme.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Inner size in CSS pixels, 0 x 0 until it is known. */
export function useSize(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void =>
      setSize((old) => {
        const next = { width: element.clientWidth, height: element.clientHeight };
        return old.width === next.width && old.height === next.height ? old : next;
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** The theme's colours and fonts, read again (a new object) whenever canvases have to be drawn again for theme, fonts or device pixels; null until mounted. */
export function useTheme(ref: RefObject<HTMLElement | null>): TimelineTheme | null {
  const [theme, setTheme] = useState<TimelineTheme | null>(null);
  useLayoutEffect(() => {
    let mounted = true;
    const read = (): void => {
      if (mounted && ref.current !== null) setTheme(readTheme(ref.current));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true });
    const scheme = matchMedia('(prefers-color-scheme: light)');
    scheme.addEventListener('change', read);
    window.addEventListener('resize', read);
    void document.fonts.ready.then(read);
    document.fonts.addEventListener('loadingdone', read);
    return () => {
      mounted = false;
      observer.disconnect();
      scheme.removeEventListener('change', read);
      window.removeEventListener('resize', read);
      document.fonts.removeEventListener('loadingdone', read);
    };
  }, [ref]);
  return theme;
}
