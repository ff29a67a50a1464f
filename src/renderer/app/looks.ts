/** Theme, size and language of the whole window. */
import { createStore } from 'zustand/vanilla';
import type { Theme } from '../ui/team-colours.ts';
import { languageStore, LANGUAGES, type Language } from '../words/words.ts';
import { appStore } from './app-store.ts';
import { desktop } from './desktop.ts';

/** The theme that shows, after "system" was asked. */
export const themeStore = createStore<{ readonly theme: Theme }>()(() => ({ theme: 'dark' }));

/** Width in pixels at 100 % from which "automatic" makes everything larger: 200 % at twice of it. */
const WIDE = 1920;

export function followLooks(): () => void {
  const light = matchMedia('(prefers-color-scheme: light)');
  const apply = (): void => {
    const { theme: choice, scale, language: chosen } = appStore.getState();
    const theme = choice === 'system' ? (light.matches ? 'light' : 'dark') : choice;
    if (document.documentElement.dataset['theme'] !== theme) document.documentElement.dataset['theme'] = theme;
    if (themeStore.getState().theme !== theme) themeStore.setState({ theme });
    const language = chosen === 'system' ? systemLanguage() : chosen;
    if (document.documentElement.lang !== language) document.documentElement.lang = language;
    if (languageStore.getState().language !== language) languageStore.setState({ language });
    desktop?.setZoom(scale === 'auto' ? Math.min(2, Math.max(1, window.outerWidth / WIDE)) : scale);
  };
  apply();
  const stop = appStore.subscribe((state, before) => {
    if (state.theme !== before.theme || state.scale !== before.scale || state.language !== before.language) apply();
  });
  light.addEventListener('change', apply);
  window.addEventListener('resize', apply);
  return () => {
    stop();
    light.removeEventListener('change', apply);
    window.removeEventListener('resize', apply);
  };
}

function systemLanguage(): Language {
  const known = Object.keys(LANGUAGES) as Language[];
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return wanted.flatMap((tag) => known.find((language) => language === tag) ?? [])[0] ?? 'en';
}
