import { always, command } from './command';

/** The system's notices while the page is out of sight, or none. */
export const toggleNotices = command({
  name: 'desk.notices',
  title: 'Switch notices outside the page on or off',
  group: 'Desk',
  on: always,
  run: (_, { settings }) => settings.toggleNotices(),
});
