// The application menu: macOS needs one for its standard keys; elsewhere the page has its own palette and the menu only keeps editing and zoom keys alive.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export function setMenu(): void {
  const edit: MenuItemConstructorOptions = { role: 'editMenu' };
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
    ],
  };
  const template =
    process.platform === 'darwin' ? [{ role: 'appMenu' } as const, edit, view, { role: 'windowMenu' } as const] : [edit, view];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
