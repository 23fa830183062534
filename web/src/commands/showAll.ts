import { always, command } from './command';

/** Show all open conversations in the list. */
export const showAll = command({
  name: 'list.all',
  title: 'Show all open conversations',
  group: 'Go to',
  shortcut: '3',
  on: always,
  run: (_, { desk }) => desk.show('all'),
});
