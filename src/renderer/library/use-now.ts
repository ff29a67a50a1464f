/** The time of day for "Today" and "Yesterday": fresh within a minute. */
import { useEffect, useState } from 'react';

const EVERY = 60_000;

/** Unix ms. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY);
    return () => clearInterval(timer);
  }, []);
  return now;
}
