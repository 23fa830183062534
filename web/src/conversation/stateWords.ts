import { serverNow } from '../api/clock';
import type { Detail, Me } from '../api/types';
import { whenInside } from '../ui/times';

/** Who has the conversation, as one would say it. */
export function stateWords({ state, owner, offer, due_at, reply_waits }: Detail, me: Me): string {
  const mine = owner.account_id === me.account_id;
  switch (state) {
    case 'bot':
      return 'The bot is answering';
    case 'queued':
      return 'Waits in the queue for a person';
    case 'offered':
      return offer?.account_id === me.account_id ? 'Offered to you' : 'Offered to a colleague';
    case 'snoozed':
      return due_at ? `Snoozed until ${whenInside(due_at, serverNow())}` : 'Snoozed';
    case 'closed':
      return 'Resolved';
    case 'wrap_up':
      return mine ? 'Yours, being wrapped up' : `${owner.name} is wrapping up`;
    case 'waiting':
      if (reply_waits) return mine ? 'Reply waits' : `${owner.name}, reply waits`;
      return mine ? 'Waiting for the customer' : `${owner.name}, waiting for the customer`;
    case 'active':
      return mine ? 'Yours' : `With ${owner.name}`;
    default:
      return owner.name;
  }
}
