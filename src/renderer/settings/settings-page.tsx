/** Settings: looks, language, where the library lies, and which version this is. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Results } from '../../shared/engine-api.ts';
import { appStore, setLanguage, setTheme } from '../app/app-store.ts';
import { desktop } from '../app/desktop.ts';
import { useEngine, useEngineState } from '../engine/engine-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { DASH } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { notify } from '../ui/notices.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { LANGUAGES, useWords } from '../words/words.ts';
import { RetentionSection } from './retention-section.tsx';
import styles from './settings.module.css';

const SCALES = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

export function SettingsPage() {
  const theme = useStore(appStore, (state) => state.theme);
  const scale = useStore(appStore, (state) => state.scale);
  const language = useStore(appStore, (state) => state.language);
  const { places, settings } = useWords().app;
  const hello = useHello();
  const library = hello?.library ?? '';
  return (
    <div className={styles.page}>
      <h1>{places.settings}</h1>
      <section>
        <h2>{settings.looks}</h2>
        <Row label={settings.theme} about={settings.themeAbout}>
          <Segmented
            label={settings.theme}
            value={theme}
            options={[
              { id: 'dark', label: settings.themes.dark, icon: 'moon' },
              { id: 'light', label: settings.themes.light, icon: 'sun' },
              { id: 'system', label: settings.themes.system, icon: 'monitor' },
            ]}
            onChoose={setTheme}
          />
        </Row>
        {desktop !== null && (
          <Row label={settings.scale} about={settings.scaleAbout}>
            <Menu
              label={scaleLabel(scale, settings.automatic)}
              name={settings.scale}
              size="medium"
              align="end"
              items={(['auto', ...SCALES] as const).map((value) => ({
                id: String(value),
                label: scaleLabel(value, settings.automatic),
                checked: value === scale,
                run: () => appStore.setState({ scale: value }),
              }))}
            />
          </Row>
        )}
        <Row label={settings.language} about={settings.languageAbout}>
          <Segmented
            label={settings.language}
            value={language}
            options={[
              { id: 'system', label: settings.themes.system },
              ...Object.entries(LANGUAGES).map(([id, label]) => ({ id: id as keyof typeof LANGUAGES, label })),
            ]}
            onChoose={setLanguage}
          />
        </Row>
      </section>
      <section>
        <h2>{settings.library}</h2>
        <Row label={settings.folder} about={settings.folderAbout}>
          <code>{library === '' ? DASH : library}</code>
          {library !== '' && (
            <IconButton
              icon="copy"
              label={settings.copyPath}
              size="small"
              onClick={() => void navigator.clipboard.writeText(library).then(() => notify({ text: settings.copiedPath }))}
            />
          )}
        </Row>
      </section>
      <RetentionSection />
      <section>
        <h2>{settings.about}</h2>
        <Row label="Sandtable" about={settings.what}>
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

function scaleLabel(scale: number | 'auto', automatic: string): string {
  return scale === 'auto' ? automatic : `${Math.round(scale * 100)}\u00a0%`;
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
