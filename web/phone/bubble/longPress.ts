import { useMemo, useRef, type PointerEvent } from 'react';

const LONG_MS = 450;

/** A finger that rests on the element; one that moves is scrolling. A mouse has the menu's handle instead. */
export function useLongPress(run: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(run);
  latest.current = run;
  return useMemo(() => {
    const cancel = (): void => clearTimeout(timer.current);
    return {
      onPointerDown: (event: PointerEvent) => {
        cancel();
        if (event.pointerType !== 'mouse') timer.current = setTimeout(() => latest.current(), LONG_MS);
      },
      onPointerUp: cancel,
      onPointerCancel: cancel,
      onPointerMove: (event: PointerEvent) => {
        if (Math.abs(event.movementX) + Math.abs(event.movementY) > 6) cancel();
      },
    };
  }, []);
}
