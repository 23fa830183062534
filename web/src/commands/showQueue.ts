import { always, command } from './command';

/** Show the queue in the list. */
export const showQueue = command({
  name: 'list.queue',
  title: 'Show the queue',
  group: 'Go to',
  shortcut: '2',
  on: always,
  run: (_, { desk }) => desk.show('queue'),
});
