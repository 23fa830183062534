import { useMutation, useQuery } from '@tanstack/react-query';

export interface Portfolio {
  business_id: string;
  name: string;
  accounts: { waba_id: string; name: string }[];
}

/** What the person chose; an empty id makes a new one of that name. */
export interface Choices {
  business_id: string;
  business_name: string;
  waba_id: string;
  waba_name: string;
  phone_number: string;
  display_name: string;
  code: string;
  in_app: boolean;
  shares_history: boolean;
}

export interface Connection {
  code: string;
  data: { phone_number_id: string; waba_id: string; business_id: string };
}

export class Refused extends Error {
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
  }
}

async function call<T>(path: string, body?: unknown): Promise<T> {
  const sent = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(path, sent).catch(() => {
    throw new Refused('The platform does not answer. Is it still running?', 0);
  });
  const said = (await answer.json().catch(() => ({}))) as { error?: string; code?: number };
  if (!answer.ok) throw new Refused(said.error || `The platform answered ${answer.status}.`, said.code ?? 0);
  return said as T;
}

export const useOffered = () =>
  useQuery({ queryKey: ['offered'], queryFn: () => call<{ portfolios: Portfolio[] }>('/dialog/api/offered') });

export const useConnect = () => useMutation({ mutationFn: (choices: Choices) => call<Connection>('/dialog/api/connection', choices) });
