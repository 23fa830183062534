import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { desk } from '../api/desk';
import { codeOf } from '../api/http';
import { keys } from '../api/keys';
import type { Me, Presence } from '../api/types';
import { say } from '../ui/say';
import { belongings } from './belongings';

/** `null`: nobody is logged in. */
export function useSession() {
  return useQuery({
    queryKey: keys.me,
    queryFn: async (): Promise<Me | null> => {
      try {
        const me = await desk.me();
        belongings.areOf(me.account_id);
        return me;
      } catch (error) {
        if (codeOf(error) === 'not_logged_in') return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

export const MeContext = createContext<Me | null>(null);

/** Who is logged in. Only below the log-in page. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody is logged in here');
  return me;
}

export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => desk.logIn(email.trim(), password),
    onSuccess: (me) => {
      belongings.areOf(me.account_id);
      becomes(client, me);
    },
  });
}

export function useLogOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: desk.logOut,
    onSettled: () => {
      belongings.leave();
      becomes(client, null);
    },
  });
}

/** What one person was shown is forgotten before the next one looks. */
function becomes(client: QueryClient, me: Me | null): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
  client.setQueryData<Me | null>(keys.me, me);
}

export function usePresence() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (presence: Presence) => desk.setPresence(presence),
    onMutate: (presence) => {
      client.setQueryData<Me | null>(keys.me, (me) => (me ? { ...me, presence } : me));
    },
    onSuccess: (me) => client.setQueryData(keys.me, me),
    onError: (error) => {
      say.trouble(error);
      void client.invalidateQueries({ queryKey: keys.me });
    },
  });
}
