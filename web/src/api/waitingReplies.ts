import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from './http';
import { desk } from './desk';
import { keys } from './keys';
import type { Content, Detail } from './types';

interface Written {
  content: Content;
  ownerVersion: number;
  replyTo: string | null;
}

interface Options {
  onKept: () => void;
  /** It does not wait: the words go back to their author. */
  onRefused: (error: ApiError, content: Content, replyTo: string | null) => void;
}

/** Has the service keep a reply until the customer next writes. */
export function useLetReplyWait(id: string, { onKept, onRefused }: Options) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ content, ownerVersion, replyTo }: Written) =>
      desk.letReplyWait(id, { content, owner_version: ownerVersion, ...(replyTo ? { reply_to: replyTo } : {}) }),
    onSuccess: (detail: Detail) => {
      client.setQueryData(keys.detail(id), detail);
      onKept();
    },
    onError: (error, { content, replyTo }) => {
      onRefused(error instanceof ApiError ? error : new ApiError(0, { message: error.message }), content, replyTo);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.detail(id) });
      void client.invalidateQueries({ queryKey: keys.messages(id) });
    },
  });
}
