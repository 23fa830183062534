import { always, command } from './command';

/** Search conversations by name, number or words. */
export const searchConversations = command({
  name: 'list.search',
  title: 'Search conversations',
  group: 'Go to',
  shortcut: '/',
  on: always,
  run: (_, { desk }) => desk.focusSearch(),
});
