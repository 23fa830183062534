import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { desk } from '../api/desk';
import { keys } from '../api/keys';
import type { Detail } from '../api/types';
import { say } from '../ui/say';

export interface Moves {
  busy: boolean;
  takeOver: (id: string) => void;
  handToBot: (id: string) => void;
  close: (id: string) => void;
  reopen: (id: string) => void;
  wake: (id: string) => void;
  /** `then`: with its words, once it certainly does not leave. */
  withdrawReply: (id: string, then?: () => void) => void;
  snooze: (id: string, until: Date) => void;
  transfer: (id: string, to: { team_id?: string; account_id?: string; note?: string }) => void;
}

interface Step {
  id: string;
  ask: () => Promise<Detail>;
  done?: string;
  then?: () => void;
}

/** The moves of a conversation. Each answer replaces what the page knew; a refusal is said, and what is true shown. */
export function useMoves(): Moves {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ ask }: Step) => ask(),
    onSuccess: (detail, { id, done, then }) => {
      client.setQueryData(keys.detail(id), detail);
      then?.();
      if (done) say.done(done);
    },
    onError: say.trouble,
    onSettled: (_answer, _error, { id }) => {
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.detail(id) });
      void client.invalidateQueries({ queryKey: keys.messages(id) });
    },
  });
  return useMemo(
    () => ({
      busy: isPending,
      takeOver: (id) => mutate({ id, ask: () => desk.takeOver(id) }),
      handToBot: (id) => mutate({ id, ask: () => desk.handToBot(id), done: 'The bot has the conversation.' }),
      close: (id) => mutate({ id, ask: () => desk.close(id), done: 'Resolved.' }),
      reopen: (id) => mutate({ id, ask: () => desk.reopen(id) }),
      wake: (id) => mutate({ id, ask: () => desk.wake(id) }),
      withdrawReply: (id, then) => mutate({ id, ask: () => desk.withdrawReply(id), ...(then ? { then } : {}) }),
      snooze: (id, until) => mutate({ id, ask: () => desk.snooze(id, until), done: 'Snoozed. It comes back by itself.' }),
      transfer: (id, to) => mutate({ id, ask: () => desk.transfer(id, to), done: 'Transferred.' }),
    }),
    [mutate, isPending],
  );
}
