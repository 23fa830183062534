import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { Change } from '../api/types';

/** Edits or deletes one's own message. */
export function useChange(waId: string, numberId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => api.change(waId, numberId, change),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.messages(waId, numberId) });
      void client.invalidateQueries({ queryKey: keys.chats(waId) });
    },
  }).mutate;
}
