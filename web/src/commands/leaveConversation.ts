import { command } from './command';

/** Back to the list alone. */
export const leaveConversation = command({
  name: 'conversation.leave',
  title: 'Leave the conversation',
  group: 'Go to',
  shortcut: 'escape',
  on: ({ conversation }) => conversation,
  run: (_conversation, { desk }) => desk.leaveConversation(),
});
