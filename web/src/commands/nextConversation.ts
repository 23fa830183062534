import { always, command } from './command';

/** Mark the next conversation of the list. */
export const nextConversation = command({
  name: 'list.next',
  title: 'Next conversation',
  group: 'Go to',
  shortcut: 'j',
  on: always,
  run: (_, { desk }) => desk.step(1),
});
