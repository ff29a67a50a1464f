/** The places. */
import { useStore } from 'zustand';
import { useCaptures } from '../capture/captures.ts';
import { STATISTICS_START } from '../statistics/statistics-route.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.ts';
import { appStore, go } from './app-store.ts';
import styles from './shell.module.css';

const PLACES = [
  { place: 'library', icon: 'library' },
  { place: 'live', icon: 'radio' },
  { place: 'statistics', icon: 'chart-column' },
  { place: 'convert', icon: 'arrow-left-right' },
  { place: 'capture', icon: 'antenna' },
  { place: 'broadcast', icon: 'clapperboard' },
  { place: 'settings', icon: 'settings' },
] as const;

export function Rail() {
  const { places } = useWords().app;
  // A replay is a session of the library.
  const current = useStore(appStore, ({ route }) => (route.place === 'replay' ? 'library' : route.place));
  const live = useCaptures((all) => all?.reduce((sum, { sessions }) => sum + sessions.length, 0) ?? 0);
  return (
    <nav className={styles.rail} aria-label={places.name}>
      {PLACES.map(({ place, icon }) => (
        <button
          key={place}
          type="button"
          className={styles.railItem}
          aria-current={place === current ? 'page' : undefined}
          onClick={() => go(place === 'statistics' ? { place, at: STATISTICS_START } : { place })}
        >
          <Icon name={icon} size={20} />
          {places[place]}
          {place === 'live' && live > 0 && <span className={styles.railDot} title={places.recording(String(live))} />}
        </button>
      ))}
    </nav>
  );
}
