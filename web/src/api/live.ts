import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { syncClock } from './clock';
import { keys } from './keys';
import type { Change } from './types';

/** `away`: the live line broke and has not come back yet. */
export type Line = 'connecting' | 'open' | 'away';

export const LineContext = createContext<Line>('connecting');
export const useLine = (): Line => useContext(LineContext);

/** Changes that come in one burst are asked for once. */
const GATHER_MS = 120;
const AGAIN_MS = 3000;

/** Follows the service's changes and has the page ask again for what changed. */
export function useLiveUpdates(): Line {
  const client = useQueryClient();
  const [line, setLine] = useState<Line>('connecting');

  useEffect(() => {
    const gathered = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened = false;
    const flush = (): void => {
      timer = undefined;
      const changed = [...gathered.values()];
      gathered.clear();
      for (const queryKey of changed) refresh(client, queryKey);
    };

    const onChange = (event: MessageEvent<string>): void => {
      const change = JSON.parse(event.data) as Change;
      if (change.kind === 'clock') void syncClock();
      for (const key of changedBy(change)) gathered.set(JSON.stringify(key), key);
      timer ??= setTimeout(flush, GATHER_MS);
    };
    const connect = (): EventSource => {
      const made = new EventSource('/api/live');
      made.onopen = () => {
        setLine('open');
        if (opened) void client.invalidateQueries(); // whatever was missed while away
        opened = true;
        void syncClock();
      };
      made.onerror = () => {
        setLine('away');
        if (made.readyState !== EventSource.CLOSED) return;
        // The browser gives up after an answer that is an error, as while a server restarts or a session has ended.
        void client.invalidateQueries({ queryKey: keys.me });
        clearTimeout(again);
        again = setTimeout(() => (source = connect()), AGAIN_MS);
      };
      made.addEventListener('change', onChange);
      return made;
    };
    let again: ReturnType<typeof setTimeout> | undefined;
    let source = connect();
    // The browser knows that the network is gone long before the line does.
    const onOffline = (): void => setLine('away');
    const onOnline = (): void => {
      if (source.readyState !== EventSource.OPEN) return;
      setLine('open');
      void client.invalidateQueries();
    };
    window.addEventListener('offline', onOffline);
    window.addEventListener('online', onOnline);
    return () => {
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('online', onOnline);
      source.close();
      clearTimeout(again);
      clearTimeout(timer);
    };
  }, [client]);

  return line;
}

/** What a change makes stale. A kind that is not known yet makes the lists and the conversation stale. */
export function changedBy({ kind, conversation_id: id }: Change): QueryKey[] {
  const conversation: QueryKey[] = id ? [keys.detail(id), keys.messages(id)] : [];
  switch (kind) {
    case 'presence':
      return [keys.colleagues, keys.me];
    case 'looking':
      return id ? [keys.lookers(id)] : [];
    case 'block':
      return [keys.blocks];
    case 'decision':
      return [keys.provider];
    case 'case':
      return [keys.cases, keys.provider, ...conversation];
    case 'offer':
      return [keys.offers, keys.lists, ...conversation];
    case 'clock':
      return [keys.offers, keys.lists, ['conversation']];
    default:
      return [keys.lists, ...conversation];
  }
}

function refresh(client: QueryClient, queryKey: QueryKey): void {
  const [what, id] = queryKey;
  // While a message is on its way the thread would show it twice: ours, and the service's. Sending asks again.
  if (what === 'messages' && client.isMutating({ mutationKey: keys.sending(String(id)) })) return;
  void client.invalidateQueries({ queryKey });
}
