import { command, whereIMay } from './command';

/** Give the open conversation back to the bot. */
export const handToBot = command({
  name: 'conversation.hand_to_bot',
  title: 'Hand to the bot',
  group: 'Conversation',
  shortcut: 'b',
  on: whereIMay('hand_to_bot'),
  run: ({ conversation_id }, { moves }) => moves.handToBot(conversation_id),
});
