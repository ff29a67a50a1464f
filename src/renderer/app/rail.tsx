/** The places. */
import { useStore } from 'zustand';
import { useCaptures } from '../capture/captures.ts';
import { Icon } from '../ui/icon.tsx';
import { appStore, go } from './app-store.ts';
import styles from './shell.module.css';

const PLACES = [
  { place: 'library', label: 'Library', icon: 'library' },
  { place: 'live', label: 'Live', icon: 'radio' },
  { place: 'convert', label: 'Convert', icon: 'arrow-left-right' },
  { place: 'capture', label: 'Capture', icon: 'antenna' },
  { place: 'settings', label: 'Settings', icon: 'settings' },
] as const;

export function Rail() {
  // A replay is a session of the library.
  const current = useStore(appStore, ({ route }) => (route.place === 'replay' ? 'library' : route.place));
  const live = useCaptures((all) => all?.reduce((sum, { sessions }) => sum + sessions.length, 0) ?? 0);
  return (
    <nav className={styles.rail} aria-label="Places">
      {PLACES.map(({ place, label, icon }) => (
        <button
          key={place}
          type="button"
          className={styles.railItem}
          aria-current={place === current ? 'page' : undefined}
          onClick={() => go({ place })}
        >
          <Icon name={icon} size={20} />
          {label}
          {place === 'live' && live > 0 && <span className={styles.railDot} title={`${live} being recorded`} />}
        </button>
      ))}
    </nav>
  );
}
