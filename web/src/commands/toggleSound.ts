import { always, command } from './command';

/** A sound with each offer, or none. */
export const toggleSound = command({
  name: 'desk.sound',
  title: 'Switch the sound of offers on or off',
  group: 'Desk',
  on: always,
  run: (_, { settings }) => settings.toggleSound(),
});
