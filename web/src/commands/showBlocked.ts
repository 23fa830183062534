import { command } from './command';

/** Show who is blocked, to look at what colleagues decided. */
export const showBlocked = command({
  name: 'desk.blocked',
  title: 'Show blocked people',
  group: 'Go to',
  on: ({ me }) => (me.role === 'supervisor' || me.role === 'admin' ? me : null),
  run: (_, { desk }) => desk.open('blocked'),
});
