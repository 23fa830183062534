import { useMutation, useQuery, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { belongings } from '../session/belongings';
import { useMe } from '../session/session';
import { kept } from '../conversation/composer/kept';
import { takenBack } from '../conversation/composer/takenBack';
import { asLocal, type LocalMessage } from '../conversation/merge';
import { serverNow } from './clock';
import { say } from '../ui/say';
import { desk } from './desk';
import { ApiError, codeOf } from './http';
import { keys } from './keys';
import { unsent } from './unsent';
import type { Content, Me, Message, MessagePage } from './types';

/** What this page sent in one conversation, also before the service has it. */
export function useLocals(id: string): LocalMessage[] {
  const { account_id: accountId } = useMe();
  const { data } = useQuery<LocalMessage[]>({
    queryKey: keys.locals(id),
    queryFn: () => [],
    enabled: false,
    initialData: () => unsent.read(id, accountId),
    gcTime: Infinity,
  });
  return data;
}

/** What the service has, though its answer never came, need not be kept to be tried again. */
export function useArrived(id: string, items: Message[], locals: LocalMessage[]): void {
  const client = useQueryClient();
  useEffect(() => {
    const arrived = new Set(items.map((message) => message.client_key));
    const isLeft = ({ key, message }: LocalMessage): boolean => !arrived.has(key) || !message.message_id.startsWith('local:');
    if (!locals.every(isLeft)) changeLocals(client, id, (known) => known.filter(isLeft));
  }, [client, id, items, locals]);
}

interface Sending {
  /** Refusals that need the author: the content comes back to them, and leaves the thread. */
  onRefused: (error: ApiError, content: Content, replyTo: string | null) => void;
}

/** A refusal will be the same the next time, so the words go back to their author. Silence and haste may pass. */
const comesBack = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);

/** Sends at once on the screen, one after the other on the wire, so that the order typed is the order received. */
export function useSend(id: string, me: Me, { onRefused }: Sending) {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: keys.sending(id),
    scope: { id: `send ${id}` },
    mutationFn: ({ key, ownerVersion, message }: LocalMessage) =>
      desk.send(id, {
        content: message.content,
        owner_version: ownerVersion,
        idempotency_key: key,
        ...(message.reply_to ? { reply_to: message.reply_to } : {}),
      }),
    onMutate: async (local) => {
      changeLocals(client, id, (locals) => [...locals.filter((other) => other.key !== local.key), local]);
      await client.cancelQueries({ queryKey: keys.messages(id) });
    },
    onSuccess: (message, local) => replaceLocal(client, id, { ...local, message }),
    onError: (error, local) => {
      if (codeOf(error) === 'not_logged_in') {
        if (!belongings.isOwner(me.account_id)) return; // they have logged out, and leave nothing
        kept.write(id, takenBack(local.message.content, kept.read(id))); // waits in the composer for the next log-in
      } else if (comesBack(error)) {
        changeLocals(client, id, (locals) => locals.filter((other) => other.key !== local.key));
        onRefused(error, local.message.content, local.message.reply_to);
      } else {
        replaceLocal(client, id, { ...local, error: `Not sent. ${error.message}`, message: { ...local.message, status: 'failed' } });
      }
    },
    onSettled: () => refreshWhenLast(client, id),
  });

  const reacting = useMutation({
    mutationFn: (reaction: { platformId: string; emoji: string; ownerVersion: number }) =>
      desk.send(id, {
        content: { type: 'reaction', platform_id: reaction.platformId, emoji: reaction.emoji },
        owner_version: reaction.ownerVersion,
        idempotency_key: crypto.randomUUID(),
      }),
    onError: say.trouble,
    onSettled: () => refreshWhenLast(client, id),
  });
  const react = reacting.mutate;

  const change = (update: (locals: LocalMessage[]) => LocalMessage[]): void => changeLocals(client, id, update);
  const latest = useRef({ mutate, react, me, change });
  useEffect(() => {
    latest.current = { mutate, react, me, change };
  });
  // One object for the life of the thread, so that its bubbles need not be drawn again.
  const [sending] = useState(() => ({
    send: (content: Content, ownerVersion: number, replyTo: string | null = null) => {
      const options = { key: crypto.randomUUID(), me: latest.current.me, ownerVersion, replyTo, at: serverNow() };
      latest.current.mutate(asLocal(content, options));
    },
    react: (platformId: string, emoji: string, ownerVersion: number) =>
      latest.current.react({ platformId, emoji, ownerVersion }),
    retry: (local: LocalMessage) => latest.current.mutate(again(local)),
    discard: (local: LocalMessage) =>
      latest.current.change((locals) => locals.filter((other) => other.key !== local.key)),
  }));
  return sending;
}

/** The same message once more, now: the key stays, so what did arrive is not sent twice. */
const again = ({ key, ownerVersion, message }: LocalMessage): LocalMessage => ({
  key,
  ownerVersion,
  message: { ...message, status: 'queued', at: new Date(serverNow()).toISOString() },
});

function changeLocals(client: QueryClient, id: string, update: (locals: LocalMessage[]) => LocalMessage[]): void {
  client.setQueryData<LocalMessage[]>(keys.locals(id), (locals = []) => {
    const changed = update(locals);
    unsent.write(id, changed);
    return changed;
  });
}

const replaceLocal = (client: QueryClient, id: string, local: LocalMessage): void =>
  changeLocals(client, id, (locals) => locals.map((other) => (other.key === local.key ? local : other)));

function refreshWhenLast(client: QueryClient, id: string): void {
  if (client.isMutating({ mutationKey: keys.sending(id) }) > 1) return;
  void client.invalidateQueries({ queryKey: keys.messages(id) });
  void client.invalidateQueries({ queryKey: keys.detail(id) });
  void client.invalidateQueries({ queryKey: keys.lists });
}

/** Puts a message that the service has just answered with at the end of the thread that is shown. */
export function addToThread(client: QueryClient, id: string, message: Message): void {
  client.setQueryData<InfiniteData<MessagePage, number | null>>(keys.messages(id), (data) => {
    const [newest, ...earlier] = data?.pages ?? [];
    if (!data || !newest || newest.items.some((other) => other.message_id === message.message_id)) return data;
    return { ...data, pages: [{ ...newest, items: [...newest.items, message] }, ...earlier] };
  });
}
