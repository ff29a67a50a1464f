/** Where the window is and what it remembers: route, open replays, looks. Kept in localStorage; the route also in the address. */
import { createStore } from 'zustand/vanilla';
import type { ReplayMoment } from '../replay/use-replay-link.ts';
import { isSameStop } from '../statistics/statistics-route.ts';
import { desktop } from './desktop.ts';
import { readRemembered, remember, type Remembered, type ReplayTab, type LanguageChoice, type ThemeChoice } from './remembered.ts';
import { formatRoute, parseRoute, START, type Route } from './route.ts';

export interface AppState extends Remembered {
  readonly route: Route;
  /** What the current view says at the right of the status bar. */
  readonly status: readonly string[];
  /** What the current view is about, for the window's title; "" for nothing of its own. */
  readonly about: string;
  readonly paletteOpen: boolean;
  readonly helpOpen: boolean;
}

/** A window beside the first one: it has replays of its own, and leaves those of the first one as they are remembered. */
const isBeside = new URLSearchParams(location.search).has('window');

export const appStore = createStore<AppState>()(() => {
  const kept = readRemembered(localStorage);
  const remembered = isBeside ? { ...kept, tabs: [] } : kept;
  const route = parseRoute(location.hash) ?? parseRoute(remembered.lastRoute) ?? { place: 'library' };
  return { ...remembered, tabs: withTab(remembered.tabs, route), route, status: [], about: '', paletteOpen: false, helpOpen: false };
});

/** What this window last made of the address, or took from it. */
let address = location.hash;

/** Keeps address and storage in step with the store, and the store with the address. Returns its end. */
export function followAddress(): () => void {
  const write = (): void => {
    if (adopting) return; // or two windows would answer each other without an end
    const state = appStore.getState();
    const hash = formatRoute(state.route);
    // Somebody went back or forward, and `read` has not been told yet: the other place is not written over.
    if (location.hash !== address) return;
    if (address !== hash) history.replaceState(null, '', hash);
    address = location.hash;
    remember(localStorage, { ...state, lastRoute: hash, ...(isBeside ? places(readRemembered(localStorage)) : {}) });
  };
  const read = (): void => {
    address = location.hash;
    const route = parseRoute(address);
    if (route !== null && formatRoute(route) !== formatRoute(appStore.getState().route)) show(route);
  };
  // Looks and the like are the same in all windows.
  let adopting = false;
  const adopt = (): void => {
    adopting = true;
    appStore.setState((state) => ({ ...readRemembered(localStorage), ...places(state) }));
    adopting = false;
  };
  write();
  const stop = appStore.subscribe(write);
  window.addEventListener('hashchange', read);
  window.addEventListener('storage', adopt);
  return () => {
    stop();
    window.removeEventListener('hashchange', read);
    window.removeEventListener('storage', adopt);
  };
}

/** What each window has for itself. */
function places({ tabs, lastRoute }: Remembered): Pick<Remembered, 'tabs' | 'lastRoute'> {
  return { tabs, lastRoute };
}

/** The replay in a window of its own, at this moment. */
export function openWindow(sessionId: string, moment: ReplayMoment = START): void {
  const link = formatRoute({ place: 'replay', sessionId, moment });
  if (desktop === null) window.open(`./?window${link}`, '_blank', 'noopener');
  else void desktop.openWindow(link);
}

export function go(route: Route): void {
  const { route: from } = appStore.getState();
  // Another place is a step back for the browser's Back; another moment in the same place is not.
  if (!isSamePlace(from, route)) history.pushState(null, '', formatRoute(route));
  address = location.hash;
  show(route);
}

function isSamePlace(from: Route, to: Route): boolean {
  if (from.place === 'replay' && to.place === 'replay') return from.sessionId === to.sessionId;
  if (from.place === 'statistics' && to.place === 'statistics') return isSameStop(from.at, to.at);
  return from.place === to.place;
}

function show(route: Route): void {
  appStore.setState(({ tabs }) => ({ route, tabs: withTab(tabs, route), status: [] }));
}

/** Opens a replay, or goes back to where it was left. */
export function openReplay(sessionId: string, about?: { readonly title: string; readonly game: string }): void {
  const open = appStore.getState().tabs.find((tab) => tab.sessionId === sessionId);
  go({ place: 'replay', sessionId, moment: open?.moment ?? START });
  if (about !== undefined) describeTab(sessionId, about);
}

export function describeTab(
  sessionId: string,
  about: { readonly title?: string; readonly game?: string; readonly moment?: ReplayMoment },
): void {
  appStore.setState(({ tabs, route }) => ({
    tabs: tabs.map((tab) => (tab.sessionId === sessionId ? { ...tab, ...about } : tab)),
    route:
      about.moment !== undefined && route.place === 'replay' && route.sessionId === sessionId ? { ...route, moment: about.moment } : route,
  }));
}

export function closeTab(sessionId: string): void {
  const { tabs, route } = appStore.getState();
  const index = tabs.findIndex((tab) => tab.sessionId === sessionId);
  if (index < 0) return;
  const left = tabs.toSpliced(index, 1);
  appStore.setState({ tabs: left });
  if (route.place !== 'replay' || route.sessionId !== sessionId) return;
  const next = left[index] ?? left[index - 1];
  go(next === undefined ? { place: 'library' } : { place: 'replay', sessionId: next.sessionId, moment: next.moment });
}

/** `step` 1 for the next tab, -1 for the one before; the library is one of them. */
export function stepTab(step: 1 | -1): void {
  const { tabs, route } = appStore.getState();
  const current = route.place === 'replay' ? tabs.findIndex((tab) => tab.sessionId === route.sessionId) + 1 : 0;
  const next = (current + step + tabs.length + 1) % (tabs.length + 1);
  const tab = tabs[next - 1];
  if (tab === undefined) go({ place: 'library' });
  else openReplay(tab.sessionId);
}

export function setTheme(theme: ThemeChoice): void {
  appStore.setState({ theme });
}

export function setLanguage(language: LanguageChoice): void {
  appStore.setState({ language });
}

function withTab(tabs: readonly ReplayTab[], route: Route): readonly ReplayTab[] {
  if (route.place !== 'replay') return tabs;
  const { sessionId, moment } = route;
  if (tabs.some((tab) => tab.sessionId === sessionId)) return tabs.map((tab) => (tab.sessionId === sessionId ? { ...tab, moment } : tab));
  return [...tabs, { sessionId, title: '', game: '', moment }];
}
