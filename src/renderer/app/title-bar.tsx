/** Library and open replays as tabs, the command field, and the window's buttons where the system draws none. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { PROFILES } from '../../shared/games/profiles.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Keys } from '../ui/keys.tsx';
import { Logo } from '../ui/logo.tsx';
import { useWords } from '../words/words.ts';
import { appStore, closeTab, go, openReplay } from './app-store.ts';
import { desktop } from './desktop.ts';
import styles from './shell.module.css';

export function TitleBar() {
  const tabs = useStore(appStore, (state) => state.tabs);
  const route = useStore(appStore, (state) => state.route);
  const about = useStore(appStore, (state) => state.about);
  const { app, shell } = useWords();
  const { places } = app;
  const current = route.place === 'replay' ? tabs.find((tab) => tab.sessionId === route.sessionId) : undefined;
  useEffect(() => {
    const title = current?.title ?? about;
    document.title = title === '' ? 'Sandtable' : `${title} – Sandtable`;
  }, [current, about]);
  return (
    <header className={desktop?.platform === 'darwin' ? `${styles.title} ${styles.mac}` : styles.title}>
      <div className={styles.logo}>
        <Logo />
      </div>
      <nav className={styles.tabs} aria-label={shell.tabs}>
        <div className={styles.tab} data-current={route.place === 'library'}>
          <button
            type="button"
            className={styles.tabName}
            aria-current={route.place === 'library' ? 'page' : undefined}
            onClick={() => go({ place: 'library' })}
          >
            <Icon name="library" />
            <span>{places.library}</span>
          </button>
        </div>
        {tabs.map((tab) => {
          const title = tab.title === '' ? shell.replay : tab.title;
          return (
            <div
              key={tab.sessionId}
              className={styles.tab}
              data-current={tab === current}
              onAuxClick={(event) => {
                if (event.button === 1) closeTab(tab.sessionId);
              }}
            >
              <button
                type="button"
                className={styles.tabName}
                title={title}
                aria-current={tab === current ? 'page' : undefined}
                onClick={() => openReplay(tab.sessionId)}
              >
                <Icon name={PROFILES[tab.game]?.icon ?? 'play'} />
                <span>{title}</span>
              </button>
              <IconButton
                className={styles.tabClose ?? ''}
                icon="x"
                iconSize={14}
                size="small"
                label={shell.closeTab(title)}
                onClick={() => closeTab(tab.sessionId)}
              />
            </div>
          );
        })}
        {route.place === 'statistics' && (
          <div className={styles.tab} data-current="true">
            <button type="button" className={styles.tabName} aria-current="page" onClick={() => go(route)}>
              <Icon name="chart-column" />
              <span>{places.statistics}</span>
            </button>
          </div>
        )}
      </nav>
      <div className={styles.spring} />
      <button type="button" className={styles.commandField} onClick={() => appStore.setState({ paletteOpen: true })}>
        <Icon name="search" />
        <span>{app.commands.palette}</span>
        <Keys keys="Ctrl K" />
      </button>
      {desktop !== null && desktop.platform !== 'darwin' && (
        <div className={styles.windowButtons}>
          <button type="button" aria-label={shell.minimise} onClick={() => desktop?.window.minimise()}>
            <Icon name="minus" />
          </button>
          <button type="button" aria-label={shell.maximise} onClick={() => desktop?.window.toggleMaximise()}>
            <Icon name="square" size={14} />
          </button>
          <button type="button" aria-label={shell.closeWindow} onClick={() => desktop?.window.close()}>
            <Icon name="x" />
          </button>
        </div>
      )}
    </header>
  );
}
