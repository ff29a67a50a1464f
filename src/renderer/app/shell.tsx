/** Title bar, rail, status bar, and between them the place where the user is. */
import { lazy, Suspense, useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { useEngine } from '../engine/engine-context.tsx';
import { LibraryPage } from '../library/library-page.tsx';
import type { ReplayMoment } from '../replay/use-replay-link.ts';
import { appStore, describeTab } from './app-store.ts';
import { DropZone } from './drop-zone.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { Rail } from './rail.tsx';
import type { Route } from './route.ts';
import { useShellCommands } from './shell-commands.ts';
import { soon } from './soon.ts';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import styles from './shell.module.css';

// What one starts with is loaded with the window, everything else when it is gone to: three.js, for one, not before a replay opens.
const BroadcastPage = lazy(async () => ({ default: (await import('../broadcast/broadcast-page.tsx')).BroadcastPage }));
const CapturePage = lazy(async () => ({ default: (await import('../capture/capture-page.tsx')).CapturePage }));
const ConvertPage = lazy(async () => ({ default: (await import('../convert/convert-page.tsx')).ConvertPage }));
const LivePage = lazy(async () => ({ default: (await import('../live/live-page.tsx')).LivePage }));
const SettingsPage = lazy(async () => ({ default: (await import('../settings/settings-page.tsx')).SettingsPage }));
const StatisticsPage = lazy(async () => ({ default: (await import('../statistics/statistics-page.tsx')).StatisticsPage }));
const ReplayPage = lazy(async () => ({ default: (await import('../replay/replay-page.tsx')).ReplayPage }));

const palette = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await palette()).Palette }));
const help = () => import('./help.tsx');
const Help = lazy(async () => ({ default: (await help()).Help }));
for (const load of [palette, help]) soon(load);

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
      <Overlays />
    </div>
  );
}

function Overlays() {
  const hasPalette = useOnce(useStore(appStore, (state) => state.paletteOpen));
  const hasHelp = useOnce(useStore(appStore, (state) => state.helpOpen));
  return (
    <Suspense fallback={null}>
      {hasPalette && <Palette />}
      {hasHelp && <Help />}
    </Suspense>
  );
}

/** True from the first time on: what was loaded stays, so that it can close by itself. */
function useOnce(now: boolean): boolean {
  const [was, setWas] = useState(now);
  if (now && !was) setWas(true);
  return now || was;
}

function Place() {
  const route = useStore(appStore, (state) => state.route);
  if (route.place === 'library') return <LibraryPage />;
  return (
    <PageBoundary key={route.place === 'replay' ? route.sessionId : route.place}>
      <Suspense fallback={null}>
        <OtherPlace route={route} />
      </Suspense>
    </PageBoundary>
  );
}

function OtherPlace({ route }: { readonly route: Exclude<Route, { readonly place: 'library' }> }) {
  if (route.place === 'replay') return <Replay sessionId={route.sessionId} moment={route.moment} />;
  if (route.place === 'live') return <LivePage />;
  if (route.place === 'statistics') return <StatisticsPage at={route.at} />;
  if (route.place === 'convert') return <ConvertPage />;
  if (route.place === 'capture') return <CapturePage />;
  return route.place === 'broadcast' ? <BroadcastPage /> : <SettingsPage />;
}

function Replay({ sessionId, moment }: { readonly sessionId: string; readonly moment: ReplayMoment }) {
  const client = useEngine();
  const onMoment = useCallback((next: ReplayMoment) => describeTab(sessionId, { moment: next }), [sessionId]);
  const onTitle = useCallback((title: string) => describeTab(sessionId, { title }), [sessionId]);
  return <ReplayPage client={client} sessionId={sessionId} moment={moment} onMoment={onMoment} onTitle={onTitle} />;
}
