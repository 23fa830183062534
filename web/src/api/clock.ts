import { useEffect, useSyncExternalStore } from 'react';
import { desk } from './desk';

/** How far the service's clock is ahead of this browser's, in milliseconds. Windows are counted by the service. */
let skew = 0;
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

export const serverNow = (): number => Date.now() + skew;

export async function syncClock(): Promise<void> {
  const asked = Date.now();
  const { now } = await desk.clock().catch(() => ({ now: null }));
  if (now === null) return;
  const answered = Date.now();
  skew = Date.parse(now) - (asked + answered) / 2;
  tell();
}

/** Asks for the time now and then, as long as the page is shown. */
export function useClockSync(): void {
  useEffect(() => {
    void syncClock();
    const timer = setInterval(() => void syncClock(), 15_000);
    return () => clearInterval(timer);
  }, []);
}

/**
 * A value that follows the time, such as '23 h'. The component draws again only when the value changes, so it has to
 * be a plain one: text, number or truth.
 */
export function useByClock<T extends string | number | boolean>(of: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => of(serverNow()));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(tell, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

function tell(): void {
  for (const listener of listeners) listener();
}
