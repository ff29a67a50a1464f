/** Parts that are used everywhere: closing, copying, days, the names of keys. */
export const ui = {
  close: 'Close',
  takeOff: (filter: string) => `${filter}: take this filter off`,
  /** `what` with its article, as in the areas. */
  copied: (what: string) => `Copied ${what}.`,
  notCopied: (what: string) => `The clipboard is not to be had here; ${what} was not copied.`,
  today: (time: string) => `Today ${time}`,
  yesterday: 'Yesterday',
  /** As printed on the keyboard. */
  keys: {
    ctrl: 'Ctrl',
    shift: 'Shift',
    alt: 'Alt',
    esc: 'Esc',
    del: 'Del',
    space: 'Space',
    enter: 'Enter',
    tab: 'Tab',
    home: 'Home',
    end: 'End',
  },
};
