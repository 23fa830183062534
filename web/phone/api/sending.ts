import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { LocalMessage } from '../thread/merge';
import { asLocal } from '../thread/merge';
import { api } from './client';
import { keys, usePlatform } from './queries';
import type { Draft } from './types';

/** What this page sent in one chat, also before the platform has it. */
export function useLocals(waId: string, numberId: string): LocalMessage[] {
  const { data } = useQuery<LocalMessage[]>({
    queryKey: keys.locals(waId, numberId),
    queryFn: () => [],
    enabled: false,
    initialData: [],
    gcTime: Infinity,
  });
  return data;
}

/** Sends at once on the screen, one after the other on the wire, so that the order typed is the order received. */
export function useSend(waId: string, numberId: string) {
  const client = useQueryClient();
  const skew = usePlatform().data?.skew ?? 0;
  const change = (update: (locals: LocalMessage[]) => LocalMessage[]): void => {
    client.setQueryData<LocalMessage[]>(keys.locals(waId, numberId), (locals = []) => update(locals));
  };
  const replace = (local: LocalMessage): void =>
    change((locals) => locals.map((other) => (other.key === local.key ? local : other)));

  const { mutate } = useMutation({
    mutationKey: keys.sending(waId, numberId),
    scope: { id: `send ${waId} ${numberId}` },
    mutationFn: (local: LocalMessage) => api.send(waId, numberId, local.draft),
    onMutate: async (local) => {
      change((locals) => [...locals.filter((other) => other.key !== local.key), local]);
      await client.cancelQueries({ queryKey: keys.messages(waId, numberId) });
    },
    onSuccess: (message, local) => replace({ ...local, message }),
    onError: (error, local) =>
      replace({ ...local, error: error.message, message: { ...local.message, status: 'failed' } }),
    onSettled: () => refreshWhenLast(client, waId, numberId),
  });

  return {
    send: (draft: Draft) => mutate(asLocal(draft, crypto.randomUUID(), Date.now() / 1000 + skew)),
    retry: (local: LocalMessage) => mutate(asLocal(local.draft, local.key, Date.now() / 1000 + skew)),
  };
}

function refreshWhenLast(client: QueryClient, waId: string, numberId: string): void {
  if (client.isMutating({ mutationKey: keys.sending(waId, numberId) }) > 1) return;
  void client.invalidateQueries({ queryKey: keys.messages(waId, numberId) });
  void client.invalidateQueries({ queryKey: keys.chats(waId) });
}
