import type { ThreadEvent } from '../api/types';
import { sentenceCase } from '../ui/words';

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
