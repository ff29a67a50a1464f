/** Names of the messages between preload and main. */
export const IPC = {
  connect: 'connect',
  port: 'port',
  openFiles: 'open-files',
  saveFile: 'save-file',
  outputFolder: 'output-folder',
  ground: 'ground',
  handleForPath: 'handle-for-path',
  opened: 'opened',
  takeOpened: 'take-opened',
  engineStopped: 'engine-stopped',
  restartEngine: 'restart-engine',
  minimise: 'minimise',
  toggleMaximise: 'toggle-maximise',
  close: 'close',
} as const;
