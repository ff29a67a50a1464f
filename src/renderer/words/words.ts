/** The texts of the app in the language that a person chose. Views read them while they draw, so that a change of language shows at once. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { de } from './de/index.ts';
import { en } from './en/index.ts';

export type Words = typeof en;

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const CATALOGUES: Readonly<Record<Language, Words>> = { en, de };

export const languageStore = createStore<{ readonly language: Language }>()(() => ({ language: 'en' }));

/** In a component. */
export function useWords(): Words {
  return CATALOGUES[useStore(languageStore, (state) => state.language)];
}

/** Elsewhere: for what is said once, such as a notice. Never kept. */
export function words(): Words {
  return CATALOGUES[languageStore.getState().language];
}
