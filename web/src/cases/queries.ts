import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppealState, CaseDetail, CaseView, Vote } from '../api/caseTypes';
import { say } from '../ui/say';
import { DESK, useSource, type CaseId, type CaseSource } from './source';
import { doneOf } from './words';

export function useCases(view: CaseView, kind: string) {
  const source = useSource();
  return useInfiniteQuery({
    queryKey: [...source.key, 'list', view, kind],
    queryFn: ({ pageParam }) => source.list(view, kind, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
}

export function useCase(id: CaseId | null) {
  const source = useSource();
  return useQuery({
    queryKey: [...source.key, 'one', id?.case_id ?? ''],
    queryFn: () => source.show(id!),
    enabled: id !== null,
    refetchInterval: 15_000,
    retry: false,
  });
}

/** How many cases wait for the one who looks; 0 for who decides none. */
export function useWaitingForMe(enabled: boolean, source: CaseSource = DESK): number {
  const { data } = useQuery({
    queryKey: [...source.key, 'waiting'],
    queryFn: () => source.list('mine', '', ''),
    enabled,
    refetchInterval: 30_000,
  });
  return enabled ? (data?.counts.mine ?? 0) : 0;
}

export function useVote(id: CaseId) {
  const source = useSource();
  return useChange(id, ({ vote, note }: { vote: Vote; note: string }) => source.vote(id, vote, note), ({ outcome, matter }) =>
    outcome ? doneOf(outcome, matter) : 'Your word is on record. A second person must agree.',
  );
}

export function useAppeal(id: CaseId) {
  const source = useSource();
  return useChange(
    id,
    ({ text, state }: { text: string; state: AppealState }) => source.appeal(id, text, state),
    () => 'The appeal is kept.',
  );
}

function useChange<T>(id: CaseId, act: (what: T) => Promise<CaseDetail>, done: (changed: CaseDetail) => string) {
  const client = useQueryClient();
  const source = useSource();
  return useMutation({
    mutationFn: act,
    onSuccess: (changed) => {
      client.setQueryData([...source.key, 'one', id.case_id], changed);
      say.done(done(changed));
    },
    onError: say.trouble,
    onSettled: () => void client.invalidateQueries({ queryKey: source.key }),
  });
}
