import { always, command } from './command';

/** Light or dark. */
export const toggleColours = command({
  name: 'desk.colours',
  title: 'Switch between light and dark colours',
  group: 'Desk',
  on: always,
  run: (_, { settings }) => settings.toggleColours(),
});
