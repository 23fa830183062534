import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { PAGE, api } from './client';
import type { Business, Chat, PhoneMessage } from './types';

export const keys = {
  state: ['state'] as const,
  chats: (waId: string) => ['chats', waId] as const,
  messages: (waId: string, numberId: string) => ['messages', waId, numberId] as const,
  invitation: (waId: string, link: string) => ['invitation', waId, link] as const,
  calls: (waId: string) => ['calls', waId] as const,
  codes: ['codes'] as const,
  chatLink: (link: string) => ['chat-link', link] as const,
  locals: (waId: string, numberId: string) => ['locals', waId, numberId] as const,
  sending: (waId: string, numberId: string) => ['send', waId, numberId] as const,
};

/** `skew`: how far the platform's clock is ahead of this browser's, in seconds. */
const stateQuery = queryOptions({
  queryKey: keys.state,
  queryFn: async () => {
    const state = await api.state();
    return { ...state, skew: state.now - Date.now() / 1000 };
  },
  refetchInterval: 60_000,
});

export const usePlatform = () => useQuery(stateQuery);

/** Where an invitation link leads; asked for as soon as there is one. */
export const useInvitation = (waId: string, link: string) =>
  useQuery({ queryKey: keys.invitation(waId, link), queryFn: () => api.invitation(waId, link), enabled: link !== '', retry: false });

/** The QR codes that businesses made. */
export const useCodes = () => useQuery({ queryKey: keys.codes, queryFn: api.codes });

/** Which chat a short link opens; asked for as soon as there is one. */
export const useChatLink = (link: string) =>
  useQuery({ queryKey: keys.chatLink(link), queryFn: () => api.chatLink(link), enabled: link !== '', retry: false, gcTime: 0 });

export function useBusiness(numberId: string): Business | undefined {
  return usePlatform().data?.businesses.find((business) => business.phone_number_id === numberId);
}

/** The customer's chats, newest first, then the businesses not written to yet. */
export function useChats(waId: string) {
  const businesses = usePlatform().data?.businesses;
  return useQuery({
    queryKey: keys.chats(waId),
    queryFn: () => api.chats(waId),
    select: ({ items }) => withUnopened(items, businesses ?? []),
  });
}

export function withUnopened(chats: Chat[], businesses: Business[]): Chat[] {
  const opened = new Set(chats.map((chat) => chat.phone_number_id));
  const unopened = businesses
    .filter((business) => !opened.has(business.phone_number_id))
    .map((business): Chat => ({
      phone_number_id: business.phone_number_id,
      name: business.verified_name,
      last_message: null,
      unread: 0,
      blocked: false,
    }));
  const latest = (chat: Chat): number => chat.last_message?.at ?? 0;
  return [...chats, ...unopened].sort((a, b) => latest(b) - latest(a));
}

/** A chat's messages, oldest first; `fetchNextPage` loads what came before. */
export function useMessages(waId: string, numberId: string) {
  return useInfiniteQuery({
    queryKey: keys.messages(waId, numberId),
    queryFn: ({ pageParam }) => api.messages(waId, numberId, pageParam || undefined),
    initialPageParam: '',
    getNextPageParam: ({ items }) => (items.length >= PAGE ? items[0]?.id : undefined),
    select: ({ pages }): PhoneMessage[] => pages.toReversed().flatMap((page) => page.items),
  });
}
