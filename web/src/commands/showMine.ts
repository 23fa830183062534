import { always, command } from './command';

/** Show my conversations in the list. */
export const showMine = command({
  name: 'list.mine',
  title: 'Show my conversations',
  group: 'Go to',
  shortcut: '1',
  on: always,
  run: (_, { desk }) => desk.show('mine'),
});
