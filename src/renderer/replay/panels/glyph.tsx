/** The stage's glyphs, small, for lists: shape tells kind and life, colour the team. */
import type { Glyph as Shape } from '../../../shared/games/profile.ts';
import styles from './panels.module.css';

/** `life` is an index into LIFE. */
export function Glyph({ shape, life, colour }: { readonly shape: Shape; readonly life: number; readonly colour: string }) {
  return (
    <svg className={styles.glyph} viewBox="0 0 14 14" aria-hidden="true" style={{ color: colour }}>
      {life === 3 ? (
        <path d="M3.5 3.5l7 7m0-7l-7 7" fill="none" stroke="currentColor" strokeWidth="1.8" />
      ) : (
        <Body shape={shape} down={life === 2} />
      )}
    </svg>
  );
}

const DROP = 'M7 1.2c1.3 2 4 3.9 4 6.9a4 4 0 0 1-8 0c0-3 2.7-4.9 4-6.9z';

function Body({ shape, down }: { readonly shape: Shape; readonly down: boolean }) {
  if (shape === 'hull') return <path d="M4 12.5V4.6L7 1.5l3 3.1v7.9z" fill={down ? 'none' : 'currentColor'} stroke="currentColor" />;
  if (shape === 'disc')
    return (
      <>
        <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <circle cx="7" cy="7" r="1.5" fill="currentColor" />
      </>
    );
  if (shape === 'square') return <rect x="4.5" y="4.5" width="5" height="5" fill="currentColor" />;
  if (shape === 'dot') return <circle cx="7" cy="7" r="2" fill="currentColor" />;
  const hollow = shape === 'hollow-drop' || down;
  return (
    <>
      <path d={DROP} fill={hollow ? 'none' : 'currentColor'} stroke="currentColor" strokeWidth="1.2" />
      {down && <path d="M3 8.1h8a4 4 0 0 1-8 0z" fill="currentColor" />}
    </>
  );
}
