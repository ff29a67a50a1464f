/** How long sessions are kept, and how much of them. */
export const retention = {
  title: 'What is kept',
  about:
    'Sessions beyond these limits go to the bin, the oldest first. What was too old stays there for a week, what is too much goes at once. Favourites are always kept. Empty means everything.',
  daysOf: (game: string) => `Days that sessions of ${game} are kept`,
  sizeOf: (game: string) => `Gigabytes of ${game} that are kept`,
  days: 'days',
  size: 'GB',
  save: 'Save limits',
  discard: 'Discard',
  saved: 'Saved what is kept.',
  noNumber: (game: string) => `${game}: write numbers above 0, or nothing.`,
};
