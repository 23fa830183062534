import { useEffect, useState } from 'react';
import { usePlatform } from '../api/queries';

/** The platform's time in Unix seconds, moving on by itself. */
export function useNow(everySeconds = 10): number {
  const skew = usePlatform().data?.skew ?? 0;
  const [real, setReal] = useState(() => Date.now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setReal(Date.now() / 1000), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds]);
  return real + skew;
}
