import { always, command } from './command';

/** Mark the previous conversation of the list. */
export const previousConversation = command({
  name: 'list.previous',
  title: 'Previous conversation',
  group: 'Go to',
  shortcut: 'k',
  on: always,
  run: (_, { desk }) => desk.step(-1),
});
