import { always, command } from './command';

/** Open the marked conversation. */
export const openConversation = command({
  name: 'list.open',
  title: 'Open the marked conversation',
  group: 'Go to',
  shortcut: 'o',
  on: always,
  run: (_, { desk }) => desk.openMarked(),
});
