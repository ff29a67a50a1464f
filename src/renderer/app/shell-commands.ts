/** Commands that work everywhere. */
import { useStore } from 'zustand';
import { appStore, closeTab, go, setTheme, stepTab } from './app-store.ts';
import { useCommands } from './commands.ts';
import { themeStore } from './looks.ts';

export function useShellCommands(): void {
  const route = useStore(appStore, (state) => state.route);
  const theme = useStore(themeStore, (state) => state.theme);
  useCommands([
    {
      id: 'go.palette',
      title: 'Go to or do anything',
      icon: 'command',
      keys: '$mod+k',
      run: () => appStore.setState({ paletteOpen: true }),
    },
    { id: 'go.library', title: 'Go to the library', icon: 'library', keys: '$mod+1', run: () => go({ place: 'library' }) },
    { id: 'go.live', title: 'Go to live', icon: 'radio', keys: '$mod+2', run: () => go({ place: 'live' }) },
    { id: 'go.convert', title: 'Go to convert', icon: 'arrow-left-right', keys: '$mod+4', run: () => go({ place: 'convert' }) },
    { id: 'go.capture', title: 'Go to capture', icon: 'antenna', keys: '$mod+5', run: () => go({ place: 'capture' }) },
    { id: 'go.settings', title: 'Go to settings', icon: 'settings', keys: '$mod+,', run: () => go({ place: 'settings' }) },
    {
      id: 'go.next',
      title: 'Next tab',
      icon: 'chevron-right',
      keys: ['Control+Tab', 'Alt+PageDown'],
      run: () => stepTab(1),
      when: () => appStore.getState().tabs.length > 0,
    },
    {
      id: 'go.before',
      title: 'Tab before',
      icon: 'chevron-left',
      keys: ['Control+Shift+Tab', 'Alt+PageUp'],
      run: () => stepTab(-1),
      when: () => appStore.getState().tabs.length > 0,
    },
    {
      id: 'go.close',
      title: 'Close this replay',
      icon: 'x',
      keys: '$mod+w',
      run: () => {
        if (route.place === 'replay') closeTab(route.sessionId);
      },
      when: () => route.place === 'replay',
    },
    {
      id: 'window.theme',
      title: theme === 'dark' ? 'Use the light theme' : 'Use the dark theme',
      icon: theme === 'dark' ? 'sun' : 'moon',
      run: () => setTheme(theme === 'dark' ? 'light' : 'dark'),
    },
    { id: 'window.help', title: 'Show keyboard help', icon: 'keyboard', keys: 'Shift+?', run: () => appStore.setState({ helpOpen: true }) },
  ]);
}
