import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { keys } from '../api/keys';
import { provider } from '../api/provider';
import type { Client } from '../api/types';
import { say } from '../ui/say';

export const useClients = () =>
  useQuery({ queryKey: keys.clients, queryFn: provider.clients, refetchInterval: 10_000, select: ({ items }) => items });

export const useRulebook = () => useQuery({ queryKey: keys.rulebook, queryFn: provider.rulebook, staleTime: 300_000 });

export const useDecisions = (tenantId: string, verdict: string, clause: string) =>
  useInfiniteQuery({
    queryKey: keys.decisions(tenantId, verdict, clause),
    queryFn: ({ pageParam }) => provider.decisions(tenantId, { verdict, clause }, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next_before }) => next_before ?? undefined,
    enabled: tenantId !== '',
    refetchInterval: 10_000,
  });

export const useQuarantine = (tenantId: string) =>
  useInfiniteQuery({
    queryKey: keys.quarantine(tenantId),
    queryFn: ({ pageParam }) => provider.quarantine(tenantId, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next_before }) => next_before ?? undefined,
    enabled: tenantId !== '',
    refetchInterval: 10_000,
  });

export const useNotices = (tenantId: string) =>
  useInfiniteQuery({
    queryKey: keys.notices(tenantId),
    queryFn: ({ pageParam }) => provider.notices(tenantId, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next_before }) => next_before ?? undefined,
    enabled: tenantId !== '',
    refetchInterval: 10_000,
  });

/** One thing the provider does; whatever it changed is asked for again. */
export function useAct(done: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => say.done(done),
    onError: say.trouble,
    onSettled: () => void client.invalidateQueries({ queryKey: keys.provider }),
  });
}

/** The Client that is looked at, kept in the address; the busiest one until another is chosen. */
export function useChosenClient(): [string, (tenantId: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const { data: clients } = useClients();
  const chosen = parameters.get('client') ?? '';
  const first = busiest(clients ?? [])?.tenant_id ?? '';
  const set = (tenantId: string): void =>
    setParameters(
      (now) => {
        now.set('client', tenantId);
        return now;
      },
      { replace: true },
    );
  useEffect(() => {
    if (!chosen && first) set(first);
  });
  return [chosen || first, set];
}

function busiest(clients: Client[]): Client | undefined {
  const decided = ({ decisions_24h }: Client): number => Object.values(decisions_24h).reduce((sum, count) => sum + count, 0);
  return clients.toSorted((a, b) => decided(b) - decided(a))[0];
}
