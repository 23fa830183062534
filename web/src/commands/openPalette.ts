import { always, command } from './command';

/** All commands, found by typing. */
export const openPalette = command({
  name: 'desk.palette',
  title: 'Find a command',
  group: 'Desk',
  shortcut: 'mod+k',
  on: always,
  run: (_, { desk }) => desk.open('palette'),
});
