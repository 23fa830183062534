import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { desk } from './desk';
import { keys } from './keys';
import type { View } from './types';

export const useColleagues = () =>
  useQuery({ queryKey: keys.colleagues, queryFn: desk.colleagues, staleTime: 30_000 });

/** Colleagues who have the conversation open: asked when the line says so, and told whenever one says that one looks. */
export const useLookers = (id: string) =>
  useQuery({ queryKey: keys.lookers(id), queryFn: () => desk.lookers(id), staleTime: 60_000, select: ({ items }) => items });

export const useCannedReplies = () =>
  useQuery({ queryKey: keys.canned, queryFn: desk.cannedReplies, staleTime: 300_000, select: ({ items }) => items });

export const useTemplates = (numberId: string) =>
  useQuery({
    queryKey: keys.templates(numberId),
    queryFn: () => desk.templates(numberId),
    staleTime: 60_000,
    select: ({ items }) => items,
  });

export const useOffers = () =>
  useQuery({ queryKey: keys.offers, queryFn: desk.offers, refetchInterval: 20_000, select: ({ items }) => items });

export const useConversation = (id: string) =>
  useQuery({ queryKey: keys.detail(id), queryFn: () => desk.conversation(id), enabled: id !== '' });

/** A list of conversations, page after page; what was shown stays until the new answer is here. */
export function useConversations(view: View, q: string) {
  return useInfiniteQuery({
    queryKey: keys.list(view, q),
    queryFn: ({ pageParam, signal }) => desk.conversations(view, q, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

/** A thread, newest page first; `fetchNextPage` loads what came before. */
export function useMessages(id: string) {
  return useInfiniteQuery({
    queryKey: keys.messages(id),
    queryFn: ({ pageParam }) => desk.messages(id, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next_before }) => next_before ?? undefined,
    enabled: id !== '',
  });
}
