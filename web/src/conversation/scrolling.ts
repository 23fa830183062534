import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Closer to the end than this counts as being there. */
const NEAR = 80;

interface Ends {
  firstKey: string | undefined;
  lastKey: string | undefined;
  lastIsMine: boolean;
}

interface Stick {
  /** The box that scrolls, and what is in it. */
  box: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
}

/** Keeps the newest message in sight, unless the reader went up to read; what one sends oneself is always shown. */
export function useStickToEnd({ firstKey, lastKey, lastIsMine }: Ends): Stick {
  const ref = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const before = useRef({ firstKey, height: 0 });
  const stuck = useRef(true);
  const last = useRef({ top: 0, height: 0, room: 0 });
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    const box = ref.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);
  const onScroll = useCallback(() => {
    const box = ref.current;
    if (!box) return;
    const now = { top: box.scrollTop, height: box.scrollHeight, room: box.clientHeight };
    const near = now.height - now.top - now.room < NEAR;
    // A change of the heights moves the place as well; only the reader's own way up lets go of the end.
    const sameHeights = now.height === last.current.height && now.room === last.current.room;
    const wentUp = sameHeights && now.top < last.current.top;
    stuck.current = near || (stuck.current && !wentUp);
    last.current = now;
    setAtEnd(stuck.current);
  }, []);

  useLayoutEffect(() => {
    if (stuck.current || lastIsMine) toEnd();
  }, [lastKey, lastIsMine, toEnd]);

  // Earlier messages come in above; what was being read stays where it was.
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    if (before.current.firstKey !== firstKey && !stuck.current) box.scrollTop += box.scrollHeight - before.current.height;
    before.current = { firstKey, height: box.scrollHeight };
  });

  // Pictures that load late, a reaction, a dock that grows: heights change after the fact.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (stuck.current) toEnd();
    });
    for (const each of [ref.current, content.current]) if (each) observer.observe(each);
    return () => observer.disconnect();
  }, [toEnd]);

  return { box: ref, content, atEnd, onScroll, toEnd };
}
