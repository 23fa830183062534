import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { PhoneMessage } from '../api/types';

/** Tells the business its messages were read, once they are on a screen somebody can see. */
export function useReadWhenSeen(waId: string, numberId: string, messages: PhoneMessage[] | undefined, unread: number): void {
  const client = useQueryClient();
  const newest = messages?.findLast((message) => !message.from_me)?.id;
  useEffect(() => {
    if (!newest) return;
    const read = (): void => {
      if (document.visibilityState !== 'visible') return;
      api
        .markRead(waId, numberId)
        .then(() => client.invalidateQueries({ queryKey: keys.chats(waId) }))
        .catch(() => undefined); // the next message or visit tries again
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
    // `unread` is here so that a message that came while reading is read, too.
  }, [client, waId, numberId, newest, unread > 0]);
}
