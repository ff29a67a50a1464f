/** Live: what is being recorded now. */
export const live = {
  about: 'what is being recorded now',
  list: 'Being recorded now',
  session: 'session',
  sessions: 'sessions',
  player: 'player',
  players: 'players',
  unit: 'unit',
  units: 'units',
  status: { none: 'Nothing is being recorded', some: (sessions: string) => `${sessions} live` },
  watchCommand: 'Watch what is being recorded',
  watch: (title: string) => `Watch now: ${title}`,
  empty: {
    off: 'Nothing is being recorded.',
    offAbout: 'Switch a capture on, and what it records can be watched here while it happens.',
    waiting: 'Nothing to watch yet.',
    waitingAbout: 'What is listened for shows here as soon as it begins.',
    toCapture: 'Go to capture',
  },
};
