import type { ThreadEvent } from '../api/types';
import { sentenceCase } from '../ui/words';

const STAYS: Record<string, string> = {
  opted_out: 'the customer asked for no more messages',
  too_old: 'the customer did not write within seven days',
  closed: 'the conversation was resolved',
  bot_has_it: 'the bot got the conversation',
  elsewhere: 'somebody answers from another place',
  refused: 'the policy refused it',
};

/** An event as a person would tell it. A kind that is not known is told by its name. */
export function eventSentence({ kind, actor, data }: ThreadEvent): string {
  const who = actor.name || (actor.kind === 'bot' ? 'The bot' : actor.kind === 'customer' ? 'The customer' : 'parley');
  const to = String(data['to_name'] ?? data['account_name'] ?? data['team_name'] ?? '');
  switch (kind) {
    case 'hand_over':
      return 'The bot handed over to a person';
    case 'offer':
      return to ? `Offered to ${to}` : 'Offered to an agent';
    case 'withdraw':
      return to ? `The offer to ${to} ended` : 'The offer ended; back in the queue';
    case 'accept':
      return `${who} accepted`;
    case 'take_over':
      return `${who} took over`;
    case 'hand_to_bot':
      return `${who} handed back to the bot`;
    case 'transfer_to_team':
    case 'transfer_to_person':
      return to ? `${who} transferred to ${to}` : `${who} transferred the conversation`;
    case 'not_answered':
      return 'The answer did not leave; it is your turn again';
    case 'reply_waits':
      return `${who} wrote a reply that waits for the customer`;
    case 'reply_changed':
      return `${who} changed the waiting reply`;
    case 'reply_withdrawn':
      return `${who} took the waiting reply back`;
    case 'reply_left':
      return 'The customer wrote; the waiting reply needs a second look';
    case 'reply_stopped':
      return `The waiting reply stays: ${STAYS[String(data['why'])] ?? 'it could not go out'}`;
    case 'snooze':
      return `${who} snoozed`;
    case 'wake':
      return 'The snooze ended';
    case 'wrap_up':
      return `${who} is wrapping up`;
    case 'close':
      return `${who} resolved the conversation`;
    case 'reopen':
      return `${who} reopened the conversation`;
    case 'thread_control':
      return data['owner'] === 'us' ? 'Another application handed the thread to us' : 'Another application has the thread now';
    case 'opt_out':
      return 'The customer opted out of messages';
    case 'opt_in':
      return 'The customer opted in to messages';
    default:
      return `${sentenceCase(kind)} · ${who}`;
  }
}
