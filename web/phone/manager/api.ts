import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Figures, Overview } from './types';

const OVERVIEW = ['overview'] as const;
const EVERY_MS = 2_000;

async function call<T>(path: string, body?: unknown): Promise<T> {
  let answer: Response;
  const sent = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    answer = await fetch(path, sent);
  } catch {
    throw new Error('The platform does not answer. Is it still running?');
  }
  const said = (await answer.json().catch(() => ({}))) as { error?: string };
  if (!answer.ok) throw new Error(said.error || `The platform answered ${answer.status}.`);
  return said as T;
}

/** Asked again every two seconds: customers, the business and the clock change it all the time. */
export const useOverview = () =>
  useQuery({ queryKey: OVERVIEW, queryFn: () => call<Overview>('/manager/api/overview'), refetchInterval: EVERY_MS });

const FIGURES_MS = 10_000;

export const useFigures = (wabaId: string) =>
  useQuery({
    queryKey: ['figures', wabaId],
    queryFn: () => call<Figures>(`/manager/api/accounts/${encodeURIComponent(wabaId)}/figures`),
    refetchInterval: FIGURES_MS,
  });

export interface Act {
  /** Below /control. */
  path: string;
  body: unknown;
}

/** What somebody at the platform does; the page shows what came of it at once. */
export function useAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: Act) => call<unknown>(`/control${path}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: OVERVIEW }),
  });
}
