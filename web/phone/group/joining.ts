import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';

type Step = 'join' | 'withdraw';

/** Follows an invitation link, or takes back that one asked to come in. */
export function useInvitationStep(waId: string, link: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => api[step](waId, link),
    onSuccess: (group) => {
      client.setQueryData(keys.invitation(waId, link), group);
      return client.invalidateQueries({ queryKey: keys.chats(waId) });
    },
  });
}

export function useLeave(waId: string, groupId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.leave(waId, groupId),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.chats(waId) });
      void client.invalidateQueries({ queryKey: keys.messages(waId, groupId) });
    },
  });
}
