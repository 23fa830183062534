import { always, command } from './command';

/** Show resolved conversations in the list. */
export const showClosed = command({
  name: 'list.closed',
  title: 'Show resolved conversations',
  group: 'Go to',
  shortcut: '4',
  on: always,
  run: (_, { desk }) => desk.show('closed'),
});
