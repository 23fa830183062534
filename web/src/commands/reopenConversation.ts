import { command, whereIMay } from './command';

/** Open a closed conversation again; it becomes mine. */
export const reopenConversation = command({
  name: 'conversation.reopen',
  title: 'Reopen',
  group: 'Conversation',
  shortcut: 'shift+e',
  on: whereIMay('reopen'),
  run: ({ conversation_id }, { moves }) => moves.reopen(conversation_id),
});
