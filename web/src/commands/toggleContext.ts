import { command } from './command';

/** Show or hide who the customer is and what is known of them. */
export const toggleContext = command({
  name: 'conversation.context',
  title: 'Show or hide the customer’s details',
  group: 'Conversation',
  shortcut: 'i',
  on: ({ conversation }) => conversation,
  run: (_conversation, { desk }) => desk.toggleContext(),
});
