import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';

/** The call that rings or is spoken in on this phone, if there is one. */
export function useCall(waId: string) {
  return useQuery({ queryKey: keys.calls(waId), queryFn: () => api.calls(waId), enabled: waId !== '', select: ({ items }) => items[0] ?? null });
}

export function useStartCall(waId: string, numberId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.call(waId, numberId),
    onSettled: () => client.invalidateQueries({ queryKey: keys.calls(waId) }),
  });
}

export function useActOnCall(waId: string, callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: 'accept' | 'reject' | 'hang_up') => api.actOnCall(waId, callId, action),
    onSettled: () => client.invalidateQueries({ queryKey: keys.calls(waId) }),
  });
}
