import { always, command } from './command';

/** Online or away. */
export const togglePresence = command({
  name: 'desk.presence',
  title: 'Switch between online and away',
  group: 'Desk',
  shortcut: 'p',
  on: always,
  run: (_, { settings }) => settings.togglePresence(),
});
