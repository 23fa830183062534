import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { desk } from '../api/desk';
import { keys } from '../api/keys';
import type { Offer } from '../api/types';
import { say } from '../ui/say';

export interface OfferAnswers {
  busy: boolean;
  accept: (offer: Offer) => void;
  decline: (offer: Offer) => void;
}

/** Accept opens the conversation at once; either way the card goes away before the service has answered. */
export function useOfferAnswers(): OfferAnswers {
  const client = useQueryClient();
  const navigate = useNavigate();
  const settle = (): void => {
    void client.invalidateQueries({ queryKey: keys.offers });
    void client.invalidateQueries({ queryKey: keys.lists });
  };
  const accepting = useMutation({
    mutationFn: (offer: Offer) => desk.accept(offer.offer_id),
    onSuccess: (detail) => {
      client.setQueryData(keys.detail(detail.conversation_id), detail);
      void client.invalidateQueries({ queryKey: keys.messages(detail.conversation_id) });
      void navigate(`/c/${detail.conversation_id}?view=mine`);
    },
    onError: say.trouble,
    onSettled: settle,
  });
  const declining = useMutation({
    mutationFn: (offer: Offer) => desk.refuse(offer.offer_id),
    onError: say.trouble,
    onSettled: settle,
  });
  const busy = accepting.isPending || declining.isPending;
  const { mutate: accept } = accepting;
  const { mutate: decline } = declining;
  return useMemo(
    () => ({
      busy,
      accept: (offer) => {
        if (!busy) accept(offer);
      },
      decline: (offer) => {
        if (!busy) decline(offer);
      },
    }),
    [busy, accept, decline],
  );
}
