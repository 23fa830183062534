import { command } from './command';

/** Bring a snoozed conversation of mine back at once. */
export const wakeConversation = command({
  name: 'conversation.wake',
  title: 'End the snooze',
  group: 'Conversation',
  shortcut: 'shift+z',
  on: ({ conversation, me }) =>
    conversation?.state === 'snoozed' && conversation.owner.account_id === me.account_id ? conversation : null,
  run: ({ conversation_id }, { moves }) => moves.wake(conversation_id),
});
