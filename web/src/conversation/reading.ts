import { useQueryClient } from '@tanstack/react-query';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect } from 'react';
import { desk } from '../api/desk';
import { keys } from '../api/keys';
import type { Detail } from '../api/types';
import { useMe } from '../session/session';

/** Tells the customer that their messages were read: only by the person who has the conversation, and is looking. */
export function useReading(detail: Detail | undefined): void {
  const me = useMe();
  const client = useQueryClient();
  const visible = useDocumentVisibility() === 'visible';
  const id = detail?.conversation_id;
  const mine = detail?.owner.account_id === me.account_id;
  const unread = detail?.unread ?? 0;
  useEffect(() => {
    if (!id || !mine || !visible || unread === 0) return;
    void desk
      .read(id)
      .then(() => {
        void client.invalidateQueries({ queryKey: keys.lists });
        void client.invalidateQueries({ queryKey: keys.detail(id) });
      })
      .catch(() => undefined); // the badge stays, and the next look tries again
  }, [client, id, mine, visible, unread]);
}
