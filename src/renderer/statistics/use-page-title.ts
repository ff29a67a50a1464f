/** What the window is called while a page is shown. */
import { useEffect } from 'react';
import { appStore } from '../app/app-store.ts';

export function usePageTitle(title: string): void {
  useEffect(() => {
    appStore.setState({ about: title });
    return () => appStore.setState({ about: '' });
  }, [title]);
}
