import { command, whereIMay } from './command';

/** Take the open conversation from the bot, the queue or a colleague. */
export const takeOver = command({
  name: 'conversation.take_over',
  title: 'Take over',
  group: 'Conversation',
  shortcut: 't',
  on: whereIMay('take_over'),
  run: ({ conversation_id }, { moves }) => moves.takeOver(conversation_id),
});
