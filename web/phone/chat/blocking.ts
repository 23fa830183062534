import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Block } from '../api/client';
import { keys } from '../api/queries';

export function useBlock(waId: string, numberId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (block: Block) => api.block(waId, numberId, block),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.chats(waId) }),
  });
}

export function useUnblock(waId: string, numberId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.unblock(waId, numberId),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.chats(waId) }),
  });
}
