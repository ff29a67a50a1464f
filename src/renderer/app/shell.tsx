/** Title bar, rail, status bar, and between them the place where the user is. */
import { lazy, Suspense, useCallback } from 'react';
import { useStore } from 'zustand';
import { CapturePage } from '../capture/capture-page.tsx';
import { ConvertPage } from '../convert/convert-page.tsx';
import { useEngine } from '../engine/engine-context.tsx';
import { LibraryPage } from '../library/library-page.tsx';
import { LivePage } from '../live/live-page.tsx';
import type { ReplayMoment } from '../replay/use-replay-link.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { appStore, describeTab } from './app-store.ts';
import { DropZone } from './drop-zone.tsx';
import { Help } from './help.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { useShellCommands } from './shell-commands.ts';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import styles from './shell.module.css';

// three.js is not loaded before a replay opens.
const ReplayPage = lazy(async () => ({ default: (await import('../replay/replay-page.tsx')).ReplayPage }));

export function Shell() {
  useShellCommands();
  return (
    <div className={styles.shell}>
      <TitleBar />
      <Rail />
      <main className={styles.place}>
        <Place />
      </main>
      <StatusBar />
      <DropZone />
      <Palette />
      <Help />
    </div>
  );
}

function Place() {
  const route = useStore(appStore, (state) => state.route);
  if (route.place === 'replay') return <Replay key={route.sessionId} sessionId={route.sessionId} moment={route.moment} />;
  if (route.place === 'live') return <LivePage />;
  if (route.place === 'convert') return <ConvertPage />;
  if (route.place === 'capture') return <CapturePage />;
  return route.place === 'settings' ? <SettingsPage /> : <LibraryPage />;
}

function Replay({ sessionId, moment }: { readonly sessionId: string; readonly moment: ReplayMoment }) {
  const client = useEngine();
  const onMoment = useCallback((next: ReplayMoment) => describeTab(sessionId, { moment: next }), [sessionId]);
  const onTitle = useCallback((title: string) => describeTab(sessionId, { title }), [sessionId]);
  return (
    <PageBoundary>
      <Suspense fallback={null}>
        <ReplayPage client={client} sessionId={sessionId} moment={moment} onMoment={onMoment} onTitle={onTitle} />
      </Suspense>
    </PageBoundary>
  );
}
