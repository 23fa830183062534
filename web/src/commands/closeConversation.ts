import { command, whereIMay } from './command';

/** Close the open conversation: what the customer asked is answered. */
export const closeConversation = command({
  name: 'conversation.close',
  title: 'Resolve',
  group: 'Conversation',
  shortcut: 'e',
  on: whereIMay('close'),
  run: ({ conversation_id }, { moves }) => moves.close(conversation_id),
});
