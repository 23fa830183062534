import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { PhoneMessage } from '../api/types';

type Pages = InfiniteData<{ items: PhoneMessage[] }>;

/** Shows the reaction at once; what the platform says comes after and wins. */
export function useReact(waId: string, numberId: string) {
  const client = useQueryClient();
  const queryKey = keys.messages(waId, numberId);
  return useMutation({
    mutationFn: ({ messageId, emoji }: { messageId: string; emoji: string }) =>
      api.react(waId, numberId, messageId, emoji),
    onMutate: ({ messageId, emoji }) => {
      client.setQueryData<Pages>(queryKey, (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            items: page.items.map((message) => (message.id === messageId ? withReaction(message, emoji) : message)),
          })),
        },
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  }).mutate;
}

export function withReaction(message: PhoneMessage, emoji: string): PhoneMessage {
  const others = (message.reactions ?? []).filter((reaction) => !reaction.from_me);
  return { ...message, reactions: emoji ? [...others, { emoji, from_me: true }] : others };
}
