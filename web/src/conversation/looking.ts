import { useDocumentVisibility } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { desk } from '../api/desk';
import { keys } from '../api/keys';
import { useKept } from './composer/kept';

/** The service forgets after 45 seconds. */
const AGAIN_MS = 20_000;
/** Whoever has not touched a key for so long is thinking. */
const PAUSE_MS = 8_000;

/** Tells colleagues that one has this conversation open, and while one writes; hears who else has. */
export function useLooking(id: string): void {
  const visible = useDocumentVisibility() === 'visible';
  const writing = useWriting(id);
  const client = useQueryClient();
  useEffect(() => {
    if (!visible) return;
    const say = (): void =>
      void desk
        .look(id, writing)
        .then((others) => client.setQueryData(keys.lookers(id), others))
        .catch(() => undefined); // said again soon
    say();
    const timer = setInterval(say, AGAIN_MS);
    return () => clearInterval(timer);
  }, [client, id, visible, writing]);
  useEffect(() => {
    if (!visible) return;
    const away = (): void => void desk.lookAway(id).catch(() => undefined); // it lapses by itself
    window.addEventListener('pagehide', away);
    return () => {
      window.removeEventListener('pagehide', away);
      away();
    };
  }, [id, visible]);
}

/** True from a change of what stands in the composer until a pause. */
function useWriting(id: string): boolean {
  const text = useKept(id);
  const before = useRef({ id, text });
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    const isTyped = before.current.id === id && before.current.text !== text;
    before.current = { id, text };
    setWriting(isTyped && text !== '');
    if (!isTyped || text === '') return;
    const timer = setTimeout(() => setWriting(false), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [id, text]);
  return writing;
}
