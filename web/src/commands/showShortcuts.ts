import { always, command } from './command';

/** The sheet of all shortcuts. */
export const showShortcuts = command({
  name: 'desk.shortcuts',
  title: 'Show all shortcuts',
  group: 'Desk',
  shortcut: '?',
  on: always,
  run: (_, { desk }) => desk.open('shortcuts'),
});
