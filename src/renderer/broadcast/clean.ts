/** All but picture and score hidden, in place. The page's style sheets ask the root element for it. */
import { createStore } from 'zustand/vanilla';

export const cleanStore = createStore<{ readonly clean: boolean }>()(() => ({ clean: false }));

export function setClean(clean: boolean): void {
  document.documentElement.dataset['clean'] = String(clean);
  cleanStore.setState({ clean });
}
