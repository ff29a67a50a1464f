/** A session's picture on a canvas: what is kept at once, then drawn at the right size when it has been still for a moment. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { themeStore } from '../app/looks.ts';
import { usePictures } from './pictures.ts';
import styles from './library.module.css';

/** Cards that fly by are not worth a fetch, ms. */
const STILL = 80;

export function SessionPicture({
  sessionId,
  width,
  height,
}: {
  readonly sessionId: string;
  readonly width: number;
  readonly height: number;
}) {
  const pictures = usePictures();
  const theme = useStore(themeStore, (state) => state.theme);
  const [bitmap, setBitmap] = useState(() => pictures.kept(sessionId, theme));
  useEffect(() => {
    const abort = new AbortController();
    const ratio = window.devicePixelRatio;
    const size = { width: Math.round(width * ratio), height: Math.round(height * ratio), ratio };
    const timer = setTimeout(() => {
      // A picture that cannot be had stays an empty plan; the session says what is wrong when it is opened.
      pictures.of(sessionId, size, theme, abort.signal).then(setBitmap, () => undefined);
    }, STILL);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [pictures, sessionId, width, height, theme]);
  return <Bitmap bitmap={bitmap} />;
}

export function Bitmap({ bitmap }: { readonly bitmap: ImageBitmap | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null || bitmap === null) return;
    canvas.current.width = bitmap.width;
    canvas.current.height = bitmap.height;
    canvas.current.getContext('2d', { alpha: false })?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  return <canvas ref={canvas} className={styles.canvas} data-drawn={bitmap !== null} aria-hidden="true" />;
}
