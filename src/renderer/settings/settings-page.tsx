/** Settings: looks, where the library lies, and which version this is. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Results } from '../../shared/engine-api.ts';
import { appStore, setTheme } from '../app/app-store.ts';
import { desktop } from '../app/desktop.ts';
import { useEngine, useEngineState } from '../engine/engine-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { DASH } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { notify } from '../ui/notices.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './settings.module.css';

const SCALES = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

export function SettingsPage() {
  const theme = useStore(appStore, (state) => state.theme);
  const scale = useStore(appStore, (state) => state.scale);
  const hello = useHello();
  const library = hello?.library ?? '';
  return (
    <div className={styles.page}>
      <h1>Settings</h1>
      <section>
        <h2>Looks</h2>
        <Row label="Theme" about="The stage stays dark in both.">
          <Segmented
            label="Theme"
            value={theme}
            options={[
              { id: 'dark', label: 'Dark', icon: 'moon' },
              { id: 'light', label: 'Light', icon: 'sun' },
              { id: 'system', label: 'System', icon: 'monitor' },
            ]}
            onChoose={setTheme}
          />
        </Row>
        {desktop !== null && (
          <Row label="Size of everything" about="Automatic follows the width of the window.">
            <Menu
              label={scaleLabel(scale)}
              name="Size of everything"
              size="medium"
              align="end"
              items={(['auto', ...SCALES] as const).map((value) => ({
                id: String(value),
                label: scaleLabel(value),
                checked: value === scale,
                run: () => appStore.setState({ scale: value }),
              }))}
            />
          </Row>
        )}
      </section>
      <section>
        <h2>Library</h2>
        <Row label="Folder" about="Sessions and kept originals.">
          <code>{library === '' ? DASH : library}</code>
          {library !== '' && (
            <IconButton
              icon="copy"
              label="Copy the folder's path"
              size="small"
              onClick={() => void navigator.clipboard.writeText(library).then(() => notify({ text: 'Copied the path of the library.' }))}
            />
          )}
        </Row>
      </section>
      <section>
        <h2>About</h2>
        <Row label="Sandtable" about="Records, keeps and plays back game sessions. MIT licence.">
          <code>{hello?.version ?? DASH}</code>
        </Row>
      </section>
    </div>
  );
}

function Row({ label, about, children }: { readonly label: string; readonly about: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <div>
        <p className={styles.label}>{label}</p>
        <p className={styles.about}>{about}</p>
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}

function scaleLabel(scale: number | 'auto'): string {
  return scale === 'auto' ? 'Automatic' : `${Math.round(scale * 100)}\u00a0%`;
}

function useHello(): Results['hello'] | null {
  const client = useEngine();
  const engine = useEngineState().state;
  const [hello, setHello] = useState<Results['hello'] | null>(null);
  useEffect(() => {
    if (engine !== 'ready') return undefined;
    let wanted = true;
    client.call('hello', {}).then(
      (answer) => wanted && setHello(answer),
      () => undefined, // the status bar says that the engine is away
    );
    return () => {
      wanted = false;
    };
  }, [client, engine]);
  return hello;
}
