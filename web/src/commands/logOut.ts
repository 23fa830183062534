import { always, command } from './command';

/** End the session in this browser. */
export const logOut = command({
  name: 'desk.log_out',
  title: 'Log out',
  group: 'Desk',
  on: always,
  run: (_, { settings }) => settings.logOut(),
});
