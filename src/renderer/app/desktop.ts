/** The desktop app's bridge, null in a browser. */
import type { DesktopBridge } from '../../shared/desktop-bridge.ts';

declare global {
  interface Window {
    readonly sandtable?: DesktopBridge<File>;
  }
}

export const desktop: DesktopBridge<File> | null = window.sandtable ?? null;
