/** Commands that work everywhere. */
import { useStore } from 'zustand';
import { STATISTICS_START } from '../statistics/statistics-route.ts';
import { useWords } from '../words/words.ts';
import { appStore, closeTab, go, setTheme, stepTab } from './app-store.ts';
import { useCommands } from './commands.ts';
import { themeStore } from './looks.ts';
import { redo, undo, undoStore } from './undo.ts';

export function useShellCommands(): void {
  const { app, notes } = useWords();
  const says = app.commands;
  const route = useStore(appStore, (state) => state.route);
  const theme = useStore(themeStore, (state) => state.theme);
  useCommands([
    {
      id: 'go.palette',
      title: says.palette,
      icon: 'command',
      keys: '$mod+k',
      run: () => appStore.setState({ paletteOpen: true }),
    },
    { id: 'go.library', title: says.library, icon: 'library', keys: '$mod+1', run: () => go({ place: 'library' }) },
    { id: 'go.live', title: says.live, icon: 'radio', keys: '$mod+2', run: () => go({ place: 'live' }) },
    {
      id: 'go.statistics',
      title: says.statistics,
      icon: 'chart-column',
      keys: '$mod+3',
      run: () => go({ place: 'statistics', at: STATISTICS_START }),
    },
    { id: 'go.convert', title: says.convert, icon: 'arrow-left-right', keys: '$mod+4', run: () => go({ place: 'convert' }) },
    { id: 'go.capture', title: says.capture, icon: 'antenna', keys: '$mod+5', run: () => go({ place: 'capture' }) },
    { id: 'go.broadcast', title: says.broadcast, icon: 'clapperboard', run: () => go({ place: 'broadcast' }) },
    { id: 'go.settings', title: says.settings, icon: 'settings', keys: '$mod+,', run: () => go({ place: 'settings' }) },
    {
      id: 'go.next',
      title: says.next,
      icon: 'chevron-right',
      keys: ['Control+Tab', 'Alt+PageDown'],
      run: () => stepTab(1),
      when: () => appStore.getState().tabs.length > 0,
    },
    {
      id: 'go.before',
      title: says.before,
      icon: 'chevron-left',
      keys: ['Control+Shift+Tab', 'Alt+PageUp'],
      run: () => stepTab(-1),
      when: () => appStore.getState().tabs.length > 0,
    },
    {
      id: 'go.close',
      title: says.close,
      icon: 'x',
      keys: '$mod+w',
      run: () => {
        if (route.place === 'replay') closeTab(route.sessionId);
      },
      when: () => route.place === 'replay',
    },
    {
      id: 'window.theme',
      title: theme === 'dark' ? says.light : says.dark,
      icon: theme === 'dark' ? 'sun' : 'moon',
      run: () => setTheme(theme === 'dark' ? 'light' : 'dark'),
    },
    {
      id: 'window.undo',
      title: notes.commands.undo,
      icon: 'undo-2',
      keys: '$mod+z',
      run: () => void undo(),
      when: () => undoStore.getState().done.length > 0 && !isTyping(),
    },
    {
      id: 'window.redo',
      title: notes.commands.redo,
      icon: 'redo-2',
      keys: ['$mod+Shift+z', '$mod+y'],
      run: () => void redo(),
      when: () => undoStore.getState().undone.length > 0 && !isTyping(),
    },
    { id: 'window.help', title: says.help, icon: 'keyboard', keys: 'Shift+?', run: () => appStore.setState({ helpOpen: true }) },
  ]);
}

/** A text field undoes its own text. */
function isTyping(): boolean {
  return document.activeElement?.matches('input:not([type="range"], [type="checkbox"]), textarea') === true;
}
