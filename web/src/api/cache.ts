import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { codeOf, mayPass } from './http';
import { keys } from './keys';

/** The page's memory of answers. An answer that nobody is logged in brings the log-in page back, from anywhere. */
export function makeClient(): QueryClient {
  const onError = (error: Error): void => {
    if (codeOf(error) === 'not_logged_in') client.setQueryData(keys.me, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        retry: (count, error) => count < 3 && mayPass(error),
        retryDelay: (attempt) => Math.min(8000, 500 * 2 ** attempt),
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
