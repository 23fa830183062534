import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { api } from './client';
import { keys } from './queries';

export interface Live {
  connected: boolean;
  /** The numbers that are typing to this customer right now. */
  typing: ReadonlySet<string>;
}

export const LiveContext = createContext<Live>({ connected: true, typing: new Set() });
export const useLive = (): Live => useContext(LiveContext);

/** As long as the platform shows "typing" when no message follows. */
const TYPING_MS = 25_000;

/** Follows what happens to one customer's chats and has the page ask again for what changed. */
export function useLiveUpdates(waId: string): Live {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  const [typing, setTyping] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    if (!waId) return;
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const stopTyping = (numberId: string): void => {
      clearTimeout(timers.get(numberId));
      setTyping((now) => (now.has(numberId) ? new Set([...now].filter((id) => id !== numberId)) : now));
    };
    const startTyping = (numberId: string): void => {
      clearTimeout(timers.get(numberId));
      timers.set(numberId, setTimeout(() => stopTyping(numberId), TYPING_MS));
      setTyping((now) => new Set(now).add(numberId));
    };

    const source = new EventSource(api.liveUrl(waId));
    source.onopen = () => {
      setConnected(true);
      void client.invalidateQueries(); // whatever was missed while away
    };
    source.onerror = () => setConnected(false);
    source.addEventListener('change', (event: MessageEvent<string>) => {
      const { phone_number_id: numberId, kind } = JSON.parse(event.data) as { phone_number_id: string; kind: string };
      if (kind === 'typing') return startTyping(numberId);
      if (kind === 'message') stopTyping(numberId);
      refresh(client, waId, numberId, kind);
    });
    return () => {
      source.close();
      timers.forEach(clearTimeout);
      setTyping(new Set());
    };
  }, [client, waId]);

  return { connected, typing };
}

function refresh(client: QueryClient, waId: string, numberId: string, kind: string): void {
  if (kind === 'clock') return void client.invalidateQueries({ queryKey: keys.state });
  if (kind === 'call') void client.invalidateQueries({ queryKey: keys.calls(waId) });
  void client.invalidateQueries({ queryKey: keys.chats(waId) });
  // While a message is on its way the list would show it twice: once ours, once the platform's. Sending asks again.
  if (client.isMutating({ mutationKey: keys.sending(waId, numberId) })) return;
  void client.invalidateQueries({ queryKey: keys.messages(waId, numberId) });
}
