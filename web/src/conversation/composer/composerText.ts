import { useCallback, useEffect, useRef, useState } from 'react';
import { desk } from '../../api/desk';
import type { Refused } from '../ConversationPane';
import { kept } from './kept';

const TYPING_EVERY_MS = 20_000;

interface ComposerText {
  text: string;
  write: (text: string) => void;
  clear: () => void;
}

/**
 * The words in the composer: kept in the browser as they are typed, and back when they were refused. The customer is
 * shown that somebody types, unless what is typed waits for them.
 */
export function useComposerText(id: string, refused: Refused | null, waits: boolean): ComposerText {
  const [text, setText] = useState(() => kept.read(id));
  const toldAt = useRef(0);

  // Whoever refused has put the words back to what is kept.
  const refusals = refused?.count ?? 0;
  useEffect(() => {
    if (refusals > 0) setText(kept.read(id));
  }, [id, refusals]);

  const write = useCallback(
    (next: string): void => {
      setText(next);
      kept.write(id, next);
      if (!next || waits || Date.now() - toldAt.current < TYPING_EVERY_MS) return;
      toldAt.current = Date.now();
      void desk.typing(id).catch(() => undefined); // only a courtesy
    },
    [id, waits],
  );
  const clear = useCallback((): void => {
    setText('');
    kept.write(id, '');
    toldAt.current = 0;
  }, [id]);
  return { text, write, clear };
}
