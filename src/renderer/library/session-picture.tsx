/** A session's picture on a canvas: what is kept at once, then drawn at the right size when it has been still for a moment. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { SessionRow } from '../../shared/engine-api.ts';
import { themeStore } from '../app/looks.ts';
import { usePictures } from './pictures.ts';
import styles from './library.module.css';

/** Cards that fly by are not worth a fetch, ms. */
const STILL = 80;

export interface SessionPictureProps {
  readonly row: Pick<SessionRow, 'id' | 'status' | 'frames'>;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
}

export function SessionPicture({ row, width, height }: SessionPictureProps) {
  // A session that grows gets a new picture.
  const { id } = row;
  const version = `${row.status} ${row.frames}`;
  const pictures = usePictures();
  const theme = useStore(themeStore, (state) => state.theme);
  const [bitmap, setBitmap] = useState(() => pictures.kept(id, theme));
  useEffect(() => {
    const abort = new AbortController();
    const ratio = window.devicePixelRatio;
    const size = { width: Math.round(width * ratio), height: Math.round(height * ratio), ratio };
    const timer = setTimeout(() => {
      // A picture that cannot be had stays an empty plan; the session says what is wrong when it is opened.
      pictures.of({ id, version }, size, theme, abort.signal).then(setBitmap, () => undefined);
    }, STILL);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [pictures, id, version, width, height, theme]);
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
