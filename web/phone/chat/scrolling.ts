import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Closer to the end than this counts as being there. */
const NEAR = 80;

interface Ends {
  firstKey: string | undefined;
  lastKey: string | undefined;
  /** How many messages there are: one may come in above the last. */
  count: number;
  lastIsMine: boolean;
  typing: boolean;
}

interface Stick {
  ref: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
}

/** Keeps the newest message in sight, unless the reader went up to read; what one sends oneself is always shown. */
export function useStickToEnd({ firstKey, lastKey, count, lastIsMine, typing }: Ends): Stick {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef({ firstKey, height: 0 });
  const stuck = useRef(true);
  const top = useRef(0);
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    const box = ref.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);
  const onScroll = useCallback(() => {
    const box = ref.current;
    if (!box) return;
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    // Only the reader's own way up lets go of the end: a picture that loads late moves the end away as well.
    stuck.current = near || (stuck.current && box.scrollTop >= top.current);
    top.current = box.scrollTop;
    setAtEnd(stuck.current);
  }, []);

  useLayoutEffect(() => {
    if (stuck.current || lastIsMine) toEnd();
  }, [lastKey, lastIsMine, typing, toEnd]);
  useLayoutEffect(() => {
    if (stuck.current) toEnd();
  }, [count, toEnd]);

  // Earlier messages come in above; what was being read stays where it was.
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    if (before.current.firstKey !== firstKey && !stuck.current) box.scrollTop += box.scrollHeight - before.current.height;
    before.current = { firstKey, height: box.scrollHeight };
  });

  // Pictures that load late and a keyboard that opens change the heights after the fact.
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const follow = (): void => {
      if (stuck.current) toEnd();
    };
    const observer = new ResizeObserver(follow);
    observer.observe(box);
    box.addEventListener('load', follow, true);
    box.addEventListener('loadedmetadata', follow, true);
    return () => {
      observer.disconnect();
      box.removeEventListener('load', follow, true);
      box.removeEventListener('loadedmetadata', follow, true);
    };
  }, [toEnd]);

  return { ref, atEnd, onScroll, toEnd };
}
