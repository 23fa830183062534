import { command } from './command';

/** Show what waits for a person to decide. */
export const showCases = command({
  name: 'desk.cases',
  title: 'Show the cases',
  group: 'Go to',
  shortcut: '5',
  on: ({ me }) => (me.role === 'supervisor' || me.role === 'admin' ? me : null),
  run: (_, { desk }) => desk.showCases(),
});
