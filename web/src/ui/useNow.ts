import { useEffect, useState } from 'react';
import { serverNow } from '../api/serverClock';

/** The center's time, told anew every period (a display, so a timer may drive it). */
export function useNow(periodMillis = 1000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), periodMillis);
    return () => clearInterval(timer);
  }, [periodMillis]);
  return now;
}
